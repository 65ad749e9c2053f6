/// The letters of a word as it is typed, and, where they are Cyrillic, in each way that gateways without Cyrillic write them in Latin ones.
///
/// Banks use three systems, and mixtures of them: one from English habit ("nalichnykh", "tsentr", "vashey", "operatsiyu"), that of passports (ICAO
/// Doc 9303: "kh", "ts", "vashei", "operatsiiu", "shch") and the Slavic one of GOST 7.79 ("nalichnyh", "centr", "vashej", "operaciju", "shh"). So
/// a word has every spelling that its letters' spellings make together; within it a letter is written in one way.
struct Spellings {
  /// Folded letters, without the signs that stand among them.
  typealias Letters = [UInt32]

  let typed: Letters
  /// What each letter can become, as places in `table`; empty for a word that isn't Cyrillic, or has a letter that Russian and Ukrainian lack.
  private var places: [Int] = []
  private let table: [[Letters]]

  init(of word: some StringProtocol) {
    var typed: Letters = []
    var letters: [UInt32] = []
    for scalar in word.unicodeScalars {
      let info = CharacterTable.info(of: scalar.value)
      guard info.role == CharacterInfo.Role.letter.rawValue || info.role == CharacterInfo.Role.ideograph.rawValue else { continue }
      typed.append(info.folded)
      letters.append(scalar.value)
    }
    self.typed = typed
    table = letters.contains { Self.ukrainianOnly.contains($0) } ? Self.ukrainian : Self.russian
    for (index, letter) in letters.enumerated() {
      let isAfterVowel = letter == 0x435 && (index == 0 || Self.vowels.contains(letters[index - 1]))
      let place = isAfterVowel ? Self.softE : Int(letter) - 0x430
      guard table.indices.contains(place), !table[place].isEmpty else {
        places = []
        return
      }
      places.append(place)
    }
  }

  /// Whether a word has Cyrillic letters.
  static func isCyrillic(_ word: some StringProtocol) -> Bool { word.unicodeScalars.contains { (0x400..<0x530).contains($0.value) } }

  /// Calls `body` with each spelling in Latin letters.
  func eachTransliterated(_ body: (Letters) -> Void) {
    // A letter alone is read in too many ways already.
    guard places.count > 1 else { return }
    var chosen = [Int](repeating: -1, count: table.count)
    var letters: Letters = []
    letters.reserveCapacity(2 * places.count)
    spell(from: 0, &letters, &chosen, body)
  }

  private func spell(from index: Int, _ letters: inout Letters, _ chosen: inout [Int], _ body: (Letters) -> Void) {
    guard index < places.count else { return body(letters) }
    let place = places[index]
    let length = letters.count
    let earlier = chosen[place]
    for (choice, spelling) in table[place].enumerated() where earlier < 0 || choice == earlier {
      chosen[place] = choice
      letters += spelling
      spell(from: index + 1, &letters, &chosen, body)
      letters.removeLast(letters.count - length)
    }
    chosen[place] = earlier
  }

  // MARK: Tables

  /// The place of an "е" that opens a word or stands behind a vowel: "postuplenie", "postupleniye".
  private static let softE = 0x30
  private static let vowels = Set("аеиоуыэюяёієї".unicodeScalars.map(\.value))
  private static let ukrainianOnly = Set("іїєґ".unicodeScalars.map(\.value))

  private static let russian = table(
    [
      ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"), ("ё", "e yo io jo"), ("ж", "zh j"), ("з", "z"), ("и", "i"),
      ("й", "j y i"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"),
      ("у", "u"),
      ("ф", "f"), ("х", "h kh x"), ("ц", "c ts tc"), ("ч", "ch"), ("ш", "sh"), ("щ", "sch shch shh sh"), ("ъ", "_"), ("ы", "y"), ("ь", "_"),
      ("э", "e"), ("ю", "yu ju iu"), ("я", "ya ja ia"),
    ], softE: "e ye")

  /// Ukrainian reads some of the letters in its own way (resolution 55 of the Cabinet, 2010, and what phones did before).
  private static let ukrainian = table(
    [
      ("а", "a"), ("б", "b"), ("в", "v"), ("г", "h g"), ("ґ", "g"), ("д", "d"), ("е", "e"), ("є", "ie ye je"), ("ж", "zh j"), ("з", "z"),
      ("и", "y"),
      ("і", "i"), ("ї", "i yi ji"), ("й", "i y j"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"),
      ("с", "s"),
      ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "kh h x"), ("ц", "ts c"), ("ч", "ch"), ("ш", "sh"), ("щ", "shch sch shh"), ("ь", "_"),
      ("ю", "iu yu ju"), ("я", "ia ya ja"),
    ], softE: "e")

  /// By the letter's distance from "а"; `_` is nothing.
  private static func table(_ letters: [(Unicode.Scalar, String)], softE: String) -> [[Letters]] {
    var table = [[Letters]](repeating: [], count: 0x492 - 0x430)
    func spellings(_ text: String) -> [Letters] {
      text.split(separator: " ").map { $0 == "_" ? [] : $0.unicodeScalars.map(\.value) }
    }
    for (letter, text) in letters { table[Int(letter.value) - 0x430] = spellings(text) }
    table[Self.softE] = spellings(softE)
    return table
  }
}
