import Model

/// A push whose title is the shop: "Кафе Зерно" above "Покупка на 660 ₽, счёт карты *4417".
extension Merchants {
  /// The title, where it can be nothing but a name and the text below it begins with what happened.
  static func title(in message: Message, body: Int, amount: Sums.Item, _ direction: Direction?) -> Range<Int32>? {
    guard body > 0, body <= 12, body < message.count, amount.first >= body, beginsWithOperation(body, in: message, amount) else {
      return nil
    }
    // Above money that comes in stands the bank.
    guard direction != .incoming || message.has(.refund) else { return nil }
    var hasName = false
    for index in 0..<body {
      let lexeme = message.lexemes[index]
      switch lexeme.kind {
      case .word:
        if words.contains(lexeme.concept) || message.isWord(at: index, among: senders) || isBank(index, in: message) { return nil }
        hasName = hasName || lexeme.flags.contains(.upper) || lexeme.end - lexeme.start > 3
      case .link: hasName = true
      case .number: if lexeme.decimals > 0 || message.concept(at: index + 1) == .currency { return nil }
      case .moment, .masked, .chain: return nil
      case .mark: if lexeme.isMark(":") || lexeme.currency != 0 { return nil }
      }
    }
    return hasName ? message.lexemes[0].start..<message.lexemes[body - 1].end : nil
  }

  /// "Покупка на 660 ₽", "Paid €5", "640.19 TRY *4417".
  private static func beginsWithOperation(_ body: Int, in message: Message, _ amount: Sums.Item) -> Bool {
    if amount.first - body <= 1 { return true }
    return tellsOperation(body..<min(body + 3, message.count), in: message)
  }

  static func tellsOperation(_ range: Range<Int>, in message: Message) -> Bool {
    range.contains { operations.contains(message.concept(at: $0)) }
  }

  /// Whether a name in the text wins over one in the title: it is labelled, stands at the sum, or is written as terminals are. A relative's
  /// behind a comma, "Юлия Х.", doesn't.
  static func wins(_ field: Field, in message: Message, _ amount: Sums.Item) -> Bool {
    if field.isLabelled || message.concept(at: field.first - 1) == .forWhat { return true }
    let distance = field.first - amount.last
    if distance == 1 || distance == 2 && !message.isMark(at: field.first - 1, ",") && !message.lexemes[field.first].startsLine {
      return true
    }
    return (field.first...field.last).contains {
      let lexeme = message.lexemes[$0]
      return (lexeme.kind == .word || lexeme.kind == .link) && lexeme.flags.contains(.upper) && !lexeme.flags.contains(.lower)
        && lexeme.end - lexeme.start > 4
    }
  }

  /// "ПриватБанк", "OptimaBank".
  static func isBank(_ index: Int, in message: Message) -> Bool {
    let word = message.lexemes[index]
    let bytes = message.bytes[Int(word.start)..<Int(word.end)]
    return bytes.count >= 4 && bytes.suffix(4).map { $0 | 0x20 }.elementsEqual("bank".utf8)
      || bytes.count > 3 && bytes.suffix(3).elementsEqual("App".utf8)
      || bytes.count >= 8
        && (bytes.suffix(8).elementsEqual("банк".utf8) || bytes.suffix(8).elementsEqual("БАНК".utf8)
          || bytes.suffix(8).elementsEqual("Банк".utf8))
  }

  private static let operations = ConceptSet([.debit, .credit, .refund, .cancel, .payment, .transfer, .operation, .done])

  /// What a title tells where it is no name.
  private static let words = ConceptSet([
    .debit, .credit, .refund, .cancel, .payment, .transfer, .operation, .incoming, .outgoing, .interest, .decline, .negation, .done,
    .future,
    .pending, .demand, .amount, .total, .balance, .available, .limit, .fee, .bonus, .rate, .otherSum, .debt, .card, .account, .deposit,
    .own,
    .number, .code, .secret, .login, .device, .bind, .unbind, .credential, .changed, .notification, .block, .suspicious, .settings,
    .statement,
    .application, .promo, .app,
  ])
  /// Banks and programs call themselves so, or call what they send so.
  private static let senders = WordSet(.bankItself)
}
