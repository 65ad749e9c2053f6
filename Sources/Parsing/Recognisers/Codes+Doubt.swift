/// What may be a code: covered, though nobody can be sure.
extension Codes {
  /// The one number of a text that may be a code, where no code is known: of four to eight digits, standing alone, no sum, date, phone or card, and
  /// near a word for a code, for confirming or for keeping something to oneself. Where money moved such words are advice, so it takes one of each
  /// kind. `sums` is asked only where there can be one.
  static func doubtful(in message: Message, isTransaction: Bool, sums: () -> Sums) -> Reading.Code? {
    guard message.concepts.meets(family) || message.mayHave(confirmations), !isTransaction || message.has(.secret) && message.has(.code)
    else {
      return nil
    }
    var places: [Candidate] = []
    var index = 0
    while index < message.count {
      if let found = alone(index, in: message), places.first.map({ !isSame($0, found, in: message) }) ?? true {
        places.append(found)
        if places.count > mostNumbers { return nil }
        index = found.last
      }
      index += 1
    }
    guard !places.isEmpty else { return nil }
    let items = sums().items
    places.removeAll { place in items.contains { $0.number >= place.first && $0.number <= place.last && isMoney($0, isTransaction) } }
    guard places.count == 1, let place = places.first,
      isBesideFamily(place, in: message, hasSums: items.contains { $0.isNamed }, reach: isTransaction ? 5 : nearby)
    else { return nil }
    return Reading.Code(bytes: place.bytes, isVerbatim: false)
  }

  private static func isSame(_ one: Candidate, _ other: Candidate, in message: Message) -> Bool {
    message.lexemes[one.first].kind == .number && message.lexemes[other.first].kind == .number
      && message.lexemes[one.first].value == message.lexemes[other.first].value
  }

  private static let family = ConceptSet([.secret, .code, .codeVerb, .login, .lifetime])
  /// Numbers that may stand alone before it is known which of them are sums.
  private static let mostNumbers = 4
  /// How far the word may stand, in pieces.
  private static let nearby = 12

  private static func isMoney(_ item: Sums.Item, _ isTransaction: Bool) -> Bool {
    switch item.label {
    case .amount, .total, .fee, .bonus, .rate, .limit, .bound: return true
    case .balance: return isTransaction || item.isNamed
    case .none, .other, .before, .reference: return item.isNamed || isTransaction && item.looksLikeMoney
    }
  }

  /// The number that stands for itself at a place and has as many digits as a code, in one piece or in groups.
  private static func alone(_ index: Int, in message: Message) -> Candidate? {
    let lexeme = message.lexemes[index]
    switch lexeme.kind {
    case .number where isAlone(index, in: message) && grouped(at: index, in: message) == nil:
      return Candidate(bytes: lexeme.start..<lexeme.end, first: index, last: index)
    case .number, .chain:
      guard !isAfterCount(index, in: message), let found = grouped(at: index, in: message), found.bytes.count <= 11 else { return nil }
      return found
    case .masked: return isAfterCount(index, in: message) ? nil : bare(at: index, in: message)
    default: return nil
    }
  }

  /// Whether a word before a number says that it counts something.
  private static func isAfterCount(_ index: Int, in message: Message) -> Bool {
    isCounted(index - 1, in: message) || message.isKind(.mark, at: index - 1) && isCounted(index - 2, in: message)
  }

  /// Whether a number stands for itself and has as many digits as a code.
  private static func isAlone(_ index: Int, in message: Message) -> Bool {
    let number = message.lexemes[index]
    guard number.decimals == 0, number.digits <= 8 else { return false }
    if number.digits < 4 { return number.digits == 3 && (isCut(index, in: message) || isBehind(cardCodes, 6, index, in: message)) }
    if message.isGlued(index + 1), message.isKind(.word, at: index + 1), message.bytes[Int(message.lexemes[index + 1].start)] < 0xE0 {
      return false
    }
    if message.concept(at: index + 1) == .lifetime || message.concept(at: index + 1) == .currency { return false }
    if message.concept(at: index - 1) == .card { return isPIN(index, in: message) }
    guard isFree(index, in: message), !isYear(index, in: message) else { return false }
    return !isAfterCount(index, in: message)
  }

  /// What a word says a number counts: an order, a contract, a phone.
  private static func isCounted(_ index: Int, in message: Message) -> Bool {
    switch message.concept(at: index) {
    case .reference, .number, .deposit, .placeLabel, .merchantLabel, .otherCode, .phone, .dial, .card, .account, .currency, .fee, .limit,
      .dateLabel, .promo:
      true
    default: false
    }
  }

  private static func isYear(_ index: Int, in message: Message) -> Bool {
    let number = message.lexemes[index]
    guard number.digits == 4, number.value >= 1990, number.value < 2040 else { return false }
    let before = message.concept(at: index - 1)
    return before != .code && !(message.isMark(at: index - 1, ":") && message.concept(at: index - 2) == .code)
  }

  /// "Ваш PIN-код новой карты 4829", where nothing is said to have been changed or blocked.
  private static func isPIN(_ index: Int, in message: Message) -> Bool {
    !message.has(.changed) && !message.has(.block) && isBehind(pins, 5, index, in: message)
  }

  private static let pins = WordSet(.pins)
  /// What stands on a card's back.
  private static let cardCodes = WordSet(.cardCodes)

  private static func isBehind(_ words: WordSet, _ reach: Int, _ index: Int, in message: Message) -> Bool {
    (max(0, index - reach)..<index).contains { message.isWord(at: $0, among: words) }
  }

  /// "Код доступа: 482": three digits at the end of a text that was cut, right behind the word.
  private static func isCut(_ index: Int, in message: Message) -> Bool {
    guard index + 4 > message.count, !(index + 1..<message.count).contains(where: { message.lexemes[$0].kind != .mark }) else {
      return false
    }
    return (max(0, index - 4)..<index).contains {
      (message.concept(at: $0) == .code || isLabel($0, in: message)) && !isOther($0, in: message, hasSums: false)
    }
  }

  private static func isLineEnd(_ index: Int, in message: Message) -> Bool {
    index >= message.count || message.lexemes[index].startsLine
  }

  private static func isBesideFamily(_ number: Candidate, in message: Message, hasSums: Bool, reach: Int) -> Bool {
    (max(0, number.first - reach)...min(number.last + reach, message.count - 1)).contains { place in
      switch message.concept(at: place) {
      case .code: !isOther(place, in: message, hasSums: hasSums)
      case .secret: true
      case .codeVerb: !hasSums
      // "Для входа: 482913", and hardly more.
      case .login: !hasSums && message.count <= 8
      // A line of its own, and how long it is good.
      case .lifetime: !hasSums && message.lexemes[number.first].startsLine && isLineEnd(number.last + 1, in: message)
      default: !hasSums && message.isWord(at: place, among: confirmations)
      }
    }
  }
}
