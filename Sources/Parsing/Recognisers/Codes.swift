/// One-time codes in texts.
public enum Codes {
  /// The one-time code in a text, as the user has to type it: without the hyphens and spaces between its digits. nil where there is none.
  public static func find(in text: String) -> String? {
    var copy = text
    return copy.withUTF8 { bytes in
      var pieces = Pieces()
      var items = ReusableBuffer<Sums.Item>()
      let message = Message(bytes: bytes, lexemes: pieces.cut(bytes), defaultCurrency: 0)
      return find(in: message, sums: Sums(message, in: &items)).map { string($0, in: bytes) }
    }
  }

  /// The code's letters and digits.
  static func string(_ code: Reading.Code, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[Int(code.bytes.lowerBound)..<Int(code.bytes.upperBound)]), as: UTF8.self)
    if code.isVerbatim { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "-", " ", "\u{A0}", "\u{2009}", "\u{202F}", "\u{2011}", "\u{2010}", "\n": continue
      default: result.unicodeScalars.append(Folding.folded(scalar).value < 0x40 ? Folding.folded(scalar) : scalar)
      }
    }
    return result
  }

  /// What looks like a code.
  struct Candidate {
    var bytes: Range<Int32>
    var isVerbatim = false
    var first: Int
    var last: Int
    /// Points against it.
    var doubt = 0
  }

  /// How far from its word a code may stand, in pieces.
  private static let reach = 16
  private static let reachBack = 9

  static func find(in message: Message, sums: Sums) -> Reading.Code? {
    let bound = originBound(in: message)
    if let bound, isSaid(bound, in: message) { return bound }
    return said(in: message, sums: sums) ?? bound
  }

  /// The code that the sentences of a message tell.
  private static func said(in message: Message, sums: Sums) -> Reading.Code? {
    if let alone = alone(message) { return Reading.Code(bytes: alone.bytes, isVerbatim: alone.isVerbatim) }
    guard message.has(.code) || message.has(.codeVerb) else { return nil }
    var best: (candidate: Candidate, score: Int)?
    var index = 0
    var words = 0
    // A hostile text may hold the word a thousand times; the first few are enough.
    while words < 12, let word = message.first(.code, in: index..<message.count) {
      words += 1
      index = word + 1
      if isOther(word, in: message, hasSums: !sums.items.isEmpty) { continue }
      if let found = forward(from: word, in: message, sums: sums), found.score > best?.score ?? 0 { best = found }
      if let found = backward(from: word, in: message, sums: sums), found.score > best?.score ?? 0 { best = found }
    }
    if best == nil { best = afterVerb(in: message, sums: sums) }
    return best.map { Reading.Code(bytes: $0.candidate.bytes, isVerbatim: $0.candidate.isVerbatim) }
  }

  /// The code of a last line `@host #code`. A host without a point is somebody's handle in an advertisement, and no site that people log in to.
  private static func originBound(in message: Message) -> Reading.Code? {
    guard message.lexemes.last(where: \.startsLine)?.isMark("@") == true, message.bytes.count <= Scanner.limit,
      let places = OriginBoundCode.places(in: message.bytes),
      message.bytes[places.host].contains(0x2E)
    else { return nil }
    return Reading.Code(bytes: Int32(places.code.lowerBound)..<Int32(places.code.upperBound), isVerbatim: true)
  }

  /// Whether the sentences before an origin-bound code hold it too. Where they tell another one, that is what the reader is to type.
  private static func isSaid(_ bound: Reading.Code, in message: Message) -> Bool {
    let code = message.bytes[Int(bound.bytes.lowerBound)..<Int(bound.bytes.upperBound)]
    return message.lexemes.contains { lexeme in
      lexeme.end < bound.bytes.lowerBound && message.bytes[Int(lexeme.start)...].starts(with: code)
    }
  }

  /// A text that is nothing but a code.
  private static func alone(_ message: Message) -> Candidate? {
    guard message.count <= 4, let candidate = candidate(at: 0, in: message, isNear: false), candidate.last >= message.count - 2 else {
      return nil
    }
    guard candidate.last == message.count - 1 || message.isMark(at: message.count - 1, ".") else { return nil }
    let length = candidate.bytes.count
    return length >= 4 && length <= 9 && !message.isKind(.word, at: 0) || candidate.isVerbatim ? candidate : nil
  }

  /// Promo codes, authorisation codes of purchases, and plurals aren't secrets.
  private static func isOther(_ word: Int, in message: Message, hasSums: Bool) -> Bool {
    for place in [word - 1, word - 2] where message.concept(at: place) == .otherCode || message.concept(at: place) == .promo {
      if place == word - 1 || message.isMark(at: word - 1, "-") { return true }
    }
    if message.concept(at: word - 1) == .debit,
      message.lexemes[word - 1].flags.contains(.upper) || message.bytes[Int(message.lexemes[word].start)] < 0x80
    {
      return true
    }
    let next = message.concept(at: word + 1)
    return hasSums && (next == .otherCode || next == .reference)
  }

  private static func forward(from word: Int, in message: Message, sums: Sums) -> (candidate: Candidate, score: Int)? {
    var index = word + 1
    var best: (candidate: Candidate, score: Int)?
    while index < min(word + Self.reach, message.count) {
      if message.endsSentence(before: index), index > word + 2, !message.lexemes[index].startsLine || index > word + 6 { break }
      if index > word + 1, message.concept(at: index) == .code, best != nil { break }
      if let candidate = candidate(
        at: index, in: message, isNear: index <= word + 4 || index <= word + 8 && message.isMark(at: index - 1, ":")),
        !isSum(candidate, sums)
      {
        var score = 100 - 4 * (index - word) - candidate.doubt
        if isIntroduced(index, in: message) { score += 30 }
        if score > best?.score ?? 0 { best = (candidate, score) }
        index = candidate.last
      }
      index += 1
    }
    return best
  }

  private static func backward(from word: Int, in message: Message, sums: Sums) -> (candidate: Candidate, score: Int)? {
    var index = word - 1
    while index >= max(0, word - Self.reachBack) {
      if message.endsSentence(before: index + 1), message.lexemes[index].kind == .mark { return nil }
      // A hyphenated or lettered code is found from its first piece.
      for start in [index - 4, index - 2, index - 1, index] where start >= 0 {
        guard let candidate = candidate(at: start, in: message, isNear: word - index <= 3), candidate.last == index, !isSum(candidate, sums)
        else { continue }
        if message.isKind(.word, at: start), !candidate.isVerbatim || message.isMark(at: start - 1, "[") { continue }
        if start > 0, message.isMark(at: start - 1, "№") { return nil }
        let score = 88 - 4 * (word - index) - candidate.doubt
        return (candidate, score)
      }
      index -= 1
    }
    return nil
  }

  /// "Введите 1234", "enter 1234".
  private static func afterVerb(in message: Message, sums: Sums) -> (candidate: Candidate, score: Int)? {
    var index = 0
    var verbs = 0
    while verbs < 4, let verb = message.first(.codeVerb, in: index..<message.count) {
      verbs += 1
      index = verb + 1
      let next = message.isMark(at: verb + 1, ":") ? verb + 2 : verb + 1
      guard let candidate = candidate(at: next, in: message, isNear: false), !isSum(candidate, sums), candidate.bytes.count >= 4,
        candidate.doubt == 0
      else { continue }
      return (candidate, 1)
    }
    return nil
  }

  private static func isIntroduced(_ index: Int, in message: Message) -> Bool {
    guard index > 0 else { return false }
    let before = message.lexemes[index - 1]
    if before.kind == .mark {
      switch before.value {
      case 0x3A, 0x3D, 0x2D, 0x2014, 0xFF1A, 0x3010, 0x300E, 0x300C, 0x27, 0x22, 0xAB: return true
      default: return false
      }
    }
    return before.kind == .word && before.end - before.start <= 3 && before.concept == .none && before.flags.contains(.lower)
  }

  private static func isSum(_ candidate: Candidate, _ sums: Sums) -> Bool {
    sums.items.contains { $0.isNamed && $0.number >= candidate.first && $0.number <= candidate.last }
  }
}
