import Model
import Testing

@testable import Ingest

@Suite("Android's messages in JSON")
struct AndroidJSONTests {
  static let fossify = """
    [
        {
            "subscriptionId": 1,
            "address": "900",
            "body": "ECMC4321 14:02 Покупка 310р KOFE Баланс: 9001р\\n\\"спасибо\\"",
            "date": 1772362934000,
            "dateSent": 1772362931000,
            "locked": 0,
            "protocol": null,
            "read": 1,
            "status": -1,
            "type": 1,
            "serviceCenter": null,
            "backupType": "sms"
        },
        {
            "subscriptionId": 1, "address": "+79000000012", "body": "еду", "date": 1772362935000, "dateSent": 0, "locked": 0,
            "read": 1, "status": 0, "type": 2, "backupType": "sms"
        },
        {
            "creator": "a.b", "contentType": "application/vnd.wap.multipart.related", "deliveryReport": 129, "date": 1772362940,
            "dateSent": 0, "locked": 0, "messageType": 132, "messageBox": 1, "read": 0, "readReport": 129, "seen": 1, "textOnly": 0,
            "status": null, "subject": "Выписка", "subscriptionId": 1, "transactionId": null,
            "addresses": [{"address": "insert-me", "type": 151, "charset": 106}, {"address": "VTB", "type": 137, "charset": 106}],
            "parts": [{"contentType": "image/png", "data": "QUJD"}, {"contentType": "text/plain", "text": "раз"}, {"contentType": "text/plain", "text": "два"}],
            "backupType": "mms"
        }
    ]

    """

  @Test("Fossify's array gives what was received, SMS and MMS")
  func fossifyMessages() throws {
    let reading = try Fixture.read(Self.fossify)
    #expect(reading.format.name == "fossify")
    #expect(
      reading.messages == [
        InboundMessage(
          channel: .sms, sender: "900", text: "ECMC4321 14:02 Покупка 310р KOFE Баланс: 9001р\n\"спасибо\"",
          time: Timestamp(milliseconds: 1_772_362_931_000), deliveredAt: Timestamp(milliseconds: 1_772_362_934_000), isRead: true),
        InboundMessage(
          channel: .sms, sender: "VTB", title: "Выписка", text: "раз\nдва", time: Timestamp(milliseconds: 1_772_362_940_000),
          deliveredAt: Timestamp(milliseconds: 1_772_362_940_000), isRead: false),
      ])
    #expect(reading.skipped == [.sent])
    #expect(reading.refusals.isEmpty)
    #expect(reading.notes.unknownKeys.isEmpty)
  }

  @Test("its predecessor's threads, with SMS and MMS under keys of their own, are gone into")
  func nested() throws {
    let reading = try Fixture.read(
      """
      [{"sms":[{"subscriptionId":1,"address":"900","body":"раз","date":1772362934000,"type":1},{"address":"900","body":"два","date":1772362935000,"type":1}],
        "mms":[]},
       {"sms":[],"mms":[{"date":1772362936,"messageBox":1,"parts":[{"contentType":"text/plain","text":"три"}],"addresses":[]}]}]
      """)
    #expect(reading.format.name == "fossify")
    #expect(reading.texts == ["раз", "два", "три"])
  }

  @Test("the same message is the same from Fossify and from SMS Backup & Restore")
  func sameAsXML() throws {
    let json = try Fixture.read(
      "[{\"subscriptionId\":1,\"address\":\"900\",\"body\":\"Код 1234\",\"date\":1772362934000,\"dateSent\":0,\"read\":1,\"type\":1}]")
    #expect(json.messages == (try Fixture.read(Fixture.backup(Fixture.sms("Код 1234")))).messages)
  }

  @Test("a record that can't be read costs itself alone, and is named with its line and byte")
  func refusals() throws {
    let reading = try Fixture.read(
      """
      [{"subscriptionId":1,"address":"900","body":"раз","date":1772362934000,"type":1},
       {"address":"900","body":"когда","date":"soon","type":1},
       {},
       {"address":"900","body":tru,"date":1772362934000,"type":1},
       17,
       {"address":"900","body":"два","date":1772362935000,"type":1}]
      """)
    #expect(reading.texts == ["раз", "два"])
    #expect(reading.reasons == [.badTime("soon"), .nothingInside, .notJSON(.value), .notJSON(.object)])
    #expect(reading.refusals.map(\.line) == [2, 3, 4, 5])
    #expect(reading.refusals.first?.byte == 86)
    #expect(reading.refusals.first?.excerpt.hasPrefix("{\"address\":\"900\",\"body\":\"когда\"") == true)
  }

  @Test("a forgotten quotation mark costs its own record, not the file")
  func forgottenQuote() throws {
    let reading = try Fixture.read(
      """
      [
       {"subscriptionId":1,"address":"900","body":"раз,
        "date":1772362934000,"type":1},
       {"subscriptionId":1,"address":"900","body":"два","date":1772362935000,"type":1}
      ]
      """)
    #expect(reading.texts == ["два"])
    #expect(reading.refusals.count == 1)
  }

  @Test("cut at any byte, what is whole is kept and the cut is told")
  func truncation() throws {
    let bytes = Array(Self.fossify.utf8)
    let whole = try Fixture.read(bytes).messages
    for length in 220..<bytes.count - 3 {
      let reading = try Fixture.read(Array(bytes.prefix(length)))
      #expect(reading.messages == Array(whole.prefix(reading.messages.count)))
      #expect(reading.refusals.count == 1, "cut at \(length)")
    }
  }

  @Test("a record longer than the limit is read past")
  func long() throws {
    let reading = try Fixture.read(
      "[{\"subscriptionId\":1,\"address\":\"900\",\"body\":\"\(String(repeating: "x", count: 5 << 20))\",\"date\":1772362934000},"
        + "{\"subscriptionId\":1,\"address\":\"900\",\"body\":\"раз\",\"date\":1772362934000}]", capacity: 4096)
    #expect(reading.texts == ["раз"])
    #expect(reading.reasons == [.tooLong(limit: 4 << 20)])
  }

  static let columns = """
    {"_id":"1","thread_id":"1","address":"900","person":null,"date":"1772362934000","date_sent":"1772362931000","protocol":"0","read":"1","status":"-1","type":"1","body":"раз","service_center":"+79000000000","sub_id":"2","__display_name":"Сбербанк"}
    {"_id":"2","thread_id":"1","address":"900","date":1772362935000,"date_sent":0,"read":0,"type":2,"body":"ответ"}
    {"_id":"7","thread_id":"3","date":"1772362936","msg_box":"1","read":"0","sub":null,"m_id":"m7","m_type":"132","__sender_address":{"address":"VTB","type":"137"},"__recipient_addresses":[{"address":"+79000000012","type":"151"}],"__parts":[{"ct":"application/smil","text":"<smil/>"},{"ct":"text/plain","text":"два"}]}

    """

  @Test("the columns of Android's provider are read, whether numbers stand as texts or not")
  func providerColumns() throws {
    let reading = try Fixture.read(Self.columns)
    #expect(reading.format.name == "sms-import-export")
    #expect(reading.texts == ["раз", "два"])
    #expect(reading.messages.map(\.sender) == ["900", "VTB"])
    #expect(reading.messages.map(\.isRead) == [true, false])
    #expect(reading.messages.map(\.sourceID) == [nil, "m7"])
    #expect(reading.skipped == [.sent])
  }
}
