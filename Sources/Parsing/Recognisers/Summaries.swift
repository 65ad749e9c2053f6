/// Sums of many operations, and of limits: a report of what was spent, a limit that was raised, a hold that was lifted.
enum Summaries {
  static func isSummary(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    let (amount, verb) = (evidence.amount, evidence.verb.index)
    // "Вы получили 41,70 бонусов за операцию на сумму 2 085 ₽".
    if evidence.verb.direction == .incoming, isBonus(verb + 1, in: message) || isBonus(verb + 2, in: message) { return true }
    // "Установлен лимит на покупки 5 000 ₽".
    if message.concept(at: 1) == .limit, message.isWord(at: 0, among: settings), amount.label != .balance { return true }
    if message.isWord(at: verb, among: verbs) {
      // "Холд 5 000 ₽ снят".
      if verb < amount.first, message.isWord(at: verb, among: holds), message.isWord(at: amount.last + 1, among: lifted) { return true }
      let before = max(message.sentenceStart(of: verb), verb - 6)..<verb
      if message.isWord(at: verb, among: changed) {
        let isOfSum = verb < amount.first || message.sentenceStart(of: verb) <= amount.first
        return isOfSum && message.first(.limit, in: before) != nil && message.first(.balance, in: before) == nil
      }
      if message.isWord(at: verb, among: lifted) {
        return Outcomes.last(in: message) ?? -1 < verb && before.contains { message.isWord(at: $0, among: holds) }
      }
      if endsWithPeriod(amount.last + 1, in: message) { return true }
    } else {
      guard message.isWord(at: 0, among: results) || message.isWord(at: 1, among: results) else { return false }
    }
    // "За май вы потратили", "расходы по карте за май", "в мае вы потратили".
    if message.isWord(at: 1, among: recaps) { return true }
    return (0..<min(amount.first, 12)).contains {
      isPeriod($0, in: message) || message.concept(at: $0) == .at && message.isWord(at: $0 + 1, among: months)
    }
  }

  private static func isBonus(_ index: Int, in message: Message) -> Bool {
    message.isKind(.number, at: index) && message.concept(at: index + 1) == .bonus
  }

  /// "Потратили 9 000 ₽ за месяц": not "за месяц проживания", "за День рождения".
  private static func endsWithPeriod(_ index: Int, in message: Message) -> Bool {
    guard isPeriod(index, in: message), !message.lexemes[index + 1].flags.contains(.upper) else { return false }
    let next = index + 2
    return !message.isKind(.word, at: next) || message.lexemes[next].concept != .none || message.endsSentence(before: next)
  }

  /// "За неделю", "за май", "this month".
  private static func isPeriod(_ index: Int, in message: Message) -> Bool {
    switch message.concept(at: index) {
    case .forWhat: message.concept(at: index + 1) == .month || message.isWord(at: index + 1, among: periods)
    default: message.isWord(at: index, among: this) && message.isWord(at: index + 1, among: spans)
    }
  }

  private static let changed = WordSet(.raisedOrLowered)
  private static let settings = WordSet(.setOrChanged)
  private static let lifted = WordSet(.lifted)
  private static let holds = WordSet(.hold)
  private static let spent = WordSet(.youSpent)
  private static let verbs = WordSet(of: changed, lifted, holds, spent)
  private static let results = WordSet(.summary)
  private static let recaps = WordSet(.recap)
  private static let periods = WordSet(.summaryPeriod)
  private static let months = WordSet(.inMonth)
  private static let this = WordSet(.thisOrLast)
  private static let spans = WordSet(.span)
}
