/// Writes an account's state as bytes: whole numbers in little-endian order, texts behind their length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ text: String) {
    put(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put<Item>(_ items: [Item], _ body: (inout ByteWriter, Item) -> Void) {
    put(UInt32(items.count))
    for item in items { body(&self, item) }
  }
}

/// Reads what `ByteWriter` wrote; everything throws when the bytes end too early.
struct ByteReader {
  /// The bytes aren't a state that this version wrote.
  struct Broken: Error {}

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
    index = 0
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(Broken) -> Number {
    let size = MemoryLayout<Number>.size
    guard bytes.endIndex - index >= size else { throw Broken() }
    var number: Number = 0
    for offset in (0..<size).reversed() { number = number << 8 | Number(truncatingIfNeeded: bytes[index + offset]) }
    index += size
    return number
  }

  mutating func text() throws(Broken) -> String {
    let count = Int(try number(UInt32.self))
    guard bytes.endIndex - index >= count else { throw Broken() }
    defer { index += count }
    return String(decoding: bytes[index..<index + count], as: UTF8.self)
  }

  mutating func items<Item>(_ body: (inout ByteReader) throws(Broken) -> Item) throws(Broken) -> [Item] {
    let count = Int(try number(UInt32.self))
    // Every item takes a byte at least, so that broken bytes can't ask for all the memory there is.
    guard count <= bytes.endIndex - index else { throw Broken() }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try body(&self)) }
    return items
  }
}
