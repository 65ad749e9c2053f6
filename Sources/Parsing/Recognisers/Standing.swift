import Model

/// What a text without a verb that anybody knows says by how it is made: a sum and what is left after it, what was left before it, a card and a place.
enum Standing {
  /// The verb that a text has instead of a weak one or none; nil where nothing tells of an operation.
  static func verb(
    _ weak: Directions.Verb?, amount: Sums.Item, balance: Sums.Item?, card: Range<Int>?, sums: Sums, in message: Message
  ) -> Directions.Verb? {
    let hasBalance = balance?.label == .balance
    guard weak == nil ? amount.isNamed && (hasBalance || isCardRecord(amount, card, in: message)) : hasBalance else { return weak }
    func verb(_ direction: Direction?) -> Directions.Verb {
      Directions.Verb(direction: direction, isStrong: weak?.isStrong ?? false, index: weak?.index ?? amount.first)
    }
    if let direction = byBalances(amount, sums) { return verb(direction) }
    if let weak, weak.direction != nil { return weak }
    if let balance, isWhole(amount, balance) || Payers.isFromSomebody(amount.last + 1, in: message) { return verb(.incoming) }
    if weak == nil, isToSomebody(amount.last + 1, in: message) { return verb(.outgoing) }
    // A verb that nobody knows gives no direction; a card whose record has none pays.
    let hasCard = message.has(.card) || message.has(.cardBrand)
    guard weak == nil || weak?.isStrong == false, hasCard || card != nil && !message.has(.account) else { return verb(nil) }
    return verb(isNamed(at: amount.first - 1, in: message) ? nil : .outgoing)
  }

  /// "$50 to JOHN": not "to your account".
  private static func isToSomebody(_ index: Int, in message: Message) -> Bool {
    guard message.concept(at: index) == .to, index + 1 < message.count else { return false }
    let next = message.lexemes[index + 1]
    return next.kind == .chain || next.kind == .number || next.kind == .word && next.flags.contains(.upper) && next.concept == .none
  }

  /// "Old balance 154.04, new balance 4 191.04": which way the sum between two balances went.
  private static func byBalances(_ amount: Sums.Item, _ sums: Sums) -> Direction? {
    let balances = sums.items.lazy.filter { $0.label == .balance || $0.label == .before }
    guard let before = balances.first, let after = balances.dropFirst().first, before.currency == after.currency else { return nil }
    guard let earlier = minor(before), let later = minor(after), let moved = minor(amount), moved > 0 else { return nil }
    let (difference, overflow) = later.subtractingReportingOverflow(earlier)
    guard !overflow, difference.magnitude == moved.magnitude else { return nil }
    return difference > 0 ? .incoming : .outgoing
  }

  /// What is left is what came.
  private static func isWhole(_ amount: Sums.Item, _ balance: Sums.Item) -> Bool {
    balance.label == .balance && balance.sign >= 0 && minor(amount) == minor(balance)
      && (amount.currency == balance.currency || amount.currency == 0 || balance.currency == 0)
  }

  /// A sum in hundredths, with its sign.
  private static func minor(_ item: Sums.Item) -> Int64? {
    guard item.decimals <= 2, let value = Int64(exactly: item.value) else { return nil }
    let (scaled, overflow) = value.multipliedReportingOverflow(by: item.decimals == 0 ? 100 : item.decimals == 1 ? 10 : 1)
    return overflow ? nil : item.sign < 0 ? -scaled : scaled
  }

  /// A masked card, a sum, a time, and no word that asks, offers or refuses: a line of a card's record.
  private static func isCardRecord(_ amount: Sums.Item, _ card: Range<Int>?, in message: Message) -> Bool {
    guard let card, card.contains(where: { message.isKind(.masked, at: $0) || message.isKind(.number, at: $0) }) else { return false }
    return !message.concepts.meets(doubts)
      && (message.lexemes.contains { $0.kind == .moment || $0.concept == .merchantLabel } || !message.lexemes.contains(where: isPlain))
  }

  /// A word in small letters that nobody knows: what people read, and records lack.
  private static func isPlain(_ lexeme: Lexeme) -> Bool {
    lexeme.kind == .word && lexeme.concept == .none && lexeme.flags.contains(.lower) && !lexeme.flags.contains(.upper)
      && lexeme.end - lexeme.start > 3
  }

  /// A word that could be the verb: what a place is called stands elsewhere.
  private static func isNamed(at index: Int, in message: Message) -> Bool {
    message.isKind(.word, at: index) && message.concept(at: index) == .none && message.lexemes[index].flags.contains(.lower)
      && !message.isWord(at: index, among: approvals)
  }

  private static let approvals = WordSet(.standingApprovals)

  private static let doubts = ConceptSet([
    .decline, .negation, .cancel, .future, .pending, .demand, .debt, .changed, .imperative, .promo, .application, .block, .suspicious,
    .bind,
    .unbind, .statement, .code, .limit, .bonus, .rate, .login, .credential, .codeVerb,
  ])
}
