import GRDB
import Model

extension Store {
  /// What the texts say, read anew: replaces bank and facts of notifications; texts, deliveries and marks stay. Returns how many
  /// notifications were found.
  @discardableResult
  public func rewriteFacts(_ batch: [(id: NotificationID, bank: String?, facts: Facts)]) throws(StoreError) -> Int {
    try writable().write { db, names in
      var rewriting = try FactsRewriting(db, names: names)
      var count = 0
      for (id, bank, facts) in batch.sorted(by: { $0.id < $1.id }) where try rewriting.rewrite(id, bank: bank, facts) { count += 1 }
      names = rewriting.names
      return count
    }
  }
}
