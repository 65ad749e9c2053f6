import GRDB
import Model
import Testing

@testable import Storage

@Suite("Arrangements")
struct ArrangementTests {
  private static let time = Timestamp(milliseconds: 1_772_363_400_000)

  @Test("steps come back as they went in, in order, with their numbers")
  func roundTrip() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    let device = LinkedDevice(id: "d2", name: "Xiaomi 12", platform: "android")
    let steps = [
      Arrangement(time: Self.time, bank: "sberbank", step: .channel(.category(.code), .push), by: "client", fromDevice: "d1"),
      Arrangement(time: Self.time, bank: nil, step: .channel(.all, nil), by: "bank"),
      Arrangement(time: Self.time, account: "work", bank: "vtb", step: .device(.bound, device), by: "client"),
      Arrangement(time: Self.time, bank: "vtb", step: .channel(.event(.login), .sms), by: "client", undoes: 1),
    ]
    var stored: [Arrangement] = []
    for step in steps { stored.append(try store.arrange(step)) }
    #expect(stored.map(\.id) == [1, 2, 3, 4])
    #expect(try store.arrangements() == stored)
    #expect(
      zip(steps, stored).allSatisfy { step, stored in
        var step = step
        step.id = stored.id
        return step == stored
      })
  }

  @Test("devices that messages name are found by bank and kind, with their first and latest time, by the index alone")
  func mentions() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    func message(_ kind: SecurityFact.Kind, _ device: String?, minutes: Int64, place: String? = nil) -> Model.Notification {
      let fact = SecurityFact(kind: kind, device: device, place: place)
      let delivery = Delivery(channel: .sms, time: Self.time.advanced(by: minutes * 60_000), sender: "900", text: "\(minutes)")
      return Notification(bank: "sberbank", facts: Facts(category: .security, security: fact), deliveries: [delivery])
    }
    _ = try store.add([
      message(.deviceBound, "Redmi", minutes: 0, place: "Tver"), message(.login, "Redmi", minutes: 5),
      message(.login, "Redmi", minutes: 9, place: "Kazan"), message(.blocked, nil, minutes: 10),
    ])
    let mentions = try store.deviceMentions().sorted { $0.kind.rawValue < $1.kind.rawValue }
    #expect(mentions.map(\.kind) == [.deviceBound, .login])
    #expect(mentions[1].first == Self.time.advanced(by: 300_000))
    #expect(mentions[1].last == Self.time.advanced(by: 540_000))
    #expect(mentions[1].place == "Kazan")
    #expect(mentions[0].bank == "sberbank")
    let plan = try store.totals.read { db, _ in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + Store.mentionSQL).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("notification_by_device") })
  }

  @Test("a switch is told with the channel it was to, each by itself, also where no device is named")
  func switches() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    func message(_ device: String?, _ to: String?, minutes: Int64) -> Model.Notification {
      let fact = SecurityFact(kind: .channelChanged, device: device, to: to)
      let delivery = Delivery(channel: .sms, time: Self.time.advanced(by: minutes * 60_000), sender: "900", text: "\(minutes)")
      return Notification(bank: "sberbank", facts: Facts(category: .security, security: fact), deliveries: [delivery])
    }
    _ = try store.add([
      message("Redmi", "push", minutes: 0), message("Redmi", "sms", minutes: 5), message(nil, "push", minutes: 9),
      message(nil, nil, minutes: 10), message(nil, "bank", minutes: 11),
    ])
    let mentions = try store.deviceMentions().sorted { $0.last < $1.last }
    #expect(mentions.map(\.device?.id) == ["Redmi", "Redmi", nil, nil])
    #expect(mentions.map(\.channel) == [.push, .sms, .push, nil])
  }

  @Test("devices that only events of a file name are told as well, those of messages and steps once")
  func eventMentions() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    let device = LinkedDevice(id: "d2", name: "Xiaomi 12", platform: "android")
    func event(_ kind: EventKind, _ minutes: Int64, place: String? = nil, source: SecurityEvent.Source = .file) -> SecurityEvent {
      var event = SecurityEvent(
        id: "\(kind)\(minutes)\(source)", time: Self.time.advanced(by: minutes * 60_000), kind: kind, account: "main", bank: "sberbank",
        device: device, source: source)
      event.place = place
      return event
    }
    try store.add(events: [
      event(.deviceBound, 0, place: "Tver"), event(.login, 5, place: "Tver"), event(.login, 9, place: "Kazan"), event(.pushDelivered, 10),
      event(.deviceUnbound, 11, source: .user),
    ])
    let mentions = try store.deviceMentions().sorted { $0.last < $1.last }
    #expect(mentions.map(\.kind) == [.deviceBound, .login])
    #expect(mentions.allSatisfy { $0.device == device && $0.bank == "sberbank" && $0.account == "main" })
    #expect(mentions[1].first == Self.time.advanced(by: 300_000))
    #expect(mentions[1].last == Self.time.advanced(by: 540_000))
    #expect(mentions[1].place == "Kazan")
    let plan = try store.totals.read { db, _ in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + Store.eventSQL).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("event_kind") })
  }

  @Test("traces are the deliveries since a moment, the oldest first, by the key of time")
  func traces() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    func message(_ minutes: Int64) -> Model.Notification {
      let time = Self.time.advanced(by: minutes * 60_000)
      let push = Delivery(channel: .push, endpoint: "d1", time: time, status: .failed, reason: "no internet", sender: "app", text: "push")
      let sms = Delivery(
        channel: .sms, endpoint: "+7", time: time.advanced(by: 60_000), parts: 2, costMinor: 600, sender: "900", text: "sms")
      return Notification(bank: "vtb", facts: Facts(category: .code, code: "1234"), deliveries: [push, sms])
    }
    _ = try store.add([message(0), message(10), message(20)])
    let traces = try store.deliveryTraces(since: Self.time.advanced(by: 600_000))
    #expect(traces.map(\.channel) == [.push, .sms, .push, .sms])
    #expect(traces[0].reason == "no internet")
    #expect(traces[1].parts == 2)
    #expect(traces.allSatisfy { $0.category == .code && $0.bank == "vtb" && $0.text == "push" })
    #expect(try store.deliveryTraces(since: Self.time, limit: 1).map(\.channel) == [.sms])
    let plan = try store.totals.read { db, _ in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + Store.traceSQL, arguments: [0, 1]).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("SEARCH d USING PRIMARY KEY (time>?)") })
    #expect(!plan.contains { $0.contains("TEMP B-TREE") })
  }

  @Test("a snooze and quiet hours come back as they were set, and so does their end")
  func quiet() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    let until = Timestamp(milliseconds: 1_772_370_000_000)
    let steps: [Arrangement.Step] = [
      .snooze(until: until), .quietHours(DailyHours("23:00-07:00")), .quietHours(DailyHours("00:00-06:30")), .snooze(until: nil),
      .quietHours(nil),
    ]
    for (place, step) in steps.enumerated() {
      try store.arrange(Arrangement(time: until, bank: place == 0 ? "vtb" : nil, step: step, by: Arrangement.client))
    }
    #expect(try store.arrangements().map(\.step) == steps)
    #expect(try store.arrangements().map(\.bank) == ["vtb", nil, nil, nil, nil])
  }

  @Test("a database of the first schema gets the new tables and keeps what it holds")
  func migration() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    let path = store.path
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          DROP TABLE arrangement; DROP INDEX notification_by_device;
          DELETE FROM grdb_migrations WHERE substr(identifier, 1, 1) IN ('2', '6', '8');
          ALTER TABLE event DROP COLUMN leaf; ALTER TABLE finding DROP COLUMN leaf; ALTER TABLE transition DROP COLUMN leaf;
          PRAGMA user_version = 1
          """)
    }
    try queue.close()
    let again = try Store.open(path, calendar: Samples.moscow)
    #expect(try again.arrangements().isEmpty)
    try again.close()
  }
}
