import GRDB
import Ledger

/// The secrets that salts come from, one for each 64 entries, so that they take little room; and their destruction.
struct LedgerSalts {
  static let partSize = 64
  /// Salts that stand for themselves: two for each entry, zero where destroyed.
  private static let listSize = partSize * 2 * Salt.size

  private let db: Database
  private var part = -1
  private var secret: [UInt8] = []
  /// Secrets that aren't written down yet.
  private var fresh: [(part: Int, secret: [UInt8])] = []

  init(_ db: Database) {
    self.db = db
  }

  /// Hashes a record that stands behind 32 free bytes for a new entry; its part gets a secret when it has none.
  mutating func hash(_ buffer: inout [UInt8], sequence: Int, use: Salt.Use) throws -> Hash {
    let wanted = sequence / Self.partSize
    if part != wanted {
      part = wanted
      if let known = sequence.isMultiple(of: Self.partSize) ? nil : try Self.secret(of: wanted, db) {
        secret = known
      } else {
        secret = Salt.randomSeed()
        fresh.append((wanted, secret))
      }
    }
    guard secret.count != Salt.size else { return Salt.hash(&buffer, seed: secret, sequence: sequence, use: use) }
    buffer.replaceSubrange(
      ..<Salt.size, with: Self.listed(secret, sequence: sequence, use: use)?.bytes ?? [UInt8](repeating: 0, count: Salt.size))
    return Hash(of: buffer)
  }

  /// Writes down what is new.
  mutating func flush() throws {
    let insertion = try db.cachedStatement(sql: "INSERT OR REPLACE INTO ledger_salt (part, secret) VALUES (?, ?)")
    for (part, secret) in fresh {
      insertion.bind(Int64(part), at: 1)
      insertion.bind(blob: secret, at: 2)
      try insertion.run()
    }
    fresh.removeAll(keepingCapacity: true)
  }

  /// The salt of an entry; nil when it was destroyed or isn't there.
  static func salt(of sequence: Int, use: Salt.Use, _ db: Database) throws -> Salt? {
    guard let secret = try secret(of: sequence / partSize, db) else { return nil }
    return salt(of: sequence, use: use, secret: secret)
  }

  /// The salt of an entry by the secret of its part; nil when it was destroyed or the secret isn't one.
  static func salt(of sequence: Int, use: Salt.Use, secret: [UInt8]) -> Salt? {
    secret.count == Salt.size ? Salt(seed: secret, sequence: sequence, use: use) : listed(secret, sequence: sequence, use: use)
  }

  /// Destroys both salts of an entry; the others of its part are kept by themselves from then on.
  static func destroy(_ sequence: Int, _ db: Database) throws {
    let part = sequence / partSize
    guard let secret = try secret(of: part, db) else { return }
    var list: [UInt8] = []
    for other in (part * partSize)..<((part + 1) * partSize) {
      for use in [Salt.Use.whole, .covered] {
        let salt = other == sequence ? nil : salt(of: other, use: use, secret: secret)
        list += salt?.bytes ?? [UInt8](repeating: 0, count: Salt.size)
      }
    }
    let update = try db.cachedStatement(sql: "UPDATE ledger_salt SET secret = ? WHERE part = ?")
    update.bind(blob: list, at: 1)
    update.bind(Int64(part), at: 2)
    try update.run()
  }

  static func secret(of part: Int, _ db: Database) throws -> [UInt8]? {
    let find = try db.cachedStatement(sql: "SELECT secret FROM ledger_salt WHERE part = ?")
    find.bind(Int64(part), at: 1)
    defer { find.rewind() }
    return try find.step() ? find.bytes(0) : nil
  }

  private static func listed(_ list: [UInt8], sequence: Int, use: Salt.Use) -> Salt? {
    guard list.count == listSize else { return nil }
    let start = (sequence % partSize * 2 + Int(use.rawValue)) * Salt.size
    let bytes = Array(list[start..<(start + Salt.size)])
    return bytes.allSatisfy { $0 == 0 } ? nil : Salt(bytes)
  }
}
