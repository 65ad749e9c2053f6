import Parsing

/// Reads our own JSON lines: one object a line, messages among events and findings.
struct JSONLinesReader: MessageReader {
  static let format = Format(name: "json-lines")
  /// How long a line may be, in bytes; a longer one is read past and refused.
  static let lineLimit = AttributeValues.limit

  /// What `type` may be in our lines.
  static let kinds = ["message", "event", "finding"]

  private let input: ByteInput
  private var repair = TextRepair()
  private var ignored = ReaderNotes()

  var notes: ReaderNotes {
    var notes = ignored
    notes.repairedTexts = repair.count
    return notes
  }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    guard let shape = head.json, !shape.isArray else { return false }
    if !shape.isLines, !kinds.contains(shape.type ?? "") { throw .notReadYet(.json) }
    return true
  }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    self.input = input
    if try input.startsWith(Head.byteOrderMark) { input.position += Head.byteOrderMark.count }
  }

  mutating func next() throws(InputError) -> Record? {
    while try input.ensure(1) {
      let place = Place(line: input.line, byte: input.offset)
      input.markRecord()
      guard let length = try input.lineLength(limit: Self.lineLimit) else {
        _ = try input.skip(to: UInt8(ascii: "\n"))
        try passLineEnd()
        return refusal(.tooLong(limit: Self.lineLimit), place)
      }
      let bytes = UnsafeBufferPointer(rebasing: input.visible.prefix(length))
      guard !bytes.allSatisfy(TagScanner.isSpace) else {
        input.position += length
        try passLineEnd()
        continue
      }
      let outcome = read(bytes)
      let isTerminated = length < input.visible.count
      input.position += length
      let record = record(outcome, place, isTerminated: isTerminated)
      try passLineEnd()
      return record
    }
    return nil
  }

  private func passLineEnd() throws(InputError) {
    if try input.ensure(1) { input.position += 1 }
  }

  // MARK: One line

  /// How the lines of events that programs write begin; there the type needn't be looked for.
  private static let eventBeginnings = [Array(#"{"type":"event","#.utf8), Array(#"{"type": "event","#.utf8)]

  private enum Outcome {
    case item(Record.Item)
    /// `column` counts scalars, from 1.
    case failure(Refusal.Reason, column: Int?)
    /// The line ends where this should have come.
    case cutOff(JSONProblem.Expectation, column: Int)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
    do {
      return try readMembers(bytes)
    } catch {
      let column = Self.column(of: error.index, in: bytes)
      return error.index >= bytes.count ? .cutOff(error.expected, column: column) : .failure(.notJSON(error.expected), column: column)
    }
  }

  private mutating func readMembers(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONProblem) -> Outcome {
    if Self.eventBeginnings.contains(where: { bytes.starts(with: $0) }) { return readEvent(bytes) }
    var scanner = JSONObjectScanner(bytes)
    var draft = MessageDraft()
    var type = "message"
    var failure: Outcome?
    var unknownKeys: [String] = []
    while let (key, value) = try scanner.next() {
      let name = string(key, bytes)
      if name == "type" {
        if case .string(let text) = value { type = string(text, bytes) } else { type = "" }
        continue
      }
      guard let field = MessageField(name: name), !Self.isForeign(value, name, field) else {
        unknownKeys.append(name)
        continue
      }
      do {
        if let text = try text(value, for: field, bytes) { try draft.set(field, to: text) }
      } catch {
        if failure == nil { failure = .failure(error, column: Self.column(of: Self.start(of: value) ?? scanner.index, in: bytes)) }
      }
    }
    switch type {
    case "message": break
    case "event": return readEvent(bytes)
    case "finding": return .item(.skipped(.finding))
    default: return .failure(.unknownType(type.excerpt(40)), column: nil)
    }
    for key in unknownKeys { ignored.addUnknownKey(key) }
    if let failure { return failure }
    do {
      return .item(.message(try draft.finished()))
    } catch {
      return .failure(error, column: nil)
    }
  }

  private mutating func readEvent(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
    do {
      return .item(.event(try EventLine.read(bytes, repair: &repair) { ignored.addUnknownKey($0) }))
    } catch {
      let column = error.index.map { Self.column(of: $0, in: bytes) }
      if case .notJSON(let expected) = error.reason, let column, error.index == bytes.count { return .cutOff(expected, column: column) }
      return .failure(error.reason, column: column)
    }
  }

  /// A value as the text a draft takes; nil for `null`.
  private mutating func text(_ value: JSONObjectScanner.Value, for field: MessageField, _ bytes: UnsafeBufferPointer<UInt8>)
    throws(Refusal.Reason) -> String?
  {
    switch value {
    case .string(let text): return string(text, bytes)
    case .number(let range):
      guard field != .text, field != .title, field != .read else { throw .wrongKind(field: field.rawValue) }
      return String(decoding: bytes[range], as: UTF8.self)
    case .boolean(let value):
      guard field == .read else { throw .wrongKind(field: field.rawValue) }
      return value ? "true" : "false"
    case .null: return nil
    case .compound: throw .wrongKind(field: field.rawValue)
    }
  }

  /// `device` may be an object in the lines of other kinds; only our own names insist on their kind of value.
  private static func isForeign(_ value: JSONObjectScanner.Value, _ name: String, _ field: MessageField) -> Bool {
    if case .compound = value { return name != field.rawValue }
    return false
  }

  private mutating func string(_ text: JSONObjectScanner.Text, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    JSONText.string(UnsafeBufferPointer(rebasing: bytes[text.range]), hasEscapes: text.hasEscapes, repair: &repair)
  }

  private static func start(of value: JSONObjectScanner.Value) -> Int? {
    switch value {
    case .string(let text): text.range.lowerBound
    case .number(let range): range.lowerBound
    case .boolean, .null, .compound: nil
    }
  }

  private static func column(of index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    1 + bytes.prefix(index).count { $0 & 0xC0 != 0x80 }
  }

  // MARK: Records

  private struct Place {
    var line: Int
    var byte: Int64
  }

  private func record(_ outcome: Outcome, _ place: Place, isTerminated: Bool) -> Record {
    switch outcome {
    case .item(let item):
      return Record(item: item, resumeOffset: input.offset + (isTerminated ? 1 : 0))
    case .failure(let reason, let column):
      var record = refusal(reason, place, column: column)
      if isTerminated { record.resumeOffset += 1 }
      return record
    case .cutOff(let expected, let column):
      guard isTerminated else {
        var record = refusal(.cutOff, place)
        record.resumeOffset = place.byte
        return record
      }
      var record = refusal(.notJSON(expected), place, column: column)
      record.resumeOffset = input.offset + 1
      return record
    }
  }

  private func refusal(_ reason: Refusal.Reason, _ place: Place, column: Int? = nil) -> Record {
    Record(
      item: .refused(
        Refusal(file: input.name, line: place.line, column: column, byte: place.byte, reason: reason, excerpt: input.excerpt)),
      resumeOffset: input.offset)
  }
}
