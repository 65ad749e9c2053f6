import Model
import Testing

@testable import Ingest

@Suite("SMS Backup & Restore: messages")
struct SMSBackupTests {
  @Test("a received SMS has its sender, text, both times and its read mark")
  func plain() throws {
    let reading = try Fixture.read(
      Fixture.backup(Fixture.sms("Покупка 1 240 ₽", more: "date_sent=\"1772362931000\" contact_name=\"(Unknown)\"")))
    #expect(reading.format.name == "sms-backup-restore")
    #expect(reading.refusals.isEmpty)
    #expect(
      reading.messages == [
        InboundMessage(
          channel: .sms, sender: "900", text: "Покупка 1 240 ₽", time: Timestamp(milliseconds: 1_772_362_931_000),
          deliveredAt: Timestamp(milliseconds: 1_772_362_934_000), isRead: true)
      ])
  }

  @Test("the word null means nothing, except that a missing body is an empty text")
  func null() throws {
    let reading = try Fixture.read(
      Fixture.backup(
        "<sms address=\"null\" date=\"1772362934000\" date_sent=\"null\" type=\"1\" subject=\"null\" body=\"null\" read=\"null\" contact_name=\"null\"/>"
      ))
    let message = try #require(reading.messages.first)
    #expect(message.sender.isEmpty)
    #expect(message.title == nil)
    #expect(message.text.isEmpty)
    #expect(message.isRead == nil)
    #expect(message.time == Timestamp(milliseconds: 1_772_362_934_000))
  }

  @Test("any attribute but the time may be missing", arguments: ["address=\"900\"", "type=\"1\"", "read=\"0\"", "body=\"x\""])
  func missing(_ attribute: String) throws {
    let all = "address=\"900\" type=\"1\" read=\"0\" body=\"x\""
    let rest = all.split(separator: " ").filter { $0 != attribute }.joined(separator: " ")
    let reading = try Fixture.read(Fixture.backup("<sms \(rest) date=\"1772362934000\" />"))
    #expect(reading.messages.count == 1)
    #expect(reading.refusals.isEmpty)
  }

  @Test("an SMS without a single attribute is refused with its place, and its neighbours are kept")
  func bare() throws {
    let reading = try Fixture.read(Fixture.backup(Fixture.sms("a") + "\n  <sms/>\n" + Fixture.sms("b")))
    #expect(reading.texts == ["a", "b"])
    #expect(reading.reasons == [.nothingInside])
    #expect(reading.refusals.first?.line == 4)
    #expect(reading.refusals.first?.excerpt == "<sms/>")
  }

  @Test("a date that is a word is refused and quoted, unless the sent time is known")
  func today() throws {
    let refused = try Fixture.read(Fixture.backup("<sms address=\"900\" date=\"today\" date_sent=\"0\" type=\"1\" body=\"a\" />"))
    #expect(refused.reasons == [.badTime("today")])
    let kept = try Fixture.read(Fixture.backup("<sms address=\"900\" date=\"today\" date_sent=\"1772362931000\" type=\"1\" body=\"a\" />"))
    #expect(kept.messages.map(\.time) == [Timestamp(milliseconds: 1_772_362_931_000)])
  }

  @Test("a wrong count changes nothing, and exact duplicates are both read")
  func countAndDuplicates() throws {
    let sms = Fixture.sms("a")
    let reading = try Fixture.read("<smses count=\"2444\">\(sms)\(sms)</smses>")
    #expect(reading.texts == ["a", "a"])
    #expect(reading.refusals.isEmpty)
  }

  @Test("an empty body is a message without text")
  func emptyBody() throws {
    #expect(try Fixture.read(Fixture.backup(Fixture.sms(""))).texts == [""])
  }

  @Test("line ends come as references and as they are")
  func lineEnds() throws {
    #expect(try Fixture.read(Fixture.backup(Fixture.sms("a&#10;b&#xA;c\nd"))).texts == ["a\nb\nc\nd"])
  }

  @Test("a bare > and a bare < in a body are text")
  func bareBrackets() throws {
    #expect(try Fixture.read(Fixture.backup(Fixture.sms("1 > 0 /> и 2 < 3"))).texts == ["1 > 0 /> и 2 < 3"])
  }

  @Test("single quotation marks hold double ones")
  func singleQuotes() throws {
    let reading = try Fixture.read(
      Fixture.backup("<sms address='900' date='1772362934000' type='1' body='ООО \"Ромашка\" и it&apos;s' />"))
    #expect(reading.texts == ["ООО \"Ромашка\" и it's"])
  }

  @Test(
    "a style sheet and a comment with a bare & stand before the root in either order",
    arguments: [
      "<?xml-stylesheet type=\"text/xsl\" href=\"sms.xsl\"?>\n<!-- made by A & B <sms/> -->",
      "<!-- made by A & B <sms/> -->\n<?xml-stylesheet type=\"text/xsl\" href=\"sms.xsl\"?>",
    ])
  func prolog(_ prolog: String) throws {
    let reading = try Fixture.read(
      "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n\(prolog)\n<smses count=\"1\">\(Fixture.sms("a"))</smses>")
    #expect(reading.texts == ["a"])
    #expect(reading.refusals.isEmpty)
  }

  @Test("a comment between records is passed over, whatever stands in it")
  func comment() throws {
    let reading = try Fixture.read(Fixture.backup(Fixture.sms("a") + "<!-- & <sms body=\"no\"/> -- -->" + Fixture.sms("b")))
    #expect(reading.texts == ["a", "b"])
    #expect(reading.refusals.isEmpty)
  }

  @Test("a sender may be a word")
  func alphanumeric() throws {
    #expect(try Fixture.read(Fixture.backup(Fixture.sms("a", sender: "T-Bank"))).messages.map(\.sender) == ["T-Bank"])
  }

  @Test("the contact's name is the sender when there is no address, and (Unknown) is nobody")
  func contact() throws {
    let reading = try Fixture.read(
      Fixture.backup(
        """
        <sms date="1772362934000" type="1" body="a" contact_name="Сбербанк"/>
        <sms date="1772362934000" type="1" body="b" contact_name="(Unknown)"/>
        """))
    #expect(reading.messages.map(\.sender) == ["Сбербанк", ""])
  }

  @Test("two references to the halves of a pair are one character, in decimals and in hexadecimals")
  func surrogates() throws {
    let reading = try Fixture.read(Fixture.backup(Fixture.sms("&#55357;&#56838; &#xD83D;&#xDE06; &#128518;")))
    #expect(reading.texts == ["😆 😆 😆"])
    #expect(reading.notes.repairedTexts == 0)
  }

  @Test("half a pair is U+FFFD, and the text counts as repaired", arguments: ["&#55357;", "&#56838;", "&#55357;x", "&#56838;&#55357;"])
  func loneSurrogate(_ text: String) throws {
    let reading = try Fixture.read(Fixture.backup(Fixture.sms(text)))
    let expected = text.replacing(/&#\d+;/, with: "\u{FFFD}")
    #expect(reading.texts == [expected])
    #expect(reading.notes.repairedTexts == 1)
  }

  @Test("the five named entities are resolved, and an & that begins none is an &")
  func entities() throws {
    let reading = try Fixture.read(Fixture.backup(Fixture.sms("&lt;&gt;&amp;&quot;&apos; A&B &nbsp; &#; &#x; &amp")))
    #expect(reading.texts == ["<>&\"' A&B &nbsp; &#; &#x; &amp"])
  }

  @Test("what the owner sent, drafted or queued is skipped by its kind")
  func types() throws {
    let records = (2...6).map { "<sms address=\"900\" date=\"1772362934000\" type=\"\($0)\" body=\"x\"/>" }.joined(separator: "\n")
    let reading = try Fixture.read(Fixture.backup(records))
    #expect(reading.messages.isEmpty)
    #expect(reading.skipped == [.sent, .draft, .outbox, .failed, .queued])
  }

  @Test("a sent time after the received one, or years before it, is a clock gone wrong")
  func clocks() throws {
    let reading = try Fixture.read(
      Fixture.backup(
        Fixture.sms("a", more: "date_sent=\"1772373731000\"") + Fixture.sms("b", more: "date_sent=\"1262304000000\"")
          + Fixture.sms("c", more: "date_sent=\"0\"")))
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_934_000, 1_772_362_934_000, 1_772_362_934_000])
  }

  @Test("times in seconds are times")
  func seconds() throws {
    let reading = try Fixture.read(Fixture.backup(Fixture.sms("a", date: 1_772_362_934)))
    #expect(reading.messages.map(\.time.milliseconds) == [1_772_362_934_000])
  }

  @Test("times before 1970, after 2248 and beyond all numbers are refused")
  func impossibleTimes() throws {
    let reading = try Fixture.read(
      Fixture.backup(
        Fixture.sms("a", date: -5) + Fixture.sms("b", date: .max)
          + "<sms date=\"99999999999999999999\" body=\"c\"/><sms date=\"0\" body=\"d\"/><sms body=\"e\"/>"))
    #expect(
      reading.reasons == [
        .timeOutOfRange("-5"), .timeOutOfRange("9223372036854775807"), .badTime("99999999999999999999"), .noTime, .noTime,
      ])
  }

  @Test("bytes that are no UTF-8 are repaired and counted, the record is kept")
  func invalidUTF8() throws {
    var bytes = Array(Fixture.backup(Fixture.sms("a?b")).utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "?"), after: "body"))
    bytes[place] = 0xFF
    let reading = try Fixture.read(bytes)
    #expect(reading.texts == ["a\u{FFFD}b"])
    #expect(reading.notes.repairedTexts == 1)
  }

  @Test("NUL is U+FFFD, as a byte and as a reference")
  func nul() throws {
    let reading = try Fixture.read(Fixture.backup(Fixture.sms("a\0b") + Fixture.sms("c&#0;d")))
    #expect(reading.texts == ["a\u{FFFD}b", "c\u{FFFD}d"])
    #expect(reading.notes.repairedTexts == 2)
  }

  @Test("a byte order mark is passed over")
  func byteOrderMark() throws {
    #expect(try Fixture.read("\u{FEFF}" + Fixture.backup(Fixture.sms("a"))).texts == ["a"])
  }

  @Test("two backups one after the other are both read")
  func concatenated() throws {
    let reading = try Fixture.read(Fixture.backup(Fixture.sms("a")) + Fixture.backup(Fixture.sms("b")))
    #expect(reading.texts == ["a", "b"])
    #expect(reading.refusals.isEmpty)
  }

  @Test("an SMS may be a pair of tags")
  func pairOfTags() throws {
    let reading = try Fixture.read(
      Fixture.backup("<sms address=\"900\" date=\"1772362934000\" type=\"1\" body=\"a\"></sms>\n" + Fixture.sms("b")))
    #expect(reading.texts == ["a", "b"])
    #expect(reading.refusals.isEmpty)
  }
}

extension [UInt8] {
  /// The index of `byte` behind the first occurrence of `word`.
  func firstIndex(of byte: UInt8, after word: String) -> Int? {
    let word = Array(word.utf8)
    guard let start = indices.first(where: { self[$0...].starts(with: word) }) else { return nil }
    return self[start...].firstIndex(of: byte)
  }
}
