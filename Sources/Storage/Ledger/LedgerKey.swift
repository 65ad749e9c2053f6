import Ledger

/// The key beside a database.
enum LedgerKey {
  /// The key that is there, or a new one where there is none.
  static func readOrCreate(besides database: String, name: String) throws -> SigningKey {
    let file = KeyFile(besides: database)
    do {
      return try file.read().key
    } catch .missing {
      let key = SigningKey()
      try translating(database) { () throws(KeyFile.Failure) in try file.create(key, name: name) }
      return key
    } catch {
      throw StoreError(path: database, reason: .key(error))
    }
  }

  /// The key that is there.
  static func read(besides database: String) throws -> SigningKey {
    try translating(database) { () throws(KeyFile.Failure) in try KeyFile(besides: database).read().key }
  }

  /// A new key in the place of the one that is there.
  static func replace(besides database: String, name: String) throws -> SigningKey {
    let file = KeyFile(besides: database)
    let key = SigningKey()
    try translating(database) { () throws(KeyFile.Failure) in
      try file.setAside()
      try file.create(key, name: name)
    }
    return key
  }

  private static func translating<Value>(_ database: String, _ body: () throws(KeyFile.Failure) -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw StoreError(path: database, reason: .key(error))
    }
  }
}
