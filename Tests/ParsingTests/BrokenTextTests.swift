import Testing

@testable import Parsing

@Suite("Bytes that are no UTF-8 inside texts")
struct BrokenTextTests {
  @Test(
    "a broken sequence hides nothing of what stands behind it",
    arguments: [[0xD0], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x94], [0xFF], [0xBF]] as [[UInt8]])
  func broken(bytes: [UInt8]) {
    let text = Array("Код".utf8) + bytes + Array(" 123456 для входа".utf8)
    var stream = ParseStream(parser: MessageParser(catalog: BankCatalog(files: [])))
    var codes: [String?] = []
    (text + [0x0A]).withUnsafeBufferPointer { input in stream.feed(input) { codes.append($0.facts.code) } }
    #expect(codes == ["123456"])
  }
}
