/// One line of input as a JSON object with a message in it. The fields are places in the line, or in what was unescaped from it.
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
  var title = Field.absent
  var text = Field.absent
}

/// Reads the fields of a message from one JSON object, everything else passed over.
struct MessageLineReader {
  /// What was unescaped from the current line.
  private(set) var buffer: [UInt8] = []

  mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(JSONProblem) -> MessageLine {
    buffer.removeAll(keepingCapacity: true)
    var message = MessageLine()
    var scanner = JSONObjectScanner(line)
    while let (key, value) = try scanner.next() {
      guard !key.hasEscapes else { continue }
      switch name(UnsafeBufferPointer(rebasing: line[key.range])) {
      case .id: message.rawID = scanner.valueStart..<scanner.index
      case .sender: message.sender = field(value, of: line)
      case .title: message.title = field(value, of: line)
      case .text: message.text = field(value, of: line)
      case .other: break
      }
    }
    return message
  }

  private enum Name { case id, sender, title, text, other }

  private func name(_ key: UnsafeBufferPointer<UInt8>) -> Name {
    switch key.count {
    case 2: Self.equal(key, "id") ? .id : .other
    case 4: Self.equal(key, "text") ? .text : .other
    case 5: Self.equal(key, "title") ? .title : .other
    case 6: Self.equal(key, "sender") ? .sender : .other
    default: .other
    }
  }

  /// Whether a key of the same length is this one.
  private static func equal(_ key: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    for place in 0..<key.count where key[place] != name.utf8Start[place] { return false }
    return true
  }

  /// A text; any other value counts as absent.
  private mutating func field(_ value: JSONObjectScanner.Value, of line: UnsafeBufferPointer<UInt8>) -> MessageLine.Field {
    guard case .string(let text) = value else { return .absent }
    guard text.hasEscapes else { return .line(text.range) }
    let start = buffer.count
    _ = JSONEscapes.undo(UnsafeBufferPointer(rebasing: line[text.range]), into: &buffer)
    return .unescaped(start..<buffer.count)
  }
}
