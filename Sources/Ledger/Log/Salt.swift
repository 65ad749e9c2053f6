import Crypto

/// 32 secret bytes that a record is hashed with, so that nobody can find a text, or the code in it, by trying what would give the hash; once
/// the salt is destroyed, nobody at all can.
public struct Salt: Hashable, Sendable {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// What a salt is for: an entry vouches for the whole record, and for one with covered code, which can then be shown and proven without it.
  public enum Use: UInt8, Sendable {
    case whole = 0
    case covered = 1
  }

  /// How many bytes a salt has.
  public static let size = 32

  /// Nil when there aren't exactly 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// Fresh ones from the system.
  public static func randomSeed() -> [UInt8] {
    SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
  }

  /// The salt of one entry out of the seed that a group of entries shares: SHA-256(seed ‖ sequence ‖ use).
  /// - Parameters:
  ///   - seed: 32 random bytes.
  ///   - sequence: the entry's place in the log.
  ///   - use: what it is for.
  public init(seed: [UInt8], sequence: Int, use: Use) {
    bytes = Self.derive(seed: seed, sequence: sequence, use: use).bytes
  }

  /// SHA-256(salt ‖ record): what stands in the log.
  public func hash(_ record: [UInt8]) -> Hash {
    Hash(of: bytes + record)
  }

  /// The same, straight from the seed, of a record that stands in a buffer behind 32 free bytes, which are overwritten by the salt.
  public static func hash(_ buffer: inout [UInt8], seed: [UInt8], sequence: Int, use: Use) -> Hash {
    let salt = derive(seed: seed, sequence: sequence, use: use)
    return buffer.withUnsafeMutableBytes { buffer in
      salt.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[..<size]).copyMemory(from: $0) }
      return Hash(of: UnsafeRawBufferPointer(buffer))
    }
  }

  private static func derive(seed: [UInt8], sequence: Int, use: Use) -> Hash {
    withUnsafeTemporaryAllocation(byteCount: size + 9, alignment: 8) { buffer in
      buffer.copyBytes(from: seed.prefix(size))
      buffer.storeBytes(of: UInt64(sequence).bigEndian, toByteOffset: size, as: UInt64.self)
      buffer[size + 8] = use.rawValue
      return Hash(of: UnsafeRawBufferPointer(buffer))
    }
  }
}
