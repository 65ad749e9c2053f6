import Foundation
import Model

/// Reads `dumpsys notification --noredact`: the notifications a phone shows at the moment, among much else.
///
/// A notification begins with `NotificationRecord(` and ends where a line stands no deeper. Its values are lines `key=value`; a text begins
/// behind `String (` and may go over several lines.
struct DumpsysReader: MessageReader {
  static let format = Format(name: "dumpsys")

  private let input: ByteInput
  private let context: ReadingContext
  private var lines: LineReader
  private var noticed = ReaderNotes()
  private static let opening = "NotificationRecord("

  var notes: ReaderNotes {
    var notes = noticed
    notes.repairedTexts += lines.repair.count
    return notes
  }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    String(decoding: head.bytes, as: UTF8.self).split(separator: "\n").contains {
      $0.drop(while: \.isWhitespace).hasPrefix(opening) && $0.contains("pkg=")
    }
  }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    self.input = input
    self.context = context
    lines = try LineReader(input)
  }

  mutating func next() throws(InputError) -> Record? {
    while let line = try lines.next() {
      let text = line.text.drop(while: \.isWhitespace)
      if text.hasPrefix(Self.opening) { return try notification(line) }
    }
    return nil
  }

  private mutating func notification(_ first: LineReader.Line) throws(InputError) -> Record {
    let depth = Self.depth(first.text)
    var values = DumpsysValues()
    values.addHeader(first.text)
    var end = input.offset
    while let line = try lines.peek() {
      let text = line.text.drop(while: \.isWhitespace)
      if text.hasPrefix(Self.opening) || !values.isInText && !text.isEmpty && Self.depth(line.text) <= depth { break }
      try lines.pass()
      end = input.offset
      values.add(line.text)
    }
    do {
      return Record(item: try item(values), resumeOffset: end)
    } catch {
      return Record(
        item: .refused(
          Refusal(
            file: input.name, line: first.number, byte: first.byte, reason: error,
            excerpt: String(first.text.drop(while: \.isWhitespace)).excerpt(ByteInput.excerptLimit))), resumeOffset: end)
    }
  }

  private static func depth(_ line: String) -> Int { line.prefix(while: \.isWhitespace).count }

  private mutating func item(_ values: DumpsysValues) throws(Refusal.Reason) -> Record.Item {
    if values.isRedacted { throw .redacted }
    return try AppNotification(
      app: values["pkg"] ?? "", title: values["android.title"], text: values["android.bigText"] ?? values["android.text"],
      isGroupSummary: values.isGroupSummary,
      posted: values.time("mUpdateTimeMs") ?? values.time("mCreationTimeMs") ?? values.time("postTime"), when: values.time("when")
    ).item(fileTime: context.changed ?? context.now, notes: &noticed)
  }
}

/// The values of one notification in a dump.
struct DumpsysValues {
  private var values: [String: String] = [:]
  private var openText: OpenText?
  /// Whether Android gave the length of a text instead of the text.
  private(set) var isRedacted = false

  /// A text that goes on over several lines.
  private struct OpenText {
    let key: String
    private(set) var text: String

    var endsWithBracket: Bool { text.utf8.last == UInt8(ascii: ")") }

    mutating func append(_ line: String) {
      // A text that is never closed is no message; what is beyond a record's limit isn't kept.
      guard text.utf8.count <= AttributeValues.limit else { return }
      text += "\n" + line
    }
  }

  /// Whether the next line may belong to a text.
  var isInText: Bool { openText != nil }

  subscript(key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

  func time(_ key: String) -> Int64? { values[key].flatMap { Int64($0.prefix { $0.isNumber }) }.flatMap { $0 > 0 ? $0 : nil } }

  /// FLAG_GROUP_SUMMARY is 0x200; newer versions write the flags' names.
  var isGroupSummary: Bool {
    guard let flags = values["flags"] else { return false }
    if flags.contains("GROUP_SUMMARY") { return true }
    return flags.hasPrefix("0x") && (Int(flags.dropFirst(2), radix: 16) ?? 0) & 0x200 != 0
  }

  /// The values in the line that opens the notification; the first of a name counts.
  mutating func addHeader(_ line: String) {
    for word in line.split(whereSeparator: { $0 == " " || $0 == "(" || $0 == ")" }) {
      guard let equals = word.firstIndex(of: "=") else { continue }
      let key = String(word[..<equals])
      if values[key] == nil { values[key] = word[word.index(after: equals)...].trimmingCharacters(in: [":"]) }
    }
  }

  mutating func add(_ line: String) {
    let text = line.drop(while: \.isWhitespace)
    if openText != nil {
      // A text ends with the bracket behind which another value, or the end of all, begins. It is asked in its place: a second owner of it would
      // make each line added copy all those before.
      guard openText?.endsWithBracket == true, text.hasPrefix("}") || Self.key(text) != nil else {
        openText?.append(line)
        return
      }
      if let open = openText { values[open.key] = String(open.text.dropLast()) }
      openText = nil
    }
    guard let key = Self.key(text) else { return }
    let value = text.dropFirst(key.count + 1)
    guard let bracket = value.firstIndex(of: "("), value[..<bracket].hasSuffix("String ") || value[..<bracket].hasSuffix("Builder ") else {
      if value.hasPrefix("String [length="), key == "android.text" || key == "android.title" { isRedacted = true }
      if !value.hasPrefix("null"), values[key] == nil { values[key] = String(value) }
      return
    }
    openText = OpenText(key: key, text: String(value[value.index(after: bracket)...]))
  }

  /// The name in `name=value`.
  private static func key(_ text: Substring) -> String? {
    guard let equals = text.firstIndex(of: "="), let first = text.first, first.isLetter else { return nil }
    let key = text[..<equals]
    return key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" } ? String(key) : nil
  }
}
