/// Writes an account's state as bytes: whole numbers in little-endian order, texts behind their length.
///
/// An account of a stream is written and read nearly as often as something happens to it, so this goes straight to memory.
struct ByteWriter {
  private var room: UnsafeMutableRawBufferPointer
  private var count = 0

  /// What `body` writes, in no more memory than it takes.
  static func bytes(_ body: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    defer { writer.room.deallocate() }
    body(&writer)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(writer.count)
    bytes.append(contentsOf: writer.room[..<writer.count])
    return bytes
  }

  private init() {
    room = .allocate(byteCount: 1_000, alignment: 1)
  }

  @inline(__always)
  mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    let size = MemoryLayout<Number>.size
    if room.count - count < size { grow(by: size) }
    room.storeBytes(of: number.littleEndian, toByteOffset: count, as: Number.self)
    count += size
  }

  mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      put(UInt32(utf8.count))
      if room.count - count < utf8.count { grow(by: utf8.count) }
      UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: UnsafeRawBufferPointer(utf8))
      count += utf8.count
    }
  }

  mutating func put<Item>(_ items: [Item], _ body: (inout ByteWriter, Item) -> Void) {
    put(UInt32(items.count))
    for item in items { body(&self, item) }
  }

  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * (count + more), alignment: 1)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[..<count]))
    room.deallocate()
    room = larger
  }
}

/// Reads what `ByteWriter` wrote; everything throws when the bytes end too early.
struct ByteReader {
  /// The bytes aren't a state that this version wrote.
  struct Broken: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var index = 0
  /// How many names the account has, once they were read.
  var names = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  @inline(__always)
  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type = Number.self) throws(Broken) -> Number {
    let size = MemoryLayout<Number>.size
    guard bytes.count - index >= size else { throw Broken() }
    defer { index += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: Number.self))
  }

  mutating func text() throws(Broken) -> String {
    let count = Int(try number(UInt32.self))
    guard bytes.count - index >= count else { throw Broken() }
    defer { index += count }
    return String(decoding: bytes[index..<index + count], as: UTF8.self)
  }

  /// Reads a list into the room that `items` has.
  mutating func items<Item>(into items: inout [Item], _ body: (inout ByteReader) throws(Broken) -> Item) throws(Broken) {
    let count = Int(try number(UInt32.self))
    // Every item takes a byte at least, so that broken bytes can't ask for all the memory there is.
    guard count <= bytes.count - index else { throw Broken() }
    items.removeAll(keepingCapacity: true)
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try body(&self)) }
  }
}
