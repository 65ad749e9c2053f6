import GRDB
import Model
import Testing

@testable import Storage

@Suite("Adding")
struct AddingTests {
  @Test("every field of a notification and its deliveries comes back")
  func roundTrip() throws {
    let store = try Samples.store([])
    let push = Delivery(
      channel: .push, endpoint: "iPhone (Anna)", time: Samples.noon, deliveredAt: Samples.noon.advanced(by: 5),
      seenAt: Samples.noon.advanced(by: 900), status: .seen, reason: "r", parts: 2, costMinor: 600, sender: "Сбербанк", title: "Сбер",
      text: "Покупка\u{1B}[31m 1 240 ₽", sourceID: "m1")
    let sms = Delivery(
      channel: .sms, endpoint: "+79000000012", time: Samples.noon.advanced(by: 4000), status: .delivered, sender: "900",
      text: "Pokupka 1240")
    var failed = sms
    failed.time = Samples.noon.advanced(by: -60_000)
    failed.status = .failed
    let facts = Facts(
      category: .payment, isTransaction: true, direction: .outgoing, amount: Money(minorUnits: -124_000, currency: .rub),
      balance: Money(minorUnits: 99, currency: .usd), card: "1234", merchant: "PYATEROCHKA", code: "1 2", covered: ["775511", "k-2"],
      security: SecurityFact(kind: .login, device: "X", place: "Y"))
    let notification = Notification(bank: "sberbank", account: "second", facts: facts, isRead: true, deliveries: [push, sms, failed])
    let added = try store.add([notification])
    let detail = try #require(try store.detail(added.ids[0]))
    #expect(detail.deliveries == [push, sms, failed])
    #expect(detail.text == push.text)
    #expect(
      detail.row
        == NotificationRow(
          id: NotificationID(time: Samples.noon), bank: "sberbank", account: "second", sender: "Сбербанк", title: "Сбер", text: push.text,
          channels: [.push, .sms], facts: facts, flags: .read))
  }

  @Test("adding the same again adds nothing, wherever it went and whatever is known of it now")
  func idempotent() throws {
    let store = try Samples.store([])
    var history = History(count: 500, seed: 1)
    try history.fill(store)
    var again = history.notifications
    for index in again.indices {
      again[index].facts = Facts()
      again[index].bank = nil
      for delivery in again[index].deliveries.indices { again[index].deliveries[delivery].endpoint = "phone" }
    }
    #expect(try store.add(again.reversed()) == Added(added: 0, alreadyThere: 500))
    #expect(try store.rows(history.rows.map(\.id)) == history.rows)
  }

  @Test("what differs in sender, account, channel, title, text or time is another message")
  func different() throws {
    let store = try Samples.store([Samples.sms("а")])
    var push = Samples.sms("а")
    push.deliveries[0].channel = .push
    var other = Samples.sms("а")
    other.account = "other"
    let more = [
      Samples.sms("а", sender: "901"), push, other, Samples.sms("а", title: "т"), Samples.sms("б"),
      Samples.sms("а", at: Samples.noon.advanced(by: 1_001)),
      Samples.sms("т", title: "а"), Samples.sms("", title: "ат"), Samples.sms("а", sender: "90"), Samples.sms("0а", sender: "90"),
    ]
    #expect(try store.add(more).added == 10)
    #expect(try store.counters().everything.total == 11)
  }

  @Test("texts and names that look alike and aren't the same bytes stay what they are")
  func exactBytes() throws {
    let composed = "Йогурт"
    let decomposed = "И\u{306}огурт"
    var notification = Samples.sms(composed, sender: composed)
    notification.deliveries.append(Samples.delivery(decomposed, channel: .push, sender: decomposed))
    let store = try Samples.store([])
    let id = try #require(try store.add([notification]).ids.first)
    let deliveries = try #require(try store.detail(id)).deliveries
    #expect(deliveries.map { Array($0.text.utf8) } == [Array(composed.utf8), Array(decomposed.utf8)])
    #expect(deliveries.map { Array($0.sender.utf8) } == [Array(composed.utf8), Array(decomposed.utf8)])
    #expect(try store.texts(ListQuery(search: decomposed)).count == 1)
  }

  @Test("twice the same in one batch is once")
  func twiceInABatch() throws {
    let store = try Samples.store([])
    #expect(try store.add([Samples.sms("а"), Samples.sms("б"), Samples.sms("а")]).alreadyThere == 1)
    var doubled = Samples.sms("в")
    doubled.deliveries.append(doubled.deliveries[0])
    let id = try #require(try store.add([doubled]).ids.first)
    #expect(try store.detail(id)?.deliveries.count == 1)
  }

  @Test("messages of one millisecond get one identifier after the other, in the order given, also in later batches")
  func sequence() throws {
    let store = try Samples.store([])
    let first = try store.add((0..<5).map { Samples.sms("\($0)") }).ids
    #expect(first.map(\.sequence) == [0, 1, 2, 3, 4])
    let later = try store.add([Samples.sms("later", at: Samples.noon.advanced(by: 10)), Samples.sms("5"), Samples.sms("6")]).ids
    #expect(later.map(\.sequence) == [0, 5, 6])
    #expect(try store.texts(ListQuery()) == ["later", "6", "5", "4", "3", "2", "1", "0"])
  }

  @Test("a millisecond that is full lends from the next")
  func fullMillisecond() throws {
    let store = try Samples.store([Samples.sms("а")])
    let last = NotificationID(time: Samples.noon, sequence: -1)
    try store.writer.write { db, _ in
      try db.execute(sql: "UPDATE notification SET id = ?", arguments: [last.rawValue])
      try db.execute(sql: "UPDATE delivery SET notification_id = ?", arguments: [last.rawValue])
    }
    let next = try #require(try store.add([Samples.sms("б")]).ids.first)
    #expect(next.rawValue == last.rawValue + 1)
    #expect(try store.detail(next)?.deliveries.map(\.time) == [Samples.noon])
  }

  @Test("times outside what identifiers can say are kept with the delivery", arguments: [-86_400_000, Int64.min, Int64.max])
  func extremeTimes(_ milliseconds: Int64) throws {
    let time = Timestamp(milliseconds: milliseconds)
    let store = try Samples.store([])
    let id = try #require(try store.add([Samples.sms("а", at: time)]).ids.first)
    #expect(try store.detail(id)?.deliveries.map(\.time) == [time])
    #expect(try store.add([Samples.sms("а", at: time)]).alreadyThere == 1)
  }

  @Test("a copy that joins counts among the channels only if it arrived, or nothing did")
  func joinedChannels() throws {
    let store = try Samples.store([])
    func add(_ channel: Channel, _ status: DeliveryStatus, minutes: Int64, to others: [Delivery]) throws -> [Delivery] {
      var delivery = Samples.delivery("Код", channel: channel, at: Samples.noon.advanced(by: minutes * 60_000))
      delivery.status = status
      _ = try store.add([Notification(bank: "vtb", deliveries: others + [delivery])])
      return others + [delivery]
    }
    func channels() throws -> ChannelSet? { try store.page(ListQuery(), from: nil, limit: 10).rows.first?.channels }
    var copies = try add(.push, .failed, minutes: 0, to: [])
    #expect(try channels() == .push)
    copies = try add(.sms, .notSent, minutes: 1, to: copies)
    #expect(try channels() == [.push, .sms])
    copies = try add(.sms, .delivered, minutes: 2, to: copies)
    #expect(try channels() == .sms)
    copies = try add(.push, .failed, minutes: 3, to: copies)
    #expect(try channels() == .sms)
  }

  @Test("another copy of what is stored joins it")
  func joins() throws {
    let store = try Samples.store([])
    let sms = Samples.delivery("Pokupka", at: Samples.noon)
    let id = try #require(try store.add([Notification(bank: "vtb", deliveries: [sms])]).ids.first)
    _ = try store.change(.pin, on: [id])
    let push = Samples.delivery("Покупка", title: "ВТБ", channel: .push, sender: "ВТБ", at: Samples.noon.advanced(by: -2000))
    #expect(try store.add([Notification(bank: "vtb", deliveries: [push, sms])]) == Added(joined: 1))
    let detail = try #require(try store.detail(id))
    #expect(detail.deliveries == [sms, push])
    #expect(detail.row.channels == [.push, .sms])
    #expect(detail.row.flags == .pinned)
    #expect(try store.add([Notification(deliveries: [push])]) == Added(alreadyThere: 1))
    for search in ["покупка", "pokupka", "втб"] { #expect(try store.texts(ListQuery(search: search)) == ["Pokupka"]) }
  }

  @Test("one message that went to two devices at the same moment has two deliveries, however and in whatever order it comes")
  func twoEndpoints() throws {
    func push(to endpoint: String?) -> Delivery {
      var delivery = Samples.delivery("Код 123456", channel: .push)
      delivery.endpoint = endpoint
      return delivery
    }
    let (mine, stranger) = (push(to: "iPhone (Anna)"), push(to: "Xiaomi 12"))
    func endpoints(_ id: NotificationID, in store: Store) throws -> [String?] {
      try store.detail(id)?.deliveries.map(\.endpoint) ?? []
    }
    let together = try Samples.store([])
    let id = try #require(try together.add([Notification(deliveries: [mine, stranger, mine, push(to: nil)])]).ids.first)
    #expect(try endpoints(id, in: together) == ["iPhone (Anna)", "Xiaomi 12"])
    for copies in [[stranger], [mine], [stranger, mine], [push(to: nil)]] {
      #expect(try together.add([Notification(deliveries: copies)]) == Added(alreadyThere: 1))
    }
    let apart = try Samples.store([])
    let first = try #require(try apart.add([Notification(deliveries: [stranger])]).ids.first)
    #expect(try apart.add([Notification(deliveries: [mine])]) == Added(joined: 1))
    #expect(try apart.add([Notification(deliveries: [mine, stranger])]) == Added(alreadyThere: 1))
    #expect(try endpoints(first, in: apart) == ["Xiaomi 12", "iPhone (Anna)"])
    #expect(try apart.add([Notification(deliveries: [push(to: "Redmi"), push(to: "Pixel"), push(to: "Redmi")])]) == Added(joined: 1))
    #expect(try endpoints(first, in: apart) == ["Xiaomi 12", "iPhone (Anna)", "Redmi", "Pixel"])
  }

  @Test("progress is saved with the messages or not at all, and replaces what was known of its source")
  func progress() throws {
    let store = try Samples.store([])
    let first = ImportProgress(
      source: "s", path: "/a", format: "f", offset: 10, digest: "d", read: 3, added: 2, merged: 1, alreadyThere: 0, refused: 1)
    _ = try store.add([Samples.sms("а")], progress: first)
    #expect(try store.importProgress(source: "s") == first)
    var second = first
    second.offset = 20
    second.path = "/b"
    _ = try store.add([], progress: second)
    #expect(try store.importProgress(source: "s") == second)
    #expect(try store.importProgress(source: "other") == nil)
    try store.writer.write { db, _ in try db.execute(sql: "PRAGMA max_page_count = 1") }
    var third = second
    third.offset = 30
    let many = (0..<2000).map { Samples.sms("\($0) слов", at: Samples.noon.advanced(by: Int64($0 + 1))) }
    #expect(throws: StoreError(path: store.path, reason: .diskFull)) { try store.add(many, progress: third) }
    #expect(try store.importProgress(source: "s") == second)
    #expect(try store.counters().inbox.total == 1)
  }

  @Test("a notification without a delivery is passed over")
  func withoutDelivery() throws {
    let store = try Samples.store([])
    #expect(try store.add([Notification(bank: "vtb", deliveries: [])]) == Added())
  }

  @Test("everything that refers to something refers to what is there")
  func integrity() throws {
    let store = try Samples.store([])
    var history = History(count: 800, seed: 2)
    try history.fill(store)
    _ = try store.change(.archive, allIn: ListQuery(bank: "vtb"))
    try store.rewriteFacts(history.rows.prefix(100).map { ($0.id, "tbank", Facts(category: .service, card: "9999")) })
    try store.writer.write { db, _ in
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
      let wrong = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM drawer WHERE total <> (SELECT count(*) FROM notification WHERE drawer_id = drawer.id)")
      #expect(wrong == 0)
      let unordered = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM notification n WHERE (SELECT count(*) FROM amount_due d WHERE d.id = n.id) + (SELECT count(*) FROM amount_order a
            WHERE a.drawer_id = n.drawer_id AND a.magnitude = n.magnitude AND a.id = n.id) <> 1
          """)
      #expect(unordered == 0)
    }
  }

  @Test("notifications that go take their counts and their place in the order with them")
  func deletion() throws {
    let store = try Samples.store([Samples.sms("а", facts: Facts(amount: Samples.roubles(5))), Samples.sms("б")])
    try store.writer.write { db, _ in
      try AmountOrder.settle(db)
      try db.execute(sql: "DELETE FROM notification")
      #expect(try Int.fetchOne(db, sql: "SELECT sum(total) FROM drawer") == 0)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM amount_order") == 0)
    }
  }
}
