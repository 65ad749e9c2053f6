import Model

/// Facts about who can get at the account: devices, wallets, logins, credentials, channels, numbers, blocks.
enum SecurityFacts {
  static func find(in message: Message, into reading: inout Reading) {
    guard let kind = kind(of: message, isTransaction: reading.isTransaction) else { return }
    reading.security = kind
    reading.device = device(in: message)
    if kind == .login || kind == .deviceBound { reading.place = place(in: message) }
    (reading.from, reading.to) = Changes.find(kind, in: message)
  }

  private static func kind(of message: Message, isTransaction: Bool) -> SecurityFact.Kind? {
    if message.has(.decline), message.has(.suspicious) { return .blocked }
    if isTransaction { return nil }
    if message.has(.sim), message.has(.changed) || isNew(.sim, in: message) { return .simChanged }
    if message.has(.changed), let changed = changed(in: message) { return changed }
    let hasWallet = message.has(.pay) && wallet(in: message)
    if message.has(.unbind), hasWallet || message.has(.device) { return .deviceUnbound }
    if hasWallet, message.has(.bind) || message.has(.card) { return .tokenLinked }
    if message.has(.bind), message.has(.device) { return message.has(.login) ? .login : .deviceBound }
    if message.has(.bind), message.has(.phone), isNew(.number, in: message) || isNew(.phone, in: message) { return .phoneChanged }
    if isChannelSwitched(message) { return .channelChanged }
    if message.has(.bind), !asksToSwitch(message), near(.bind, .channel, in: message) || near(.bind, .app, in: message) || message.has(.pin)
    {
      return .deviceBound
    }
    if message.has(.login) { return .login }
    if message.has(.block), !message.has(.cancel), message.has(.card) || message.has(.account) || message.has(.app) { return .blocked }
    return nil
  }

  /// Messages switched on or off, or coming by another channel from now on; an advertisement for that is no switch.
  private static func isChannelSwitched(_ message: Message) -> Bool {
    if message.has(.unbind), near(.unbind, .notification, in: message) || near(.unbind, .channel, in: message) { return true }
    guard !message.has(.imperative), !message.has(.promo), !asksToSwitch(message) else { return false }
    if near(.bind, .notification, in: message) { return true }
    let isAboutMessages = message.has(.notification) || message.has(.code)
    return isAboutMessages && Changes.replacesChannel(message)
  }

  private static func asksToSwitch(_ message: Message) -> Bool {
    message.lexemes.contains { $0.kind == .word && $0.concept == .bind && requests.contains($0.value) }
  }

  private static let requests = [
    "подключите", "подключайте", "подключить", "podklyuchite", "podkluchite", "podkljuchite", "podklyuchit", "активируйте", "aktiviruyte",
    "зарегистрируйте", "установите",
  ].map(Lexeme.value(ofWord:))

  /// "Новый номер телефона", "new SIM".
  private static func isNew(_ concept: Concept, in message: Message) -> Bool {
    guard message.has(concept), !message.has(.promo), !message.has(.imperative) else { return false }
    var index = 0
    while let place = message.first(concept, in: index..<message.count) {
      if message.isKind(.word, at: place - 1), news.contains(message.lexemes[place - 1].value) { return true }
      index = place + 1
    }
    return false
  }

  private static let news = ["новый", "новая", "новой", "новую", "novyj", "novyy", "noviy", "novaya", "novaja", "new"].map(
    Lexeme.value(ofWord:))

  /// "Samsung Pay": the two words together.
  private static func wallet(in message: Message) -> Bool {
    var index = 0
    while let pay = message.first(.pay, in: index..<message.count) {
      if message.concept(at: pay - 1) == .wallet || message.concept(at: pay - 1) == .cardBrand { return true }
      index = pay + 1
    }
    return false
  }

  private static func changed(in message: Message) -> SecurityFact.Kind? {
    if near(.changed, .notification, in: message) || near(.changed, .channel, in: message) || near(.changed, .settings, in: message) {
      return .channelChanged
    }
    if message.has(.number) && message.has(.phone), near(.changed, .number, in: message) || near(.changed, .phone, in: message) {
      return .phoneChanged
    }
    if near(.changed, .code, in: message) || near(.changed, .credential, in: message) || near(.changed, .pin, in: message) {
      return .credentialChanged
    }
    return nil
  }

  /// Whether two concepts stand within eight pieces of each other.
  private static func near(_ one: Concept, _ other: Concept, in message: Message) -> Bool {
    guard message.has(one), message.has(other) else { return false }
    var index = 0
    var tries = 0
    while tries < 8, let place = message.first(one, in: index..<message.count) {
      if message.first(other, in: place - 8..<place + 9) != nil { return true }
      index = place + 1
      tries += 1
    }
    return false
  }

  /// The name after "device", up to the verb or the end of the sentence.
  private static func device(in message: Message) -> Range<Int32>? {
    guard let device = message.first(.device, in: 0..<message.count) else { return nil }
    var first = device + 1
    while first < message.count, message.isMark(at: first, ":") || message.isMark(at: first, "\"") || message.isMark(at: first, "«") {
      first += 1
    }
    var next = first
    while next < message.count, next - first < 8 {
      let lexeme = message.lexemes[next]
      // The S of "Galaxy S21" is no preposition.
      let isGluedToNumber = message.isGlued(next + 1) && message.isKind(.number, at: next + 1)
      if lexeme.startsLine || isEndOfName(lexeme.concept) && !isGluedToNumber { break }
      if lexeme.kind == .word, next > first, lexeme.isSpaced, !lexeme.flags.contains(.upper), !isGluedToNumber { break }
      if lexeme.kind == .mark, !lexeme.isMark("-") && !(lexeme.isMark(".") && message.isGlued(next + 1)) { break }
      if lexeme.kind == .moment || lexeme.kind == .link { break }
      next += 1
    }
    guard next > first else { return nil }
    return message.lexemes[first].start..<message.lexemes[next - 1].end
  }

  private static func isEndOfName(_ concept: Concept) -> Bool {
    switch concept {
    case .bind, .unbind, .at, .to, .from, .by, .negation, .login, .changed, .done: true
    default: false
    }
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
