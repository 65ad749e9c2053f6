import Foundation
import Model

/// Reads what an ntfy server streams: an object a line, messages among openings and keepalives. The topic is the sender. A message with another's
/// `sequence_id` is a new version of it.
struct NtfySource: JSONSource {
  static let format = Format(name: "ntfy")

  static func recognises(_ shape: JSONShape) -> Bool {
    shape.keys.isSuperset(of: ["event", "topic"])
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {}

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    switch fields.text("event") {
    case "message": break
    // Word that somebody cleared or deleted a message; what it said stays.
    case "message_clear", "message_delete": return [.success(.skipped(.dismissed))]
    // Later servers have further events; none of them is a message.
    default: return [.success(.skipped(.otherKind))]
    }
    return [Result { () throws(Refusal.Reason) in try message(fields) }]
  }

  private func message(_ fields: JSONFields) throws(Refusal.Reason) -> Record.Item {
    var text = fields.text("message")
    if fields.text("encoding") == "base64", let encoded = text {
      guard let data = Data(base64Encoded: encoded) else { throw .wrongKind(field: "message") }
      text = String(decoding: data, as: UTF8.self)
    }
    let title = fields.text("title")
    guard text != nil || title != nil else { throw .noText }
    let times = try BackupTimes(received: fields.integer("time"), sent: nil, asWritten: fields.text("time"))
    var message = InboundMessage(
      channel: .push, sender: fields.text("topic") ?? "", title: title, text: text ?? "", time: times.time,
      sourceID: fields.text("sequence_id") ?? fields.text("id"))
    message.isUpdate = message.sourceID != fields.text("id")
    ForwardedMessage.unpack(&message)
    return .message(message)
  }
}
