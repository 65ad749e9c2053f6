import Model

/// Facts about who can get at the account: devices, wallets, logins, credentials, channels, numbers, blocks.
enum SecurityFacts {
  /// `mayBeNoMoney` where no template says that money moved: a number beside no currency and no balance, "call 1233", is none then.
  static func find(in message: Message, into reading: inout Reading, mayBeNoMoney: Bool) {
    if message.has(.decline), message.has(.suspicious) {
      reading.security = .blocked
      return
    }
    guard !reading.isTransaction || mayBeNoMoney && reading.balance == nil && !message.has(.currency) else { return }
    let access = Access(message, code: reading.code)
    guard let kind = access.kind else { return }
    if reading.isTransaction {
      reading.isTransaction = false
      reading.direction = nil
      reading.amount = nil
      reading.merchant = nil
    }
    reading.security = kind
    // What a login names without calling it a device may be a browser.
    let isNamed = kind != .login || message.has(.device)
    reading.device = (isNamed ? access.brand.flatMap { name(from: $0, in: message) } : nil) ?? device(in: message)
    if named.contains(kind) { reading.place = place(in: message) ?? reading.device.flatMap { place(behind: $0, in: message) } }
    (reading.from, reading.to) = Changes.find(kind, in: message)
  }

  /// What happens somewhere.
  private static let named: Set<SecurityFact.Kind> = [.login, .loginFailed, .deviceBound, .appActivated, .bindingRequested, .keyAdded]

  /// The name after "device", up to the verb or the end of the sentence.
  private static func device(in message: Message) -> Range<Int32>? {
    guard let device = message.first(.device, in: 0..<message.count) else { return nil }
    var first = device + 1
    while first < message.count, message.isMark(at: first, ":") || message.isMark(at: first, "\"") || message.isMark(at: first, "«") {
      first += 1
    }
    guard first < message.count, !message.lexemes[first].startsLine, first > device + 1 || mayBeName(first, in: message) else { return nil }
    return name(from: first, in: message)
  }

  /// A word with a capital letter that says nothing else, or a number.
  private static func mayBeName(_ index: Int, in message: Message) -> Bool {
    let lexeme = message.lexemes[index]
    guard lexeme.kind == .word else { return lexeme.kind == .number }
    return lexeme.flags.contains(.upper) && AccessLexicon.shared.classes(of: lexeme, in: message.bytes).isEmpty
  }

  /// The name that begins at `first`: "Redmi Note 9", "Galaxy S21".
  private static func name(from first: Int, in message: Message) -> Range<Int32>? {
    var next = first
    while next < message.count, next - first < 8 {
      let lexeme = message.lexemes[next]
      // The S of "Galaxy S21" is no preposition.
      let isGluedToNumber = message.isGlued(next + 1) && message.isKind(.number, at: next + 1)
      // In "SM-N920C" neither is the C.
      let isGlued = next > first && message.isGlued(next)
      if lexeme.startsLine && next > first || isEndOfName(lexeme.concept) && !isGluedToNumber && !isGlued { break }
      // "iPhone 13 Казань": a name keeps to one script.
      if lexeme.kind == .word, next > first, isCyrillic(next, in: message) != isCyrillic(first, in: message) { break }
      if lexeme.kind == .word, next > first, lexeme.isSpaced, !lexeme.flags.contains(.upper), !isGluedToNumber { break }
      if lexeme.kind == .mark, !lexeme.isMark("-") && !(lexeme.isMark(".") && message.isGlued(next + 1)) { break }
      if lexeme.kind == .moment || lexeme.kind == .link || message.isWord(at: next, among: addresses) { break }
      next += 1
    }
    guard next > first else { return nil }
    return message.lexemes[first].start..<message.lexemes[next - 1].end
  }

  private static let addresses = WordSet(.addresses)

  private static func isCyrillic(_ index: Int, in message: Message) -> Bool {
    (0xD0...0xD4).contains(message.bytes[Int(message.lexemes[index].start)])
  }

  private static func isEndOfName(_ concept: Concept) -> Bool {
    switch concept {
    case .bind, .unbind, .at, .to, .from, .by, .negation, .login, .changed, .done: true
    default: false
    }
  }

  /// The place behind a device and a comma: "iPhone 13, Казань".
  private static func place(behind device: Range<Int32>, in message: Message) -> Range<Int32>? {
    var comma = message.piece(at: device.upperBound - 1) + 1
    // "OPPO Reno 11 (Android 14), Тверь".
    if message.isMark(at: comma, "("), let end = (comma..<min(comma + 6, message.count)).first(where: { message.isMark(at: $0, ")") }) {
      comma = end + 1
    }
    guard message.isMark(at: comma, ","), isName(comma + 1, in: message) else { return nil }
    return message.lexemes[comma + 1].start..<message.lexemes[comma + 1].end
  }

  private static func isName(_ index: Int, in message: Message) -> Bool {
    message.isKind(.word, at: index) && message.lexemes[index].flags.contains(.upper) && message.concept(at: index) == .none
      && !message.lexemes[index].startsLine
  }

  /// The place after "из" or "from", when it begins with a capital letter.
  private static func place(in message: Message) -> Range<Int32>? {
    var index = 0
    while let from = message.first(.from, in: index..<message.count) {
      index = from + 1
      guard message.isKind(.word, at: from + 1), message.lexemes[from + 1].flags.contains(.upper), message.concept(at: from + 1) == .none
      else { continue }
      var last = from + 1
      while last + 1 < message.count, last - from < 4, message.isKind(.word, at: last + 1),
        message.lexemes[last + 1].flags.contains(.upper),
        message.concept(at: last + 1) == .none
      {
        last += 1
      }
      return message.lexemes[from + 1].start..<message.lexemes[last].end
    }
    return nil
  }
}
