import CNcurses
import Screen
import Testing

@testable import Terminal

@Suite("Keys")
struct KeyDecoderTests {
  @Test(
    "control characters are the keys that make them",
    arguments: [
      (0x04, Key.control("d")), (0x15, .control("u")), (0x0C, .control("l")), (0x1A, .control("z")), (0x03, .control("c")),
      (0x00, .control(" ")),
      (0x09, .tab), (0x0D, .enter), (0x0A, .enter), (0x1B, .escape), (0x7F, .backspace), (0x08, .backspace), (0x1F, .control("_")),
    ] as [(UInt32, Key)])
  func controls(character: UInt32, key: Key) {
    #expect(KeyDecoder.key(character: character) == key)
  }

  @Test("letters of any script are characters", arguments: ["j", "G", "ы", "Ё", "中", " ", "🔔"] as [Character])
  func characters(character: Character) throws {
    let scalar = try #require(character.unicodeScalars.first)
    #expect(KeyDecoder.key(character: scalar.value) == .character(character))
  }

  @Test("C1 controls, surrogates and numbers beyond Unicode are no keys", arguments: [0x80, 0x9B, 0xD800, 0x110000] as [UInt32])
  func noKeys(character: UInt32) {
    #expect(KeyDecoder.key(character: character) == nil)
  }

  @Test(
    "codes of ncurses are the keys of its names",
    arguments: [
      (KEY_UP, Key.up), (KEY_DOWN, .down), (KEY_LEFT, .left), (KEY_RIGHT, .right), (KEY_PPAGE, .pageUp), (KEY_NPAGE, .pageDown),
      (KEY_HOME, .home), (KEY_END, .end), (KEY_BTAB, .backTab), (KEY_DC, .delete), (KEY_IC, .insert), (KEY_ENTER, .enter),
      (KEY_BACKSPACE, .backspace), (KEY_F0 + 1, .function(1)), (KEY_F0 + 12, .function(12)),
    ] as [(Int32, Key)])
  func codes(code: Int32, key: Key) {
    #expect(KeyDecoder.key(code: code) == key)
  }

  @Test("a resize of ncurses is no key, for it comes as a signal")
  func resizeIsNoKey() {
    #expect(KeyDecoder.key(code: KEY_RESIZE) == nil)
  }
}
