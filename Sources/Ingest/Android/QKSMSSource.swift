/// Reads the backups of QKSMS and Quik: an object that counts its messages and holds them in an array, in columns named as Fossify's.
struct QKSMSSource: JSONSource {
  static let format = Format(name: "qksms")

  static func recognises(_ shape: JSONShape) -> Bool {
    !shape.isArray && shape.keys(below: "messages").isSuperset(of: ["address", "body", "date"])
      || shape.keys.isSuperset(of: ["messageCount", "messages"])
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {}

  func opens(_ path: [String], isArray: Bool) -> Bool {
    path.isEmpty || isArray && path == ["messages"]
  }

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    path == ["messages"] ? FossifySource.items(fields) : []
  }
}
