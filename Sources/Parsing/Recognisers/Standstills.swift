/// Money that is named and doesn't move: held, checked, sent back, asked for, found to be due.
enum Standstills {
  /// "Перевод 5 000 ₽ Ивану И. проверяется", "payment of $45 is being reviewed", "штраф 500 ₽ найден": the first word behind the sum that is no name.
  static func isStuck(_ message: Message, behind amount: Sums.Item) -> Bool {
    var index = amount.last + 1
    let end = min(index + 6, message.count)
    while index < end {
      let lexeme = message.lexemes[index]
      guard lexeme.kind == .word else {
        guard lexeme.isMark("."), !message.endsSentence(before: index + 1) else { return false }
        index += 1
        continue
      }
      // A name.
      if lexeme.flags.contains(.upper) {
        index += 1
        continue
      }
      guard relevant.contains(lexeme.value) else { return false }
      if stuck.contains(lexeme.value) { return true }
      if standing.contains(lexeme.value), message.isWord(at: index + 1, among: stages) {
        return !message.lexemes[index + 1].flags.contains(.upper)
      }
      index += 1
    }
    return false
  }

  /// "Перевод 5 000 ₽ на проверке".
  private static let standing = WordSet("на в под na v on its under in")
  private static let stages = WordSet(
    """
    проверке рассмотрении обработке удержании контроле proverke rassmotrenii obrabotke uderzhanii kontrole \
    hold way its review processing progress dispute
    """)
  private static let stuck = WordSet(
    """
    being requested generated reviewed returned marked withheld проверяется возвращается задерживается обрабатывается найден найдена выставлен \
    зарезервирован зарезервирована зарезервировано наложен наложена наложено proveryaetsya vozvrashchaetsya zaderzhivaetsya najden \
    zarezervirovan zarezervirovana zarezervirovano nalozhen
    """)
  private static let connecting = WordSet(
    "is are was were has have been на в от по для к с из через за to from for at by on of via na v ot po dlya k s iz")
  private static let relevant = WordSet(of: stuck, standing, connecting)
}
