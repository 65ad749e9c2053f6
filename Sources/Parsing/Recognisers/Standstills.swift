/// Money that is named and doesn't move: held, checked, sent back, asked for, found to be due.
enum Standstills {
  /// "Перевод 5 000 ₽ Ивану И. проверяется", "payment of $45 is being reviewed", "штраф 500 ₽ найден": the first word behind the sum that is no name.
  /// Behind the name of whoever sends money begins what he wrote.
  static func isStuck(_ message: Message, behind amount: Sums.Item) -> Bool {
    guard let index = wordBehindNames(amount, in: message) else { return false }
    let lexeme = message.lexemes[index]
    guard relevant.contains(lexeme.value) else { return false }
    if stuck.contains(lexeme.value) { return true }
    if requests.contains(lexeme.value) { return index == amount.last + 1 || message.isWord(at: index - 1, among: being) }
    return standing.contains(lexeme.value) && message.isWord(at: index + 1, among: stages)
      && !message.lexemes[index + 1].flags.contains(.upper)
  }

  /// Whether nothing but a name stands between the sum and the piece at `index`.
  static func isBehindNames(_ index: Int, _ amount: Sums.Item, in message: Message) -> Bool {
    wordBehindNames(amount, in: message) == index
  }

  /// The first word behind the sum that is neither a name nor joins one; nil where a sentence ends before it, or a sender's name does.
  private static func wordBehindNames(_ amount: Sums.Item, in message: Message) -> Int? {
    var index = amount.last + 1
    let end = min(index + 7, message.count)
    while index < end {
      let lexeme = message.lexemes[index]
      guard lexeme.kind == .word else {
        guard lexeme.isMark("."), !message.endsSentence(before: index + 1) else { return nil }
        index += 1
        continue
      }
      if lexeme.flags.contains(.upper) {
        if message.concept(at: index - 1) == .from { return nil }
      } else if !connecting.contains(lexeme.value) || standing.contains(lexeme.value) && message.isWord(at: index + 1, among: stages) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// "Перевод 5 000 ₽ на проверке".
  private static let standing = WordSet(.standsIn)
  private static let stages = WordSet(.stage)
  private static let stuck = WordSet(.stuck)
  private static let requests = WordSet(.askedOrWithheld)
  private static let being = WordSet(.beingInAnyTense)
  private static let connecting = WordSet(.connecting)
  private static let relevant = WordSet(of: stuck, requests, standing)
}
