import Foundation
import Model
import Parsing
import Storage
import Testing

@testable import Ingest

/// Messages that came to a phone and reach us through somebody else's program.
@Suite("What phones forward")
struct RelayTests {
  private let folder = TemporaryFolder()

  private func imported(_ text: String, as name: String, _ mapping: SourceMapping = SourceMapping()) throws -> [NotificationRow] {
    let store = try Store.temporary()
    let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
    var options = ImportOptions(mapping: mapping)
    options.zone = Fixture.context.zone
    _ = try Importer(store: store, parser: parser).run(try folder.write(text, as: name), options: options)
    var query = ListQuery()
    query.place = .everything
    return try store.page(query, from: nil, limit: 100).rows
  }

  private func desktop(_ app: String, _ summary: String, _ body: String, key: String = "appname") -> String {
    """
    {"type":"aa{sv}","data":[[{"\(key)":{"type":"s","data":"\(app)"},"summary":{"type":"s","data":"\(summary)"},"body":{"type":"s","data":"\(body)"},
    "timestamp":{"type":"x","data":4000000}}]]}
    """
  }

  @Test("a push that KDE Connect or GSConnect shows is the app's, and an SMS its sender's", arguments: ["KDE Connect", "GSConnect"])
  func relayed(relay: String) throws {
    let push = try Fixture.read(desktop(relay, "СберБанк", "Покупка: 410 ₽ BULOCHNAYA. Баланс: 700 ₽"))
    #expect(push.messages.map(\.sender) == ["СберБанк"])
    #expect(push.messages.map(\.channel) == [.push])
    let sms = try Fixture.read(desktop(relay, "Сообщения", "900: MIR-2201 11:05 Покупка 71р BULOCHNAYA Баланс: 700р"))
    #expect(sms.messages.map(\.sender) == ["900"])
    #expect(sms.messages.map(\.channel) == [.sms])
    #expect(sms.texts == ["MIR-2201 11:05 Покупка 71р BULOCHNAYA Баланс: 700р"])
    let split = try Fixture.read(desktop(relay + " · Messages", "900", "Код 4321"))
    #expect(split.messages.map(\.sender) == ["900"])
    #expect(split.messages.map(\.channel) == [.sms])
    let other = try Fixture.read(desktop("mail", "900", "900: hello"))
    #expect(other.messages.map(\.sender) == ["mail"])
  }

  @Test("a bank's relayed messages reach the inbox with their bank")
  func banks() throws {
    let rows = try imported(desktop("KDE Connect", "СберБанк", "Покупка: 410 ₽ BULOCHNAYA. Баланс: 700 ₽"), as: "a.json")
    #expect(rows.map(\.bank) == ["sberbank"])
    let sms = try imported(desktop("KDE Connect", "Messages", "900: MIR-2201 11:05 Покупка 71р BULOCHNAYA Баланс: 700р"), as: "b.json")
    #expect(sms.map(\.bank) == ["sberbank"])
  }

