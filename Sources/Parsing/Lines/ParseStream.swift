import Model

/// Reads messages line by line, as they come: the inside of `kolokol parse`.
///
/// A line that begins with `{` is a JSON object `{id, sender, title, text}`, any other is a text by itself; empty lines are passed over.
/// A line that can't be read is left out and reported; the others go on.
public struct ParseStream: ~Copyable {
  private let parser: MessageParser
  private var problems: [LineProblem] = []
  private var input = InputLines()
  private var line = 0
  private var objects = MessageLineReader()
  private var reader = Reader()
  private var joined: [UInt8] = []
  private var senders = SenderCache()

  public init(parser: MessageParser) {
    self.parser = parser
  }

  /// Reads some input, which may end in the middle of a line, and hands over every message in it. A message lives no longer than the call
  /// of `body`.
  public mutating func feed(_ input: UnsafeBufferPointer<UInt8>, _ body: (ReadMessage) -> Void) {
    var lines = self.input
    lines.feed(input) { read($0, body) }
    self.input = lines
  }

  /// Reads what is left behind the last line's end.
  public mutating func finish(_ body: (ReadMessage) -> Void) {
    var lines = input
    lines.finish { read($0, body) }
    input = lines
  }

  /// Takes the lines that were left out since the last call.
  public mutating func takeProblems() -> [LineProblem] {
    defer { problems = [] }
    return problems
  }

  private mutating func read(_ piece: InputLines.Line, _ body: (ReadMessage) -> Void) {
    line += 1
    guard case .whole(let bytes) = piece else {
      problems.append(LineProblem(line: line, mistake: .tooLong(limit: InputLines.longest)))
      return
    }
    guard let first = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
    if bytes[first] == 0x7B { readObject(bytes, body) } else { hand(bytes, titled: 0, id: nil, bank: nil, body) }
  }

  private mutating func readObject(_ piece: UnsafeBufferPointer<UInt8>, _ body: (ReadMessage) -> Void) {
    let message: MessageLine
    do {
      message = try objects.read(piece)
    } catch {
      problems.append(LineProblem(line: line, mistake: .notJSON(error.expected, byte: error.index + 1)))
      return
    }
    let buffer = objects.buffer
    buffer.withUnsafeBufferPointer { unescaped in
      func bytes(_ field: MessageLine.Field) -> UnsafeBufferPointer<UInt8>? {
        switch field {
        case .absent: nil
        case .line(let range): UnsafeBufferPointer(rebasing: piece[range])
        case .unescaped(let range): UnsafeBufferPointer(rebasing: unescaped[range])
        }
      }
      guard let text = bytes(message.text) else {
        problems.append(LineProblem(line: line, mistake: .noText))
        return
      }
      let bank = bytes(message.sender).flatMap { senders.place(of: $0, in: parser.catalog) }
      let id = message.rawID.map { UnsafeBufferPointer(rebasing: piece[$0]) }
      guard let title = bytes(message.title), !title.isEmpty else { return hand(text, titled: 0, id: id, bank: bank, body) }
      var whole = joined
      joined = []
      whole.removeAll(keepingCapacity: true)
      whole.append(contentsOf: title)
      whole.append(0x0A)
      whole.append(contentsOf: text)
      whole.withUnsafeBufferPointer { hand($0, titled: title.count + 1, id: id, bank: bank, body) }
      joined = whole
    }
  }

  private mutating func hand(
    _ text: UnsafeBufferPointer<UInt8>, titled: Int, id: UnsafeBufferPointer<UInt8>?, bank: Int?, _ body: (ReadMessage) -> Void
  ) {
    let known = bank.map { parser.catalog.known[$0] }
    body(ReadMessage(line: line, known: known, id: id, bytes: text, reading: reader.read(text, body: titled, bank: known)))
  }
}

/// A message that was read, with what it says. It lives no longer than the call that hands it over.
public struct ReadMessage {
  /// The number of its line in the input, from 1.
  public let line: Int
  /// The bank of its sender; nil for senders that are no known bank.
  public var bank: Bank? { known?.bank }
  let known: KnownBank?
  /// The `id` of its line, as JSON.
  let id: UnsafeBufferPointer<UInt8>?
  let bytes: UnsafeBufferPointer<UInt8>
  let reading: Reading

  /// What it says.
  public var facts: Facts { Facts(reading, in: bytes) }
  /// The text, with a push's title as its first line.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
