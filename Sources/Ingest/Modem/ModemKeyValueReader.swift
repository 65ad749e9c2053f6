import Foundation

/// Reads what `mmcli -K` prints: a key, a colon and a value a line. A message ends where the next one begins.
struct ModemKeyValueReader: MessageReader {
  static let format = Format(name: "mmcli")

  private let input: ByteInput
  private let context: ReadingContext
  private var lines: LineReader
  private var noticed = ReaderNotes()

  var notes: ReaderNotes {
    var notes = noticed
    notes.repairedTexts += lines.repair.count
    return notes
  }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    guard let (key, _) = pair(head.firstLine) else { return false }
    return key.hasPrefix("sms.") || key.hasPrefix("modem.messaging.")
  }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    self.input = input
    self.context = context
    lines = try LineReader(input)
  }

  mutating func next() throws(InputError) -> Record? {
    var values: [String: String] = [:]
    var first: LineReader.Line?
    var end = input.offset
    while let line = try lines.peek() {
      let pair = Self.pair(line.text)
      if let first, let pair, pair.key.hasPrefix("sms.") != values.isMessage || values[pair.key] != nil {
        return record(values, first, end: end)
      }
      try lines.pass()
      end = input.offset
      guard let pair else {
        // A line that is none of a message's: an error of mmcli between two.
        if !line.text.allSatisfy(\.isWhitespace), first == nil {
          return refused(.badPair, line, end: end)
        }
        if let first { return record(values, first, end: end) }
        continue
      }
      first = first ?? line
      values[pair.key] = pair.value
    }
    return first.map { record(values, $0, end: end) }
  }

  private mutating func record(_ values: [String: String], _ first: LineReader.Line, end: Int64) -> Record {
    guard values.isMessage else { return Record(item: .skipped(.otherKind), resumeOffset: end) }
    do {
      let message = ModemMessage { values["sms." + $0] }
      return Record(item: try message.item(context, notes: &noticed), resumeOffset: end)
    } catch {
      return refused(error, first, end: end)
    }
  }

  private func refused(_ reason: Refusal.Reason, _ line: LineReader.Line, end: Int64) -> Record {
    Record(
      item: .refused(
        Refusal(
          file: input.name, line: line.number, byte: line.byte, reason: reason, excerpt: line.text.excerpt(ByteInput.excerptLimit))),
      resumeOffset: end)
  }

  /// The key and the value of a line, with the value's escapes undone; nil when the line is no pair.
  private static func pair(_ line: String) -> (key: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].trimmingCharacters(in: .whitespaces)
    guard key.contains("."), key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    let value = line[line.index(after: colon)...].drop { $0 == " " }
    guard value.contains("\\") else { return (key, String(value)) }
    return (key, String(decoding: OctalEscapes.undo(Array(value.utf8), others: .undo), as: UTF8.self))
  }
}

extension [String: String] {
  /// Whether these are the values of a message, not of a list of them.
  fileprivate var isMessage: Bool { keys.contains { $0.hasPrefix("sms.") } }
}
