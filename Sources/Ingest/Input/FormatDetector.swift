/// Finds the format of a file by what stands in it, never by its name.
enum FormatDetector {
  /// - Throws: what the file is instead, or that nobody knows.
  static func reader(for head: Head) throws(InputError.Reason) -> any MessageReader.Type {
    guard !head.bytes.isEmpty else { throw .empty }
    if let encryption = Encryption(head) { throw .encrypted(encryption) }
    for (signature, format) in signatures where head.starts(with: signature) { throw .notReadYet(format) }
    if isUTF16(head) { throw isGammuSettings(head) ? .gammuSettings : .utf16 }
    if let shape = head.json, let unread = UnreadFormat(shape) { throw .notReadYet(unread) }
    for reader in Formats.all where try reader.recognises(head) { return reader }
    if head.firstByte == UInt8(ascii: "[") { throw .notReadYet(.json) }
    if Encryption.isNoise(head) { throw .encrypted(.noise) }
    throw .unrecognised
  }

  /// The first bytes that name a format; from the formats' own specifications.
  private static let signatures: [([UInt8], UnreadFormat)] = [
    (Array("ANDROID BACKUP\n".utf8), .androidBackup), (Array("%PDF-".utf8), .pdf),
  ]

  /// What `gammu backup` writes begins with a comment that names the program.
  private static func isGammuSettings(_ head: Head) -> Bool {
    String(decoding: head.bytes.prefix(200).filter { $0 != 0 }, as: UTF8.self).contains("designed for Gammu")
  }

  /// A UTF-16 byte order mark, or the pattern of ASCII in UTF-16 without one.
  private static func isUTF16(_ head: Head) -> Bool {
    let bytes = head.bytes
    guard bytes.count >= 2 else { return false }
    if bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF { return true }
    guard bytes.count >= 4 else { return false }
    return bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0
      || bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0
  }
}
