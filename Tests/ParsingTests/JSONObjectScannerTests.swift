import Testing

@testable import Parsing

@Suite("Strings of a JSON line")
struct JSONObjectScannerTests {
  @Test("a string ends at its quotation mark, wherever among eight bytes that stands")
  func quotationMark() throws {
    for length in 0...40 {
      let text = String(repeating: "я", count: length / 2) + String(repeating: "~", count: length % 2)
      let found = try Self.strings(of: "{\"text\":\"\(text)\",\"id\":\"7\"}")
      #expect(found == [text, "7"])
    }
  }

  @Test("a backslash is an escape, wherever among eight bytes it stands")
  func backslash() throws {
    for length in 0...40 {
      let plain = String(repeating: "!", count: length)
      #expect(try Self.strings(of: "{\"text\":\"\(plain)\\\"\(plain)\"}") == ["\(plain)\\\"\(plain)"])
    }
  }

  @Test("a control character is refused at its place, wherever among eight bytes it stands", arguments: [0x00, 0x01, 0x1F] as [UInt8])
  func controlCharacter(_ control: UInt8) {
    for length in 0...40 {
      var line = Array("{\"text\":\"".utf8) + [UInt8](repeating: 0xFF, count: length)
      let place = line.count
      line += [control] + Array("          \"}".utf8)
      let problem = #expect(throws: JSONProblem.self) { try line.withUnsafeBufferPointer { try Self.members(of: $0) } }
      #expect(problem?.index == place)
      #expect(problem?.expected == .noControlCharacter)
    }
  }

  @Test("bytes beside the special ones are plain")
  func plain() throws {
    let bytes = (0x20...0x7F).filter { $0 != 0x22 && $0 != 0x5C } as [UInt8]
    for shift in 0..<8 {
      let text = String(decoding: bytes[shift...] + bytes[..<shift], as: UTF8.self)
      #expect(try Self.strings(of: "{\"text\":\"\(text)\"}") == [text])
    }
  }

  private static func strings(of line: String) throws -> [String] {
    let bytes = Array(line.utf8)
    return try bytes.withUnsafeBufferPointer { line in
      try members(of: line).map { String(decoding: line[$0], as: UTF8.self) }
    }
  }

  /// The ranges of the members' values, all of which are strings.
  private static func members(of line: UnsafeBufferPointer<UInt8>) throws -> [Range<Int>] {
    var scanner = JSONObjectScanner(line)
    var ranges: [Range<Int>] = []
    while let (_, value) = try scanner.next() {
      if case .string(let text) = value { ranges.append(text.range) }
    }
    return ranges
  }
}
