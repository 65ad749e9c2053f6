import Model

/// Reads `dunstctl history`: an object of arrays of notifications, in which every field says its type.
///
/// Times are microseconds of the monotonic clock of the machine that wrote it. Where that can be this machine since its last start, the start is
/// what the clocks of now say. Where it can't, the newest notification stands at the time the file was last changed, and the others before it.
struct DunstSource: JSONSource {
  static let format = Format(name: "dunst")
  /// The newest is only known at the end.
  static let resumes = false

  private let context: ReadingContext
  private var entries: [Entry] = []
  private var size = 0
  /// dunst keeps 20 unless told otherwise. All of them are held until the newest is known, so there is a bound, of records and of bytes.
  private static let mostEntries = 100_000
  private static let mostBytes = 64 << 20

  /// A notification, and how many ms after the machine's start it came.
  private struct Entry {
    var message: InboundMessage
    var uptime: Int64?
  }

  static func recognises(_ shape: JSONShape) -> Bool {
    shape.type == "aa{sv}" && !MakoSource.recognises(shape)
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {
    self.context = context
  }

  func opens(_ path: [String], isArray: Bool) -> Bool {
    path.isEmpty || isArray && path == ["data"]
  }

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    guard path == ["data"] else { return [] }
    let notification = DesktopNotification(fields, app: "appname")
    guard let message = notification.message else { return [.success(.skipped(.noText))] }
    size += (message.title?.utf8.count ?? 0) + message.text.utf8.count
    guard entries.count < Self.mostEntries, size <= Self.mostBytes else { return [.failure(.tooMany(limit: entries.count))] }
    entries.append(Entry(message: message, uptime: fields["timestamp"]?.fields?.integer("data").map { $0 / 1000 }))
    return []
  }

  mutating func rest(notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    defer { entries = [] }
    let newest = entries.compactMap(\.uptime).max()
    let now = context.now
    let written = context.changed ?? now
    let isOfThisStart = newest.map { context.boot.advanced(by: $0) <= written } ?? false
    let start = isOfThisStart ? context.boot : context.changed.map { $0.advanced(by: -(newest ?? 0)) }
    return entries.map { entry in
      var message = entry.message
      guard let start, let time = entry.uptime.map({ start.advanced(by: $0) }) ?? context.changed else { return .failure(.otherStart) }
      if !isOfThisStart || entry.uptime == nil { notes.fileTimes += 1 }
      message.time = time
      return .success(.message(message))
    }
  }
}
