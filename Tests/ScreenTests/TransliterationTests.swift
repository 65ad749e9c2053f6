import Testing

@testable import Screen

@Suite("Letters on a terminal that knows only ASCII")
struct TransliterationTests {
  @Test(
    "a text is spelled out as BGN/PCGN has it, capitals as the word has them",
    arguments: [
      ("Щёлкните, подъезд, июль", "Shchyolknite, pod\"ezd, iyul'"), ("ЩУКА, Цех, Йод, эхо, ЖКХ", "SHCHUKA, Tsekh, Yod, ekho, ZHKKH"),
      ("съёмка, объявление, мы", "s\"yomka, ob\"yavlenie, my"), ("и\u{306}", "y"), ("178\u{202F}500\u{A0}₽", "178 500 R"),
      ("а\nя", "a\nya"), ("5 ₽ — «№ 7»", "5 R - \"N 7\""),
    ])
  func russian(text: String, spelled: String) {
    #expect(Glyphs.ascii.spelling(text) == spelled)
    #expect(Glyphs.unicode.spelling(text) == text)
  }

  @Test(
    "letters of other alphabets keep their sounds",
    arguments: [
      ("Їжак, Єва, воўк", "Yizhak, Yeva, vowk"), ("Қазақ, Ғани", "Qazaq, Ghani"), ("Łódź, Straße, Ærø", "Lodz, Strasse, Aero"), ("招", "?"),
    ])
  func others(text: String, spelled: String) {
    #expect(Glyphs.ascii.spelling(text) == spelled)
  }

  @Test("no two Russian consonants are spelled alike, and whatever comes, only ASCII is left")
  func distinct() {
    let consonants = "бвгджзйклмнпрстфхцчшщ".map { Glyphs.ascii.spelling(String($0)) }
    #expect(Set(consonants).count == consonants.count)
    let all = (UInt32(0x20)...0x2FFF).compactMap(Unicode.Scalar.init).map { Glyphs.ascii.spelling(String($0)) }
    #expect(all.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }
}
