import Model

/// Reads messages line by line, as they come, and writes what they mean as JSON lines: the whole of `kolokol parse --json`.
///
/// A line that begins with `{` is a JSON object `{id, sender, channel, title, text}`, any other is a text by itself. A line that can't be read
/// is left out and reported; the others go on.
public struct ParseStream {
  /// A longer line is left out.
  public static let longestLine = 16 << 20

  /// The lines left out so far.
  public private(set) var problems: [LineProblem] = []

  private let parser: MessageParser
  private var line = 0
  private var rest: [UInt8] = []
  private var isSkipping = false
  private var lines = MessageLineReader()
  private var writer = MeaningWriter()
  private var reader = Reader()
  private var joined: [UInt8] = []
  private var senders = SenderCache()

  public init(parser: MessageParser) {
    self.parser = parser
  }

  /// Reads some input, which may end in the middle of a line, and returns what is to be written.
  public mutating func feed(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var start = 0
    while start < input.count {
      guard let end = newline(in: input, from: start) else {
        keep(UnsafeBufferPointer(rebasing: input[start...]))
        break
      }
      let piece = UnsafeBufferPointer(rebasing: input[start..<end])
      if rest.isEmpty, !isSkipping {
        read(piece)
      } else {
        keep(piece)
        readRest()
      }
      start = end + 1
    }
    return writer.take()
  }

  /// Reads what is left after the last line break.
  public mutating func finish() -> [UInt8] {
    if !rest.isEmpty || isSkipping { readRest() }
    return writer.take()
  }

  private func newline(in input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    input[start...].firstIndex(of: 0x0A)
  }

  private mutating func keep(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !isSkipping else { return }
    guard rest.count + piece.count <= Self.longestLine else {
      isSkipping = true
      rest = []
      return
    }
    rest.append(contentsOf: piece)
  }

  private mutating func readRest() {
    if isSkipping {
      line += 1
      problems.append(LineProblem(line: line, mistake: .tooLong(limit: Self.longestLine)))
      isSkipping = false
      return
    }
    let whole = rest
    rest.removeAll(keepingCapacity: true)
    whole.withUnsafeBufferPointer { read($0) }
  }

  private mutating func read(_ piece: UnsafeBufferPointer<UInt8>) {
    line += 1
    var piece = piece
    if piece.last == 0x0D { piece = UnsafeBufferPointer(rebasing: piece.dropLast()) }
    guard let first = piece.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
    if first == 0x7B { readObject(piece) } else { write(piece, id: nil, bank: nil) }
  }

  private mutating func readObject(_ piece: UnsafeBufferPointer<UInt8>) {
    let trimmed = UnsafeBufferPointer(rebasing: piece.drop { $0 == 0x20 || $0 == 0x09 })
    let message: MessageLine
    do {
      message = try lines.read(trimmed)
    } catch {
      problems.append(LineProblem(line: line, mistake: error.mistake))
      return
    }
    let buffer = lines.buffer
    buffer.withUnsafeBufferPointer { unescaped in
      func bytes(_ field: MessageLine.Field) -> UnsafeBufferPointer<UInt8>? {
        switch field {
        case .absent: nil
        case .line(let range): UnsafeBufferPointer(rebasing: trimmed[range])
        case .unescaped(let range): UnsafeBufferPointer(rebasing: unescaped[range])
        }
      }
      guard let text = bytes(message.text) else {
        problems.append(LineProblem(line: line, mistake: .noText))
        return
      }
      let bank = bytes(message.sender).flatMap { senders.place(of: $0, in: parser.catalog) }
      let id = message.rawID.map { UnsafeBufferPointer(rebasing: trimmed[$0]) }
      if let title = bytes(message.title), !title.isEmpty {
        joined.removeAll(keepingCapacity: true)
        joined.append(contentsOf: title)
        joined.append(0x0A)
        joined.append(contentsOf: text)
        let whole = joined
        whole.withUnsafeBufferPointer { write($0, id: id, bank: bank) }
      } else {
        write(text, id: id, bank: bank)
      }
    }
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>, id: UnsafeBufferPointer<UInt8>?, bank: Int?) {
    let known = bank.map { parser.catalog.banks[$0] }
    let reading = reader.read(text, bank: known)
    writer.write(reading, id: id, line: line, bank: known?.key, in: text)
  }
}

/// The banks of senders seen lately: most messages come from few senders.
struct SenderCache {
  private var entries: [(sender: [UInt8], place: Int?)] = Array(repeating: ([], nil), count: 256)

  mutating func place(of sender: UnsafeBufferPointer<UInt8>, in catalog: BankCatalog) -> Int? {
    guard !sender.isEmpty else { return nil }
    var hash = Lexeme.emptyHash
    for byte in sender.prefix(64) { hash = Lexeme.hash(hash, adding: UInt32(byte)) }
    let slot = Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0xFF)
    if entries[slot].sender.elementsEqual(sender) { return entries[slot].place }
    let place = catalog.place(sender: String(decoding: sender, as: UTF8.self))
    entries[slot] = (Array(sender), place)
    return place
  }
}
