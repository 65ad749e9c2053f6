import Crypto

/// A SHA-256 value.
public struct Hash: Hashable, Sendable {
  /// The 32 bytes as four words in the machine's order, so that comparing and copying cost nothing.
  @usableFromInline let words: (UInt64, UInt64, UInt64, UInt64)

  /// How many bytes a value has.
  public static let size = 32

  init(_ digest: SHA256Digest) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    // Not as the closure's result: its type would have to be looked up each time.
    digest.withUnsafeBytes { words = Self.words($0) }
    self.words = words
  }

  init(words: (UInt64, UInt64, UInt64, UInt64)) {
    self.words = words
  }

  /// Nil when there aren't exactly 32 bytes.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.size else { return nil }
    words = Self.words(bytes)
  }

  /// Nil when there aren't exactly 32 bytes.
  public init?(_ bytes: some Collection<UInt8>) {
    guard let hash = Array(bytes).withUnsafeBytes({ Hash($0) }) else { return nil }
    self = hash
  }

  /// Reads 64 hexadecimal digits of either case; nil for anything else.
  public init?(hex: String) {
    guard let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.init(bytes)
  }

  /// The value of bytes, without any of the tree's prefixes.
  public init(of bytes: some Sequence<UInt8>) {
    self = Array(bytes).withUnsafeBytes { Hash(of: $0) }
  }

  /// The value of bytes, without any of the tree's prefixes.
  public init(of bytes: UnsafeRawBufferPointer) {
    var hasher = SHA256()
    hasher.update(bufferPointer: bytes)
    self.init(hasher.finalize())
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// 64 lower-case hexadecimal digits.
  public var hex: String { withUnsafeBytes { Hexadecimal.text($0) } }

  /// Gives the 32 bytes without copying them.
  @inlinable public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try Swift.withUnsafeBytes(of: words, body)
  }

  @inlinable public static func == (left: Hash, right: Hash) -> Bool {
    left.words == right.words
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
  }

  private static func words(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64, UInt64, UInt64) {
    (
      bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    )
  }
}
