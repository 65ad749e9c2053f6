import GRDB
import Ledger

/// The secrets that salts come from, one for each 64 entries, so that they take little room; and their destruction.
struct LedgerSalts {
  static let partSize = 64
  /// Salts that stand for themselves: two for each entry, zero where destroyed.
  fileprivate static let listSize = partSize * 2 * Salt.size

  private let db: Database
  private var part = -1
  private var secret = Secret.none
  /// Seeds that aren't written down yet.
  private var fresh: [(part: Int, seed: Salt)] = []

  init(_ db: Database) {
    self.db = db
  }

  /// What the salts of a part come from.
  enum Secret {
    /// Nothing, or nothing that could be one.
    case none
    case seed(Salt)
    /// The salts themselves.
    case list([UInt8])

    init(_ bytes: UnsafeRawBufferPointer) {
      if let seed = Salt(bytes) {
        self = .seed(seed)
      } else {
        self = bytes.count == listSize ? .list(Array(bytes)) : .none
      }
    }

    /// The salt of an entry of this part; nil when it was destroyed or isn't there.
    func salt(of sequence: Int, _ use: Salt.Use) -> Salt? {
      switch self {
      case .none: return nil
      case .seed(let seed): return Salt(seed: seed, sequence: sequence, use: use)
      case .list(let list):
        let start = (sequence % partSize * 2 + Int(use.rawValue)) * Salt.size
        let bytes = list[start..<(start + Salt.size)]
        return bytes.allSatisfy { $0 == 0 } ? nil : Salt(bytes)
      }
    }
  }

  /// The salt of a new entry; its part gets a seed when it has none.
  mutating func salt(ofNew sequence: Int, _ use: Salt.Use) throws -> Salt {
    let wanted = sequence / Self.partSize
    if part != wanted {
      part = wanted
      if let known = sequence.isMultiple(of: Self.partSize) ? nil : try Self.secret(of: wanted, db) {
        secret = known
      } else {
        let seed = Salt.random()
        secret = .seed(seed)
        fresh.append((wanted, seed))
      }
    }
    // Where somebody put something else in the secret's place, nobody will be able to check the entry.
    return secret.salt(of: sequence, use) ?? .random()
  }

  /// Writes down what is new.
  mutating func flush() throws {
    let insertion = try db.cachedStatement(sql: "INSERT OR REPLACE INTO ledger_salt (part, secret) VALUES (?, ?)")
    for (part, seed) in fresh {
      insertion.bind(Int64(part), at: 1)
      insertion.bind(blob: seed.bytes, at: 2)
      try insertion.run()
    }
    fresh.removeAll(keepingCapacity: true)
  }

  /// The salt of an entry; nil when it was destroyed or isn't there.
  static func salt(of sequence: Int, use: Salt.Use, _ db: Database) throws -> Salt? {
    try secret(of: sequence / partSize, db)?.salt(of: sequence, use)
  }

  /// Destroys both salts of an entry; the others of its part are kept by themselves from then on.
  static func destroy(_ sequence: Int, _ db: Database) throws {
    let part = sequence / partSize
    guard let secret = try secret(of: part, db) else { return }
    var list: [UInt8] = []
    for other in (part * partSize)..<((part + 1) * partSize) {
      for use in [Salt.Use.whole, .covered] {
        let salt = other == sequence ? nil : secret.salt(of: other, use)
        list += salt?.bytes ?? [UInt8](repeating: 0, count: Salt.size)
      }
    }
    let update = try db.cachedStatement(sql: "UPDATE ledger_salt SET secret = ? WHERE part = ?")
    update.bind(blob: list, at: 1)
    update.bind(Int64(part), at: 2)
    try update.run()
  }

  /// The secret of a part; nil when it has none.
  private static func secret(of part: Int, _ db: Database) throws -> Secret? {
    let find = try db.cachedStatement(sql: "SELECT secret FROM ledger_salt WHERE part = ?")
    find.bind(Int64(part), at: 1)
    defer { find.rewind() }
    return try find.step() ? Secret(find.blob(0)) : nil
  }
}
