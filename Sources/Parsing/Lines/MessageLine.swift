/// One line of input: a JSON object with a message in it, or a plain text. The fields are places in the line, or in what was unescaped from it.
struct MessageLine {
  /// A field's bytes.
  enum Field {
    case absent
    /// As they stand in the line.
    case line(Range<Int>)
    /// Unescaped, in the reader's buffer.
    case unescaped(Range<Int>)
  }

  /// The `id` as it stands in the line, quotes included, to be written out again unchanged; nil when there is none.
  var rawID: Range<Int>?
  var sender = Field.absent
  var channel = Field.absent
  var title = Field.absent
  var text = Field.absent
}

/// Why a line of input can't be read.
public enum LineMistake: Hashable, Sendable {
  /// What JSON wants at this byte of the line, counted from 1.
  case expected(String, byte: Int)
  /// The object has no `text`.
  case noText
  /// The line is longer than `limit` bytes.
  case tooLong(limit: Int)
}

/// A line of input that was left out.
public struct LineProblem: Hashable, Sendable {
  /// 1-based.
  public var line: Int
  public var mistake: LineMistake
}

/// Reads one flat JSON object: the fields of a message, everything else passed over.
///
/// Foundation's decoder reads some 40 000 such lines a second, and the whole of parsing is to do seven times that; this one knows exactly
/// as much JSON (RFC 8259) as there is in a line. Nested values are passed over by counting brackets, at most `deepest` of them.
struct MessageLineReader {
  /// What was unescaped from the current line.
  private(set) var buffer: ContiguousArray<UInt8> = []

  private static let deepest = 64

  mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(Failure) -> MessageLine {
    buffer.removeAll(keepingCapacity: true)
    var cursor = Cursor(bytes: line)
    var message = MessageLine()
    try cursor.expect(0x7B, "{")
    cursor.skipSpace()
    if cursor.current == 0x7D {
      cursor.position += 1
    } else {
      while true {
        try member(&cursor, &message)
        cursor.skipSpace()
        if cursor.current == 0x2C {
          cursor.position += 1
          cursor.skipSpace()
          continue
        }
        try cursor.expect(0x7D, "a comma or }")
        break
      }
    }
    cursor.skipSpace()
    guard cursor.position == line.count else { throw cursor.failure("the end of the line") }
    return message
  }

  /// What was expected, and where.
  struct Failure: Error {
    var mistake: LineMistake
  }

  private mutating func member(_ cursor: inout Cursor, _ message: inout MessageLine) throws(Failure) {
    let key = try string(&cursor)
    cursor.skipSpace()
    try cursor.expect(0x3A, "a colon")
    cursor.skipSpace()
    let start = cursor.position
    switch name(key, in: cursor.bytes) {
    case .id:
      if cursor.current == 0x22 { _ = try string(&cursor) } else { try skipValue(&cursor) }
      message.rawID = start..<cursor.position
    case .sender: message.sender = try value(&cursor)
    case .channel: message.channel = try value(&cursor)
    case .title: message.title = try value(&cursor)
    case .text: message.text = try value(&cursor)
    case .other: if cursor.current == 0x22 { _ = try string(&cursor) } else { try skipValue(&cursor) }
    }
  }

  private enum Name { case id, sender, channel, title, text, other }

  private func name(_ field: MessageLine.Field, in line: UnsafeBufferPointer<UInt8>) -> Name {
    guard case .line(let range) = field, range.count <= 7, range.count >= 2 else { return .other }
    let key = line[range]
    switch (range.count, key[key.startIndex]) {
    case (2, 0x69): return key.elementsEqual("id".utf8) ? .id : .other
    case (4, 0x74): return key.elementsEqual("text".utf8) ? .text : .other
    case (5, 0x74): return key.elementsEqual("title".utf8) ? .title : .other
    case (6, 0x73): return key.elementsEqual("sender".utf8) ? .sender : .other
    case (7, 0x63): return key.elementsEqual("channel".utf8) ? .channel : .other
    default: return .other
    }
  }

  /// A text; any other value counts as absent.
  private mutating func value(_ cursor: inout Cursor) throws(Failure) -> MessageLine.Field {
    if cursor.current == 0x22 { return try string(&cursor) }
    try skipValue(&cursor)
    return .absent
  }

