import Ledger

/// Entries that follow one another in one row, so that writing many costs little more than their bytes.
struct LedgerRun {
  /// The sequence of the first.
  let first: Int
  private(set) var count = 0
  private(set) var bytes: [UInt8] = []

  /// How many entries a subtree has whose root is stored; the smaller ones are worked out anew when they are asked for.
  static let blockLevel = 8
  static let blockSize = 1 << blockLevel

  /// How many bytes of its hash stand before an entry, to tell which one was changed.
  private static let markSize = 4
  private static let prefixSize = 2 + markSize

  init(first: Int) {
    self.first = first
    bytes.reserveCapacity(Self.blockSize * 72)
  }

  /// Whether the next entry belongs to another block.
  var isFull: Bool { (first + count).isMultiple(of: Self.blockSize) && count > 0 }

  mutating func append(_ leaf: UnsafeRawBufferPointer, hash: Hash) {
    bytes.append(UInt8(truncatingIfNeeded: leaf.count >> 8))
    bytes.append(UInt8(truncatingIfNeeded: leaf.count))
    hash.withUnsafeBytes { bytes.append(contentsOf: $0.prefix(Self.markSize)) }
    bytes.append(contentsOf: leaf)
    count += 1
  }

  /// Goes through the entries of a stored run.
  /// - Returns: how many there were; nil when the bytes end in the middle of one.
  static func read(_ bytes: UnsafeRawBufferPointer, _ body: (_ leaf: UnsafeRawBufferPointer, _ mark: UnsafeRawBufferPointer) throws -> Void)
    rethrows
    -> Int?
  {
    var position = 0
    var count = 0
    while position < bytes.count {
      guard bytes.count - position >= prefixSize else { return nil }
      let length = Int(bytes[position]) << 8 | Int(bytes[position + 1])
      let start = position + prefixSize
      guard bytes.count - start >= length else { return nil }
      try body(
        UnsafeRawBufferPointer(rebasing: bytes[start..<(start + length)]), UnsafeRawBufferPointer(rebasing: bytes[(position + 2)..<start]))
      position = start + length
      count += 1
    }
    return count
  }

  /// Whether the mark before an entry is that of its hash.
  static func mark(_ mark: UnsafeRawBufferPointer, fits hash: Hash) -> Bool {
    hash.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) } == mark.loadUnaligned(as: UInt32.self)
  }
}
