import Foundation
import Model
import Parsing
import Storage
import Testing

@testable import Ingest

/// One purchase, told by SMS and by push, each kept by another program.
@Suite("One event in files of different programs")
struct TwinsAcrossFormatsTests {
  private let folder = TemporaryFolder()

  private static let sms = "ECMC1234 14:02 Покупка 310р KOFE Баланс: 9001р"
  private static let push = "Покупка 310 ₽ KOFE. Баланс 9001 ₽, карта *1234"

  private static func hex(_ text: String) -> String { text.utf16.map { String(format: "%04X", $0) }.joined() }

  /// The SMS of 2026-03-01 11:02:14 UTC as each program keeps it. Clocks without a zone are Moscow's.
  private static let texts = [
    "backup.xml": Fixture.backup(Fixture.sms(sms)),
    "fossify.json":
      "[{\"subscriptionId\":1,\"address\":\"900\",\"body\":\"\(sms)\",\"date\":1772362934000,\"dateSent\":0,\"type\":1,\"backupType\":\"sms\"}]",
    "messages.ndjson":
      "{\"_id\":\"1\",\"thread_id\":\"1\",\"address\":\"900\",\"date\":\"1772362934000\",\"type\":\"1\",\"body\":\"\(sms)\",\"service_center\":null}\n",
    "kde.ndjson":
      "{\"type\":\"kdeconnect.sms.messages\",\"body\":{\"messages\":[{\"addresses\":[{\"address\":\"900\"}],\"body\":\"\(sms)\",\"date\":1772362934000,\"type\":1}]}}\n",
    "mmcli-J":
      "{\"sms\":{\"content\":{\"number\":\"900\",\"text\":\"\(sms)\"},\"properties\":{\"pdu-type\":\"deliver\",\"state\":\"received\",\"timestamp\":\"2026-03-01T14:02:14+03\"}}}\n",
    "mmcli-K":
      "sms.content.number : 900\nsms.content.text : \(sms)\nsms.properties.pdu-type : deliver\nsms.properties.state : received\nsms.properties.timestamp : 2026-03-01T14:02:14+03\n",
    "sms.backup":
      TextSourcesTests.comment
      + "[SMSBackup000]\nDateTime = 20260301T110214Z\nState = UnRead\nNumber = \"900\"\nText00 = \(hex(sms))\nCoding = Unicode_No_Compression\n",
    "messenger.json":
      "{\"posted\":[{\"packageName\":\"com.google.android.apps.messaging\",\"postTime\":1772362934000,\"title\":\"900\",\"text\":\"\(sms)\"}],\"removed\":[]}",
    "own.jsonl": "{\"time\":1772362934000,\"sender\":\"900\",\"text\":\"\(sms)\"}\n",
    "table.csv": "time;sender;text\n1772362934000;900;\(sms)\n",
  ]
  static let smsFiles = texts.keys.sorted() + ["archive.zip", "gammu.db", "phone.db"]

  /// The push of eleven seconds later.
  private static let pushes = [
    "log.json":
      "{\"posted\":[{\"packageName\":\"ru.sberbankmobile\",\"postTime\":1772362945000,\"title\":\"СберБанк\",\"text\":\"\(push)\"}],\"removed\":[]}",
    "kde.ndjson":
      "{\"type\":\"kdeconnect.notification\",\"body\":{\"id\":\"0|ru.sberbankmobile|7|null|10123\",\"title\":\"СберБанк\",\"text\":\"\(push)\",\"time\":\"1772362945000\"}}\n",
    "dump.txt":
      "    NotificationRecord(0x0a1: pkg=ru.sberbankmobile user=UserHandle{0} id=7)\n      mUpdateTimeMs=1772362945000\n      extras={\n        android.title=String (СберБанк)\n        android.text=String (\(push))\n      }\n",
    "ntfy.ndjson": "{\"id\":\"a\",\"time\":1772362945,\"event\":\"message\",\"topic\":\"phone\",\"message\":\"\(push)\"}\n",
    "gotify.json":
      "{\"messages\":[{\"id\":2,\"appid\":5,\"message\":\"\(push)\",\"date\":\"2026-03-01T14:02:25.0000000+03:00\"}],\"paging\":{}}",
    "own.jsonl": "{\"time\":1772362945000,\"channel\":\"push\",\"sender\":\"ru.sberbankmobile\",\"text\":\"\(push)\"}\n",
  ]
  static let pushFiles = pushes.keys.sorted()

  private func write(_ name: String) throws -> String {
    let path = folder.path + "/" + name
    switch name {
    case "archive.zip":
      let entry = ArchiveTests.Entry(name: "messages.ndjson", bytes: Array((Self.texts["messages.ndjson"] ?? "").utf8))
      try Data(try ArchiveTests.archive([entry])).write(to: URL(filePath: path))
    case "gammu.db":
      try Fixture.database(DatabaseTests.gammu + DatabaseTests.part(1, "2026-03-01 14:02:14", Self.sms), at: path)
    case "phone.db":
      let row = DatabaseTests.phoneRow("1, 'g1', '\(Self.sms)', NULL, 1, 794055734000000000, 0, 1, 'SMS', 0, 0")
      try Fixture.database(DatabaseTests.phone + row, at: path)
    default: try folder.write(Self.texts[name] ?? "", as: name)
    }
    return path
  }

  /// What becomes of files imported one after the other: reports, and the deliveries of each row.
  private func imported(_ paths: [String]) throws -> (reports: [ImportReport], rows: [[Delivery]]) {
    let store = try Store.temporary()
    let importer = Importer(store: store, parser: MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog))
    var options = ImportOptions(bank: "sberbank")
    options.zone = Fixture.context.zone
    let reports = try paths.map { try importer.run($0, options: options) }
    let rows = try store.page(ListQuery(), from: nil, limit: 10).rows
    return (reports, try rows.map { try store.detail($0.id)?.deliveries ?? [] })
  }

  @Test("an SMS from any program and its push from any other are one row with two deliveries, whichever comes first")
  func twins() throws {
    for (index, name) in Self.smsFiles.enumerated() {
      let pushName = Self.pushFiles[index % Self.pushFiles.count]
      let push = try folder.write(Self.pushes[pushName] ?? "", as: "push-" + pushName)
      let sms = try write(name)
      for paths in [[push, sms], [sms, push]] {
        let result = try imported(paths + paths)
        #expect(result.rows.map { Set($0.map(\.channel)) } == [[.push, .sms]], "\(name) and \(pushName)")
        #expect(result.rows.first?.count == 2, "\(name) and \(pushName)")
        #expect(result.reports.map(\.added) == [1, 0, 0, 0] && result.reports.map(\.merged) == [0, 1, 0, 0], "\(name) and \(pushName)")
      }
    }
  }

  @Test("the same SMS from every program that keeps it is one SMS")
  func copies() throws {
    let result = try imported(try Self.smsFiles.map { try write($0) })
    #expect(result.reports.map(\.added).reduce(0, +) == 1)
    #expect(result.reports.map(\.alreadyThere).reduce(0, +) == Self.smsFiles.count - 1)
  }
}
