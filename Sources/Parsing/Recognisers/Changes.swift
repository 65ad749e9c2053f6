import Model

/// What became what: from which channel to which, from which phone number to which.
enum Changes {
  typealias Found = (from: Reading.Side?, to: Reading.Side?)

  /// The two sides of a change of this kind, as far as the text names them; none for facts that are no change.
  static func find(_ kind: SecurityFact.Kind, in message: Message) -> Found {
    switch kind {
    case .channelChanged: channels(in: message)
    case .phoneChanged: numbers(in: message)
    case .simChanged:
      // There is one number, and it stays what it is.
      { ($0.to ?? $0.from).map { (nil, $0) } ?? (nil, nil) }(numbers(in: message))
    default: (nil, nil)
    }
  }

  /// Whether a text says by itself that one channel took another's place: "push вместо SMS", "from SMS to push".
  static func replacesChannel(_ message: Message) -> Bool {
    let found = channels(in: message, needsBoth: true)
    return found.from != nil && found.to != nil
  }

  // MARK: Channels

  /// The channel that a word names: the app's own messages are pushes.
  static func channel(at index: Int, in message: Message) -> Channel? {
    guard message.isKind(.word, at: index) else { return nil }
    let word = message.lexemes[index].value
    return words.first { $0.words.contains(word) }?.channel
  }

  private static let words: [(channel: Channel, words: WordSet)] = [
    (.push, WordSet(.channelPush)),
    (.sms, WordSet(.channelSms)),
    (
      .messenger, WordSet(.channelMessenger)
    ),
  ]

  private static func channels(in message: Message, needsBoth: Bool = false) -> Found {
    var found: Found = (nil, nil)
    var plain: Reading.Side?
    var index = 0
    while index < message.count {
      defer { index += 1 }
      guard let channel = channel(at: index, in: message), !isSender(index, in: message) else { continue }
      let lexeme = message.lexemes[index]
      let side = Reading.Side(channel: channel, bytes: lexeme.start..<lexeme.end)
      switch role(before: index, after: index, in: message) {
      case .old: if found.from == nil { found.from = side }
      case .new: if found.to == nil { found.to = side }
      case nil: if plain == nil { plain = side }
      }
      if found.from != nil, found.to != nil { break }
    }
    if let plain {
      if found.to == nil, found.from?.channel != plain.channel, !needsBoth || found.from != nil {
        if !needsBoth, found.from == nil, isSwitchedOff(message) { found.from = plain } else { found.to = plain }
      } else if found.from == nil, found.to?.channel != plain.channel, needsBoth == false, isBefore(plain, found.to) {
        found.from = plain
      }
    }
    if found.from?.channel == found.to?.channel, found.to != nil { found.from = nil }
    return found
  }

  /// "Напишите нам в Telegram", "SMS на номер 900": how to reach the bank, not how it writes.
  private static func isSender(_ index: Int, in message: Message) -> Bool {
    var place = index - 1
    while place >= 0, place >= index - 4 {
      if message.isKind(.word, at: place), asked.contains(message.lexemes[place].value) { return true }
      if message.endsSentence(before: place + 1) { return false }
      place -= 1
    }
    return false
  }

  private static let asked = WordSet(.askedToAnswer)

  /// A channel is switched off when the text has only a verb that says so.
  private static func isSwitchedOff(_ message: Message) -> Bool {
    message.has(.unbind) && !message.has(.bind)
  }

  private static func isBefore(_ side: Reading.Side, _ other: Reading.Side?) -> Bool {
    other.map { side.bytes.lowerBound < $0.bytes.lowerBound } ?? false
  }

  // MARK: Numbers

  private static func numbers(in message: Message) -> Found {
    var found: Found = (nil, nil)
    var plain: (side: Reading.Side, isBeforeVerb: Bool)?
    var index = 0
    var hasVerb = false
    while index < message.count {
      if message.endsSentence(before: index), hasVerb, found.to != nil || found.from != nil || plain != nil { break }
      let concept = message.concept(at: index)
      if concept == .changed || concept == .bind || concept == .sim { hasVerb = true }
      guard let pieces = number(at: index, in: message) else {
        index += 1
        continue
      }
      index = pieces.upperBound
      let side = Reading.Side(bytes: message.lexemes[pieces.lowerBound].start..<message.lexemes[pieces.upperBound - 1].end)
      switch role(before: pieces.lowerBound, after: pieces.upperBound - 1, in: message) {
      case .old: if found.from == nil { found.from = side }
      case .new: if found.to == nil { found.to = side }
      case nil: if plain == nil { plain = (side, !hasVerb) }
      }
    }
    guard let plain else { return found }
    if found.to == nil, found.from != nil || !plain.isBeforeVerb || message.first(.bind, in: 0..<message.count) != nil {
      found.to = plain.side
    } else if found.from == nil {
      found.from = plain.side
    }
    return found
  }

