extension DeliveryRecord {
  /// The fields of a record, read back, the text last as `text`: what a line of a package says in words. Empty when it is no record.
  public static func fields(of record: [UInt8]) -> [(name: String, value: String)] {
    let text = String(decoding: record, as: UTF8.self)
    guard Array(text.utf8) == record, text.hasPrefix("kolokol delivery 1\n") else { return [] }
    var fields: [(name: String, value: String)] = []
    var lines = Substring(text).utf8
    while let end = lines.firstIndex(of: 0x0A) {
      let line = lines[..<end]
      lines = lines[lines.index(after: end)...]
      if line.isEmpty {
        return fields + [("text", String(Substring(lines)))]
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = line[colon...].dropFirst(2)
      fields.append((String(Substring(line[..<colon])), unescaped(value)))
    }
    return []
  }

  private static func unescaped(_ value: Substring.UTF8View) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in value {
      switch (isEscaped, byte) {
      case (false, UInt8(ascii: "\\")):
        isEscaped = true
        continue
      case (true, UInt8(ascii: "n")): bytes.append(0x0A)
      case (true, UInt8(ascii: "r")): bytes.append(0x0D)
      default: bytes.append(byte)
      }
      isEscaped = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
