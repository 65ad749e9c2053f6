/// What is asked of the client: whether it was him, to pay, to wait.
enum Questions {
  /// "Это вы?", "Did you …?", "подозрительная операция", "вам поступил запрос".
  static func isAsked(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    let (verb, amount) = (evidence.verb, evidence.amount)
    // "Комиссия за запрос баланса", "your transfer request has been processed".
    if message.first(.demand, in: verb.index + 1..<verb.index + 3) != nil, message.concept(at: verb.index) != .fee,
      Outcomes.last(in: message) == nil
    {
      return true
    }
    if !verb.isStrong, message.mayHave(pleas), isPlea(message, amount), Outcomes.last(in: message) == nil { return true }
    var index = 0
    while message.has(.suspicious), let odd = message.first(.suspicious, in: index..<message.count) {
      switch message.concept(at: odd + 1) {
      case .operation, .debit, .payment, .transfer, .credit: return true
      default: index = odd + 1
      }
    }
    guard message.mayHave(askingAtAll) else { return false }
    for index in 0..<message.count where message.isWord(at: index, among: askingAtAll) {
      if message.isWord(at: index, among: waiting), message.concept(at: index - 1) != .negation,
        message.concept(at: index + 1) != .negation
      {
        return true
      }
      if message.isWord(at: index, among: asking), message.isWord(at: index + 1, among: you),
        index == 0 || message.endsSentence(before: index)
      {
        return true
      }
      if message.isWord(at: index, among: this), message.concept(at: index - 1) != .negation {
        for place in index + 1..<index + 3
        where message.isWord(at: place, among: you) && message.isMark(at: place + 1, "?")
          && message.concept(at: place - 1) != .negation
        {
          return true
        }
      }
    }
    return false
  }

  /// "Please pay by 22-Jan", "пополните карту".
  private static func isPlea(_ message: Message, _ amount: Sums.Item) -> Bool {
    (0..<message.count).contains {
      guard message.isWord(at: $0, among: pleas) else { return false }
      return message.isWord(at: $0, among: polite) ? message.isWord(at: $0 + 1, among: paying) : $0 < amount.first
    }
  }

  private static let waiting = WordSet(.pleaseWait)
  private static let polite = WordSet(.please)
  private static let paying = WordSet(.asksToPay)
  private static let pleas = WordSet(.pleasePay)
  private static let asking = WordSet(.did)
  private static let this = WordSet(.wasThis)
  private static let askingAtAll = WordSet(.askingAtAll)
  private static let you = WordSet(.youInQuestion)
}
