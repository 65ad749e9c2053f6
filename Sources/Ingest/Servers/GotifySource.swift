import Model

/// Reads Gotify's messages: a page of them as `GET /message` gives it, or one a line as its stream does.
struct GotifySource: JSONSource {
  static let format = Format(name: "gotify")

  private let isPage: Bool

  static func recognises(_ shape: JSONShape) -> Bool {
    isPage(shape) || shape.keys.isSuperset(of: ["appid", "message"])
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {
    isPage = Self.isPage(shape)
  }

  private static func isPage(_ shape: JSONShape) -> Bool {
    shape.keys.contains("messages")
      && (shape.keys.contains("paging") || shape.keys(below: "messages").isSuperset(of: ["appid", "message"]))
  }

  func opens(_ path: [String], isArray: Bool) -> Bool {
    isPage && (path.isEmpty || isArray && path == ["messages"])
  }

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    guard path.isEmpty || path == ["messages"] else { return [] }
    return [Result { () throws(Refusal.Reason) in try message(fields) }]
  }

  private func message(_ fields: JSONFields) throws(Refusal.Reason) -> Record.Item {
    let title = fields.text("title")
    let text = fields.text("message")
    guard text != nil || title != nil else { throw .noText }
    guard let date = fields.text("date") else { throw .noTime }
    let time = try RFC3339.moment(date)
    var message = InboundMessage(
      // Applications are known here by number alone, which must not be taken for a bank's number.
      channel: .push, sender: fields.text("appid").map { "gotify:" + $0 } ?? "gotify", title: title, text: text ?? "", time: time,
      sourceID: fields.text("id"))
    ForwardedMessage.unpack(&message)
    return .message(message)
  }
}
