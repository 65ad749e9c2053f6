/// Reads what `mmcli -J` prints: an object a message, and lists of messages, which are passed over.
struct ModemJSONSource: JSONSource {
  static let format = Format(name: "mmcli-json")

  private let context: ReadingContext

  static func recognises(_ shape: JSONShape) -> Bool {
    shape.keys.contains("sms") || shape.keys.contains { $0.hasPrefix("modem.") }
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {
    self.context = context
  }

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    guard let sms = fields["sms"]?.fields else { return [.success(.skipped(.otherKind))] }
    let message = ModemMessage { name in
      let names = name.split(separator: ".")
      return sms[String(names[0])]?.fields?.text(String(names[1]))
    }
    return [Result { () throws(Refusal.Reason) in try message.item(context, notes: &notes) }]
  }

  /// Bytes outside ASCII come as `\302\241`, which no JSON has; they are put back.
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.contains(UInt8(ascii: "\\")) else { return nil }
    return OctalEscapes.undo(bytes, others: .keep)
  }
}
