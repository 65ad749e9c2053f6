/// The name of a shop, payee or payer as it is compared between channels: an SMS writes `PYATEROCHKA 4012` where a push writes `Пятёрочка`.
///
/// Words become their consonants, in Latin letters, those alike in sound made one; vowels and how a name is spelt in the other script hardly
/// ever agree.
struct MerchantName: Hashable {
  /// Words of letters as consonants; empty ones left out.
  let words: [[UInt8]]
  /// Numbers: of a branch, of a terminal.
  let numbers: Set<String>
  let script: Script
  /// All letters and digits in lower case.
  private let plain: String

  enum Script: Hashable {
    case latin, cyrillic, other
  }

  init?(_ name: String) {
    var words: [[UInt8]] = []
    var numbers: Set<String> = []
    var (hasLatin, hasCyrillic) = (false, false)
    let lowered = name.lowercased()
    for part in lowered.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let letters = part.unicodeScalars.filter { !("0"..."9").contains($0) }
      let digits = part.unicodeScalars.filter { ("0"..."9").contains($0) }
      if !digits.isEmpty { numbers.insert(String(digits.map(Character.init))) }
      hasLatin = hasLatin || letters.contains { ("a"..."z").contains($0) }
      hasCyrillic = hasCyrillic || letters.contains { (0x400...0x52F).contains($0.value) }
      let consonants = Self.consonants(Array(letters))
      if !consonants.isEmpty { words.append(consonants) }
    }
    plain = String(lowered.filter { $0.isLetter || $0.isNumber })
    guard !plain.isEmpty else { return nil }
    self.words = words
    self.numbers = numbers
    script = hasLatin == hasCyrillic ? .other : hasLatin ? .latin : .cyrillic
  }

  /// Whether both can be the name of one: a word in common, or one begins as the other does, and no two numbers that differ.
  func agrees(with other: MerchantName) -> Bool {
    if plain == other.plain { return true }
    if !numbers.isEmpty, !other.numbers.isEmpty, numbers.isDisjoint(with: other.numbers) { return false }
    guard let first = words.first, let otherFirst = other.words.first else { return false }
    if min(first.count, otherFirst.count) >= 2, first.starts(with: otherFirst) || otherFirst.starts(with: first) { return true }
    return words.contains { word in word.count >= 2 && other.words.contains(word) }
  }

  private static func consonants(_ letters: [Unicode.Scalar]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < letters.count {
      let (sounds, length) = sounds(of: letters[index...])
      for sound in sounds.utf8 where result.last != sound { result.append(sound) }
      index += length
    }
    return result
  }

  /// What the first letters sound like, and how many they are.
  private static func sounds(of letters: ArraySlice<Unicode.Scalar>) -> (sounds: String, length: Int) {
    guard let letter = letters.first else { return ("", 1) }
    if let sounds = cyrillic[letter] { return (sounds, 1) }
    let next = letters.dropFirst().first
    switch (letter, next) {
    case ("s", "h"), ("c", "h"), ("z", "h"): return ("s", 2)
    case ("k", "h"): return ("", 2)
    case ("p", "h"): return ("f", 2)
    case ("c", "e"), ("c", "i"), ("c", "y"): return ("s", 1)
    case ("c", _), ("q", _): return ("k", 1)
    case ("x", _): return ("ks", 1)
    case ("w", _): return ("v", 1)
    case ("z", _): return ("s", 1)
    case ("a", _), ("e", _), ("i", _), ("o", _), ("u", _), ("y", _), ("h", _), ("j", _): return ("", 1)
    default: return (letter.isASCII || letter.properties.isAlphabetic && !isCyrillic(letter) ? String(letter) : "", 1)
    }
  }

  private static func isCyrillic(_ letter: Unicode.Scalar) -> Bool { (0x400...0x52F).contains(letter.value) }

  private static let cyrillic: [Unicode.Scalar: String] = [
    "б": "b", "в": "v", "г": "g", "д": "d", "ж": "s", "з": "s", "к": "k", "л": "l", "м": "m", "н": "n", "п": "p", "р": "r", "с": "s",
    "т": "t",
    "ф": "f", "ц": "ts", "ч": "s", "ш": "s", "щ": "s",
  ]
}
