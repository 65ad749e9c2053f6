import GRDB
import Model

/// The notifications that have bank, category, channels and marks in common; the number of them is kept by triggers.
struct Drawer: Hashable {
  /// What the notifications of a drawer have in common.
  struct Label: Hashable {
    /// The bank's row in the database; 0 for senders that are no known bank.
    var bankID: Int64
    var category: Category?
    var channels: ChannelSet
    var flags: NotificationRow.Flags

    var place: ListQuery.Place {
      if flags.contains(.archived) { return .archive }
      return bankID == 0 ? .others : .inbox
    }
  }

  let id: Int64
  let label: Label
  let total: Int

  var tally: Tally { Tally(total: total, unread: label.flags.contains(.read) ? 0 : total) }
}

/// All drawers of the database at one moment, some hundreds, and the names of banks and currencies; read once after each change.
struct Drawers {
  let dataVersion: Int64
  let all: [Drawer]
  let banks: [Int64: String]
  let currencies: [Int64: Currency]
  private let byID: [Int64: Drawer]

  init(_ db: Database, dataVersion: Int64) throws {
    self.dataVersion = dataVersion
    banks = try Self.names(db, sql: "SELECT id, key FROM bank")
    currencies = try Self.names(db, sql: "SELECT id, name FROM currency").mapValues(Currency.init(code:))
    var all: [Drawer] = []
    let rows = try db.cachedStatement(sql: "SELECT id, bank_id, category, channels, flags, total FROM drawer")
    while try rows.step() {
      let label = Drawer.Label(
        bankID: rows.integer(1), category: Category(rawValue: Int(rows.integer(2))), channels: ChannelSet(rawValue: Int(rows.integer(3))),
        flags: NotificationRow.Flags(rawValue: Int(rows.integer(4))))
      all.append(Drawer(id: rows.integer(0), label: label, total: Int(rows.integer(5))))
    }
    self.all = all
    byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  private static func names(_ db: Database, sql: String) throws -> [Int64: String] {
    let statement = try db.cachedStatement(sql: sql)
    var names: [Int64: String] = [:]
    while try statement.step() { names[statement.integer(0)] = statement.text(1) }
    return names
  }

  subscript(id: Int64) -> Drawer? { byID[id] }

  /// Those that fulfil a condition.
  func keeping(_ isKept: (Drawer) -> Bool) -> Drawers {
    Drawers(self, all: all.filter(isKept))
  }

  private init(_ drawers: Drawers, all: [Drawer]) {
    dataVersion = drawers.dataVersion
    banks = drawers.banks
    currencies = drawers.currencies
    byID = drawers.byID
    self.all = all
  }
}
