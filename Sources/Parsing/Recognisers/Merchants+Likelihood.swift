import Model

/// How likely a field is the name.
extension Merchants {
  static func field(
    _ first: Int, _ last: Int, in message: Message, _ amount: Sums.Item, _ balance: Sums.Item?, _ direction: Direction?
  ) -> Field? {
    var capitals = 0
    var capitalised = 0
    var plain = 0
    var known = 0
    for index in first...last {
      let lexeme = message.lexemes[index]
      if lexeme.kind == .link {
        if lexeme.flags.contains(.upper), !lexeme.flags.contains(.lower) {
          capitals += 1
        } else {
          return index == first ? nil : Field(first: first, last: last, score: 0)
        }
      }
      guard lexeme.kind == .word else { continue }
      if lexeme.concept != .none, lexeme.concept != .atm, lexeme.concept != .currency { known += 1 }
      if lexeme.flags.contains(.upper) {
        if lexeme.flags.contains(.lower) { capitalised += 1 } else { capitals += 1 }
      } else {
        plain += 1
      }
    }
    guard capitals + capitalised + plain > 0 else { return nil }
    var score = 3 * min(capitals, 3) + 2 * min(capitalised, 3) + min(plain, 2) - 2 * max(0, plain - 3) - known
    let before = message.concept(at: first - 1)
    let beforeMark = message.isMark(at: first - 1, ":") ? message.concept(at: first - 2) : .none
    if before == .merchantLabel || beforeMark == .merchantLabel || beforeMark == .from { score += 10 }
    if before == .at, !message.isKind(.moment, at: first) {
      score += capitals + capitalised > 0 || message.lexemes[first].kind == .mark ? 7 : 2
    }
    if before == .to || before == .from || before == .with { score += capitals + capitalised > 0 ? 3 : 0 }
    // Money leaves from the client's own bank and comes to it; the other side has the name.
    if direction == .outgoing, before == .from || direction == .incoming && before == .to { score -= 7 }
    let isAddress = isAddress(first, last, in: message)
    if isAddress { score += direction == .outgoing && before == .to ? 12 : 6 }
    // "Current balance", "TrxID 9AB1"
    let next = message.concept(at: last + 1)
    if capitals == 0, last - first < 2, next == .balance || next == .available, !message.lexemes[last + 1].startsLine,
      first != amount.last + 1, !isNameAmongFields(first, last, in: message)
    {
      return nil
    }
    if first == last && message.isWord(at: first, among: ways)
      || !isAddress && message.bytes[Int(message.lexemes[first].start)] | 0x20 == 0x78 && isMask(first, in: message)
    {
      return nil
    }
    if before == .reference || beforeMark == .reference { return nil }
    if first != amount.last + 1, !isAddress, isNameless(first, last, in: message, capitals + capitalised, before, beforeMark, next: next) {
      return nil
    }
    if beginsAsSentence(first, last, in: message) { return nil }
    // Scripts without capitals and spaces show no names without a label.
    if capitals + capitalised == 0, message.bytes[Int(message.lexemes[first].start)] >= 0xD8, before != .merchantLabel,
      beforeMark != .merchantLabel, before != .at
    {
      return nil
    }
    if message.lexemes[first].kind == .mark, !message.isMark(at: first, "'") { score += 5 }
    if before == .debit || before == .credit || before == .payment || before == .transfer { score += 4 }
    if message.lexemes[last].end - message.lexemes[first].start <= 5, capitals < 2 { score -= 3 }
    let distance = first - amount.last
    if distance >= 1, distance <= 3 { score += 6 }
    if last < amount.first, amount.first - last <= 2 { score += 4 }
    if let balance, last < balance.first, first > amount.last { score += 4 }
    if message.isKind(.moment, at: last + 1) || message.isKind(.moment, at: last + 2) || message.isKind(.moment, at: first - 2) {
      score += 2
    }
    if first == 0 { score -= 5 }
    if let balance, first > balance.last, plain > 2 || capitals == 0 { score -= 5 }
    return Field(first: first, last: last, score: score)
  }

  /// "Карта*3296 Tele2 Баланс": a capital, and no sentence that begins with it.
  private static func isNameAmongFields(_ first: Int, _ last: Int, in message: Message) -> Bool {
    if message.isKind(.number, at: last) { return true }
    return first > 0 && message.lexemes[first].flags.contains(.upper) && !message.lexemes[first].startsLine
      && (message.isKind(.masked, at: first - 1) || message.isKind(.number, at: first - 1))
  }

  /// "Axis Bank", "из Банк Русский Стандарт": the bank, where somebody else sends or takes money; not "Bank Coffee".
  static func isBank(_ field: Field, in message: Message) -> Bool {
    if message.isWord(at: field.last, among: banks) { return true }
    return Speech.isSigned(message) && (field.first..<field.last).contains { message.isWord(at: $0, among: banks) }
  }

  /// "XXXXXXX" for a name or number that was blanked.
  private static func isMask(_ index: Int, in message: Message) -> Bool {
    let word = message.lexemes[index]
    return word.end - word.start > 2
      && message.bytes[Int(word.start)..<Int(word.end)].allSatisfy { $0 | 0x20 == 0x78 }
  }

  /// How money goes, not to whom.
  private static let ways = WordSet("сбп sbp fps")
  /// Who sends or takes money stands beside the bank that does it.
  static let banks = WordSet("банк bank")

  /// `mona@upi`, `shop.77@ybl`: who money goes to in India; all in one piece.
  private static func isAddress(_ first: Int, _ last: Int, in message: Message) -> Bool {
    guard last - first >= 2, last - first < 12 else { return false }
    for index in first + 1...last where !message.isGlued(index) { return false }
    return (first + 1..<last).contains { message.isMark(at: $0, "@") && message.isKind(.word, at: $0 + 1) }
  }

  /// "You have", "has been", "a direct": not "THE BODY SHOP".
  private static func beginsAsSentence(_ first: Int, _ last: Int, in message: Message) -> Bool {
    let word = message.lexemes[first]
    guard word.kind == .word, word.flags.contains(.lower), beginnings.contains(word.value) else { return false }
    if openings.contains(word.value) { return message.endsSentence(before: first) }
    return !articles.contains(word.value) || first == last || !message.lexemes[first + 1].flags.contains(.upper)
  }

  /// What the next sentence speaks of.
  private static let openings = WordSet(
    """
    следующий следующая следующее следующие следующего спасибо next thank thanks funds please sleduyushchij sleduyushchee \
    spasibo
    """)
  private static let articles = WordSet("a an the of")
  private static let salutations = WordSet(
    "деньги средства dengi sredstva течение techenie you your dear hi hello we has have was is вы вас вам ваш ваша ваше уважаемый уважаемая"
  )
  private static let beginnings = WordSet(of: openings, articles, salutations)

  /// Words of a sentence: none with a capital letter, no quotation marks, no label before them.
  private static func isNameless(
    _ first: Int, _ last: Int, in message: Message, _ capitals: Int, _ before: Concept, _ beforeMark: Concept, next: Concept
  ) -> Bool {
    if capitals > 0 || message.lexemes[first].kind == .mark || before == .merchantLabel || beforeMark == .merchantLabel { return false }
    if message.concept(at: first) == .own || (first...last).contains(where: { message.concept(at: $0) == .atm }) { return true }
    if next == .balance || next == .available { return false }
    switch before {
    case .at, .from, .forWhat, .debit, .credit, .payment: return false
    default: return true
    }
  }
}