  private mutating func string(_ cursor: inout Cursor) throws(Failure) -> MessageLine.Field {
    try cursor.expect(0x22, "a text in quotes")
    let start = cursor.position
    cursor.skipPlain()
    if cursor.current == 0x22 {
      cursor.position += 1
      return .line(start..<cursor.position - 1)
    }
    let first = buffer.count
    buffer.append(contentsOf: cursor.bytes[start..<cursor.position])
    while cursor.current != 0x22 {
      guard cursor.current == 0x5C else { throw cursor.failure("a closing quote") }
      cursor.position += 1
      try escape(&cursor)
      let plain = cursor.position
      cursor.skipPlain()
      buffer.append(contentsOf: cursor.bytes[plain..<cursor.position])
    }
    cursor.position += 1
    return .unescaped(first..<buffer.count)
  }

  private mutating func escape(_ cursor: inout Cursor) throws(Failure) {
    let letter = cursor.current
    cursor.position += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: buffer.append(letter)
    case 0x62: buffer.append(0x08)
    case 0x66: buffer.append(0x0C)
    case 0x6E: buffer.append(0x0A)
    case 0x72: buffer.append(0x0D)
    case 0x74: buffer.append(0x09)
    case 0x75:
      var unit = try cursor.hexadecimal()
      if unit & 0xFC00 == 0xD800, cursor.current == 0x5C, cursor.next == 0x75 {
        let back = cursor.position
        cursor.position += 2
        let low = try cursor.hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
        } else {
          cursor.position = back
        }
      }
      append(Unicode.Scalar(unit) ?? "\u{FFFD}")
    default:
      cursor.position -= 1
      throw cursor.failure("an escape that JSON knows")
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { buffer.append(byte) }
  }

  /// A number, true, false, null, an object or an array.
  private mutating func skipValue(_ cursor: inout Cursor) throws(Failure) {
    var depth = 0
    repeat {
      cursor.skipSpace()
      switch cursor.current {
      case 0x22: _ = try string(&cursor)
      case 0x7B, 0x5B:
        depth += 1
        cursor.position += 1
        guard depth <= Self.deepest else { throw cursor.failure("at most \(Self.deepest) values inside each other") }
      case 0x7D, 0x5D:
        guard depth > 0 else { throw cursor.failure("a value") }
        depth -= 1
        cursor.position += 1
      case 0x2C, 0x3A:
        guard depth > 0 else { throw cursor.failure("a value") }
        cursor.position += 1
      default: guard cursor.skipLiteral() else { throw cursor.failure("a value") }
      }
    } while depth > 0
  }
}

/// A place in a line.
struct Cursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The byte here; 0 at the end.
  @inline(__always) var current: UInt8 { position < bytes.count ? bytes[position] : 0 }
  var next: UInt8 { position + 1 < bytes.count ? bytes[position + 1] : 0 }

  mutating func skipSpace() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 || bytes[position] == 0x0D { position += 1 }
  }

  /// To the next quote, backslash or control character.
  @inline(__always)
  mutating func skipPlain() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return }
      position += 1
    }
  }

  /// The letters and digits of a number, true, false or null. Returns whether there were any.
  mutating func skipLiteral() -> Bool {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case 0x30...0x39, 0x61...0x7A, 0x41...0x5A, 0x2B, 0x2D, 0x2E: position += 1
      default: return position > start
      }
    }
    return position > start
  }

  mutating func expect(_ byte: UInt8, _ name: String) throws(MessageLineReader.Failure) {
    guard current == byte, position < bytes.count else { throw failure(name) }
    position += 1
  }

  mutating func hexadecimal() throws(MessageLineReader.Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      switch current {
      case 0x30...0x39: value = value << 4 | UInt32(current - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(current - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(current - 0x57)
      default: throw failure("four hexadecimal digits")
      }
      position += 1
    }
    return value
  }

  func failure(_ expected: String) -> MessageLineReader.Failure {
    MessageLineReader.Failure(mistake: .expected(expected, byte: position + 1))
  }
}
