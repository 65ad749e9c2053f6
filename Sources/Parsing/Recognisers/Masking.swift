/// The text with every occurrence of `code` shown as bullets, one a character of the code.
///
/// A code that stands there in groups (`123-456`, `1 2 3 4`) is found too. The rest of the text stays as it is, byte for byte.
public func masked(_ text: String, code: String) -> String {
  let wanted = Array(code.unicodeScalars.filter { $0 != "-" && $0 != " " })
  guard !wanted.isEmpty else { return text }
  let scalars = Array(text.unicodeScalars)
  var result = String.UnicodeScalarView()
  var position = 0
  while position < scalars.count {
    if let end = occurrence(of: wanted, in: scalars, at: position) {
      result.append(contentsOf: repeatElement("•", count: wanted.count))
      position = end
    } else {
      result.append(scalars[position])
      position += 1
    }
  }
  return String(result)
}

/// The end of `wanted` when it stands at `start`, with at most one hyphen or space between two of its characters.
private func occurrence(of wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar], at start: Int) -> Int? {
  var position = start
  for (index, scalar) in wanted.enumerated() {
    if index > 0, position < scalars.count, scalars[position] == "-" || scalars[position] == " " { position += 1 }
    guard position < scalars.count, scalars[position] == scalar else { return nil }
    position += 1
  }
  return position
}
