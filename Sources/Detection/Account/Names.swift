/// The texts that an account's events name again and again: devices, phones, banks. Each is kept once and known by a small number.
struct Names: Hashable {
  /// The number of "nothing".
  static let none: UInt16 = 0

  var texts: [String] = []

  /// How many names are kept at most; beyond, new ones count as "nothing", which no rule looks for.
  static let limit = 4_096

  /// The number of a text, which is remembered when it is new.
  mutating func number(of text: String?) -> UInt16 {
    guard let text, !text.isEmpty else { return Self.none }
    if let known = find(text) { return known }
    guard texts.count < Self.limit else { return Self.none }
    texts.growSparingly()
    texts.append(text)
    return UInt16(texts.count)
  }

  /// The number of a text that is known; nil for others.
  func find(_ text: String) -> UInt16? {
    for index in texts.indices where texts[index] == text { return UInt16(index + 1) }
    return nil
  }

  /// The text of a number; nil for "nothing".
  subscript(_ number: UInt16) -> String? {
    number == Self.none || Int(number) > texts.count ? nil : texts[Int(number) - 1]
  }

  /// The names among `texts` that `used` holds, and the new number of each old one.
  func keeping(_ used: Set<UInt16>) -> (names: Names, moved: [UInt16]) {
    var kept = Names()
    var moved = [UInt16](repeating: Self.none, count: texts.count + 1)
    for (index, text) in texts.enumerated() where used.contains(UInt16(index + 1)) {
      kept.texts.append(text)
      moved[index + 1] = UInt16(kept.texts.count)
    }
    return (kept, moved)
  }
}
