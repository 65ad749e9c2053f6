import Model
import Testing

@Suite("FNV-1a")
struct FNV1aTests {
  @Test("the published examples have the published values", arguments: [("", 0xcbf2_9ce4_8422_2325), ("foobar", 0x8594_4171_f739_67e8)])
  func published(text: String, value: UInt64) {
    // draft-eastlake-fnv, appendix C, 64 bits.
    var hash = FNV1a()
    for byte in text.utf8 { hash.mix(byte) }
    #expect(hash.value == value)
    var whole = FNV1a()
    var copy = text
    copy.withUTF8 { whole.mix($0) }
    #expect(whole == hash)
  }
}
