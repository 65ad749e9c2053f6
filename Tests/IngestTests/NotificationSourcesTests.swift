import Model
import Testing

@testable import Ingest

@Suite("Notifications of phones and desktops")
struct NotificationSourcesTests {
  static let log = """
    {
      "device": "Pixel 7",
      "posted": [
        {"packageName": "ru.sberbankmobile", "appName": "СберБанк", "postTime": 1772362934000, "when": 1772362933500, "title": "Покупка",
         "titleBig": null, "text": "310 ₽ KOFE", "textBig": "310 ₽ KOFE\\nБаланс: 9001 ₽", "textLines": null, "category": "msg", "group": "g", "isGroupSummary": false},
        {"packageName": "ru.sberbankmobile", "postTime": 1772362934100, "when": 0, "title": "2 новых", "text": "сводка", "isGroupSummary": true},
        {"packageName": "com.google.android.apps.messaging", "appName": "Messages", "postTime": 1772362940000, "title": "900", "text": "Код 4321"},
        {"packageName": "ru.vtb24.mobilebanking.android", "postTime": 1772362941000, "title": "ВТБ", "text": null, "textLines": ["раз", "два"]},
        {"packageName": "com.android.systemui", "postTime": 1772362942000, "title": null, "text": ""}
      ],
      "removed": [
        {"packageName": "ru.sberbankmobile", "postTime": 1772362934000, "when": 1772362933500, "title": "Покупка", "textBig": "310 ₽ KOFE\\nБаланс: 9001 ₽"},
        {"packageName": "ru.sberbankmobile", "postTime": 1772362934000}
      ]
    }
    """

  @Test("Notification Log: pushes by package, summaries passed over, an SMS through the messenger is an SMS")
  func notificationLog() throws {
    let reading = try Fixture.read(Self.log)
    #expect(reading.format.name == "notification-log")
    let push = InboundMessage(
      channel: .push, sender: "ru.sberbankmobile", title: "Покупка", text: "310 ₽ KOFE\nБаланс: 9001 ₽",
      time: Timestamp(milliseconds: 1_772_362_933_500), deliveredAt: Timestamp(milliseconds: 1_772_362_934_000), endpoint: "Pixel 7")
    #expect(reading.messages.first == push)
    #expect(reading.messages.map(\.channel) == [.push, .sms, .push, .push])
    #expect(reading.messages.map(\.sender) == ["ru.sberbankmobile", "900", "ru.vtb24.mobilebanking.android", "ru.sberbankmobile"])
    #expect(reading.messages.map(\.title) == ["Покупка", nil, "ВТБ", "Покупка"])
    #expect(reading.texts == [push.text, "Код 4321", "раз\nдва", push.text])
    #expect(reading.skipped == [.groupSummary, .noText, .dismissed])
    #expect(reading.messages.last == push, "what was removed is the same record again")
  }

  @Test("a slot that is posted again with another amount is another message; with the same it is the same")
  func slots() throws {
    func posted(_ text: String, _ time: Int) -> String {
      "{\"packageName\":\"a.bank\",\"postTime\":\(time),\"when\":1772362933500,\"title\":\"t\",\"text\":\"\(text)\"}"
    }
    let reading = try Fixture.read(
      "{\"posted\":[\(posted("1 ₽", 1_772_362_934_000)),\(posted("2 ₽", 1_772_362_935_000)),\(posted("2 ₽", 1_772_362_999_000))],\"removed\":[]}"
    )
    #expect(reading.texts == ["1 ₽", "2 ₽", "2 ₽"])
    #expect(Set(reading.messages.map(\.time)).count == 1)
  }

