import Foundation
import Model

/// Reads what an ntfy server streams: an object a line, messages among openings and keepalives. The topic is the sender.
struct NtfySource: JSONSource {
  static let format = Format(name: "ntfy")

  static func recognises(_ shape: JSONShape) -> Bool {
    shape.keys.isSuperset(of: ["event", "topic"])
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {}

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    // Later servers have further events; none of them is a message.
    guard fields.text("event") == "message" else { return [.success(.skipped(.otherKind))] }
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
    return .message(
      InboundMessage(
        channel: .push, sender: fields.text("topic") ?? "", title: title, text: text ?? "", time: times.time, sourceID: fields.text("id")))
  }
}
