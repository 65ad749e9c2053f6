/// Reads the members of one JSON object (RFC 8259) in place, one after the other, without building anything.
///
/// Values that are objects or arrays are checked and passed over. Measured against Foundation's JSONDecoder in docs/decisions/0031.
public struct JSONObjectScanner {
  /// A string as it stands between its quotation marks.
  public struct Text: Sendable {
    /// Its bytes, quotation marks left out.
    public var range: Range<Int>
    /// Whether it holds escapes, which `JSONEscapes` undoes.
    public var hasEscapes: Bool
  }

  /// What a member holds.
  public enum Value: Sendable {
    case string(Text)
    case number(Range<Int>)
    case boolean(Bool)
    case null
    /// An object or array, with its brackets.
    case compound(Range<Int>)
  }

  /// How many objects and arrays may stand inside each other.
  public static let depthLimit = 64

  let bytes: UnsafeBufferPointer<UInt8>
  /// The byte to be read next; after a failure the one that doesn't fit.
  public private(set) var index = 0
  /// Where the value of the last member begins.
  private(set) var valueStart = 0
  private var isOpen = false
  private var isDone = false

  /// - Parameter bytes: one line without its end.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next member; nil after the closing brace.
  ///
  /// - Throws: `JSONProblem` at the first byte that doesn't fit; the scanner can't go on behind it.
  public mutating func next() throws(JSONProblem) -> (key: Text, value: Value)? {
    if isDone { return nil }
    skipSpace()
    if !isOpen {
      try take(UInt8(ascii: "{"), or: .object)
      isOpen = true
      skipSpace()
      if peek == UInt8(ascii: "}") { return try close() }
    } else if peek == UInt8(ascii: "}") {
      return try close()
    } else {
      try take(UInt8(ascii: ","), or: .commaOrBrace)
      skipSpace()
    }
    let key = try text(or: .key)
    skipSpace()
    try take(UInt8(ascii: ":"), or: .colon)
    skipSpace()
    let start = index
    let value = try value()
    valueStart = start
    return (key, value)
  }

  /// The next element, when the bytes are an array; nil after the closing bracket.
  ///
  /// - Throws: `JSONProblem` at the first byte that doesn't fit; the scanner can't go on behind it.
  public mutating func nextElement() throws(JSONProblem) -> Value? {
    if isDone { return nil }
    skipSpace()
    let isFirst = !isOpen
    if isFirst {
      try take(UInt8(ascii: "["), or: .value)
      isOpen = true
      skipSpace()
    }
    if peek == UInt8(ascii: "]") {
      _ = try close()
      return nil
    }
    if !isFirst { try take(UInt8(ascii: ","), or: .commaOrBracket) }
    return try value()
  }

  private mutating func close() throws(JSONProblem) -> (key: Text, value: Value)? {
    index += 1
    isDone = true
    skipSpace()
    guard index == bytes.count else { throw problem(.endOfLine) }
    return nil
  }

  // MARK: Values

  private mutating func value() throws(JSONProblem) -> Value {
    skipSpace()
    switch peek {
    case UInt8(ascii: "\""):
      return .string(try text(or: .value))
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let start = index
      try skipCompound()
      return .compound(start..<index)
    case UInt8(ascii: "t"):
      try word("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .boolean(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default:
      return .number(try number())
    }
  }

  private mutating func word(_ word: StaticString) throws(JSONProblem) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == word.utf8Start[offset] else { throw problem(.value) }
      index += 1
    }
  }

  private mutating func number() throws(JSONProblem) -> Range<Int> {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    guard let first = peek, Self.isDigit(first) else { throw problem(start == index ? .value : .digit) }
    index += 1
    if first != UInt8(ascii: "0") { skipDigits() }
    if peek == UInt8(ascii: ".") {
      index += 1
      try someDigits()
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
      try someDigits()
    }
    return start..<index
  }

  private mutating func someDigits() throws(JSONProblem) {
    guard let byte = peek, Self.isDigit(byte) else { throw problem(.digit) }
    skipDigits()
  }

  private mutating func skipDigits() {
    while let byte = peek, Self.isDigit(byte) { index += 1 }
  }

  private mutating func text(or expectation: JSONProblem.Expectation) throws(JSONProblem) -> Text {
    try take(UInt8(ascii: "\""), or: expectation)
    let start = index
    var hasEscapes = false
    while true {
      index = PlainText.end(in: bytes, from: index)
      guard index < bytes.count else { throw problem(.endOfString) }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return Text(range: start..<index - 1, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      default: throw problem(.noControlCharacter)
      }
    }
  }

  private mutating func escape() throws(JSONProblem) {
    guard index + 1 < bytes.count else {
      index = bytes.count
      throw problem(.endOfString)
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 2
    case UInt8(ascii: "u"):
      index += 2
      for _ in 0..<4 {
        guard index < bytes.count else { throw problem(.endOfString) }
        guard JSONEscapes.hexDigit(bytes[index]) != nil else { throw problem(.escape) }
        index += 1
      }
    default:
      index += 1
      throw problem(.escape)
    }
  }

  /// Passes over an object or array, checking it on the way.
  private mutating func skipCompound() throws(JSONProblem) {
    // One bit a level: 1 for an object, 0 for an array.
    var levels: UInt64 = 0
    var depth = 0
    repeat {
      skipSpace()
      guard let opening = peek else { throw problem(.value) }
      if opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[") {
        guard depth < Self.depthLimit else { throw problem(.lessDepth) }
        index += 1
        depth += 1
        levels = levels << 1 | (opening == UInt8(ascii: "{") ? 1 : 0)
        skipSpace()
        guard let byte = peek else { throw problem(.value) }
        if byte != (levels & 1 == 1 ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          if levels & 1 == 1 { try skipKey() }
          continue
        }
      } else {
        _ = try value()
      }
      try closeLevels(&levels, &depth)
    } while depth > 0
  }

  /// Behind a value inside objects and arrays: passes the brackets that close, then the comma and key before the next value.
  private mutating func closeLevels(_ levels: inout UInt64, _ depth: inout Int) throws(JSONProblem) {
    while depth > 0 {
      skipSpace()
      let isObject = levels & 1 == 1
      guard let byte = peek else { throw problem(isObject ? .commaOrBrace : .commaOrBracket) }
      if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        index += 1
        depth -= 1
        levels >>= 1
        continue
      }
      try take(UInt8(ascii: ","), or: isObject ? .commaOrBrace : .commaOrBracket)
      if isObject {
        skipSpace()
        try skipKey()
      }
      return
    }
  }

  private mutating func skipKey() throws(JSONProblem) {
    _ = try text(or: .key)
    skipSpace()
    try take(UInt8(ascii: ":"), or: .colon)
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8, or expectation: JSONProblem.Expectation) throws(JSONProblem) {
    guard peek == byte else { throw problem(expectation) }
    index += 1
  }

  private mutating func skipSpace() {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func problem(_ expected: JSONProblem.Expectation) -> JSONProblem {
    JSONProblem(index: index, expected: expected)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
