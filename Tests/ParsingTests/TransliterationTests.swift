import Foundation
import Model
import Testing

@testable import Parsing

@Suite("Texts in Latin letters instead of Cyrillic ones")
struct TransliterationTests {
  @Test("every Russian and Ukrainian text of these tests says the same in each system that banks use", arguments: Scheme.all)
  func texts(_ scheme: Scheme) throws {
    let texts = try CyrillicTexts.all()
    #expect(texts.count > 400)
    var otherShops = 0
    for text in texts {
      let transliterated = scheme.spelled(text)
      let (one, other) = (Sample.facts(text), Sample.facts(transliterated))
      #expect(Sense(one, scheme) == Sense(other, scheme), "\(transliterated)\n\(text)")
      if Self.shop(one, scheme) != Self.shop(other, scheme) { otherShops += 1 }
    }
    // Letters alone tell "LAVKA" from "У вас ещё"; in a text that is Latin all through they can't.
    #expect(otherShops * 40 < texts.count, "\(otherShops)")
  }

  @Test("a word has the spellings of its letters, each letter written in one way")
  func spellings() {
    #expect(latin("счёт") == ["schet", "schiot", "schjot", "schyot"])
    #expect(latin("хранящихся").count == 3 * 4 * 3)
    #expect(latin("юг") == ["iug", "jug", "yug"])
    #expect(latin("ваши") == ["vashi"])
    #expect(latin("рахунків") == ["rahunkiv", "rakhunkiv", "raxunkiv"])
  }

  @Test("words of other alphabets, of mixed letters and of one letter have none", arguments: ["kod", "кoд", "төлем", "плаћање", "в", "余额"])
  func none(_ word: String) {
    #expect(latin(word).isEmpty)
  }

  @Test("a typed word keeps its meaning whatever a transliterated one sounds like")
  func typed() {
    var builder = LexiconBuilder()
    builder.add("сумма*", Lexicon.Entry(concept: .debit))
    builder.add("summa", Lexicon.Entry(concept: .balance))
    builder.addTransliterated()
    let key = Lexicon.Place.key(.whole, hash("summa"))
    #expect(builder.places.first { $0.has(key) }?.concept == Concept.balance.rawValue)
    #expect(builder.places.contains { $0.has(Lexicon.Place.key(.stem, hash("summa"))) })
  }

  @Test(
    "a sign for the soft sign belongs to its word, an apostrophe of other languages parts words",
    arguments: [
      ("Parol' dlya vhoda: 481290. Ne soobshchajte", "481290"), ("Vash odnorazovyj parol`: 481290", "481290"),
      ("You couldn't log in with code 481290", "481290"),
    ])
  func softSign(_ text: String, _ code: String) {
    #expect(Sample.facts(text).code == code)
  }

  /// The shop as it is spelled in the scheme, its letters and digits alone.
  private static func shop(_ facts: Facts, _ scheme: Scheme) -> String? {
    facts.merchant.map { scheme.spelled($0).lowercased().filter { $0.isLetter || $0.isNumber } }
  }

  private func hash(_ word: String) -> FNV1a {
    var hash = FNV1a()
    for scalar in word.unicodeScalars { hash.mix(scalar.value) }
    return hash
  }

  private func latin(_ word: String) -> [String] {
    var words: [String] = []
    Spellings(of: word).eachTransliterated { letters in
      words.append(String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init))))
    }
    return words.sorted()
  }
}

/// A system of transliteration.
struct Scheme: CustomTestStringConvertible {
  var testDescription: String
  private var russian: [Character: String]

  static let all = [
    Scheme("of English habit", "zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya"),
    Scheme("of passports", "zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e iu ia"),
    Scheme("of GOST", "j z i j k l m n o p r s t u f h c ch sh shh ' y ' e ju ja"),
  ]

  private static let ukrainian: [Character: String] = ["г": "h", "и": "y", "і": "i", "ї": "i", "є": "ie", "ґ": "g"]

  /// `spellings` are those of the letters from "ж" on.
  private init(_ name: String, _ spellings: String) {
    testDescription = name
    let all = "a b v g d e " + spellings
    russian = Dictionary(
      uniqueKeysWithValues: zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", all.split(separator: " ").map { $0 == "_" ? "" : String($0) }))
    russian["ё"] = "e"
  }

  func spelled(_ text: String) -> String {
    let isUkrainian = text.contains { "іїєґІЇЄҐ".contains($0) }
    return text.map { character in
      let lower = Character(character.lowercased())
      guard let spelling = (isUkrainian ? Self.ukrainian[lower] : nil) ?? russian[lower] else { return String(character) }
      return character == lower ? spelling : spelling.prefix(1).uppercased() + spelling.dropFirst()
    }.joined()
  }
}

/// What must be the same. A currency can come from the letters alone, so it isn't looked at.
private struct Sense: Equatable {
  var isTransaction: Bool
  var direction: Direction?
  var amount: Int64?
  var balance: Int64?
  var card: String?
  var code: String?
  var security: SecurityFact.Kind?

  init(_ facts: Facts, _ scheme: Scheme) {
    isTransaction = facts.isTransaction
    direction = facts.direction
    amount = facts.amount?.minorUnits
    balance = facts.balance?.minorUnits
    card = facts.card
    // A code can hold letters.
    code = facts.code.map(scheme.spelled)
    security = facts.security?.kind
  }
}

/// The texts in Cyrillic that stand as literals in the files of this folder.
private enum CyrillicTexts {
  static func all() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").flatMap(literals).filter(isCyrillic)
    }
  }

  /// The string literals of a line, but for those with escapes that mean more than a quotation mark or a line break.
  private static func literals(of line: Substring) -> [String] {
    var literals: [String] = []
    var literal: String?
    var isEscaped = false
    var isPlain = true
    for character in line {
      if isEscaped {
        isEscaped = false
        if character == "\"" || character == "n" { literal?.append(character == "n" ? "\n" : "\"") } else { isPlain = false }
      } else if character == "\\", literal != nil {
        isEscaped = true
      } else if character == "\"" {
        if let literal, isPlain { literals.append(literal) }
        literal = literal == nil ? "" : nil
        isPlain = true
      } else {
        literal?.append(character)
      }
    }
    return literals
  }

  /// Several words, some of them in Cyrillic letters and all of these Russian or Ukrainian.
  private static func isCyrillic(_ text: String) -> Bool {
    let cyrillic = text.unicodeScalars.filter { (0x400...0x52F).contains($0.value) }
    return text.contains(" ") && !text.contains("{") && cyrillic.count > 2
      && cyrillic.allSatisfy { (0x410...0x44F).contains($0.value) || "ЁёІіЇїЄєҐґ".unicodeScalars.contains($0) }
  }
}
