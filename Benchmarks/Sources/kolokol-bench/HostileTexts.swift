import Model

/// Texts made to be slow to read: what words, sums, cards, phones, dates, links and codes begin with and are made of, over and over.
struct HostileTexts: Sequence, IteratorProtocol {
  private var random: RandomStream
  private var left: Int

  init(count: Int, seed: UInt64) {
    random = RandomStream(seed: seed)
    left = count
  }

  private static let pieces = [
    "*", "**", "••", "x", "X1", "xx", "1", "12", "1234", "123456", "0", "1.", "1,", "1-", "1/", "1:", "1р", "1 111", "1,111", "+7", "8",
    "(", ")",
    "-", ".", "..", "…", "a.b", "a.", "a@", "@", "#", "\"", "«", "https://", "//", "12.05", "12:31", "2024-05-14", "RUB", "р", "₽", "Rs",
    "$", "т",
    "код", "code", "введите", "карта", "card", "счёт", "на", "от", "to", "at", "в", "Сумма", "баланс", "лимит", "комиссия", "покупка",
    "перевод",
    "отмена", "не", "если", "завтра", "следующего платежа", "Next due.", "ожидается", "списан", "возврат", "отказ", "здесь", "Сообщение:",
    "от Ивана", "устройство", "подключено", "KAFE", "KAFE-", "PR.", "a", "A", "验证码", "支付", "元", "尾号", "の", "คงเหลือ",
    "รหัส",
    "مانده", "😀", "\u{301}", "\u{200B}", "\u{202E}", "\u{0}",
  ]
  private static let separators = ["", " ", "\n", ".", ", "]

  mutating func next() -> String? {
    guard left > 0 else { return nil }
    left -= 1
    let length = [100, 1_000, 4_000][random.below(3)]
    let chosen = (0...random.below(6)).map { _ in Self.pieces[random.below(Self.pieces.count)] }
    let separator = Self.separators[random.below(Self.separators.count)]
    var text = ""
    var count = 0
    while count < length {
      let piece = chosen[random.below(chosen.count)] + separator
      text += piece
      count += piece.unicodeScalars.count
    }
    return text
  }
}
