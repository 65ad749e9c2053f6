/// The forms of a counted noun.
enum Plural {
  /// English: `1 message`, otherwise `messages`.
  static func english(_ count: Int, _ one: String, _ other: String) -> String {
    count == 1 ? one : other
  }

  /// Russian, by the rules of Unicode's CLDR: `1 сообщение`, `2 сообщения`, `5 сообщений`, `11 сообщений`, `21 сообщение`.
  static func russian(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
    let magnitude = count.magnitude
    let ones = magnitude % 10
    let tens = magnitude % 100
    if ones == 1, tens != 11 { return one }
    if (2...4).contains(ones), !(12...14).contains(tens) { return few }
    return many
  }
}
