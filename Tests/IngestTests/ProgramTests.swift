import Foundation
import Model
import Testing

@testable import Ingest

@Suite("Programs that people have")
struct ProgramTests {
  private func reason(_ text: String) -> InputError.Reason? {
    do {
      _ = try FormatDetector.reader(for: Head(Array(text.utf8)))
      return nil
    } catch {
      return error
    }
  }

  @Test("QKSMS and Quik: the columns are Fossify's, what was sent is passed over")
  func qksms() throws {
    let reading = try Fixture.read(
      """
      {
        "messageCount": 2,
        "messages": [
          {"address": "900", "body": "Покупка 71р", "date": 1772362934236, "dateSent": 1772362933000, "read": true, "status": -1, "subId": 3, "type": 1},
          {"address": "900", "body": "СПРАВКА", "date": 1772362935000, "dateSent": 0, "read": true, "type": 2}
        ]
      }
      """)
    #expect(reading.format.name == "qksms")
    #expect(reading.texts == ["Покупка 71р"])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_933_000])
    #expect(reading.messages.map(\.deliveredAt?.milliseconds) == [1_772_362_934_236])
    #expect(reading.skipped == [.sent])
  }

  @Test("a file that merely has messages with ids isn't Gotify's; Telegram's is called Telegram's")
  func guesses() throws {
    #expect(
      reason("{\"messages\":[{\"id\":1,\"subject\":\"a\"}]}\n{") != nil || reason("{\n\"messages\":[{\"id\":1}]\n}") == .notReadYet(.json))
    #expect(
      reason("{\"name\":\"bot\",\"type\":\"bot_chat\",\"messages\":[{\"id\":1,\"date_unixtime\":\"1\",\"from_id\":\"u\",\"text\":\"a\"}]}")
        == .notReadYet(.telegram))
    #expect(reason("{\"about\":\"x\",\"personal_information\":{},\"chats\":{\"list\":[]}}") == .notReadYet(.telegram))
    #expect(
      try Fixture.read("{\"messages\":[{\"id\":2,\"appid\":5,\"message\":\"m\",\"date\":\"2026-03-01T11:02:14Z\"}]}").format.name
        == "gotify")
  }

  @Test("Termux: notifications and SMS, by the phone's clock")
  func termux() throws {
    let notifications = try Fixture.read(
      """
      [{"id": 5, "tag": "", "key": "0|ru.sberbankmobile|5|null|10123", "group": "", "packageName": "ru.sberbankmobile", "title": "Покупка",
        "content": "71 ₽ BULOCHNAYA", "when": "2026-03-01 14:02:11"},
       {"id": 6, "packageName": "a.b", "title": "t", "content": "", "lines": ["раз", "два"], "when": "2026-03-01 14:02:12"}]
      """)
    #expect(notifications.format.name == "termux")
    #expect(notifications.messages.map(\.sender) == ["ru.sberbankmobile", "a.b"])
    #expect(notifications.texts == ["71 ₽ BULOCHNAYA", "раз\nдва"])
    #expect(notifications.messages.first?.time.milliseconds == 1_772_362_931_000)
    #expect(notifications.notes.localTimes == 2)
    let sms = try Fixture.read(
      """
      [{"threadid": 1, "type": "inbox", "read": true, "sender": "Банк", "number": "900", "received": "2026-03-01 14:02:11", "body": "Код 4321"},
       {"threadid": 1, "type": "sent", "read": true, "number": "900", "received": "2026-03-01 14:03", "body": "ответ"},
       {"threadid": 1, "type": "inbox", "number": "900", "received": "вчера", "body": "когда"}]
      """)
    #expect(sms.format.name == "termux")
    #expect(sms.messages.map(\.sender) == ["900"])
    #expect(sms.messages.map(\.isRead) == [true])
    #expect(sms.skipped == [.sent])
    #expect(sms.reasons == [.badTime("вчера")])
  }

  @Test("SMS Import/Export 1 wrote arrays, without underscores before an MMS's sender and parts")
  func importExport1() throws {
    let reading = try Fixture.read(
      """
      [{"_id": "1", "thread_id": "1", "address": "900", "date": "1772362934000", "type": "1", "body": "Код 4321", "display_name": "Банк"},
       {"_id": "2", "thread_id": "1", "date": "1772362935", "msg_box": "1", "m_type": "132", "sender_address": {"address": "900", "type": "137"},
        "recipient_addresses": [], "parts": [{"ct": "application/smil", "text": "<smil/>"}, {"ct": "text/plain", "text": "Выписка"}]}]
      """)
    #expect(reading.format.name == "sms-import-export")
    #expect(reading.messages.map(\.sender) == ["900", "900"])
    #expect(reading.texts == ["Код 4321", "Выписка"])
  }

  @Test(
    "the folder that an iPhone's filter chose isn't part of the sender",
    arguments: ["(smsft)", "(smsft_fi)", "(smsft_or)", "(smsft_rm)", "(smsfp)", "(filtered)", ""])
  func filterFolders(folder: String) {
    #expect(PhoneMessagesDatabase.withoutFolder("900" + folder) == "900")
    #expect(PhoneMessagesDatabase.withoutFolder("T-Bank" + folder) == "T-Bank")
    #expect(PhoneMessagesDatabase.withoutFolder("Anna (work)") == "Anna (work)")
    #expect(PhoneMessagesDatabase.withoutFolder("(filtered)") == "(filtered)")
  }

  @Test("an iPhone's backup is its sms.db, wherever iTunes laid it")
  func phoneBackup() throws {
    let folder = TemporaryFolder()
    let backup = folder.path + "/Backup/00008030"
    let hash = "3d0d7e5fb2ce288813306e4d4636395e047a3d28"
    try FileManager.default.createDirectory(atPath: backup + "/3d", withIntermediateDirectories: true)
    try Data([1]).write(to: URL(filePath: backup + "/Manifest.db"))
    #expect(throws: InputError(file: backup, reason: .phoneBackupWithoutMessages)) { try InputPaths.files(at: backup) }
    try Fixture.database(
      DatabaseTests.phone + DatabaseTests.phoneRow("1, 'g1', 'Покупка 71р', NULL, 1, 794055734000000000, 0, 1, 'SMS', 0, 0"),
      at: backup + "/3d/" + hash)
    for path in [backup, folder.path + "/Backup"] {
      #expect(try InputPaths.files(at: path) == [InputPaths.File(path: backup + "/3d/" + hash, isNamed: true)])
    }
  }

  @Test("Android's own database: SMS and MMS, what was sent passed over")
  func provider() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/mmssms.db"
    try Fixture.database(
      """
      CREATE TABLE canonical_addresses (_id INTEGER PRIMARY KEY, address TEXT);
      CREATE TABLE sms (_id INTEGER PRIMARY KEY, thread_id INTEGER, address TEXT, date INTEGER, date_sent INTEGER, read INTEGER, type INTEGER,
        subject TEXT, body TEXT);
      CREATE TABLE pdu (_id INTEGER PRIMARY KEY, date INTEGER, date_sent INTEGER, msg_box INTEGER, read INTEGER, m_id TEXT, sub TEXT, m_type INTEGER);
      CREATE TABLE addr (_id INTEGER PRIMARY KEY, msg_id INTEGER, address TEXT, type INTEGER);
      CREATE TABLE part (_id INTEGER PRIMARY KEY, mid INTEGER, seq INTEGER, ct TEXT, text TEXT);
      INSERT INTO sms VALUES (1, 1, '900', 1772362934123, 1772362933000, 1, 1, NULL, 'Покупка 71р');
      INSERT INTO sms VALUES (2, 1, '900', 1772362935000, 0, 1, 2, NULL, 'ответ');
      INSERT INTO sms VALUES (3, 1, '900', 0, 0, 1, 1, NULL, 'когда');
      INSERT INTO pdu VALUES (1, 1772362936, 0, 1, 0, 'm1', 'Тема', 132);
      INSERT INTO addr VALUES (1, 1, 'insert-address-token', 151), (2, 1, '900', 137);
      INSERT INTO part VALUES (1, 1, 0, 'application/smil', '<smil/>'), (2, 1, 1, 'text/plain', 'Выписка');
      """, at: path)
    let file = try InputFile(opening: path)
    var reader = try FormatDetector.reader(for: try file.head()).init(file.input, Fixture.context)
    let reading = try Fixture.read(&reader)
    #expect(reading.format.name == "android-sms")
    #expect(reading.texts == ["Покупка 71р", "Выписка"])
    #expect(reading.messages.map(\.sender) == ["900", "900"])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_933_000, 1_772_362_936_000])
    #expect(reading.messages.last?.title == "Тема")
    #expect(reading.skipped == [.sent])
    #expect(reading.reasons == [.noTime])
  }
}
