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
        } else if index > first || isShop(link: first, in: message, amount) {
          capitalised += 1
        } else {
          return nil
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
    var isLabelled = before == .merchantLabel || beforeMark == .merchantLabel || beforeMark == .from
    if !isLabelled, message.isMark(at: first - 1, ":"), capitals + capitalised > 0 {
      isLabelled = message.isWord(at: first - 2, among: parties) || beforeMark == .to && direction == .outgoing
    }
    // "В адрес ООО «Ромашка»", "MIGROS işyerinden".
    isLabelled =
      isLabelled || before == .placeLabel && message.concept(at: first - 2) == .at || message.isWord(at: last + 1, among: shopsBehind)
    if isLabelled { score += message.isMark(at: first - 1, ":") ? 16 : 10 }
    if before == .at, !message.isKind(.moment, at: first) {
      score += capitals + capitalised > 0 || message.lexemes[first].kind == .mark ? 7 : 2
      isLabelled = isLabelled || capitals + capitalised > 0
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
    if isOwn(first, last, in: message) || isSignature(first, last, in: message) { return nil }
    if first == last && message.isWord(at: first, among: ways)
      || !isAddress && message.bytes[Int(message.lexemes[first].start)] | 0x20 == 0x78 && isMask(first, in: message)
    {
      return nil
    }
    if before == .reference || beforeMark == .reference { return nil }
    if first != amount.last + 1, !isAddress, !isAmongFields(first, in: message, amount),
      isNameless(first, last, in: message, capitals + capitalised, before, beforeMark, next: next)
    {
      return nil
    }
    if beginsAsSentence(first, last, in: message) { return nil }
    if capitals + capitalised == 0, !isLabelled, !isSpelledAsName(first, last, in: message, before) { return nil }
    // Scripts without capitals and spaces show no names without a label.
    if capitals + capitalised == 0, message.bytes[Int(message.lexemes[first].start)] >= 0xD8, before != .merchantLabel,
      beforeMark != .merchantLabel, before != .at, !isAmongFields(first, in: message, amount)
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
    // The bank's name stands first, where no sum follows it.
    if first == 0 { score -= amount.first - last > 2 ? 10 : 5 }
    if let balance, first > balance.last, plain > 2 || capitals == 0 { score -= 5 }
    return Field(first: first, last: last, score: score, isLabelled: isLabelled)
  }

  /// A host where a shop's name stands: behind a label or the sum, between the marks of fields, before the time.
  private static func isShop(link index: Int, in message: Message, _ amount: Sums.Item) -> Bool {
    let link = message.lexemes[index]
    if message.bytes[Int(link.start)..<Int(link.end)].contains(UInt8(ascii: "/")) { return false }
    switch message.concept(at: index - 1) {
    case .at, .to, .from, .merchantLabel, .debit, .credit, .payment, .operation: return true
    default: break
    }
    if message.isMark(at: index - 1, ":") || message.isMark(at: index - 1, ";") || message.isMark(at: index - 1, ",") { return true }
    return index > amount.last && index - amount.last <= 2 || message.isKind(.moment, at: index + 1)
  }

  /// What has no capital letter is a name in quotation marks, behind "at" and the like, or with signs that no sentence has: `oplata_beeline`.
  private static func isSpelledAsName(_ first: Int, _ last: Int, in message: Message, _ before: Concept) -> Bool {
    if message.lexemes[first].kind != .word || message.bytes[Int(message.lexemes[first].start)] >= 0xD8 { return true }
    switch before {
    case .at, .from, .to, .merchantLabel, .forWhat: return true
    default: break
    }
    return last > first
      && (first + 1...last).contains { message.isGlued($0) && !message.isMark(at: $0, "-") && !message.isMark(at: $0, "/") }
  }

  /// Korean: a name behind the time or the sum, as "20:07 김밥천국 누적80,090원".
  private static func isAmongFields(_ first: Int, in message: Message, _ amount: Sums.Item) -> Bool {
    let start = Int(message.lexemes[first].start)
    guard first > amount.last, message.bytes[start] >= 0xEA, message.bytes[start] <= 0xED else { return false }
    return message.isKind(.moment, at: first - 1) || first == amount.last + 1 || message.isMark(at: first - 1, ")")
  }

  /// "С уважением, Ромашка", "Vasa banka", "… 17:10. Raiffeisenbank": who writes.
  private static func isSignature(_ first: Int, _ last: Int, in message: Message) -> Bool {
    if message.isWord(at: first - 1, among: farewells) || message.isWord(at: first, among: farewells) { return true }
    return first == last && last == message.count - 1 && isBank(first, in: message) && message.endsSentence(before: first)
  }

  /// "VISA GOLD", "MC STANDARD", "МСК", "Equivalent": the client's own card, a zone of time, a label.
  private static func isOwn(_ first: Int, _ last: Int, in message: Message) -> Bool {
    (first...last).allSatisfy {
      message.concept(at: $0) == .cardBrand || message.isKind(.number, at: $0) || message.isKind(.mark, at: $0)
        || message.isWord(at: $0, among: grades) || operations.contains(message.concept(at: $0))
    }
  }

  private static let grades = WordSet(.grades)
  private static let farewells = WordSet(.farewells)
  private static let operations = ConceptSet([.debit, .credit, .refund, .payment, .transfer, .operation, .cancel])
  /// What stands behind a shop's name in Turkish: "in the shop …".
  private static let shopsBehind = WordSet(.shopsBehind)
  /// Labels of whoever took or sent money, and of where it was paid.
  private static let parties = WordSet(.party)

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
  private static let ways = WordSet(.wayOfTransfer)
  /// Who sends or takes money stands beside the bank that does it.
  static let banks = WordSet(.bank)

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
  private static let openings = WordSet(.opensSentence)
  private static let articles = WordSet(.article)
  private static let salutations = WordSet(.salutation)
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
