import Foundation
import Model
import Testing

@testable import Ingest

@Suite("Modems and dumps in plain text")
struct TextSourcesTests {
  private static func units(_ text: String) -> String {
    text.utf16.map { String(format: "%04X", $0) }.joined()
  }

  private static func section(_ number: String, _ values: String, _ text: String) -> String {
    let digits = units(text)
    let middle = digits.index(digits.startIndex, offsetBy: digits.count / 8 * 4)
    return "[SMSBackup\(number)]\n; \(text)\n\(values)\nText00 = \(digits[..<middle])\nText01 = \(digits[middle...])\nClass = -1\n\n"
  }

  static let comment =
    "; This file format was designed for Gammu and is compatible with Gammu+\n; See <http://www.gammu.org> for more info\n\n"

  static let backup =
    comment
    + section(
      "000", "PDU = Deliver\nDateTime = 20260301T110214Z\nState = Read\nNumber = \"900\"\nNumberUnicode = \(units("900"))",
      "Покупка 310р")
    + section("001", "DateTime = 20260301T140215\nState = UnRead\nNumber = \"VTB\"\nUDH = 050003A70202", "два")
    + section("002", "DateTime = 20260301T140215\nState = UnRead\nNumber = \"VTB\"\nUDH = 050003A70201", "раз ")
    + section("003", "DateTime = 20260301T140215\nState = Sent\nNumber = \"900\"", "ответ")
    + section("004", "State = Read\nNumber = \"900\"", "когда")
    + section("005", "PDU = Status_Report\nDateTime = 20260301T140215\nState = Read", "доставлено")
    + section("006", "DateTime = yesterday\nState = Read", "вчера")
    + section("007", "DateTime = 20260301T140216\nState = Read\nNumber = \"VTB\"\nUDH = 050003A80301", "один")

