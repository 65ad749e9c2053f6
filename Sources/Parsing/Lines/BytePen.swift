#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes bytes one behind the other into the room a `ByteBuffer` has made. Whoever asks for the room answers for its size: only debug builds look.
struct BytePen {
  /// Where the next byte goes.
  private(set) var place: UnsafeMutableRawPointer
  private let end: UnsafeMutableRawPointer

  /// How far behind its end a short text may be written over, to be shortened afterwards.
  static let slack = ShortText.longest

  init(at place: UnsafeMutableRawPointer, room: Int) {
    self.place = place
    end = place + room
  }

  @inline(__always)
  private mutating func move(by count: Int) {
    place += count
    assert(place <= end, "more is written than there is room for")
  }

  @inline(__always)
  mutating func write(byte: UInt8) {
    place.storeBytes(of: byte, as: UInt8.self)
    move(by: 1)
  }

  /// Writes a text of the program; being constant, it needs no call.
  @inline(__always)
  mutating func write(_ text: StaticString) {
    memcpy(place, text.utf8Start, text.utf8CodeUnitCount)
    move(by: text.utf8CodeUnitCount)
  }

  @inline(__always)
  mutating func write(_ text: ShortText) {
    place.storeBytes(of: text.bytes, as: SIMD32<UInt8>.self)
    move(by: text.count)
  }

  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    memcpy(place, base, bytes.count)
    move(by: bytes.count)
  }

  /// The most that a number takes: the digits of `Int64.min` and its sign.
  static let longestNumber = 20

  /// Writes a number in decimal digits, with leading zeros where it has fewer than `digits` of them.
  mutating func write(decimal number: Int64, digits: Int = 1) {
    if number < 0 { write(byte: 0x2D) }
    var rest = number.magnitude
    var count = 1
    var bound: UInt64 = 10
    while count < Self.longestNumber - 1, rest >= bound || count < digits {
      count &+= 1
      bound = bound &* 10
    }
    var position = count
    while position > 1 {
      position &-= 2
      let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
      let tens = pair / 10
      place.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 &+ tens), toByteOffset: position, as: UInt8.self)
      place.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 &+ pair &- tens &* 10), toByteOffset: position &+ 1, as: UInt8.self)
      rest = quotient
    }
    if position == 1 { place.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 &+ rest % 10), as: UInt8.self) }
    move(by: count)
  }
}

/// A text of a few bytes that is written often.
struct ShortText: Sendable {
  static let longest = 32

  fileprivate let bytes: SIMD32<UInt8>
  fileprivate let count: Int

  /// The whole text; nil where there is no room for it.
  init?(exactly text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    self.init(text)
  }

  /// The beginning of a text, as much of it as there is room for.
  init(_ text: String) {
    var bytes = SIMD32<UInt8>()
    let utf8 = text.utf8.prefix(Self.longest)
    for (place, byte) in utf8.enumerated() { bytes[place] = byte }
    self.bytes = bytes
    count = utf8.count
  }
}
