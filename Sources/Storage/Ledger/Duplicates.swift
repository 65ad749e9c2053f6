import GRDB
import Model

/// Deliveries that others stand for, and whether these tell what they told.
struct Duplicates {
  let all: [Duplicate]
  private let byStanding: [CopyKey: [Int]]

  init(_ db: Database) throws {
    var all: [Duplicate] = []
    try DuplicateTable.each(db) { all.append($0) }
    self.all = all
    byStanding = Dictionary(grouping: all.indices) { all[$0].standing }
  }

  /// Whether the delivery that stands for one is there, says the same, and is of the same record: by a time of its own or by others that it
  /// stands for.
  func isTold(_ duplicate: Duplicate, _ db: Database) throws -> Bool {
    guard let standing = try delivery(duplicate.standing, db) else { return false }
    let fingerprint = Fingerprint.of(standing.delivery, account: standing.account)
    var reached = [Telling(standing.delivery)]
    var rest = (byStanding[duplicate.standing] ?? []).map { all[$0] }.filter {
      Fingerprint.of($0.delivery, account: $0.account) == fingerprint
    }
    while let next = rest.firstIndex(where: { other in reached.contains { $0.isOfOneSecond(as: Telling(other.delivery)) } }) {
      if rest[next].key == duplicate.key { return true }
      reached.append(Telling(rest.remove(at: next).delivery))
    }
    return false
  }

  private func delivery(_ key: CopyKey, _ db: Database) throws -> (delivery: Delivery, account: String)? {
    let find = try db.cachedStatement(
      sql: """
        SELECT d.channel, d.delivered_at, account.name, sender.name, CASE WHEN d.text IS NULL THEN n.title ELSE d.title END,
          coalesce(d.text, n.text)
        FROM delivery d JOIN notification n ON n.id = d.notification_id JOIN account ON account.id = n.account_id
          JOIN sender ON sender.id = coalesce(d.sender_id, n.sender_id)
        WHERE d.time = ? AND d.fingerprint = ?
        """)
    find.bind(key.time, at: 1)
    find.bind(key.fingerprint, at: 2)
    defer { find.rewind() }
    guard try find.step(), let channel = Channel(rawValue: Int(find.integer(0))) else { return nil }
    let delivery = Delivery(
      channel: channel, time: Timestamp(milliseconds: key.time),
      deliveredAt: find.integerOrNull(1).map(Timestamp.init(milliseconds:)), sender: find.text(3), title: find.textOrNull(4),
      text: find.text(5))
    return (delivery, find.text(2))
  }
}
