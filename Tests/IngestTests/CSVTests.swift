import Model
import Testing

@testable import Ingest

@Suite("Tables")
struct CSVTests {
  @Test("columns are found by their headings, in any order and case, whatever separates them", arguments: [",", ";", "\t"])
  func separators(_ separator: String) throws {
    let header = ["Text", " Sent at", "FROM", "mood", "Channel"].joined(separator: separator)
    let row = ["\"a\(separator)b\"", "2026-03-01T14:02:11+03:00", "900", "fine", "Push"].joined(separator: separator)
    let reading = try Fixture.read(header + "\r\n" + row + "\r\n")
    #expect(reading.format.name == "csv")
    let message = try #require(reading.messages.first)
    #expect(message.text == "a\(separator)b")
    #expect(message.sender == "900")
    #expect(message.channel == .push)
    #expect(message.time == Timestamp(milliseconds: 1_772_362_931_000))
    #expect(reading.notes.unknownKeys == ["mood": 1])
    #expect(reading.refusals.isEmpty)
  }

  @Test("Russian headings and a byte order mark are understood")
  func russian() throws {
    let reading = try Fixture.read("\u{FEFF}Дата;Отправитель;Сообщение\n1772362931000;900;Покупка\n")
    #expect(reading.messages.map(\.sender) == ["900"])
    #expect(reading.texts == ["Покупка"])
  }

  @Test("line ends, separators and quotation marks between quotation marks are text")
  func quotes() throws {
    let reading = try Fixture.read("time,sender,text\n1,900,\"a\nb, \"\"c\"\"\"\n2,900,\"d\r\ne\"\n3,900,f\n")
    #expect(reading.texts == ["a\nb, \"c\"", "d\r\ne", "f"])
  }

  @Test("a missing column is said by name, beside those that are there")
  func missingColumns() {
    #expect(throws: InputError(file: "test", reason: .missingColumns(["time"], found: ["sender", "text"]))) {
      try Fixture.read("sender,text\n900,a\n")
    }
    #expect(throws: InputError(file: "test", reason: .missingColumns(["text"], found: ["time", "sender"]))) {
      try Fixture.read("time,sender\n1,900\n")
    }
  }

  @Test("a row that can't be read is refused with its line and byte, and the rest is kept")
  func badRows() throws {
    let reading = try Fixture.read(
      "time,sender,text\n1,900,a\nsoon,900,b\n2,900,c,d\n3,900,\"e\"f\n4,900\n5,900,g,,\n,,\n6,900,\"two\nlines\"\n,900,h\n")
    #expect(reading.texts == ["a", "g", "two\nlines"])
    #expect(
      reading.reasons == [.badTime("soon"), .columns(found: 4, header: 3), .quotes, .noText, .noTime])
    #expect(reading.refusals.map(\.line) == [3, 4, 5, 6, 11])
    #expect(reading.refusals.first?.byte == 25)
  }

  @Test("a quotation mark at the end of the file that nothing closes is a row cut off")
  func cutOff() throws {
    let start = "time,sender,text\n1,900,a\n"
    let reading = try Fixture.read(start + "2,900,\"b\nc")
    #expect(reading.texts == ["a"])
    #expect(reading.reasons == [.cutOff])
    #expect(reading.resumeOffsets.last == Int64(start.utf8.count))
  }

  @Test("a stray quotation mark far from the end takes its line alone")
  func strayQuote() throws {
    let rows = (0..<5000).map { "\($0 + 1),900,text number \($0)\n" }.joined()
    let reading = try Fixture.read("time,sender,text\n1,900,\"stray\n" + rows)
    #expect(reading.reasons == [.quotes])
    #expect(reading.messages.count == 5000)
  }

  @Test("a row whose mark is hidden by a combining one is refused, not misread")
  func combiningMarks() throws {
    let reading = try Fixture.read("time,sender,text\n1,900,\"\u{301}a, b\"\n2,900,\u{301}c\n3,900,\"d\u{301}, \u{301}e\"\n4,900,й\n")
    #expect(reading.texts == ["d\u{301}, \u{301}e", "й"])
    #expect(reading.reasons == [.quotes, .quotes])
  }

  @Test("a row past the limit is refused without being held")
  func long() throws {
    let reading = try Fixture.read("time,text\n1,\(String(repeating: "x", count: 5 << 20))\n2,b\n", capacity: 4096)
    #expect(reading.texts.map { $0.prefix(10) } == ["b"])
    #expect(reading.reasons == [.tooLong(limit: 4 << 20)])
  }

  @Test("bytes that are no UTF-8 are repaired and counted")
  func invalidUTF8() throws {
    let reading = try Fixture.read(Array("time,text\n1,a".utf8) + [0xD0] + Array("b\n".utf8))
    #expect(reading.texts == ["a\u{FFFD}b"])
    #expect(reading.notes.repairedTexts == 1)
  }

  @Test("more rows than are read at a time come in their order")
  func order() throws {
    let rows = (1...1000).map { "\($0),900,text \($0)" }
    let reading = try Fixture.read("time,sender,text\n" + rows.joined(separator: "\n"))
    #expect(reading.texts == (1...1000).map { "text \($0)" })
  }

  @Test("cut at any byte behind its header, a file never traps and never loses a row that is whole")
  func truncation() throws {
    let header = "time,sender,text\n"
    let bytes = Array((header + "1,900,\"раз,\n\"\"два\"\"\"\r\n2,900,три\n3,\"900\",\"четыре\"\n").utf8)
    let ends = [3, 4, 5].map { line in bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }[line - 1] }
    for length in header.utf8.count...bytes.count {
      let reading = try Fixture.read(Array(bytes.prefix(length)))
      #expect(reading.messages.count >= ends.count { $0 <= length }, "cut at \(length)")
    }
  }
}
