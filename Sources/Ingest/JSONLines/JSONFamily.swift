import Parsing

/// Tells our own JSON lines from the JSON of other programs, by the first object's keys.
struct JSONFamily {
  private var keys: Set<String> = []
  private var type: String?
  /// Whether the first object goes over more than one line.
  private var spansLines = false

  init(_ head: Head) {
    var repair = TextRepair()
    head.bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONObjectScanner(bytes)
      while let member = try? scanner.next() {
        let key = JSONText.string(UnsafeBufferPointer(rebasing: bytes[member.key.range]), hasEscapes: false, repair: &repair)
        keys.insert(key)
        if key == "type", case .string(let text) = member.value {
          type = JSONText.string(UnsafeBufferPointer(rebasing: bytes[text.range]), hasEscapes: false, repair: &repair)
        }
      }
      let seen = bytes.prefix(scanner.index).drop(while: TagScanner.isSpace)
      spansLines = seen.contains(UInt8(ascii: "\n")) && !Self.firstLineIsWhole(bytes)
    }
  }

  private static func firstLineIsWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let line = bytes.drop(while: TagScanner.isSpace).prefix { $0 != UInt8(ascii: "\n") }
    var scanner = JSONObjectScanner(UnsafeBufferPointer(rebasing: line))
    do {
      while try scanner.next() != nil {}
      return true
    } catch {
      return error.expected != .key && error.index < line.count
    }
  }

  /// The program it comes from; nil for ours, and for a line that says too little to tell.
  var otherFormat: UnreadFormat? {
    if type == "message" || type == "event" || type == "finding" { return nil }
    if type?.hasPrefix("kdeconnect.") == true { return .kdeConnect }
    if keys.contains("posted") || keys.contains("packageName") { return .notificationLog }
    if type == "aa{sv}" { return .dunst }
    if keys.contains("event"), keys.contains("topic") { return .ntfy }
    if keys.contains("appid") || keys.isSuperset(of: ["messages", "paging"]) { return .gotify }
    if keys.contains("sms") || keys.contains(where: { $0.hasPrefix("modem.") }) { return .mmcli }
    return spansLines ? .json : nil
  }
}
