import Testing

@testable import Ingest

@Suite("Bytes that become texts")
struct TextRepairTests {
  private func read(_ bytes: [UInt8], mended: Bool = false) -> (text: String, count: Int) {
    var repair = TextRepair()
    let text = bytes.withUnsafeBufferPointer { repair.string($0, mended: mended) }
    return (text, repair.count)
  }

  @Test("a text in UTF-8 comes out as it is", arguments: ["", "a", "Код 123456", "\u{FFFD}", "🔔 余额 1 234,56 ₽ и ещё много слов"])
  func whole(text: String) {
    #expect(read(Array(text.utf8)) == (text, 0))
    #expect(read(Array(text.utf8), mended: true) == (text, 1))
  }

  @Test(
    "bytes that are no UTF-8 become U+FFFD and count, also where that is as long as what it stands for",
    arguments: [[0xFF], [0xF0, 0x9F, 0x94], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] as [[UInt8]])
  func broken(bytes: [UInt8]) {
    let (text, count) = read(Array("Код ".utf8) + bytes + Array(" 1".utf8))
    #expect(text.hasPrefix("Код \u{FFFD}"))
    #expect(text.hasSuffix(" 1"))
    #expect(count == 1)
  }

  @Test("NUL becomes U+FFFD and counts")
  func null() {
    #expect(read([0x61, 0, 0x62]) == ("a\u{FFFD}b", 1))
  }
}
