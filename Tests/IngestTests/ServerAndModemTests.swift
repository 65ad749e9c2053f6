import Model
import Testing

@testable import Ingest

@Suite("Servers and modems in JSON")
struct ServerAndModemTests {
  static let ntfyLines = """
    {"id":"a","time":1772362930,"event":"open","topic":"bank"}
    {"id":"b","time":1772362934,"expires":1772449334,"event":"message","topic":"bank","title":"900","message":"Код 4321","priority":5,"tags":["bell"]}
    {"id":"c","time":1772362935,"event":"keepalive","topic":"bank"}
    {"id":"d","time":1772362936,"event":"message","topic":"bank","message":"0JrQvtC0","encoding":"base64"}
    {"id":"e","time":1772362937,"event":"message_delete","topic":"bank"}
    {"id":"f","time":1772362938,"event":"message","topic":"bank"}
    {"id":"g","time":177236

    """

  @Test("ntfy: messages among openings and keepalives, with what later servers may add")
  func ntfy() throws {
    let reading = try Fixture.read(Self.ntfyLines)
    #expect(reading.format.name == "ntfy")
    #expect(reading.texts == ["Код 4321", "Код"])
    #expect(reading.messages.first?.title == "900")
    #expect(reading.messages.map(\.sender) == ["bank", "bank"])
    #expect(reading.messages.map(\.sourceID) == ["b", "d"])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_934_000, 1_772_362_936_000])
    #expect(reading.skipped == [.otherKind, .otherKind, .dismissed])
    #expect(reading.reasons == [.noText, .notJSON(.commaOrBrace)])
    #expect(reading.refusals.map(\.line) == [6, 7])
  }

  @Test("Gotify: a page of messages, and its stream")
  func gotify() throws {
    let message =
      "{\"id\":25,\"appid\":5,\"title\":\"900\",\"message\":\"Код 4321\",\"priority\":2,\"date\":\"2026-03-01T14:02:14.5045044+03:00\",\"extras\":{\"a\":{\"b\":[1]}}}"
    let page = try Fixture.read(
      "{\n \"messages\": [\(message), {\"id\":26,\"message\":\"x\"}],\n \"paging\": {\"limit\":2,\"next\":\"/message?since=5\"}}")
    let stream = try Fixture.read(message + "\n" + message + "\n")
    #expect(page.format.name == "gotify")
    #expect(
      page.messages == [
        InboundMessage(
          channel: .push, sender: "gotify:5", title: "900", text: "Код 4321", time: Timestamp(milliseconds: 1_772_362_934_504),
          sourceID: "25")
      ])
    #expect(page.reasons == [.noTime])
    #expect(stream.messages == page.messages + page.messages)
  }

  static let modemLines = """
    {"modem.messaging.sms":["/org/freedesktop/ModemManager1/SMS/0"]}
    {"sms":{"content":{"number":"900","text":"\\302\\241Disfruta\\041 \\"так\\"\\n\\\\302","data":"--"},"properties":{"pdu-type":"deliver","state":"received","timestamp":"2026-03-01T06:02:14-05"}}}
    {"sms":{"content":{"number":"900","text":"начало"},"properties":{"pdu-type":"deliver","state":"receiving","timestamp":"--"}}}
    {"sms":{"content":{"number":"900","text":"часы"},"properties":{"pdu-type":"deliver","state":"received","timestamp":"2026-03-01T14:02:14"}}}
    {"sms":{"content":{"number":"900","text":"ответ"},"properties":{"pdu-type":"submit","state":"sent","timestamp":"--"}}}
    {"sms":{"content":{"number":"900","text":"когда"},"properties":{"pdu-type":"deliver","state":"received","timestamp":"--"}}}

    """

  @Test("mmcli -J: received messages, escapes in octal, short zones, and clocks without any")
  func modem() throws {
    let reading = try Fixture.read(Self.modemLines)
    #expect(reading.format.name == "mmcli-json")
    #expect(reading.texts == ["¡Disfruta! \"так\"\n\\302", "часы"])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_934_000, 1_772_362_934_000])
    #expect(reading.skipped == [.otherKind, .receiving, .sent])
    #expect(reading.reasons == [.noTime])
    #expect(reading.notes.localTimes == 1)
  }
}
