/// The values of the attributes a reader asks for, kept in buffers that serve one tag after the other.
struct AttributeValues {
  /// How much text a record may hold, in bytes; what is longer is read past and refused.
  static let limit = 4 << 20

  private let names: [[UInt8]]
  private var values: [[UInt8]]
  private var isPresent: [Bool]
  private var mended: [Bool]
  private var size = 0
  /// Whether the record held more text than `limit`.
  private(set) var isTooLong = false
  /// Whether the tag had any attribute, asked for or not.
  private(set) var isEmpty = true

  /// - Parameter names: The attributes to keep; their places are the slots.
  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    values = names.map { _ in [] }
    isPresent = names.map { _ in false }
    mended = isPresent
  }

  mutating func reset() {
    for slot in values.indices {
      if isPresent[slot] {
        values[slot].removeAll(keepingCapacity: values[slot].capacity < 64 * 1024)
        isPresent[slot] = false
        mended[slot] = false
      }
    }
    size = 0
    isTooLong = false
    isEmpty = true
  }

  /// Where to put the value of the attribute called `name`; nil when nobody asks for it, or when the tag has had it before.
  mutating func slot(for name: UnsafeBufferPointer<UInt8>) -> Int? {
    isEmpty = false
    for slot in names.indices where names[slot].count == name.count {
      if names[slot].elementsEqual(name) {
        guard !isPresent[slot] else { return nil }
        isPresent[slot] = true
        return slot
      }
    }
    return nil
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, to slot: Int) {
    guard size + bytes.count <= Self.limit else {
      isTooLong = true
      return
    }
    size += bytes.count
    values[slot].append(contentsOf: bytes)
  }

  mutating func append(_ scalar: Unicode.Scalar, to slot: Int) {
    guard size + 4 <= Self.limit else {
      isTooLong = true
      return
    }
    guard let bytes = UTF8.encode(scalar) else { return }
    values[slot].append(contentsOf: bytes)
    size += bytes.count
  }

  /// Puts U+FFFD where something stood that is no character.
  mutating func appendReplacement(to slot: Int) {
    mended[slot] = true
    append("\u{FFFD}", to: slot)
  }

  /// Whether the tag had the attribute with a value that means something: exporters write the word `null` for nothing.
  func has(_ slot: Int) -> Bool {
    isPresent[slot] && !(values[slot].count == 4 && values[slot].elementsEqual("null".utf8))
  }

  /// The value as text; nil for none and for `null`.
  func string(_ slot: Int, repair: inout TextRepair) -> String? {
    guard has(slot) else { return nil }
    return values[slot].withUnsafeBufferPointer { repair.string($0, mended: mended[slot]) }
  }

  /// The value when it is nothing but an optional minus and digits.
  func integer(_ slot: Int) -> Int64? {
    guard isPresent[slot] else { return nil }
    return values[slot].withUnsafeBufferPointer(Int64.init(digits:))
  }
}

extension Int64 {
  /// The number written in these bytes: an optional minus, then decimal digits and nothing else.
  init?(digits bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { index = 1 }
    guard index < bytes.count else { return nil }
    var value: Int64 = 0
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.subtractingReportingOverflow(Int64(digit))
      guard !overflow, !carry else { return nil }
      value = sum
      index += 1
    }
    if isNegative {
      self = value
    } else {
      guard value != .min else { return nil }
      self = -value
    }
  }
}
