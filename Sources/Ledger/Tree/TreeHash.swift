/// The hashes of a Merkle tree (RFC 6962, section 2.1; RFC 9162 has the same).
public enum TreeHash {
  /// The root of a tree without leaves: SHA-256 of nothing.
  public static let empty = Hash(of: [])

  /// SHA-256(0x00 ‖ bytes).
  public static func leaf(_ bytes: UnsafeRawBufferPointer) -> Hash {
    withUnsafeTemporaryAllocation(byteCount: bytes.count + 1, alignment: 8) { buffer in
      buffer[0] = 0
      UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: bytes)
      return Hash(of: UnsafeRawBufferPointer(buffer))
    }
  }

  /// SHA-256(0x00 ‖ bytes).
  public static func leaf(_ bytes: [UInt8]) -> Hash {
    bytes.withUnsafeBytes { leaf($0) }
  }

  /// SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: Hash, _ right: Hash) -> Hash {
    withUnsafeTemporaryAllocation(byteCount: 2 * Hash.size + 1, alignment: 8) { buffer in
      buffer[0] = 1
      left.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: $0) }
      right.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[(Hash.size + 1)...]).copyMemory(from: $0) }
      return Hash(of: UnsafeRawBufferPointer(buffer))
    }
  }
}
