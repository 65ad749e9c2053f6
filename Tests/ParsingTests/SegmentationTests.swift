import Testing

@testable import Parsing

@Suite("Parts of an SMS")
struct SegmentationTests {
  // 3GPP TS 23.038, 6.2.1: the default alphabet in its order, without the escape; 6.2.1.1: the extension table.
  static let alphabet = """
    @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà
    """
  static let extended = "\u{0C}^{}\\[~]|€"

  @Test("every character of the default alphabet takes one septet, every one of the extension two")
  func septets() {
    #expect(Self.alphabet.unicodeScalars.count == 127)
    for scalar in Self.alphabet.unicodeScalars { #expect(Segmentation(String(scalar)).units == 1, "\(scalar)") }
    for scalar in Self.extended.unicodeScalars { #expect(Segmentation(String(scalar)).units == 2, "\(scalar)") }
    #expect(Segmentation(Self.alphabet + Self.extended).encoding == .gsm7)
  }

  @Test("one character outside of it makes all of a text UCS-2", arguments: ["ç", "Á", "ё", "₽", "`", "–", "\u{A0}", "😀", "\u{1B}", "\t"])
  func outside(character: String) {
    let text = Segmentation("Pokupka \(character)")
    #expect(text.encoding == .ucs2)
    #expect(text.units == 8 + character.utf16.count)
  }

  @Test(
    "a text is split where a part is full",
    arguments: [
      ("", 1, []), ("a", 160, []), ("a", 161, [153]), ("a", 306, [153]), ("a", 307, [153, 306]), ("a", 459, [153, 306]),
      ("a", 460, [153, 306, 459]), ("ж", 70, []), ("ж", 71, [67]), ("ж", 134, [67]), ("ж", 135, [67, 134]),
      // Two septets, two units: one half of either never begins a part.
      ("€", 80, []), ("€", 81, [76]), ("€", 152, [76]), ("€", 153, [76, 152]), ("😀", 35, []), ("😀", 36, [33]), ("😀", 67, [33, 66]),
    ] as [(String, Int, [Int])])
  func splits(character: String, count: Int, splits: [Int]) {
    let text = Segmentation(String(repeating: character, count: count))
    #expect(text.splits == splits)
    #expect(text.parts == splits.count + 1)
  }

  @Test("a character of two septets that doesn't fit any more begins the next part")
  func escapeAtEnd() {
    let text = String(repeating: "a", count: 152) + "€" + String(repeating: "b", count: 151)
    #expect(Segmentation(text).splits == [152])
    #expect(Segmentation(text + "b").splits == [152, 304])
    #expect(Segmentation(String(repeating: "ж", count: 66) + "😀жжж").splits == [66])
  }

  @Test("what a forced GSM-7 lacks travels as one septet each")
  func forced() {
    #expect(Segmentation("Покупка 😀", encoding: .gsm7).units == 9)
    #expect(Segmentation("Pokupka", encoding: .ucs2).encoding == .ucs2)
  }

  @Test("others' vectors hold", .enabled(if: Corpus.directory != nil, "no corpus beside the project"))
  func corpus() throws {
    let rows = try Corpus.rows("segmentation.jsonl")
    #expect(rows.count >= 50)
    for row in rows {
      // Some vectors force an alphabet that the text alone wouldn't take.
      let text = Segmentation(row.text, encoding: row.expected.encoding.flatMap(Segmentation.Encoding.init(rawValue:)))
      #expect(text.parts == row.expected.segments, "\(row.id)")
      if let encoding = row.expected.encoding, !row.id.hasPrefix("splitsms") {
        #expect(Segmentation(row.text).encoding.rawValue == encoding, "\(row.id)")
      }
    }
  }
}
