import Model

/// Reads `makoctl history`: laid out as dunst's, with other names and without times. Every notification stands at the time the file was last
/// changed, the newest first.
struct MakoSource: JSONSource {
  static let format = Format(name: "mako")

  private let context: ReadingContext
  private let isBare: Bool
  private var count: Int64 = 0

  static func recognises(_ shape: JSONShape) -> Bool {
    // Since 1.9 `makoctl history -j` writes a bare array.
    shape.type == "aa{sv}" && shape.keys(below: "data").contains("app-name") || isBare(shape)
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {
    self.context = context
    isBare = Self.isBare(shape)
  }

  private static func isBare(_ shape: JSONShape) -> Bool {
    shape.isArray && shape.keys.isSuperset(of: ["app_name", "summary", "body"])
  }

  func opens(_ path: [String], isArray: Bool) -> Bool {
    !isBare && (path.isEmpty || isArray && path == ["data"])
  }

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    guard isBare || path == ["data"] else { return [] }
    let notification = DesktopNotification(fields, app: "app-name")
    guard var message = notification.message else { return [.success(.skipped(.noText))] }
    guard let changed = context.changed else { return [.failure(.noTime)] }
    notes.fileTimes += 1
    // One after the other, so that they keep their order.
    message.time = changed.advanced(by: -count)
    count += 1
    return [.success(.message(message))]
  }
}
