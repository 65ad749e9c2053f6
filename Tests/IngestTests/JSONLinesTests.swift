import Model
import Parsing
import Testing

@testable import Ingest

@Suite("Our own JSON lines")
struct JSONLinesTests {
  private func line(_ members: String) -> String {
    "{\"type\":\"message\",\"time\":\"2026-03-01T14:02:11+03:00\",\(members)}\n"
  }

  @Test("every field of a message is read")
  func everyField() throws {
    let reading = try Fixture.read(
      """
      {"type":"message","id":"m1","time":"2026-03-01T14:02:11+03:00","channel":"push","bank":"sberbank","account":"anna","sender":"Сбер",\
      "title":"Покупка","text":"1 240 ₽\\n\\"PYATEROCHKA\\"","endpoint":"d1","status":"failed","reason":"no route","read":true,\
      "delivered_at":1772362934000,"seen_at":"2026-03-01T11:02:20Z","parts":2,"cost_minor":300}

      """)
    #expect(reading.format.name == "json-lines")
    #expect(
      reading.messages == [
        InboundMessage(
          channel: .push, sender: "Сбер", title: "Покупка", text: "1 240 ₽\n\"PYATEROCHKA\"",
          time: Timestamp(milliseconds: 1_772_362_931_000),
          deliveredAt: Timestamp(milliseconds: 1_772_362_934_000), seenAt: Timestamp(milliseconds: 1_772_362_940_000), endpoint: "d1",
          status: .failed, reason: "no route", parts: 2, costMinor: 300, bank: "sberbank", account: "anna", isRead: true, sourceID: "m1")
      ])
    #expect(reading.notes.unknownKeys.isEmpty)
  }

  @Test("only the time and a text or title are needed; null is nothing")
  func least() throws {
    let reading = try Fixture.read("{\"time\":1772362931000,\"text\":\"a\",\"sender\":null}\n" + line("\"title\":\"b\",\"text\":null"))
    #expect(reading.texts == ["a", ""])
    #expect(reading.messages.map(\.channel) == [.sms, .sms])
    #expect(reading.messages.map(\.status) == [.delivered, .delivered])
  }

  @Test("keys that mean nothing here are ignored and counted, whatever they hold")
  func unknownKeys() throws {
    let reading = try Fixture.read(
      line("\"text\":\"a\",\"mood\":\"good\",\"nested\":{\"a\":[1,{\"b\":[]},{}],\"c\":null}") + line("\"mood\":[],\"text\":\"b\""))
    #expect(reading.texts == ["a", "b"])
    #expect(reading.notes.unknownKeys == ["mood": 2, "nested": 1])
  }

  @Test("events are read and findings passed over, also with keys of their own")
  func events() throws {
    let reading = try Fixture.read(
      """
      {"id":"e1","type":"event","time":1,"kind":"device_bound","device":{"id":"d2"}}
      {"id":"f1","severity":"high","type":"finding","time":"whenever"}
      {"type":"message","time":1772362931000,"text":"a"}
      {"type":"weather","time":1}

      """)
    #expect(reading.texts == ["a"])
    #expect(reading.events.map(\.id) == ["e1"])
    #expect(reading.skipped == [.finding])
    #expect(reading.reasons == [.unknownType("weather")])
    #expect(reading.notes.unknownKeys.isEmpty)
  }

  @Test(
    "a line that is no JSON is refused with line and column, and the rest is kept",
    arguments: [
      ("{\"text\":\"ё\" \"time\":1}", JSONProblem.Expectation.commaOrBrace, 13), ("{\"text\":tru}", .value, 12), ("[1]", .object, 1),
      ("{\"text\":\"a\\x\"}", .escape, 12), ("{text:1}", .key, 2), ("{\"text\" 1}", .colon, 9), ("{\"text\":\"a\"} x", .endOfLine, 14),
      ("{\"parts\":1.x}", .digit, 12), ("{\"a\":[1 2]}", .commaOrBracket, 9), ("{\"text\":\"a\tb\"}", .noControlCharacter, 11),
    ])
  func badLine(_ bad: String, _ expected: JSONProblem.Expectation, _ column: Int) throws {
    let good = line("\"text\":\"a\"")
    let reading = try Fixture.read(good + bad + "\r\n" + good)
    #expect(reading.texts == ["a", "a"])
    #expect(reading.reasons == [.notJSON(expected)])
    #expect(reading.refusals.first?.line == 2)
    #expect(reading.refusals.first?.column == column)
    #expect(reading.refusals.first?.byte == Int64(good.utf8.count))
  }

  @Test(
    "a field that can't be is refused by name",
    arguments: [
      ("\"text\":1", Refusal.Reason.wrongKind(field: "text")), ("\"text\":\"a\",\"parts\":\"many\"", .wrongKind(field: "parts")),
      ("\"text\":\"a\",\"channel\":\"pigeon\"", .unknownWord(field: "channel", found: "pigeon", known: ["push", "sms", "messenger"])),
      ("\"sender\":\"900\"", .noText), ("\"text\":\"a\",\"delivered_at\":\"soon\"", .badTime("soon")),
      ("\"text\":\"a\",\"endpoint\":{}", .wrongKind(field: "endpoint")),
    ])
  func badField(_ members: String, _ reason: Refusal.Reason) throws {
    #expect(try Fixture.read(line(members)).reasons == [reason])
  }

  @Test("a message without a time, with half of one or with one in no zone is refused")
  func times() throws {
    let reading = try Fixture.read(
      """
      {"type":"message","text":"a"}
      {"type":"message","text":"a","time":"yesterday"}
      {"type":"message","text":"a","time":"2026-03-01T14:02:11"}
      {"type":"message","text":"a","time":-1}
      {"type":"message","text":"a","time":1.5}

      """)
    #expect(
      reading.reasons == [.noTime, .badTime("yesterday"), .timeWithoutZone("2026-03-01T14:02:11"), .timeOutOfRange("-1"), .badTime("1.5")])
  }

  @Test("numbers stand for names where people write them so")
  func numbers() throws {
    let message = try #require(try Fixture.read(line("\"text\":\"a\",\"sender\":900,\"id\":7,\"endpoint\":2")).messages.first)
    #expect([message.sender, message.sourceID, message.endpoint] == ["900", "7", "2"])
  }

  @Test("escapes are undone: pairs are joined, halves are U+FFFD and count as repaired")
  func escapes() throws {
    let reading = try Fixture.read(line("\"text\":\"\\u0421\\ud83d\\ude06 \\ud83d \\ude06 \\ud83d\\u0041 \\u0000 \\/\\b\\f\\n\\r\\t\\\\\""))
    #expect(reading.texts == ["С😆 \u{FFFD} \u{FFFD} \u{FFFD}A \u{FFFD} /\u{8}\u{C}\n\r\t\\"])
    #expect(reading.notes.repairedTexts == 1)
  }

  @Test("a last line without its end is read when it is whole, and can be taken up when it isn't")
  func lastLine() throws {
    let good = line("\"text\":\"a\"")
    #expect(try Fixture.read(good + String(good.dropLast())).texts == ["a", "a"])
    let cut = try Fixture.read(good + String(good.dropLast(5)))
    #expect(cut.reasons == [.cutOff])
    #expect(cut.resumeOffsets.last == Int64(good.utf8.count))
  }

  @Test("a whole line that ends in the middle of a string isn't called cut off")
  func brokenMiddle() throws {
    let reading = try Fixture.read(line("\"text\":\"a\"") + "{\"text\":\"b\n" + line("\"text\":\"c\""))
    #expect(reading.texts == ["a", "c"])
    #expect(reading.reasons == [.notJSON(.endOfString)])
    #expect(reading.refusals.map(\.column) == [11])
  }

  @Test(
    "a line that breaks off says where and what should have come, whether it is the first or not",
    arguments: [
      ("{\"text\":\"b", JSONProblem.Expectation.endOfString, 11), ("{\"text\":\"b\"", .commaOrBrace, 12), ("{\"text\"", .colon, 8),
      ("{\"a\":[1", .commaOrBracket, 8), ("{\"type\":\"event\",\"id\":\"e", .endOfString, 24),
    ])
  func brokenOff(_ broken: String, _ expected: JSONProblem.Expectation, _ column: Int) throws {
    let good = line("\"text\":\"a\"")
    let reading = try Fixture.read(broken + "\n" + good + broken + "\n")
    #expect(reading.texts == ["a"])
    #expect(reading.reasons == [.notJSON(expected), .notJSON(expected)])
    #expect(reading.refusals.map(\.line) == [1, 3])
    #expect(reading.refusals.map(\.column) == [column, column])
    #expect(reading.refusals.map(\.byte) == [0, Int64(broken.utf8.count + 1 + good.utf8.count)])
  }

  @Test("empty lines, a byte order mark and Windows' line ends are no messages")
  func emptyLines() throws {
    let good = line("\"text\":\"a\"").dropLast()
    let reading = try Fixture.read("\u{FEFF}\r\n\n\(good)\r\n  \n\(good)\r\n")
    #expect(reading.texts == ["a", "a"])
    #expect(reading.refusals.isEmpty)
  }

  @Test("a line past the limit is refused without being held, and the next is kept")
  func long() throws {
    let reading = try Fixture.read(
      line("\"text\":\"\(String(repeating: "x", count: 5 << 20))\"") + line("\"text\":\"b\""), capacity: 4096)
    #expect(reading.texts.map { $0.prefix(10) } == ["b"])
    #expect(reading.reasons == [.tooLong(limit: 4 << 20)])
    #expect(reading.refusals.first?.line == 1)
  }

  @Test("a million brackets are refused at the depth that is one too many")
  func deep() throws {
    let reading = try Fixture.read(
      line("\"text\":\"a\"") + "{\"a\":" + String(repeating: "[", count: 1_000_000) + "\n" + line("\"text\":\"b\""))
    #expect(reading.texts == ["a", "b"])
    #expect(reading.reasons == [.notJSON(.lessDepth)])
  }

  @Test("cut at any byte, a file never traps and never loses a line that is whole")
  func truncation() throws {
    let text =
      line("\"text\":\"раз \\ud83d\\ude06\",\"x\":{\"y\":[1,true]}") + line("\"title\":\"два\"") + line("\"text\":\"три\",\"read\":false")
    let bytes = Array(text.utf8)
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    for length in 1...bytes.count {
      let reading = try Fixture.read(Array(bytes.prefix(length)))
      #expect(reading.messages.count == ends.count { $0 <= length }, "cut at \(length)")
    }
  }
}
