import Model
import Testing

@testable import Parsing

@Suite("Reading messages line by line")
struct ParseStreamTests {
  private static let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)

  /// Feeds the input in blocks of `size` bytes.
  private func read(_ input: [UInt8], inBlocksOf size: Int = .max) -> (output: String, problems: [LineProblem]) {
    var stream = ParseStream(parser: Self.parser)
    var writer = MeaningWriter()
    var start = 0
    while start < input.count {
      let end = min(input.count, start + min(size, input.count))
      Array(input[start..<end]).withUnsafeBufferPointer { stream.feed($0) { writer.write($0) } }
      start = end
    }
    stream.finish { writer.write($0) }
    return (String(decoding: writer.take(), as: UTF8.self), stream.takeProblems())
  }

  private func read(_ input: String, inBlocksOf size: Int = .max) -> (output: String, problems: [LineProblem]) {
    read(Array(input.utf8), inBlocksOf: size)
  }

  @Test("it doesn't matter how the input is cut into blocks", arguments: [1, 2, 3, 7, 64])
  func blocks(size: Int) {
    let input = """
      {"id":"a","sender":"900","title":"Сбербанк","text":"Покупка 100р \\"KAFE\\"\\nБаланс: 5 300р 😀"}\r
      {"id":2

      Code 482913\r
      {"text":"\\ud83d\\ude00 \\u0410"}
      """
    let whole = read(input)
    #expect(whole.output.split(separator: "\n").count == 3)
    #expect(whole.problems == [LineProblem(line: 2, mistake: .notJSON(.commaOrBrace, byte: 8))])
    let cut = read(input, inBlocksOf: size)
    #expect(cut.output == whole.output)
    #expect(cut.problems == whole.problems)
  }

  @Test("an id comes back as it came, of whatever kind it is", arguments: ["\"a\\\"b\"", "17", "-1.5e3", "null", "{\"x\":[1,2]}", "true"])
  func identifiers(id: String) {
    #expect(read("{\"text\":\"Hello\",\"id\":\(id)}").output.hasPrefix("{\"id\":\(id),\"bank\""))
  }

  @Test("without an id a message has the number of its line, empty lines counted")
  func lineNumbers() {
    let lines = read("Hello\n\n  \nHello").output.split(separator: "\n")
    #expect(lines.map { $0.prefix(8) } == ["{\"id\":1,", "{\"id\":4,"])
  }

  @Test(
    "a line that is no object says where and what was expected",
    arguments: [
      ("{", .key, 2), ("{\"text\"}", .colon, 8), ("{\"text\":\"a}", .endOfString, 12), ("{\"text\":\"\\x\"}", .escape, 11),
      ("{\"text\":\"a\"} b", .endOfLine, 14), ("{\"text\":\"a\",}", .key, 13), ("{\"a\":tru}", .value, 9),
    ] as [(String, JSONProblem.Expectation, Int)])
  func notJSON(line: String, expected: JSONProblem.Expectation, byte: Int) {
    let (output, problems) = read(line)
    #expect(output.isEmpty)
    #expect(problems == [LineProblem(line: 1, mistake: .notJSON(expected, byte: byte))])
  }

  @Test(
    "an object without a text, or with one that is no text, is left out",
    arguments: ["{}", "{\"id\":1}", "{\"text\":5}", "{\"text\":null}"])
  func noText(line: String) {
    #expect(read(line).problems == [LineProblem(line: 1, mistake: .noText)])
  }

  @Test("a line of more than 16 MB is left out, and the next one is read")
  func tooLong() {
    let (output, problems) = read(
      [UInt8](repeating: 0x61, count: InputLines.longest + 1) + Array("\nCode 482913".utf8), inBlocksOf: 1 << 20)
    #expect(problems == [LineProblem(line: 1, mistake: .tooLong(limit: InputLines.longest))])
    #expect(output.contains("\"code\":\"482913\""))
  }

  @Test("bytes that are no UTF-8, NUL and half a surrogate pair come out as JSON that can be read")
  func brokenBytes() {
    let broken = Array("{\"text\":\"Покупка 100р ".utf8) + [0xFF, 0xC3, 0x00] + Array("KAFE\"}".utf8)
    #expect(read(broken).problems == [LineProblem(line: 1, mistake: .notJSON(.noControlCharacter, byte: 33))])
    let text = Array("Pokupka 100r KAFE".utf8) + [0xFF, 0xC3, 0x00] + Array("X Balans: 5r".utf8)
    #expect(read(text).output.contains("\u{FFFD}\u{FFFD}\\u0000X\""))
    #expect(read("{\"text\":\"Pokupka 100r KAFE\\ud83d X Balans: 5r\"}").output.contains("KAFE\u{FFFD} X"))
  }
}
