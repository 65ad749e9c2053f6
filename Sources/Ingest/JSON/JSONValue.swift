import Parsing

/// A value of other programs' JSON: one record, small enough to be held.
enum JSONValue: Sendable {
  case string(String)
  /// As it stands.
  case number(String)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object(JSONFields)

  /// The object that these bytes are.
  /// - Throws: at the first byte that doesn't fit.
  static func object(_ bytes: UnsafeBufferPointer<UInt8>, repair: inout TextRepair) throws(JSONProblem) -> JSONFields {
    var scanner = JSONObjectScanner(bytes)
    var fields = JSONFields()
    while let (key, value) = try scanner.next() {
      fields.members.append((string(key, bytes, repair: &repair), try JSONValue(value, in: bytes, repair: &repair)))
    }
    return fields
  }

  /// The elements of the array that these bytes are.
  private static func array(_ bytes: UnsafeBufferPointer<UInt8>, repair: inout TextRepair) throws(JSONProblem) -> [JSONValue] {
    var scanner = JSONObjectScanner(bytes)
    var elements: [JSONValue] = []
    while let value = try scanner.nextElement() {
      elements.append(try JSONValue(value, in: bytes, repair: &repair))
    }
    return elements
  }

  private init(_ value: JSONObjectScanner.Value, in bytes: UnsafeBufferPointer<UInt8>, repair: inout TextRepair) throws(JSONProblem) {
    switch value {
    case .string(let text): self = .string(Self.string(text, bytes, repair: &repair))
    case .number(let range): self = .number(String(decoding: bytes[range], as: UTF8.self))
    case .boolean(let value): self = .boolean(value)
    case .null: self = .null
    case .compound(let range):
      let inner = UnsafeBufferPointer(rebasing: bytes[range])
      if bytes[range.lowerBound] == UInt8(ascii: "{") {
        self = .object(try Self.object(inner, repair: &repair))
      } else {
        self = .array(try Self.array(inner, repair: &repair))
      }
    }
  }

  /// The text that these bytes are, quotation marks included; nil when they are something else.
  static func string(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else { return nil }
    var repair = TextRepair()
    let inner = UnsafeBufferPointer(rebasing: bytes.dropFirst().dropLast())
    return JSONText.string(inner, hasEscapes: inner.contains(UInt8(ascii: "\\")), repair: &repair)
  }

  private static func string(_ text: JSONObjectScanner.Text, _ bytes: UnsafeBufferPointer<UInt8>, repair: inout TextRepair) -> String {
    JSONText.string(UnsafeBufferPointer(rebasing: bytes[text.range]), hasEscapes: text.hasEscapes, repair: &repair)
  }

  /// A string or a number, as text; nil for anything else and for an empty one.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text.isEmpty ? nil : text
    case .boolean, .null, .array, .object: nil
    }
  }

  /// A whole number, also one written as a string or with a fraction, which is cut off.
  var integer: Int64? {
    guard let text else { return nil }
    return Int64(text) ?? Double(text).flatMap { Int64(exactly: $0.rounded(.towardZero)) }
  }

  /// True and false, also as 1 and 0 or as words.
  var truth: Bool? {
    if case .boolean(let value) = self { return value }
    switch text {
    case "1", "true": return true
    case "0", "false": return false
    default: return nil
    }
  }

  /// The members, when it is an object.
  var fields: JSONFields? {
    if case .object(let fields) = self { fields } else { nil }
  }

  /// The elements, when it is an array.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}

/// The members of an object, in their order.
struct JSONFields: Sendable {
  var members: [(key: String, value: JSONValue)] = []

  /// What stands under a key; the first when it stands there twice.
  subscript(key: String) -> JSONValue? {
    members.first { $0.key == key }?.value
  }

  /// A text or a number under a key; nil when there is none, it is empty, or the word `null`, which exporters write for nothing.
  func text(_ key: String) -> String? {
    guard let text = self[key]?.text, text != "null" else { return nil }
    return text
  }

  /// A whole number under a key.
  func integer(_ key: String) -> Int64? { self[key]?.integer }

  /// Counts the keys that aren't among those known.
  func countUnknown(besides known: Set<String>, in notes: inout ReaderNotes) {
    for (key, _) in members where !known.contains(key) { notes.addUnknownKey(key.excerpt(40)) }
  }
}
