/// One JSON object, written in the order its fields are added, on one line.
public struct JSONObject: Sendable {
  private var bytes: [UInt8]

  /// An object without fields.
  public init() {
    bytes = []
    bytes.reserveCapacity(256)
    bytes.append(UInt8(ascii: "{"))
  }

  /// A text, `null` without one.
  public mutating func add(_ name: String, _ value: String?) {
    begin(name)
    if let value { append(value) } else { append(plain: "null") }
  }

  /// A number, `null` without one.
  public mutating func add(_ name: String, _ value: Int64?) {
    begin(name)
    if let value { bytes.append(decimal: value) } else { append(plain: "null") }
  }

  /// A number with at most six digits behind the point; `null` without one, and for what isn't finite.
  public mutating func add(_ name: String, number value: Double?) {
    begin(name)
    guard let value, value.isFinite, value.magnitude < 1e12 else {
      append(plain: "null")
      return
    }
    let rounded = (value * 1_000_000).rounded() / 1_000_000
    append(plain: rounded == rounded.rounded() ? String(Int64(rounded)) : String(rounded))
  }

  /// `true` or `false`.
  public mutating func add(_ name: String, _ value: Bool) {
    begin(name)
    append(plain: value ? "true" : "false")
  }

  /// A list of objects.
  public mutating func add(_ name: String, _ values: [JSONObject]) {
    begin(name)
    list(values) { $0.append(object: $1) }
  }

  /// An object within this one.
  public mutating func add(_ name: String, _ value: JSONObject) {
    begin(name)
    append(object: value)
  }

  /// An object within this one, filled where it stands.
  public mutating func add(_ name: String, object fill: (inout JSONObject) -> Void) {
    begin(name)
    bytes.append(UInt8(ascii: "{"))
    fill(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// A value that is JSON already.
  public mutating func add(_ name: String, json: String) {
    begin(name)
    append(plain: json)
  }

  /// A list of texts.
  public mutating func add(_ name: String, _ values: [String]) {
    begin(name)
    list(values) { $0.append($1) }
  }

  /// A list of numbers.
  public mutating func add(_ name: String, _ values: [Int64]) {
    begin(name)
    list(values) { $0.bytes.append(decimal: $1) }
  }

  /// The whole object.
  public var line: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

  /// Gives the whole object in UTF-8.
  public consuming func withUTF8<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    bytes.append(UInt8(ascii: "}"))
    return try bytes.withUnsafeBytes(body)
  }

  private mutating func begin(_ name: String) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    append(name)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func list<Value>(_ values: [Value], _ append: (inout JSONObject, Value) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(&self, value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func append(object: JSONObject) {
    bytes += object.bytes
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func append(plain text: String) {
    bytes += text.utf8
  }

  /// A JSON string: quotes, backslashes and control characters escaped, C1 and bidi controls too, so that a terminal can't be fooled by it.
  private mutating func append(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    // Nearly every text goes as it is; asking each of its characters would cost more than all else that is done with an event.
    let isPlain = value.utf8.withContiguousStorageIfAvailable { utf8 in
      guard utf8.allSatisfy(Self.isPlain) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if isPlain != true {
      for scalar in value.unicodeScalars { append(escaping: scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append(plain: "\\\"")
    case "\\": append(plain: "\\\\")
    case "\n": append(plain: "\\n")
    case "\r": append(plain: "\\r")
    case "\t": append(plain: "\\t")
    case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl:
      let hex = String(scalar.value, radix: 16)
      append(plain: "\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
    default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  /// Whether a byte of UTF-8 can't be, or begin, anything that is escaped: 0xC2 begins C1 controls, 0xD8 and 0xE2 bidi controls.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xE2: false
    default: true
    }
  }
}
