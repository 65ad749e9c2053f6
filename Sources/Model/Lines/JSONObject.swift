/// One JSON object, written in the order its fields are added, on one line.
public struct JSONObject: Sendable {
  private var text = "{"

  /// An object without fields.
  public init() {}

  /// A text, `null` without one.
  public mutating func add(_ name: String, _ value: String?) {
    begin(name)
    if let value { Self.append(value, to: &text) } else { text += "null" }
  }

  /// A number, `null` without one.
  public mutating func add(_ name: String, _ value: Int64?) {
    begin(name)
    text += value.map { String($0) } ?? "null"
  }

  /// A number with at most six digits behind the point; `null` without one, and for what isn't finite.
  public mutating func add(_ name: String, number value: Double?) {
    begin(name)
    guard let value, value.isFinite, abs(value) < 1e12 else {
      text += "null"
      return
    }
    let rounded = (value * 1_000_000).rounded() / 1_000_000
    text += rounded == rounded.rounded() ? String(Int64(rounded)) : String(rounded)
  }

  /// `true` or `false`.
  public mutating func add(_ name: String, _ value: Bool) {
    begin(name)
    text += value ? "true" : "false"
  }

  /// A list of objects.
  public mutating func add(_ name: String, _ values: [JSONObject]) {
    begin(name)
    text += "[" + values.map(\.line).joined(separator: ",") + "]"
  }

  /// An object within this one.
  public mutating func add(_ name: String, _ value: JSONObject) {
    begin(name)
    text += value.line
  }

  /// A value that is JSON already.
  public mutating func add(_ name: String, json: String) {
    begin(name)
    text += json
  }

  /// A list of texts.
  public mutating func add(_ name: String, _ values: [String]) {
    begin(name)
    text += "["
    for (index, value) in values.enumerated() {
      if index > 0 { text += "," }
      Self.append(value, to: &text)
    }
    text += "]"
  }

  /// A list of numbers.
  public mutating func add(_ name: String, _ values: [Int64]) {
    begin(name)
    text += "[" + values.map { String($0) }.joined(separator: ",") + "]"
  }

  /// The whole object.
  public var line: String { text + "}" }

  private mutating func begin(_ name: String) {
    if text.utf8.count > 1 { text += "," }
    Self.append(name, to: &text)
    text += ":"
  }

  /// A JSON string: quotes, backslashes and control characters escaped, C1 and bidi controls too, so that a terminal can't be fooled by it.
  private static func append(_ value: String, to text: inout String) {
    text += "\""
    // Nearly every text goes as it is; asking each of its characters would cost more than all else that is done with an event.
    guard !value.utf8.allSatisfy(isPlain) else {
      text += value
      text += "\""
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Whether a byte of UTF-8 can't be, or begin, anything that is escaped: 0xC2 begins C1 controls, 0xD8 and 0xE2 bidi controls.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xE2: false
    default: true
    }
  }
}
