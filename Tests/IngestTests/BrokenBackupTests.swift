import Testing

@testable import Ingest

@Suite("SMS Backup & Restore: broken files")
struct BrokenBackupTests {
  private func fileError(_ text: String) -> InputError.Reason? {
    do {
      _ = try Fixture.read(text)
      return nil
    } catch let error as InputError {
      return error.reason
    } catch {
      return error as? InputError.Reason
    }
  }

  @Test("a call log is called one")
  func calls() {
    #expect(fileError("<?xml version='1.0'?>\n<calls count=\"1\"><call number=\"900\"/></calls>") == .calls)
  }

  @Test("a DOCTYPE is refused with its place, and no entity is ever expanded")
  func documentType() {
    let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE smses [<!ENTITY a \"aaaaaaaaaa\">]>\n<smses><sms body=\"&a;\"/></smses>"
    #expect(fileError(text) == .documentType(line: 2, byte: 22))
  }

  @Test("another root, no root and another encoding are said")
  func otherXML() {
    #expect(fileError("<?xml version=\"1.0\"?><feed/>") == .otherXML(root: "feed"))
    #expect(fileError("<?xml version=\"1.0\"?>\n<!-- nothing -->") == .noRoot)
    #expect(fileError("<?xml version=\"1.0\" encoding=\"windows-1251\"?><smses/>") == .encoding("windows-1251"))
  }

  @Test("an empty backup holds nothing and is whole")
  func empty() throws {
    let reading = try Fixture.read("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"2444\">\n</smses>")
    #expect(reading.messages.isEmpty)
    #expect(reading.refusals.isEmpty)
  }

  @Test("a file that ends inside a record keeps what is whole, and can be taken up at the record's beginning")
  func cutOff() throws {
    let whole = "<smses count=\"2\">\n" + Fixture.sms("a") + "\n"
    let reading = try Fixture.read(whole + "<sms address=\"900\" body=\"Перев")
    #expect(reading.texts == ["a"])
    #expect(reading.reasons == [.cutOff])
    #expect(reading.refusals.first?.line == 3)
    #expect(reading.refusals.first?.byte == Int64(whole.utf8.count))
    #expect(reading.resumeOffsets.last == Int64(whole.utf8.count))
  }

  @Test("a file that ends between records says so")
  func endsEarly() throws {
    let reading = try Fixture.read("<smses count=\"2\">\n" + Fixture.sms("a") + "\n")
    #expect(reading.texts == ["a"])
    #expect(reading.reasons == [.endsEarly])
  }

  @Test("a quotation mark that isn't closed takes one record, not the next")
  func openQuote() throws {
    let reading = try Fixture.read(
      Fixture.backup(
        Fixture.sms("a") + "\n<sms address=\"900\" date=\"1772362934000\" body=\"no end />\n" + Fixture.sms("b") + "\n" + Fixture.sms("c")))
    #expect(reading.texts == ["a", "b", "c"])
    #expect(reading.reasons == [.notClosed])
    #expect(reading.refusals.first?.line == 4)
  }

  @Test("so does a value nobody reads")
  func openQuoteInUnreadValue() throws {
    let reading = try Fixture.read(Fixture.backup("<sms address=\"900\" toa=\"no end />\n" + Fixture.sms("b")))
    #expect(reading.texts == ["b"])
    #expect(reading.reasons == [.notClosed])
  }

  @Test(
    "a tag that isn't one is refused at the byte where that shows",
    arguments: [("<sms address=900 />", 13), ("<sms =\"900\"/>", 5), ("<sms address \"900\"/>", 13), ("<sms / a=\"1\">", 5)])
  func badTag(_ tag: String, _ place: Int) throws {
    let before = "<smses>" + Fixture.sms("a")
    let reading = try Fixture.read(before + tag + Fixture.sms("b") + "</smses>")
    #expect(reading.texts == ["a", "b"])
    #expect(reading.reasons == [.badTag])
    #expect(reading.refusals.first?.byte == Int64(before.utf8.count + place))
  }

  @Test("text and elements that have no business between records are reported, once each")
  func stray() throws {
    let reading = try Fixture.read(Fixture.backup(Fixture.sms("a") + "oops" + "<call number=\"1\"/>" + "<1>" + Fixture.sms("b")))
    #expect(reading.texts == ["a", "b"])
    #expect(reading.reasons == [.strayText, .unknownElement("call"), .strayText])
  }

  @Test("a text of a megabyte is kept, one past the limit is refused without being held, and its neighbours are kept")
  func long() throws {
    let megabyte = String(repeating: "x", count: 1 << 20)
    let beyond = String(repeating: megabyte, count: 5)
    let text = Fixture.backup(Fixture.sms("a") + Fixture.sms(megabyte) + Fixture.sms(beyond) + Fixture.sms("b"))
    let input = try Fixture.input(Array(text.utf8), capacity: 4096)
    var reader: any MessageReader = try SMSBackupReader(input, Fixture.context)
    let reading = try Fixture.read(&reader)
    #expect(reading.texts.map(\.utf8.count) == [1, 1 << 20, 1])
    #expect(reading.reasons == [.tooLong(limit: 4 << 20)])
    #expect(input.window.count == 4096)
  }

  @Test("a hundred thousand openings are as many refusals, and the record behind them is kept")
  func openings() throws {
    let reading = try Fixture.read(
      "<smses>" + String(repeating: "<sms ", count: 100_000) + Fixture.sms("b") + "</smses>", capacity: 65_536)
    #expect(reading.texts == ["b"])
    #expect(reading.refusals.count == 100_000)
  }

  @Test("a million attributes are read past, and the first of a name counts")
  func attributes() throws {
    let reading = try Fixture.read(
      "<smses><sms address=\"900\" date=\"1772362934000\" " + String(repeating: "body=\"x\" ", count: 500_000)
        + String(repeating: "q=\"x\" ", count: 500_000) + "/></smses>", capacity: 65_536)
    #expect(reading.texts == ["x"])
  }

  @Test("a name of a million letters is a name")
  func longName() throws {
    let name = String(repeating: "n", count: 1_000_000)
    let reading = try Fixture.read(Fixture.backup("<sms \(name)=\"1\" address=\"900\" date=\"1772362934000\" body=\"a\"/>"), capacity: 128)
    #expect(reading.texts == ["a"])
  }

  @Test("cut at any byte, a file never traps and never loses a record that is whole", arguments: [64, 65_536])
  func truncation(_ capacity: Int) throws {
    let records = [
      Fixture.sms("раз &#55357;&#56838; &amp; > два", more: "date_sent='1772362931000' contact_name='\"Банк\"'"),
      "<!-- A & B -->",
      "<mms date=\"1772362934000\" msg_box=\"1\"><parts><part ct=\"text/plain\" text=\"три\"/><part ct=\"image/png\" data=\"QUJD\"/></parts>"
        + "<addrs><addr address=\"900\" type=\"137\"/></addrs></mms>",
      "<sms address=\"T-Bank\" date=\"1772362935000\" type=\"2\" body=\"ушло\"></sms>",
      Fixture.sms("четыре"),
    ]
    let start = "\u{FEFF}<?xml version='1.0' encoding='UTF-8' ?>\n<?xml-stylesheet href=\"sms.xsl\"?>\n<smses count=\"4\">"
    let bytes = Array((start + records.joined(separator: "\n  ") + "\n</smses>\n").utf8)
    // Where each message is whole, in bytes from the beginning.
    var wholeAt: [Int] = []
    var offset = start.utf8.count
    for (index, record) in records.enumerated() {
      offset += record.utf8.count
      if [0, 2, 4].contains(index) { wholeAt.append(offset) }
      offset += 3
    }
    for length in 0...bytes.count {
      let expected = wholeAt.count { $0 <= length }
      do {
        let reading = try Fixture.read(Array(bytes.prefix(length)), capacity: capacity)
        #expect(reading.messages.count == expected, "cut at \(length)")
        #expect((reading.refusals.count == 1) == (length < bytes.count - 1), "cut at \(length)")
      } catch {
        #expect(expected == 0, "cut at \(length)")
      }
    }
  }
}
