/// Breaks text into lines of at most `width` cells, made safe: at its own line ends, else at spaces and after ideographs, and within a
/// word only when the word is longer than a line; never inside a character. An empty text has no lines.
///
/// `limit` is the most lines to make; when there is more text, the last of them ends in an ellipsis. Takes time linear in the text read,
/// which with a limit is little more than the lines made.
public func wrap(_ text: String, width: Int, limit: Int? = nil) -> [String] {
  wrap([Span(text)], width: width, limit: limit).map { line in
    line.count == 1 ? Visible.line(line[0].text) : line.map { Visible.line($0.text) }.joined()
  }
}

/// Breaks runs of text into lines as `wrap(_:width:limit:)` does for one, each part keeping its style. The parts are as raw as they came;
/// a grid makes them safe.
public func wrap(_ spans: [Span], width: Int, limit: Int? = nil) -> [[Span]] {
  let text = spans.count == 1 ? spans[0].text : spans.map(\.text).joined()
  var slicer = SpanSlicer(spans)
  var lines: [[Span]] = []
  for range in LineBreaker(text, width: width) {
    if let limit, lines.count == limit {
      if let last = lines.popLast() { lines.append(withEllipsis(last, width: width)) }
      break
    }
    lines.append(slicer.slice(text, range))
  }
  return lines
}

/// The line with an ellipsis at its end, in `width` cells.
private func withEllipsis(_ line: [Span], width: Int) -> [Span] {
  var kept: [Span] = []
  var room = max(0, width - 1)
  for span in line {
    var end = span.text.startIndex
    for piece in PieceReader(span.text) {
      guard piece.width <= room else { break }
      room -= piece.width
      end = span.text.utf8.index(end, offsetBy: piece.length)
    }
    kept.append(Span(String(span.text[..<end]), span.style))
    if end < span.text.endIndex { break }
  }
  return kept + [Span(Glyphs.unicode.ellipsis, line.last?.style ?? Style())]
}

/// Cuts parts of the joined text of spans back into spans; the parts must come in order.
private struct SpanSlicer {
  private let spans: [Span]
  /// The span to go on with, and where it begins in the joined text, in UTF-8 bytes.
  private var index = 0
  private var start = 0

  init(_ spans: [Span]) {
    self.spans = spans
  }

  mutating func slice(_ text: String, _ range: Range<String.Index>) -> [Span] {
    var parts: [Span] = []
    var lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let upper = text.utf8.distance(from: text.startIndex, to: range.upperBound)
    while index < spans.count {
      let end = start + spans[index].text.utf8.count
      if lower < min(upper, end) {
        let from = text.utf8.index(text.startIndex, offsetBy: lower)
        let to = text.utf8.index(text.startIndex, offsetBy: min(upper, end))
        parts.append(Span(String(text[from..<to]), spans[index].style))
        lower = min(upper, end)
      }
      if upper < end { break }
      start = end
      index += 1
    }
    return parts
  }
}
