import Model

/// Transfers and payments that come to the client, by who sends them and where they go.
enum Payers {
  /// Whether the transfer or payment at `index` comes: "вам перевод", "перевод от …", "приём перевода", "перевод на карту", "отправитель: …".
  static func comes(_ index: Int, in message: Message, _ amount: Sums.Item?) -> Bool {
    if isOf(salaries, index, in: message) || message.isWord(at: index - 1, among: accepting) { return true }
    if comesFromSomebody(index, in: message) || isLabelled(index, in: message) { return true }
    if message.concept(at: index) == .payment { return isReceived(index, in: message, amount) }
    return message.isWord(at: index - 1, among: toYou) || isSigned(index, in: message, amount) || isToCard(index, in: message, amount)
  }

  /// "Подарок 500 ₽ от Ивана".
  static func isFromSomebody(_ index: Int, in message: Message) -> Bool {
    message.isWord(at: index, among: signed) && message.isKind(.word, at: index + 1) && message.lexemes[index + 1].flags.contains(.upper)
  }

  /// "Перевод … от Анны": who sent it stands further on.
  private static func isSigned(_ index: Int, in message: Message, _ amount: Sums.Item?) -> Bool {
    var place = index + 1
    while let from = message.first(.from, in: place..<min(index + 24, message.count)) {
      place = from + 1
      guard isFromSomebody(from, in: message) else { continue }
      // "Остерегайтесь звонков от Мошенников", "по договору от Мая", "Сообщение: от Ольги".
      let start = message.sentenceStart(of: from)
      let isOfTransfer = start <= index || start == from || start <= amount?.first ?? -1
      return (isOfTransfer || from == start + 1 && message.isWord(at: start, among: money)) && !isPaper(message.concept(at: from - 1))
        && !Speech.isNote(from, in: message)
    }
    return false
  }

  private static func isPaper(_ concept: Concept) -> Bool { concept == .deposit || concept == .account || concept == .demand }

  /// "Перевод от …", "Transfer in", "transfer from …".
  private static func comesFromSomebody(_ index: Int, in message: Message) -> Bool {
    guard message.isWord(at: index + 1, among: from) else { return false }
    let other = message.concept(at: index + 2)
    return other != .account && other != .card && other != .own
  }

  /// "Отправитель ООО Ромашка", where nobody is named who gets it.
  private static func isLabelled(_ index: Int, in message: Message) -> Bool {
    guard message.mayHave(payers), !message.lexemes.contains(where: { $0.kind == .word && payees.contains($0.value) }) else { return false }
    return (index + 1..<min(index + 24, message.count)).contains {
      message.isWord(at: $0, among: payers) && message.lexemes[$0].flags.contains(.upper)
        && (message.isMark(at: $0 + 1, ":") || message.isKind(.word, at: $0 + 1)) && !Speech.isNote($0, in: message)
    }
  }

  /// "Payment of $1,286.58 posted for credit card 1950", "принят платёж": what a card or loan is paid back with.
  private static func isReceived(_ index: Int, in message: Message, _ amount: Sums.Item?) -> Bool {
    if message.isWord(at: index - 1, among: accepted) { return message.first(.to, in: max(0, index - 6)..<index) != nil }
    guard let amount, message.has(.credit), message.has(.card) else { return false }
    return (amount.last + 1..<amount.last + 4).contains { message.isWord(at: $0, among: posted) }
  }

  /// "Перевод на карту 5 000 ₽. Баланс 5 181 ₽": the one card that is named is the client's, and its balance follows.
  private static func isToCard(_ index: Int, in message: Message, _ amount: Sums.Item?) -> Bool {
    guard let amount, index < amount.first, index < 8, message.concept(at: index + 1) == .to, message.isWord(at: index + 2, among: cards),
      message.has(.balance) || message.has(.available)
    else { return false }
    if message.isMark(at: index + 3, "."), message.lexemes[index + 3].end - message.lexemes[index + 3].start == 1,
      message.endsSentence(before: index + 4)
    {
      return false
    }
    return message.lexemes.lazy.filter { $0.kind == .masked }.prefix(2).count < 2
      && !(0..<index).contains { message.concept(at: $0) == .operation || message.concept(at: $0) == .debit }
  }

  private static func isOf(_ words: WordSet, _ index: Int, in message: Message) -> Bool {
    message.isWord(at: index + 1, among: words)
  }

  private static let toYou = WordSet(.paidToYou)
  private static let money = WordSet(.moneySent)
  private static let signed = WordSet(.signed)
  private static let from = WordSet(.paidFrom)
  private static let salaries = WordSet(.salaries)
  private static let accepting = WordSet(.accepting)
  private static let accepted = WordSet(.accepted)
  private static let posted = WordSet(.posted)
  private static let cards = WordSet(.cards)
  private static let payers = WordSet(.payers)
  private static let payees = WordSet(.payees)
}
