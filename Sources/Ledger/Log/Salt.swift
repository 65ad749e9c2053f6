import Crypto

/// 32 secret bytes that a record is hashed with, so that nobody can find a text, or the code in it, by trying what would give the hash; once
/// the salt is destroyed, nobody at all can.
public struct Salt: Hashable, Sendable {
  /// Not because it is one, but because that is 32 bytes that need no memory of their own.
  private let value: Hash

  /// What a salt is for: an entry vouches for the whole record, and for one with covered code, which can then be shown and proven without it.
  public enum Use: UInt8, Sendable {
    case whole = 0
    case covered = 1
  }

  /// How many bytes a salt has.
  public static let size = Hash.size

  /// Nil when there aren't exactly 32 bytes.
  public init?(_ bytes: some Collection<UInt8>) {
    guard let value = Hash(bytes) else { return nil }
    self.value = value
  }

  private init(_ value: Hash) {
    self.value = value
  }

  /// Fresh ones from the system: also the seed that a group of entries shares.
  public static func random() -> Salt {
    var random = SystemRandomNumberGenerator()
    return Salt(Hash(words: (random.next(), random.next(), random.next(), random.next())))
  }

  /// The salt of one entry out of the seed that a group of entries shares: SHA-256(seed ‖ sequence ‖ use).
  /// - Parameters:
  ///   - seed: 32 random bytes.
  ///   - sequence: the entry's place in the log.
  ///   - use: what it is for.
  public init(seed: Salt, sequence: Int, use: Use) {
    value = withUnsafeTemporaryAllocation(byteCount: Self.size + 9, alignment: 8) { buffer in
      seed.withUnsafeBytes { buffer.copyMemory(from: $0) }
      buffer.storeBytes(of: UInt64(sequence).bigEndian, toByteOffset: Self.size, as: UInt64.self)
      buffer[Self.size + 8] = use.rawValue
      return Hash(of: UnsafeRawBufferPointer(buffer))
    }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { value.bytes }

  /// Gives the 32 bytes without copying them.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try value.withUnsafeBytes(body)
  }

  /// SHA-256(salt ‖ record): what stands in the log. `RecordBuffer` has it for many.
  public func hash(_ record: [UInt8]) -> Hash {
    Hash(of: bytes + record)
  }
}
