import GRDB
import Model

@testable import Storage

/// Invented notifications for tests.
enum Samples {
  /// 1 March 2026, 14:02:11 in Moscow.
  static let noon = Timestamp(milliseconds: 1_772_362_931_000)
  static let moscow = LocalCalendar.fixed(now: noon, offsetSeconds: 3 * 3600)

  static func sms(
    _ text: String, title: String? = nil, sender: String = "900", bank: String? = "sberbank", at time: Timestamp = noon,
    facts: Facts = Facts(), isRead: Bool = false
  ) -> Notification {
    Notification(
      bank: bank, facts: facts, isRead: isRead, deliveries: [delivery(text, title: title, sender: sender, at: time)])
  }

  static func delivery(
    _ text: String, title: String? = nil, channel: Channel = .sms, sender: String = "900", at time: Timestamp = noon
  ) -> Delivery {
    Delivery(channel: channel, time: time, sender: sender, title: title, text: text)
  }

  static func roubles(_ amount: Int64) -> Money {
    Money(minorUnits: amount * 100, currency: .rub)
  }

  /// A store with these notifications in it.
  static func store(_ notifications: [Notification]) throws -> Store {
    let store = try Store.temporary(calendar: moscow)
    _ = try store.add(notifications)
    return store
  }
}

extension Store {
  /// The texts of a list's first rows.
  func texts(_ query: ListQuery, limit: Int = 100) throws -> [String] {
    try page(query, from: nil, limit: limit).rows.map(\.text)
  }

  func texts(filter: String, names: FilterNames = FilterNames()) throws -> [String] {
    try texts(ListQuery(place: .everything, filter: Filter(parsing: filter, names: names)))
  }

  /// What SQLite finds wrong with the file: `ok` alone when nothing.
  func integrity() throws -> [String] {
    try writer.write { db, _ in try String.fetchAll(db, sql: "PRAGMA integrity_check") }
  }
}
