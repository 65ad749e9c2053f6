import Parsing

/// What is particular to one program's JSON.
protocol JSONSource {
  static var format: Format { get }
  /// Whether reading can take up again between two of its values.
  static var resumes: Bool { get }

  /// Whether a file that begins like this is of the format.
  static func recognises(_ shape: JSONShape) -> Bool

  init(_ shape: JSONShape, _ context: ReadingContext)

  /// Whether the records lie inside the object or array at this path of keys. Arrays at the top are gone into without asking.
  func opens(_ path: [String], isArray: Bool) -> Bool

  /// The bytes to read instead of those of a value; nil where they are JSON as they stand.
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]?

  /// What an object that wasn't gone into holds: records, and why others can't be read.
  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>]

  /// What a text at a path tells that concerns the records after it.
  mutating func note(_ text: String, at path: [String])

  /// What is left to tell behind the last value.
  mutating func rest(notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>]
}

extension JSONSource {
  static var resumes: Bool { true }
  func opens(_ path: [String], isArray: Bool) -> Bool { false }
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? { nil }
  mutating func note(_ text: String, at path: [String]) {}
  mutating func rest(notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] { [] }
}

/// Reads the JSON of another program value by value, whether it is one array, an object around one, or an object a line.
struct JSONReader<Source: JSONSource>: MessageReader {
  static var format: Format { Source.format }
  static var resumes: Bool { Source.resumes }

  private let input: ByteInput
  private var walk: JSONWalk
  private var source: Source
  private var repair = TextRepair()
  private var noticed = ReaderNotes()
  private var pending: [Record] = []
  private var nextPending = 0
  private var isFinished = false

  var notes: ReaderNotes {
    var notes = noticed
    notes.repairedTexts = repair.count
    return notes
  }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    guard let shape = head.json else { return false }
    return !JSONLinesReader.kinds.contains(shape.type ?? "") && Source.recognises(shape)
  }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    self.input = input
    if try input.startsWith(Head.byteOrderMark) { input.position += Head.byteOrderMark.count }
    _ = try input.ensure(Head.size)
    let shape = Head(Array(input.visible.prefix(Head.size))).json ?? .unknown
    let source = Source(shape, context)
    walk = JSONWalk(input, lines: shape.isLines && !source.opens([], isArray: false)) { path, isArray in
      source.opens(path, isArray: isArray)
    }
    self.source = source
  }

  mutating func passOver(to offset: Int64, _ input: ByteInput) throws(InputError) {
    while input.offset < offset, let step = try walk.next() {
      if case .value(let length) = step {
        note(length)
        input.position += length
      }
    }
  }

  mutating func next() throws(InputError) -> Record? {
    while nextPending == pending.count, !isFinished {
      pending.removeAll(keepingCapacity: true)
      nextPending = 0
      if let step = try walk.next() {
        read(step)
      } else {
        isFinished = true
        add(source.rest(notes: &noticed))
      }
    }
    guard nextPending < pending.count else { return nil }
    nextPending += 1
    return pending[nextPending - 1]
  }

  private mutating func read(_ step: JSONWalk.Step) {
    switch step {
    case .value(let length): readValue(length)
    case .misplaced(let expected): refuse(.notJSON(expected))
    case .tooLong: refuse(.tooLong(limit: JSONWalk.limit))
    case .endsEarly: refuse(.endsBeforeClosing)
    case .cutOff: cutOff()
    }
  }

  /// A value that the end of the file cuts off is read when the file has grown.
  private mutating func cutOff() {
    refuse(.cutOff)
    pending[pending.count - 1].resumeOffset = walk.byte
  }

  private mutating func note(_ length: Int) {
    if let text = JSONValue.string(input.visible.prefix(length)) { source.note(text, at: walk.path) }
  }

  private mutating func readValue(_ length: Int) {
    let bytes = UnsafeBufferPointer(rebasing: input.visible.prefix(length))
    guard bytes.first == UInt8(ascii: "{") else {
      note(length)
      input.position += length
      if walk.path.isEmpty { refuse(.notJSON(.object)) }
      return
    }
    do throws(JSONProblem) {
      let fields = try fields(of: bytes)
      input.position += length
      take(fields)
    } catch {
      let place = place(of: min(error.index, length), in: bytes)
      input.position += length
      if error.index >= length, input.isExhausted, input.visible.isEmpty { return cutOff() }
      refuse(.notJSON(error.expected), place)
    }
  }

  private mutating func fields(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONProblem) -> JSONFields {
    guard let mended = Source.mended(bytes) else { return try JSONValue.object(bytes, repair: &repair) }
    return try mended.withUnsafeBufferPointer { bytes throws(JSONProblem) in try JSONValue.object(bytes, repair: &repair) }
  }

  private mutating func take(_ fields: JSONFields) {
    add(source.items(fields, at: walk.path, notes: &noticed))
  }

  private mutating func add(_ results: [Result<Record.Item, Refusal.Reason>]) {
    for result in results {
      switch result {
      case .success(let item): pending.append(Record(item: item, resumeOffset: walk.byte))
      case .failure(let reason): refuse(reason)
      }
      pending[pending.count - 1].resumeOffset = walk.byte
    }
    // Reading can take up again behind the value, not between two records of it.
    if !pending.isEmpty { pending[pending.count - 1].resumeOffset = input.offset }
  }

  private mutating func refuse(_ reason: Refusal.Reason, _ place: Refusal.Place? = nil) {
    let place = place ?? .text(line: walk.line, column: nil, byte: walk.byte)
    pending.append(
      Record(
        item: .refused(Refusal(file: input.name, place: place, reason: reason, excerpt: input.excerpt)), resumeOffset: input.offset))
  }

  /// The place of a byte of the value at hand. Its column is known when its line begins inside the value, or with it.
  private func place(of index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Refusal.Place {
    let before = bytes.prefix(index)
    let newlines = before.count { $0 == UInt8(ascii: "\n") }
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
    return .text(line: walk.line + newlines, column: newlines > 0 || walk.startsLine ? column : nil, byte: walk.byte)
  }
}