  @Test(
    "the body of a desktop notification is markup, its summary isn't",
    arguments: [
      ("Покупка в A&amp;B &lt;7&gt;", "Покупка в A&B <7>"), ("<b>Покупка</b> <i>71р</i>", "Покупка 71р"),
      ("a & b < c > d", "a & b < c > d"),
      (#"<a href=\"https://x.example\">вход</a>"#, "вход"), (#"<img src=\"x\" alt=\"знак\"/>!"#, "знак!"),
      ("&#1050;&#x43E;&#0;д", "Ко&#0;д"),
      ("&amp;lt;", "&lt;"), ("&quot;&apos;&unknown;", "\"'&unknown;"), ("1 <2 &", "1 <2 &"),
    ])
  func markup(_ body: String, _ text: String) throws {
    let reading = try Fixture.read(desktop("bank", "A&amp;B", body))
    #expect(reading.texts == [text])
    #expect(reading.messages.map(\.title) == ["A&amp;B"])
  }

  @Test("mako is told from dunst, in both of its layouts; its notifications stand at the file's time in their order")
  func mako() throws {
    let one = try Fixture.read(desktop("bank", "900", "Покупка 71р", key: "app-name"))
    #expect(one.format.name == "mako")
    #expect(one.messages.map(\.sender) == ["bank"])
    let bare = try Fixture.read(
      "[{\"id\":2,\"app_name\":\"bank\",\"summary\":\"s\",\"body\":\"второе\"},{\"id\":1,\"app_name\":\"bank\",\"summary\":\"s\",\"body\":\"первое\"}]"
    )
    #expect(bare.format.name == "mako")
    #expect(bare.texts == ["второе", "первое"])
    #expect(bare.messages.map(\.time.milliseconds) == [1_772_366_400_000, 1_772_366_399_999])
    #expect(bare.notes.fileTimes == 2)
  }

  private let forwarded = """
    {"id":"a1","time":1772362931,"event":"message","topic":"phone","title":"900","message":"MIR-2201 14:02 Покупка 71р BULOCHNAYA Баланс: 700р"}
    {"id":"a2","time":1772363931,"event":"message","topic":"phone","message":"900\\nMIR-2201 14:18 Покупка 72р BULOCHNAYA Баланс: 628р\\nSIM1\\n2026-03-01 14:18:50"}
    {"id":"a3","time":1772364931,"event":"message","topic":"phone","message":"{\\"from\\":\\"900\\",\\"text\\":\\"MIR-2201 14:35 Покупка 73р BULOCHNAYA Баланс: 555р\\",\\"sentStamp\\":1772364929000}"}

    """

  @Test("an SMS that a phone forwards to ntfy is its sender's: by its title, its first line, or as JSON")
  func forwardedSMS() throws {
    for mapping in [SourceMapping(channel: .sms), SourceMapping(channel: .sms, sender: .title)] {
      let rows = try imported(forwarded, as: "ntfy.json", mapping)
      #expect(rows.map(\.sender) == ["900", "900", "900"])
      #expect(rows.map(\.bank) == ["sberbank", "sberbank", "sberbank"])
      #expect(rows.map(\.text).allSatisfy { $0.hasPrefix("MIR-2201") && $0.hasSuffix("р") })
      #expect(rows.first?.time.milliseconds == 1_772_364_929_000, "when it was sent, not when it was forwarded")
    }
    let named = try imported(forwarded, as: "ntfy.json", SourceMapping(sender: .named("900")))
    #expect(Set(named.map(\.sender)) == ["900"])
    let plain = try imported(forwarded, as: "ntfy.json")
    #expect(plain.map(\.sender) == ["900", "phone", "phone"], "without being told only JSON names the sender")
  }

  @Test("what is said of a source is part of what it is known by, so that it can be said anew")
  func saidAnew() throws {
    let store = try Store.temporary()
    let importer = Importer(store: store, parser: MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog))
    let path = try folder.write(forwarded, as: "again.json")
    #expect(try importer.run(path, options: ImportOptions(mapping: SourceMapping(channel: .sms))).added == 3)
    #expect(try importer.run(path, options: ImportOptions(mapping: SourceMapping(channel: .sms))).added == 0)
    #expect(try importer.run(path, options: ImportOptions(mapping: SourceMapping(channel: .messenger, sender: .named("x")))).added == 3)
  }

  @Test("an update of a message is a version in its row, not a second payment; clearing or deleting it changes nothing")
  func updates() throws {
    func line(_ id: String, _ seconds: Int, _ more: String, _ text: String) -> String {
      "{\"id\":\"\(id)\",\"time\":\(1_772_362_931 + seconds),\"event\":\"message\",\"topic\":\"bank\"\(more),\"message\":\"\(text)\"}\n"
    }
    let lines = [
      line("a1", 0, "", "Покупка 71р BULOCHNAYA Баланс: 700р"), line("a2", 5, "", "Покупка 5р METRO Баланс: 695р"),
      line("a3", 9, ",\"sequence_id\":\"a1\"", "Покупка 71р BULOCHNAYA Баланс: 700р. Кэшбэк 1р"),
      "{\"id\":\"a4\",\"time\":1772362945,\"event\":\"message_clear\",\"topic\":\"bank\",\"sequence_id\":\"a1\"}\n",
      "{\"id\":\"a5\",\"time\":1772362946,\"event\":\"message_delete\",\"topic\":\"bank\",\"sequence_id\":\"a1\"}\n",
    ]
    for parts in [[lines.joined()], lines.map { $0 }] {
      let store = try Store.temporary()
      let importer = Importer(store: store, parser: MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog))
      for (index, part) in parts.enumerated() {
        _ = try importer.run(try folder.write(part, as: "part-\(parts.count)-\(index).json"), options: ImportOptions(bank: "sberbank"))
      }
      let rows = try store.page(ListQuery(), from: nil, limit: 10).rows
      #expect(rows.map(\.text) == ["Покупка 5р METRO Баланс: 695р", "Покупка 71р BULOCHNAYA Баланс: 700р"])
      let last = try #require(rows.last)
      #expect(try store.detail(last.id)?.deliveries.count == 2)
      for part in parts.enumerated() {
        #expect(
          try importer.run(folder.path + "/part-\(parts.count)-\(part.offset).json", options: ImportOptions(bank: "sberbank")).added == 0)
      }
    }
  }
}
