/// What a text says was done in the end, whatever else it announces or asks for.
enum Outcomes {
  /// The last word with which the bank says that something was done: "списан", "was posted", not "не оплачен", "will be debited" or "если вы
  /// оплатили".
  static func last(in message: Message) -> Int? {
    guard message.mayHave(finished) else { return nil }
    return message.lexemes.indices.last { isMet($0, among: finished, in: message) }
  }

  /// Whether the piece at `index` says that something was done.
  static func isDone(at index: Int, in message: Message) -> Bool { isMet(index, among: finished, in: message) }

  /// Whether the bank says that an account was changed by it.
  static func isBooked(_ message: Message) -> Bool {
    guard message.mayHave(booked) else { return false }
    return message.lexemes.indices.contains { isMet($0, among: booked, in: message) }
  }

  private static func isMet(_ index: Int, among words: WordSet, in message: Message) -> Bool {
    guard message.isKind(.word, at: index), words.contains(message.lexemes[index].value) else { return false }
    // "Пришёл счёт", "отправлен запрос".
    if message.isWord(at: index + 1, among: papers) { return false }
    // "Платёж принят к исполнению", "в обработку".
    if message.isWord(at: index, among: taken), message.has(.application) || message.isWord(at: index + 1, among: forWork) { return false }
    // "The amount debited will be returned", "debited amount".
    let next = message.concept(at: index + 1)
    if next == .future || next == .amount { return false }
    var place = index - 1
    while place >= 0, place >= index - 8, !message.endsSentence(before: place + 1) {
      if message.isKind(.word, at: place) {
        let word = message.lexemes[place].value
        if conditions.contains(word) || place >= index - 3 && obligations.contains(word) { return false }
        // "To get paid", but "transfer to Ann completed".
        if place == index - 1, message.concept(at: place) == .to { return false }
        if place >= index - 4, message.concept(at: place) == .negation { return false }
      }
      if message.lexemes[place].startsLine { break }
      place -= 1
    }
    return true
  }

  private static let finished = WordSet(.finished)
  private static let booked = WordSet(.booked)
  private static let taken = WordSet(.takenOn)
  private static let forWork = WordSet(.intoWork)
  private static let papers = WordSet(.requestOrBill)
  private static let conditions = WordSet(.condition)
  private static let obligations = WordSet(.obligation)
}
