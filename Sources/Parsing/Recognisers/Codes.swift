/// One-time codes in texts.
public enum Codes {
  /// The one-time code in a text, as the user has to type it: without the hyphens and spaces between its digits. nil where there is none.
  public static func find(in text: String) -> String? {
    var copy = text
    return copy.withUTF8 { bytes in
      var pieces = Pieces()
      var items = ReusableBuffer<Sums.Item>()
      let message = Message(bytes: bytes, lexemes: pieces.cut(bytes), defaultCurrency: 0)
      return find(in: message, sums: Sums(message, in: &items)).code.map { string($0, in: bytes) }
    }
  }

  /// The code's letters and digits; of one that counts as it stands also what is between them.
  static func string(_ code: Reading.Code, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[Int(code.bytes.lowerBound)..<Int(code.bytes.upperBound)]), as: UTF8.self)
    if code.isVerbatim { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let folded = Folding.folded(scalar)
      switch folded.value {
      case 0x30...0x39: result.append(folded)
      case 0x61...0x7A, 0x100...0x5FF: result.append(scalar)
      default: continue
      }
    }
    return String(result)
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

  /// A candidate, and how much speaks for it.
  typealias Scored = (candidate: Candidate, score: Int)

  /// What a text tells of codes.
  struct Found {
    var code: Reading.Code?
    /// What else must stay covered.
    var others: [Reading.Code] = []

    mutating func add(_ other: Reading.Code) {
      guard code?.bytes.overlaps(other.bytes) != true, !others.contains(where: { $0.bytes.overlaps(other.bytes) }),
        others.count < Codes.mostOthers
      else { return }
      others.append(other)
    }
  }

  /// More secrets no text has.
  static let mostOthers = 24
  /// How far from its word a code may stand, in pieces.
  static let reach = 20
  /// How far where the word for "is" or a colon leads to it.
  static let longReach = 40
  static let reachBack = 9
  /// How many pieces before its last a code has at most.
  static let longestPieces = 9
  /// What a second code must score.
  private static let sure = 88

  static func find(in message: Message, sums: Sums) -> Found {
    var found = Found()
    let bound = originBound(in: message)
    if let bound, isSaid(bound, in: message) {
      found.code = bound
    } else {
      said(in: message, sums: sums, into: &found)
      if found.code == nil { found.code = bound }
    }
    if let bound { found.add(bound) }
    return found
  }

  /// The codes that the sentences of a message tell.
  private static func said(in message: Message, sums: Sums, into found: inout Found) {
    if let alone = alone(message) {
      found.code = Reading.Code(alone)
      return
    }
    guard message.has(.code) || message.has(.codeVerb) || message.has(.secret) || message.mayHave(labels) || message.mayHave(confirmations)
    else { return }
    var scored: [Scored] = []
    var index = 0
    var words = 0
    // A hostile text may hold the word a thousand times; the first few are enough.
    while words < 12, let word = nextWord(from: index, in: message) {
      words += 1
      index = word + 1
      if isOther(word, in: message, hasSums: !sums.items.isEmpty) { continue }
      let behind = forward(from: word, in: message, sums: sums)
      let before = backward(from: word, in: message, sums: sums)
      guard let best = [behind, before].compactMap({ $0 }).max(by: { $0.score < $1.score }) else { continue }
      scored.append(best)
    }
    if scored.isEmpty, let best = afterVerb(in: message, sums: sums) ?? apart(in: message, sums: sums) { scored.append(best) }
    // Of equals the first.
    guard let best = scored.enumerated().max(by: { ($0.element.score, $1.offset) < ($1.element.score, $0.offset) })?.element else { return }
    found.code = Reading.Code(best.candidate)
    for other in scored where other.score >= sure { found.add(Reading.Code(other.candidate)) }
    for (candidate, _) in scored { addNeighbours(of: candidate, in: message, sums: sums, into: &found) }
  }

  /// The next word for a code.
  private static func nextWord(from start: Int, in message: Message) -> Int? {
    var index = start
    while index < message.count {
      let lexeme = message.lexemes[index]
      if lexeme.kind == .word, lexeme.concept == .code || isLabel(index, in: message) { return index }
      index += 1
    }
    return nil
  }

  /// "3-D Secure: …", "коды: …": words that lead to codes only with a colon or a number right behind.
  static func isLabel(_ index: Int, in message: Message) -> Bool {
    guard index + 1 < message.count, message.isWord(at: index, among: labels) else { return false }
    let next = message.lexemes[index + 1]
    switch next.kind {
    case .word, .link: return false
    case .mark: return !next.isMark(".") && !next.isMark(",") && !next.isMark("!") && !next.isMark("?")
    default: return true
    }
  }

  private static let labels = WordSet(.codesLabels)

  /// The code of a last line `@host #code`. A host without a point is somebody's handle in an advertisement, and no site that people log in to.
  private static func originBound(in message: Message) -> Reading.Code? {
    guard message.lexemes.last(where: \.startsLine)?.isMark("@") == true, message.bytes.count <= Scanner.limit,
      let places = OriginBoundCode.places(in: message.bytes),
      message.bytes[places.host].contains(0x2E), message.bytes[places.code].contains(where: isPlain)
    else { return nil }
    return Reading.Code(bytes: Int32(places.code.lowerBound)..<Int32(places.code.upperBound), isVerbatim: true)
  }

  /// Whether a byte is a digit or a letter of ASCII.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
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
    guard message.count <= 12, let first = message.lexemes.firstIndex(where: { $0.kind != .mark }),
      !message.isKind(.moment, at: first), let candidate = candidate(at: first, in: message, isNear: true),
      !message.lexemes[(candidate.last + 1)...].contains(where: { $0.kind != .mark }),
      // "388-941-": half a phone number.
      !(message.isMark(at: candidate.last + 1, "-") && message.isGlued(candidate.last + 1))
    else { return nil }
    let length = candidate.bytes.count
    return length >= 4 && length <= 9 && !message.isKind(.word, at: first) || candidate.isVerbatim ? candidate : nil
  }

  /// Promo codes, authorisation codes of purchases, and plurals aren't secrets.
  static func isOther(_ word: Int, in message: Message, hasSums: Bool) -> Bool {
    for place in [word - 1, word - 2] where message.concept(at: place) == .otherCode || message.concept(at: place) == .promo {
      if place == word - 1 || message.isMark(at: word - 1, "-") { return true }
    }
    let isSecret = message.has(.secret)
    // "Authorization Code 042153" beside a payment: the bank's number of it.
    if hasSums, !isSecret, message.isWord(at: word - 1, among: approvals) { return true }
    if message.concept(at: word - 1) == .debit,
      message.lexemes[word - 1].flags.contains(.upper) || message.bytes[Int(message.lexemes[word].start)] < 0x80
    {
      return true
    }
    let next = message.concept(at: word + 1)
    if message.isWord(at: word + 1, among: owners), !isSecret { return true }
    if next == .otherCode { return hasSums || !isSecret && !message.isWord(at: word + 1, among: approvals) }
    // "Код операции: 18959334" behind what was paid.
    return hasSums && (next == .reference || next == .operation && !isSecret && !message.has(.codeVerb))
  }

  private static let approvals = WordSet(.codesApprovals)

  /// Whose or what for a code is that is no secret: "код плательщика".
  private static let owners = WordSet(.owners)

  /// The codes that stand beside one with nothing but a comma, an "and" or a line break between: "482913, 775511".
  private static func addNeighbours(of candidate: Candidate, in message: Message, sums: Sums, into found: inout Found) {
    var last = candidate.last
    while found.others.count < mostOthers {
      var next = last + 1
      if isBetween(next, in: message) { next += 1 }
      guard next < message.count, next > last + 1 || message.lexemes[next].startsLine,
        let other = self.candidate(at: next, in: message, isNear: true), !isSum(other, sums), isAlike(other, candidate)
      else { break }
      found.add(Reading.Code(other))
      last = other.last
    }
    var first = candidate.first
    while found.others.count < mostOthers, first > 1, isBetween(first - 1, in: message),
      let other = self.candidate(at: first - 2, in: message, isNear: true), other.last == first - 2, !isSum(other, sums),
      isAlike(other, candidate)
    {
      found.add(Reading.Code(other))
      first = other.first
    }
  }

  private static func isBetween(_ index: Int, in message: Message) -> Bool {
    guard index < message.count else { return false }
    let lexeme = message.lexemes[index]
    switch lexeme.kind {
    case .mark: return lexeme.isMark(",") || lexeme.isMark(";") || lexeme.isMark("/") || lexeme.isMark("|") || lexeme.isMark("、")
    case .word: return and.contains(lexeme.value)
    default: return false
    }
  }

  private static let and = WordSet(.and)

  private static func isAlike(_ one: Candidate, _ other: Candidate) -> Bool { one.bytes.count == other.bytes.count }

  static func isSum(_ candidate: Candidate, _ sums: Sums) -> Bool {
    sums.items.contains { $0.isNamed && $0.number >= candidate.first && $0.number <= candidate.last }
  }
}