  @Test("Gammu's backups: received messages with their parts put together, in UTC or the user's zone")
  func gammu() throws {
    let reading = try Fixture.read(Self.backup)
    #expect(reading.format.name == "gammu-backup")
    #expect(
      reading.messages.first
        == InboundMessage(
          channel: .sms, sender: "900", text: "Покупка 310р", time: Timestamp(milliseconds: 1_772_362_934_000), isRead: true))
    #expect(reading.texts == ["Покупка 310р", "раз два", "один"])
    #expect(reading.messages.map(\.parts) == [nil, 2, nil])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_934_000, 1_772_362_935_000, 1_772_362_936_000])
    #expect(reading.skipped == [.sent, .otherKind])
    #expect(reading.reasons == [.noTime, .badTime("yesterday")])
    #expect(reading.refusals.first?.line == 44)
    #expect(reading.notes.incompleteMessages == 1)
    #expect(reading.notes.localTimes == 3)
  }

  @Test("the values of received messages end as lines do in Windows, and the rest of the file doesn't")
  func gammuLineEnds() throws {
    let section = Self.section(
      "000", "PDU = Deliver\nSMSC = \"\"\r\nDateTime = 20260301T110214Z\r\nState = Read\nNumber = \"900\"\r", "раз")
    let reading = try Fixture.read(Self.comment + section.replacing("\nClass", with: "\r\nClass"))
    #expect(reading.texts == ["раз"])
    #expect(reading.messages.map(\.sender) == ["900"])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_934_000])
  }

  @Test("a backup of a phone's settings is told from one of SMS, in either of Gammu's encodings")
  func settings() {
    let text = Self.comment + "[Backup]\nIMEI = \"999999999999999\"\n"
    let wide: [UInt8] = [0xFE, 0xFF] + Array(text.utf8).flatMap { (byte: UInt8) -> [UInt8] in [0, byte] }
    for bytes in [Array(text.utf8), wide] {
      #expect(throws: InputError.Reason.gammuSettings) { try FormatDetector.reader(for: Head(bytes)) }
    }
  }

  static let modemLines = """
    modem.messaging.sms.length    : 2
    modem.messaging.sms.value[1]  : /org/freedesktop/ModemManager1/SMS/36
    sms.dbus-path                      : /org/freedesktop/ModemManager1/SMS/36
    sms.content.number                 : 900
    sms.content.text                   : \\320\\232\\320\\276\\320\\264: 4321\\n\\"да\\" C:\\\\302
    sms.content.data                   : --
    sms.properties.pdu-type            : deliver
    sms.properties.state               : received
    sms.properties.timestamp           : 2026-03-01T06:02:14-05
    sms.dbus-path                      : /org/freedesktop/ModemManager1/SMS/3
    sms.content.number                 : 900
    sms.content.text                   : ответ
    sms.properties.pdu-type            : submit
    sms.properties.state               : sent
    sms.properties.timestamp           : --

    error: couldn't find sms

    sms.dbus-path                      : /org/freedesktop/ModemManager1/SMS/4
    sms.content.number                 : 900
    sms.content.text                   : когда
    sms.properties.state               : received
    sms.properties.timestamp           : --

    """

  @Test("mmcli -K: messages one after the other, lists passed over, octal escapes and short zones undone")
  func modem() throws {
    let reading = try Fixture.read(Self.modemLines)
    #expect(reading.format.name == "mmcli")
    #expect(reading.texts == ["Код: 4321\n\"да\" C:\\302"])
    #expect(reading.messages.map(\.sender) == ["900"])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_934_000])
    #expect(reading.skipped == [.otherKind, .sent])
    #expect(reading.reasons == [.badPair, .noTime])
    #expect(reading.refusals.map(\.line) == [17, 19])
  }

  static let dump = """
    Current Notification Manager state:
      Notification List:
        NotificationRecord(0x0a1: pkg=ru.sberbankmobile user=UserHandle{0} id=7 tag=null importance=4 key=0|ru.sberbankmobile|7|null|10123: Notification(channel=c flags=0x10))
          uid=10123 userId=0
          mCreationTimeMs=1772362934000
          mUpdateTimeMs=1772362935000
          extras={
            android.title=String (Покупка)
            android.text=String (310 ₽)
            android.bigText=SpannableString (310 ₽ (KOFE)
    Баланс: 9001 ₽
              a=b)
            android.progress=Integer (0)
          }
        NotificationRecord(0x0a2: pkg=ru.sberbankmobile user=UserHandle{0} id=8 key=0|ru.sberbankmobile|8|null|10123: Notification(flags=0x210))
          extras={
            android.title=String (2 новых)
          }
        NotificationRecord(0x0a3: pkg=com.google.android.apps.messaging user=UserHandle{0} id=9 key=x: Notification(flags=AUTO_CANCEL))
          when=1772362936000
          extras={
            android.title=String (900)
            android.text=String (Код 4321)
          }
        NotificationRecord(0x0a4: pkg=a.b user=UserHandle{0} id=9)
          extras={
            android.title=String [length=15]
            android.text=String [length=40]
          }
        NotificationRecord(0x0a5: pkg=a.b user=UserHandle{0} id=10)
          extras={
            android.title=String (без времени)
            android.text=null
          }
      mSoundNotificationKey=null

    """

  @Test("a dump of what a phone shows: texts over several lines, summaries passed over, what Android blacked out refused")
  func dumpsys() throws {
    let reading = try Fixture.read(Self.dump)
    #expect(reading.format.name == "dumpsys")
    #expect(reading.texts == ["310 ₽ (KOFE)\nБаланс: 9001 ₽\n          a=b", "Код 4321", ""])
    #expect(reading.messages.map(\.sender) == ["ru.sberbankmobile", "900", "a.b"])
    #expect(reading.messages.map(\.channel) == [.push, .sms, .push])
    #expect(reading.messages.map(\.title) == ["Покупка", nil, "без времени"])
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_935_000, 1_772_362_936_000, 1_772_366_400_000])
    #expect(reading.skipped == [.groupSummary])
    #expect(reading.reasons == [.redacted])
    #expect(reading.refusals.first?.line == 25)
    #expect(reading.notes.fileTimes == 1)
  }
}