  /// The pieces of the phone number that begins at `index`, hidden or not: `+7 900 ***-**-12`, `*0012`, `XXXXXX0012`; nil for a card's, a date's,
  /// and for one to call.
  private static func number(at index: Int, in message: Message) -> Range<Int>? {
    guard isPartOfNumber(index, in: message, isFirst: true), !isForCalls(index, in: message) else { return nil }
    var next = index + 1
    while next < message.count, next - index < 12, isPartOfNumber(next, in: message, isFirst: false) { next += 1 }
    while next > index + 1, message.isKind(.mark, at: next - 1), !message.isMark(at: next - 1, "*") { next -= 1 }
    var digits = 0
    for place in index..<next {
      let lexeme = message.lexemes[place]
      switch lexeme.kind {
      case .chain: digits += 10
      case .masked: digits += 4
      case .number: digits += Int(lexeme.digits)
      default: break
      }
    }
    guard digits >= 4 else { return nil }
    if next == index + 1, message.isKind(.number, at: index) {
      // Four digits alone are a number only where the text says that something ends with them.
      let before = message.concept(at: index - 1)
      guard digits >= 10 || before == .ending || before == .number || before == .phone else { return nil }
    }
    return index..<next
  }

  private static func isPartOfNumber(_ index: Int, in message: Message, isFirst: Bool) -> Bool {
    guard index < message.count else { return false }
    let lexeme = message.lexemes[index]
    if !isFirst, lexeme.startsLine { return false }
    switch lexeme.kind {
    case .chain, .masked: return true
    case .number: return lexeme.currency == 0 && lexeme.decimals == 0 && message.concept(at: index + 1) != .currency
    case .mark:
      if isFirst { return lexeme.isMark("+") || lexeme.isMark("*") && message.isGlued(index + 1) }
      return lexeme.isMark("-") && message.isGlued(index) && message.isGlued(index + 1) || lexeme.isMark("(") || lexeme.isMark(")")
        || lexeme.isMark("*") && message.isGlued(index)
    default: return false
    }
  }

  private static func isForCalls(_ index: Int, in message: Message) -> Bool {
    var place = index - 1
    while place >= 0, place >= index - 4 {
      switch message.concept(at: place) {
      case .card, .cardBrand, .account: if !isSIM(place, in: message) { return true }
      case .dial, .imperative: return true
      case .phone where message.isKind(.word, at: place) && calls.contains(message.lexemes[place].value): return true
      case .by where message.isKind(.word, at: place) && along.contains(message.lexemes[place].value): return true
      default: break
      }
      if message.endsSentence(before: place + 1) { return false }
      place -= 1
    }
    return false
  }

  /// "SIM-карта".
  private static func isSIM(_ index: Int, in message: Message) -> Bool {
    message.concept(at: index - 1) == .sim || message.isMark(at: index - 1, "-") && message.concept(at: index - 2) == .sim
  }

  private static let calls = WordSet(.callUs)
  private static let along = WordSet(.along)

  // MARK: Roles

  private enum Role {
    case old
    case new
  }

  /// What the small words around a channel or number say of it.
  private static func role(before first: Int, after last: Int, in message: Message) -> Role? {
    if isArrow(last + 1, in: message) { return .old }
    var place = first - 1
    while place >= 0, place >= first - 6 {
      let lexeme = message.lexemes[place]
      if lexeme.isMark(">") || lexeme.isMark("→") { return .new }
      if lexeme.kind == .word {
        if olds.contains(lexeme.value) { return .old }
        if news.contains(lexeme.value) { return .new }
        if of.contains(lexeme.value), place > 0, instead.contains(message.lexemes[place - 1].value) { return .old }
        switch lexeme.concept {
        case .negation: return .old
        case .from: return .old
        case .to, .by: return .new
        case .number, .phone, .notification, .channel, .code, .own, .ending, .sim, .app: break
        default: if !fillers.contains(lexeme.value) { return nil }
        }
      } else if lexeme.kind != .mark || lexeme.isMark(",") || lexeme.isMark(".") || lexeme.isMark("(") || lexeme.isMark(";") {
        return nil
      }
      if lexeme.startsLine { return nil }
      place -= 1
    }
    return nil
  }

  private static func isArrow(_ index: Int, in message: Message) -> Bool {
    if message.isMark(at: index, "→") || message.isMark(at: index, "⇒") { return true }
    guard message.isMark(at: index, "-") || message.isMark(at: index, "=") || message.isMark(at: index, ">") else { return false }
    return message.isMark(at: index, ">") || message.isMark(at: index + 1, ">")
  }

  private static let of = WordSet(.of)
  private static let instead = WordSet(.instead)
  private static let olds = WordSet(.whatWas)
  private static let news = WordSet(.whatIsNow)
  private static let fillers = WordSet(.besideChannel)
}