  static let packets = """
    {"id":1772362934000,"type":"kdeconnect.identity","body":{"deviceName":"phone"}}
    {"id":1772362934000,"type":"kdeconnect.notification","body":{"id":"0|ru.sberbankmobile|7|null|10123","appName":"СберБанк","title":"Покупка","text":"310 ₽","ticker":"Покупка: 310 ₽","time":"1772362933500"}}
    {"id":1772362935000,"type":"kdeconnect.notification","body":{"id":"x","appName":"Терминал","ticker":"Готово"}}
    {"id":0,"type":"kdeconnect.notification","body":{"id":"0|ru.sberbankmobile|7|null|10123","isCancel":true}}
    {"id":0,"type":"kdeconnect.sms.messages","body":{"version":2,"messages":[{"addresses":[{"address":"900"}],"body":"Код 4321","date":1772362936000,"type":1,"read":0,"_id":5},{"addresses":[{"address":"900"}],"body":"ответ","date":1772362937000,"type":2,"read":1},{"addresses":[],"body":"когда","type":1}]}}
    {"id":0,"type":"kdeconnect.notification"}
    {"id":0,"type":"kdeconnect.notification","body":

    """

  @Test("KDE Connect: the package in a notification's key is the sender, dismissals and other packets are passed over")
  func kdeConnect() throws {
    let reading = try Fixture.read(Self.packets)
    #expect(reading.format.name == "kde-connect")
    #expect(reading.messages.map(\.sender) == ["ru.sberbankmobile", "Терминал", "900"])
    #expect(reading.texts == ["310 ₽", "Готово", "Код 4321"])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_933_500, 1_772_362_935_000, 1_772_362_936_000])
    #expect(reading.messages.map(\.isRead) == [nil, nil, false])
    #expect(reading.skipped == [.otherKind, .dismissed, .sent])
    #expect(reading.reasons == [.noTime, .missing(field: "body"), .notJSON(.value)])
  }

  @Test("packets in an array are read as well")
  func packetArray() throws {
    let reading = try Fixture.read(
      "[\n {\n  \"id\": 0,\n  \"type\": \"kdeconnect.sms.messages\",\n  \"body\": {\"messages\": [{\"addresses\": [{\"address\": \"900\"}], "
        + "\"body\": \"раз\", \"date\": 1772362936000, \"type\": 1}]}\n }\n]")
    #expect(reading.texts == ["раз"])
  }

  private func dunst(_ fields: String...) -> String {
    "{\n \"type\": \"aa{sv}\",\n \"data\": [[\(fields.map { "{\($0)}" }.joined(separator: ",\n"))]]\n}"
  }

  private func entry(_ text: String, _ uptime: Int64?) -> String {
    "\"summary\":{\"type\":\"s\",\"data\":\"СберБанк\"},\"body\":{\"type\":\"s\",\"data\":\"\(text)\"},\"appname\":{\"type\":\"s\",\"data\":\"KDE Connect\"}"
      + (uptime.map { ",\"timestamp\":{\"type\":\"x\",\"data\":\($0)}" } ?? "")
  }

  @Test("dunst: the times of this machine's last start are counted from it")
  func dunstHere() throws {
    let reading = try Fixture.read(dunst(entry("два", 7_200_000_000), entry("раз", 3_600_500_000)))
    #expect(reading.format.name == "dunst")
    #expect(reading.texts == ["два", "раз"])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_330_400_000, 1_772_326_800_500])
    #expect(reading.messages.first?.title == nil)
    #expect(reading.messages.first?.sender == "СберБанк", "what the relay shows is the phone's app")
    #expect(reading.notes.fileTimes == 0)
  }

  @Test("dunst: what can't be of this start stands at the file's time, the newest last, and that is said; through a pipe it is refused")
  func dunstElsewhere() throws {
    let text = dunst(entry("два", 900_000_000_000), entry("раз", 899_000_000_000), entry("ноль", nil))
    let reading = try Fixture.read(text)
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_366_400_000, 1_772_365_400_000, 1_772_366_400_000])
    #expect(reading.notes.fileTimes == 3)
    var pipe = Fixture.context
    pipe.changed = nil
    #expect(try Fixture.read(text, context: pipe).reasons == [.otherStart, .otherStart, .otherStart])
  }
}
