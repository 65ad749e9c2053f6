import Model
import Testing

@testable import Ingest

@Suite("SMS Backup & Restore: MMS")
struct MMSTests {
  private func mms(_ attributes: String, _ content: String) -> String {
    "<mms date=\"1772362934000\" address=\"+79000000001\" read=\"1\" \(attributes)><parts>\(content)</parts></mms>"
  }

  private func mms(_ attributes: String, parts: String, addresses: String) -> String {
    "<mms date=\"1772362934000\" \(attributes)>\n<parts>\(parts)</parts>\n<addrs>\(addresses)</addrs>\n</mms>"
  }

  @Test("text parts become one text; SMIL, pictures and empty parts are passed over")
  func parts() throws {
    let reading = try Fixture.read(
      Fixture.backup(
        mms(
          "msg_box=\"1\" sub=\"null\" m_id=\"id-1\"",
          """
          <part seq="-1" ct="application/smil" text='&lt;smil&gt;&lt;img src="a.jpg"/&gt;' />
          <part seq="0" ct="text/plain" text="первая" />
          <part seq="1" ct="image/jpeg" text="null" data="/9j/4AAQSkZJRgABAQ==" />
          <part seq="2" ct="text/plain; charset=utf-8" text="вторая &#55357;&#56838;" />
          <part seq="3" ct="text/plain" text="null" />
          """)))
    let message = try #require(reading.messages.first)
    #expect(message.text == "первая\nвторая 😆")
    #expect(message.sender == "+79000000001")
    #expect(message.sourceID == "id-1")
    #expect(message.channel == .sms)
    #expect(reading.refusals.isEmpty)
  }

  @Test("the sender is the address of kind 137, not the others of the group")
  func from() throws {
    let reading = try Fixture.read(
      Fixture.backup(
        mms(
          "msg_box=\"1\" address=\"+79000000001~+79000000002\"", parts: "<part ct=\"text/plain\" text=\"a\"/>",
          addresses: "<addr address=\"+79000000001\" type=\"151\"/><addr address=\"+79000000002\" type=\"137\"/>")))
    #expect(reading.messages.map(\.sender) == ["+79000000002"])
  }

  @Test("without one it is the first of the joined addresses, and a placeholder is nobody")
  func joined() throws {
    let reading = try Fixture.read(
      Fixture.backup(
        mms(
          "msg_box=\"1\" address=\"+79000000001~+79000000002\"", parts: "<part ct=\"text/plain\" text=\"a\"/>",
          addresses: "<addr address=\"insert-address-token\" type=\"137\"/>")))
    #expect(reading.messages.map(\.sender) == ["+79000000001"])
  }

  @Test("a subject is the title, and enough by itself")
  func subject() throws {
    let reading = try Fixture.read(Fixture.backup(mms("msg_box=\"1\" sub=\"Выписка\"", "")))
    #expect(reading.messages.map(\.title) == ["Выписка"])
    #expect(reading.texts == [""])
  }

  @Test("one without text, one never fetched and the owner's own are skipped by their kind")
  func skipped() throws {
    let reading = try Fixture.read(
      Fixture.backup(
        mms("msg_box=\"1\" m_type=\"132\"", "<part ct=\"image/png\" data=\"iVBORw0KGgo=\"/>") + mms("msg_box=\"1\" m_type=\"130\"", "")
          + mms("msg_box=\"2\"", "<part ct=\"text/plain\" text=\"a\"/>") + mms("m_type=\"128\"", "<part ct=\"text/plain\" text=\"a\"/>")
          + "<mms date=\"1772362934000\" msg_box=\"3\"/>"))
    #expect(reading.messages.isEmpty)
    #expect(reading.skipped == [.noText, .notDownloaded, .sent, .sent, .draft])
    #expect(reading.refusals.isEmpty)
  }

  @Test("megabytes of base64 are read past in a window that stays small")
  func base64() throws {
    let data = String(repeating: "QUJD", count: 2_000_000)
    let text = Fixture.backup(
      mms("msg_box=\"1\"", "<part ct=\"image/jpeg\" data=\"\(data)\"/><part ct=\"text/plain\" text=\"after\"/>"))
    let input = try Fixture.input(Array(text.utf8), capacity: 4096)
    var reader: any MessageReader = try SMSBackupReader(input, Fixture.context)
    #expect(try Fixture.read(&reader).texts == ["after"])
    #expect(input.window.count == 4096)
  }

  @Test("one that isn't closed is refused, and what comes next is kept", arguments: ["<sms", "<mms", "</smses"])
  func notClosed(_ next: String) throws {
    let broken = "<mms date=\"1772362934000\" msg_box=\"1\"><parts><part ct=\"text/plain\" text=\"a\"/>"
    let reading = try Fixture.read(
      Fixture.backup(broken + (next == "<sms" ? Fixture.sms("b") : next == "<mms" ? mms("sub=\"b\"", "") : "")))
    #expect(reading.reasons == [.notClosed])
    #expect(reading.messages.count == (next == "</smses" ? 0 : 1))
  }

  @Test("elements inside elements, however deep, take no memory and lose nothing")
  func deep() throws {
    let nest = String(repeating: "<x y=\"1\">", count: 200_000)
    let reading = try Fixture.read(
      Fixture.backup(mms("msg_box=\"1\"", nest + "<part ct=\"text/plain\" text=\"deep\"/>") + Fixture.sms("next")), capacity: 4096)
    #expect(reading.texts == ["deep", "next"])
  }
}
