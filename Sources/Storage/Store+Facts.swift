import GRDB
import Model

extension Store {
  /// What the texts say, read anew: replaces bank and facts of notifications; texts, deliveries and marks stay.
  /// - Returns: how many notifications were found.
  @discardableResult
  public func rewriteFacts(_ batch: [(id: NotificationID, bank: String?, facts: Facts)]) throws(StoreError) -> Int {
    try writable().write { db, names in
      let update = try db.cachedStatement(
        sql: """
          UPDATE notification SET drawer_id = ?, is_transaction = ?, direction = ?, magnitude = ?, amount_minor = ?, currency = ?,
            balance_minor = ?, balance_currency = ?, card = ?, merchant_id = ?, code = ?, security_kind = ?, security_device = ?,
            security_place = ?
          WHERE id = ?
          """)
      let find = try db.cachedStatement(
        sql: "SELECT drawer.channels, drawer.flags FROM notification n JOIN drawer ON drawer.id = n.drawer_id WHERE n.id = ?")
      var count = 0
      for (id, bank, facts) in batch {
        find.bind(id.rawValue, at: 1)
        var label: Drawer.Label?
        while try find.step() {
          label = Drawer.Label(
            bankID: 0, category: facts.category, channels: ChannelSet(rawValue: Int(find.integer(0))),
            flags: NotificationRow.Flags(rawValue: Int(find.integer(1))))
        }
        guard var label else { continue }
        label.bankID = try bank.map { try names.id(of: $0, in: .bank, db) } ?? 0
        update.bind(try names.drawer(label, db), at: 1)
        update.bind(facts.isTransaction ? 1 : 0, at: 2)
        update.bind(facts.direction.map { Int64($0.rawValue) }, at: 3)
        update.bind(Magnitude.of(facts.amount), at: 4)
        update.bind(facts.amount?.minorUnits, at: 5)
        update.bind(facts.amount?.currency.code, at: 6)
        update.bind(facts.balance?.minorUnits, at: 7)
        update.bind(facts.balance?.currency.code, at: 8)
        update.bind(facts.card, at: 9)
        update.bind(try facts.merchant.map { try names.id(of: $0, in: .merchant, db) }, at: 10)
        update.bind(facts.code, at: 11)
        update.bind(facts.security.map { Int64($0.kind.rawValue) }, at: 12)
        update.bind(facts.security?.device, at: 13)
        update.bind(facts.security?.place, at: 14)
        update.bind(id.rawValue, at: 15)
        try update.run()
        count += 1
      }
      return count
    }
  }
}
