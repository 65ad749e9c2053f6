import Foundation
import Model
import Parsing
import Storage
import Testing

@testable import Ingest

/// One phone's SMS as three programs keep them: a backup knows when each was sent and came, the log of notifications when it came and was shown, KDE
/// Connect only when it came.
@Suite("One record told by several programs")
struct TellingTests {
  private let folder = TemporaryFolder()
  private let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)

  /// One of them, in ms.
  private struct Message {
    var sent: Int64
    var came: Int64
    var shown: Int64
    var sender: String
    var text: String
    var isRead: Bool

    func escaped(_ text: String) -> String { text.replacing("\n", with: "\\n") }
    var backup: String {
      let body = text.replacing("\n", with: "&#13;&#10;")
      return Fixture.sms(body, sender: sender, date: came, more: "date_sent=\"\(sent)\"").replacing(
        "read=\"1\"", with: "read=\"\(isRead ? 1 : 0)\"")
    }
    var posted: String {
      """
      {"packageName":"com.google.android.apps.messaging","postTime":\(shown),"when":\(came),"title":"\(sender)","text":"\(escaped(text))"}
      """
    }
    var packet: String {
      """
      {"addresses":[{"address":"\(sender)"}],"body":"\(escaped(text)) ","date":\(came),"type":1,"read":0}
      """
    }
  }

  /// Messages of some months, of which some say again what an earlier one said, and some come as quickly one after the other as banks send.
  private func history(_ count: Int) -> [Message] {
    var state: UInt64 = 7
    func random(_ bound: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % bound)
    }
    var time: Int64 = 1_760_000_000_000
    return (0..<count).map { index in
      time += (random(9) == 0 ? 4 : 90 + random(1800)) * 1000
      let came = time + 800 + random(9000)
      let text =
        switch random(6) {
        case 0: "Вход в Сбербанк Онлайн для Android"
        case 1: "Никому не говорите код\n\(100_000 + random(899_999)) для входа"
        default: "MIR-4417 14:0\(random(9)) Покупка \(1 + random(40))р KAFE ZERNO Баланс: \(5000 + random(90))р"
        }
      return Message(
        sent: time, came: came, shown: came + 40 + random(1500), sender: random(5) == 0 ? "VTB" : "900", text: text, isRead: random(2) == 0)
    }
  }

  private func files(_ messages: [Message]) throws -> [String] {
    let pushes = messages.enumerated().filter { $0.offset % 3 == 0 && $0.element.sender == "900" && $0.element.text.hasPrefix("MIR") }
      .map {
        "{\"packageName\":\"ru.sberbankmobile\",\"postTime\":\($0.element.sent + 1200),\"title\":\"СберБанк\",\"text\":\"\($0.element.text)\"}"
      }
    return [
      try folder.write(Fixture.backup(messages.map(\.backup).joined(separator: "\n")), as: "sms.xml"),
      try folder.write("{\"posted\":[\((messages.map(\.posted) + pushes).joined(separator: ",\n"))],\"removed\":[]}", as: "log.json"),
      try folder.write(
        messages.map { "{\"id\":1,\"type\":\"kdeconnect.sms.messages\",\"body\":{\"messages\":[\($0.packet)]}}\n" }.joined(), as: "kde.json"
      ),
    ]
  }

  private struct Row: Hashable {
    var id: NotificationID
    var text: String
    var isUnread: Bool
    var deliveries: [String]
  }

  private func rows(_ store: Store) throws -> [Row] {
    var query = ListQuery()
    query.place = .everything
    var rows: [Row] = []
    var cursor: Cursor?
    while true {
      let page = try store.page(query, from: cursor, direction: .onward, limit: 1000)
      rows += try page.rows.map { row in
        let deliveries = try store.detail(row.id)?.deliveries ?? []
        return Row(
          id: row.id, text: row.text.trimmed, isUnread: row.isUnread,
          deliveries: deliveries.map { "\($0.channel) \($0.time.milliseconds) \($0.text.trimmed)" })
      }
      guard !page.reachesEnd, let last = page.rows.last else { return rows }
      cursor = Cursor(row: last, order: query.order)
    }
  }

  private func importAll(_ paths: [String], into store: Store) throws -> [ImportReport] {
    let importer = Importer(store: store, parser: parser)
    return try paths.map { try importer.run($0) }
  }

  @Test("three programs in six orders give exactly the same rows, with nothing twice, and a log that verifies")
  func sixOrders() throws {
    let messages = history(1000)
    let files = try files(messages)
    var all: [[Row]] = []
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let store = try Store.temporary()
      _ = try importAll(order.map { files[$0] }, into: store)
      all.append(try rows(store))
      #expect(try store.toldTwice() == 0)
      #expect(try store.verifyLedger().faults.filter { $0.leaf != nil }.isEmpty)
      guard order == [2, 0, 1] else { continue }
      let again = try importAll(order.map { files[$0] }, into: store)
      #expect(again.map(\.added) == [0, 0, 0] && again.map(\.merged) == [0, 0, 0])
      #expect(try rows(store) == all.last)
    }
    let sms = all[0].flatMap(\.deliveries).filter { $0.hasPrefix("sms") }
    #expect(sms.count == messages.count)
    #expect(Set(sms) == Set(messages.map { "sms \($0.sent) \($0.text)" }))
    for other in all.dropFirst() {
      #expect(Set(other).symmetricDifference(all[0]).isEmpty)
      #expect(other == all[0])
    }
  }

  private let sample = Message(
    sent: 1_767_337_199_000, came: 1_767_337_200_123, shown: 1_767_337_200_500, sender: "900",
    text: "MIR-4417 14:02 Покупка 315р KAFE ZERNO Баланс: 5300р", isRead: true)

  @Test("a move to a new phone that cut the milliseconds, years later, and a notification told when it was shown, are still the one SMS")
  func cut() throws {
    let cut = "{\"address\":\"900\",\"body\":\"\(sample.text)\",\"date\":1767337200000,\"dateSent\":0,\"type\":1,\"subscriptionId\":1}"
    let shown =
      "{\"type\":\"kdeconnect.notification\",\"body\":{\"id\":\"0|com.android.mms|1|null|1\",\"title\":\"900\",\"text\":\"\(sample.text)\",\"time\":\"\(sample.shown)\"}}"
    let other = "{\"address\":\"900\",\"body\":\"\(sample.text)\",\"date\":1767337260000,\"dateSent\":0,\"type\":1,\"subscriptionId\":1}"
    let paths = [
      try folder.write(Fixture.backup(sample.backup), as: "a.xml"), try folder.write("[\(cut)]", as: "b.json"),
      try folder.write(shown, as: "c.json"), try folder.write("{\"posted\":[\(sample.posted)]}", as: "d.json"),
      try folder.write("[\(other)]", as: "e.json"),
    ]
    var seen: Set<[Row]> = []
    for order in permutations(Array(paths.indices)) {
      let store = try Store.temporary()
      _ = try importAll(order.map { paths[$0] }, into: store)
      seen.insert(try rows(store))
      #expect(try store.verifyLedger().faults.filter { $0.leaf != nil }.isEmpty, "\(order)")
      guard order[0] == 3 else { continue }
      let again = try importAll(paths, into: store)
      #expect(again.map(\.added).reduce(0, +) == 0, "\(order)")
    }
    #expect(seen.count == 1)
    #expect(seen.first?.map(\.id.time.milliseconds) == [1_767_337_260_000, sample.sent])
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { item in permutations(items.filter { $0 != item }).map { [item] + $0 } }
  }

  @Test("marks stay, undo still undoes, and what was parted stays parted when a better telling takes a row's place")
  func byHand() throws {
    let store = try Store.temporary()
    let push = "{\"packageName\":\"ru.sberbankmobile\",\"postTime\":1767337201000,\"title\":\"СберБанк\",\"text\":\"\(sample.text)\"}"
    let log = try folder.write("{\"posted\":[\(push)]}", as: "push.json")
    let kde = try folder.write(
      "{\"id\":1,\"type\":\"kdeconnect.sms.messages\",\"body\":{\"messages\":[\(sample.packet)]}}\n", as: "kde.json")
    let backup = try folder.write(Fixture.backup(sample.backup.replacing("read=\"1\"", with: "read=\"0\"")), as: "sms.xml")
    _ = try importAll([log, kde], into: store)
    let merged = try #require(try rows(store).first)
    #expect(merged.deliveries.count == 2)
    _ = try store.change(.pin, on: [merged.id])
    _ = try store.split(merged.id)
    let parted = try rows(store)
    #expect(parted.count == 2)
    _ = try importAll([backup], into: store)
    let after = try rows(store)
    #expect(after.count == 2)
    #expect(after.map(\.id.time.milliseconds) == [1_767_337_201_000, sample.sent])
    #expect(try store.undo()?.deed == .split)
    #expect(try rows(store).map(\.deliveries.count) == [2])
    let whole = try #require(try rows(store).first)
    #expect(whole.id.time.milliseconds == sample.sent)
    #expect(try store.page(ListQuery(), from: nil, limit: 1).rows.first?.flags.contains(.pinned) == true)
    #expect(try store.undo()?.deed == .marked(.pin))
    #expect(try store.page(ListQuery(), from: nil, limit: 1).rows.first?.flags.contains(.pinned) == false)
    #expect(try store.verifyLedger().faults.filter { $0.leaf != nil }.isEmpty)
  }

  @Test("what an older program stored twice is counted, made one when that is wanted, and stays one; what was read or pinned stays so")
  func mended() throws {
    let path = folder.path + "/old.sqlite"
    func open() throws -> Store {
      let store = try Store.open(path)
      store.register(merging: BankMerging(parser: parser))
      return store
    }
    var store = try open()
    func line(_ time: Int64, _ text: String) -> String { "{\"time\":\(time),\"sender\":\"900\",\"text\":\"\(text)\"}\n" }
    let lines = line(sample.sent, sample.text) + line(sample.came, sample.text) + line(sample.sent - 86_400_000, sample.text)
    _ = try importAll([try folder.write(lines, as: "old.jsonl")], into: store)
    _ = try store.change(.pin, on: [NotificationID(time: Timestamp(milliseconds: sample.came))])
    #expect(try rows(store).count == 3)
    try store.close()
    // As if the first had come from a backup that says when it came, before that was looked at.
    try Fixture.database(
      """
      UPDATE delivery SET delivered_at = \(sample.came) WHERE time = \(sample.sent);
      INSERT INTO moment SELECT delivered_at, fingerprint, time, fingerprint FROM delivery WHERE delivered_at IS NOT NULL;
      """, at: path)
    store = try open()
    let rereading = Rereading(store: store, parser: parser)
    #expect(try rereading.run(isApplied: false).united == 1)
    #expect(try rows(store).count == 3)
    let report = try rereading.run(isApplied: true)
    #expect(report.united == 1 && !report.isEmpty)
    let after = try rows(store)
    #expect(after.map(\.id.time.milliseconds) == [sample.sent, sample.sent - 86_400_000])
    #expect(try store.page(ListQuery(), from: nil, limit: 1).rows.first?.flags.contains(.pinned) == true)
    #expect(try store.undo()?.count == 1)
    #expect(try store.page(ListQuery(), from: nil, limit: 1).rows.first?.flags.contains(.pinned) == false)
    #expect(try rereading.run(isApplied: false).united == 0)
    _ = try importAll([folder.path + "/old.jsonl"], into: store)
    #expect(try rows(store) == after)
    try store.close()
  }

  @Test("an event that two programs told of one message is told once")
  func events() throws {
    let store = try Store.temporary()
    func line(_ members: String) -> String {
      "{\"sender\":\"900\",\"text\":\"Вход в Сбербанк Онлайн для Android. Xiaomi 12\",\(members)}\n"
    }
    let paths = [
      try folder.write(line("\"time\":1767337200123"), as: "came.jsonl"),
      try folder.write(line("\"time\":1767337199000,\"delivered_at\":1767337200123"), as: "both.jsonl"),
    ]
    _ = try importAll(paths, into: store)
    #expect(try rows(store).count == 1)
    #expect(try store.verifyLedger().faults.filter { $0.leaf != nil }.isEmpty)
  }
}

extension String {
  fileprivate var trimmed: String { replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespaces) }
}
