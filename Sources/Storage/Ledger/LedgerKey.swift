import Ledger

/// The key beside a database.
enum LedgerKey {
  /// The key for a log that begins: the one that is there, or a new one. What is there and is no key is set aside: no log can have been signed with it.
  static func readOrCreate(besides database: String, name: String) throws -> SigningKey {
    let file = KeyFile(besides: database)
    do {
      return try file.read().key
    } catch .missing, .malformed {
      let key = SigningKey()
      try translating(database) { () throws(KeyFile.Failure) in
        try file.setAside()
        try file.create(key, name: name)
      }
      return key
    } catch {
      throw StoreError(path: database, reason: .key(error))
    }
  }

  /// The key that is there.
  static func read(besides database: String) throws -> SigningKey {
    try translating(database) { () throws(KeyFile.Failure) in try KeyFile(besides: database).read().key }
  }

  /// The key that a log is signed with now. Where its replacement was cut off, it is finished; so this is for writers.
  /// - Throws: `StoreError` when the key can't be used, or is another log's.
  static func current(of log: LogID, checkedWith verifier: String, besides database: String) throws -> SigningKey {
    let file = KeyFile(besides: database)
    let found = Result { () throws(KeyFile.Failure) in try file.read().key }
    if case .success(let key) = found, key.isChecked(with: verifier, of: log) { return key }
    if let waiting = file.waiting().first(where: { $0.key.isChecked(with: verifier, of: log) }) {
      try translating(database) { () throws(KeyFile.Failure) in try file.take(waiting.file) }
      return waiting.key
    }
    _ = try translating(database) { () throws(KeyFile.Failure) in try found.get() }
    throw StoreError(path: database, reason: .foreignKey(path: file.path))
  }

  private static func translating<Value>(_ database: String, _ body: () throws(KeyFile.Failure) -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw StoreError(path: database, reason: .key(error))
    }
  }
}

extension SigningKey {
  /// Whether a log's checkpoints that this key signs are checked with `verifier`, as `VerifierKey` writes it.
  func isChecked(with verifier: String, of log: LogID) -> Bool {
    self.verifier(name: log.origin).description == verifier
  }
}

/// The key as somebody who reads the log finds it, while others may be putting another in its place.
struct KeyGlance {
  private let file: KeyFile
  private let before: Result<SigningKey, KeyFile.Failure>

  /// Looks at the file; to be made before what the log says is read.
  init(besides database: String) {
    let file = KeyFile(besides: database)
    self.file = file
    before = Result { () throws(KeyFile.Failure) in try file.read().key }
  }

  /// What is wrong with the key of a log that is checked with `verifier`; nil when nothing is.
  func fault(of log: LogID, checkedWith verifier: String) -> LedgerFault.Reason? {
    if case .success(let key) = before, key.isChecked(with: verifier, of: log) { return nil }
    // It may have been replaced since, or be just about to.
    if file.waiting().contains(where: { $0.key.isChecked(with: verifier, of: log) }) { return nil }
    do throws(KeyFile.Failure) {
      return try file.read().key.isChecked(with: verifier, of: log) ? nil : .keyForeign(path: file.path)
    } catch {
      return .key(error)
    }
  }
}
