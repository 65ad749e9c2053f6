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

/// All drawers of the database at one moment: some hundreds, read once after each change.
struct Drawers {
  let dataVersion: Int64
  let all: [Drawer]
  let banks: [Int64: String]
  private let byID: [Int64: Drawer]

  init(_ db: Database, dataVersion: Int64) throws {
    self.dataVersion = dataVersion
    var banks: [Int64: String] = [:]
    let names = try db.cachedStatement(sql: "SELECT id, key FROM bank")
    while try names.step() { banks[names.integer(0)] = names.text(1) }
    var all: [Drawer] = []
    let rows = try db.cachedStatement(sql: "SELECT id, bank_id, category, channels, flags, total FROM drawer")
    while try rows.step() {
      let label = Drawer.Label(
        bankID: rows.integer(1), category: Category(rawValue: Int(rows.integer(2))), channels: ChannelSet(rawValue: Int(rows.integer(3))),
        flags: NotificationRow.Flags(rawValue: Int(rows.integer(4))))
      all.append(Drawer(id: rows.integer(0), label: label, total: Int(rows.integer(5))))
    }
    self.banks = banks
    self.all = all
    byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  subscript(id: Int64) -> Drawer? { byID[id] }

  /// Those that fulfil a condition.
  func keeping(_ isKept: (Drawer) -> Bool) -> Drawers {
    Drawers(dataVersion: dataVersion, all: all.filter(isKept), banks: banks, byID: byID)
  }

  private init(dataVersion: Int64, all: [Drawer], banks: [Int64: String], byID: [Int64: Drawer]) {
    self.dataVersion = dataVersion
    self.all = all
    self.banks = banks
    self.byID = byID
  }
}
