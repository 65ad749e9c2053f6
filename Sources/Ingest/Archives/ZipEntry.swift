/// What stands before a file in a ZIP archive (APPNOTE 6.3.10, 4.3.7). The directory at the archive's end isn't needed: archives are read from
/// front to back, so that they can come through a pipe and nothing is unpacked to disk.
struct ZipEntry {
  enum Method: Hashable {
    case stored
    case deflated
    case other(Int)
  }

  /// As it stands. Only its last part is looked at, and no file of that name is ever made.
  let name: String
  let method: Method
  let isEncrypted: Bool
  /// nil when it is only said behind the file.
  let packedSize: Int64?
  private let statedChecksum: UInt32?
  private let isLarge: Bool

  private static let signature: [UInt8] = Array("PK\u{3}\u{4}".utf8)
  private static let headerSize = 30

  /// The part of the name behind the last slash.
  var lastName: Substring { name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "" }

  /// Reads the next entry's header, which is passed with its name; nil where the archive's directory begins.
  static func next(_ archive: ByteInput) throws(InputError) -> ZipEntry? {
    guard try archive.startsWith(signature) else {
      guard try archive.startsWith(Array("PK".utf8)) else { throw broken(archive) }
      return nil
    }
    guard try archive.ensure(headerSize) else { throw broken(archive) }
    func number(_ index: Int, _ size: Int) -> Int64 {
      (0..<size).reversed().reduce(0) { $0 << 8 | Int64(archive.window[archive.position + index + $1]) }
    }
    let flags = number(6, 2)
    let method = Int(number(8, 2))
    let checksum = UInt32(number(14, 4))
    let packed = number(18, 4)
    let nameSize = Int(number(26, 2))
    let extraSize = Int(number(28, 2))
    guard try archive.ensure(headerSize + nameSize + extraSize) else { throw broken(archive) }
    let rest = archive.visible.dropFirst(headerSize)
    let name = String(decoding: rest.prefix(nameSize), as: UTF8.self)
    let large = largeSize(Array(rest.dropFirst(nameSize).prefix(extraSize)))
    archive.position += headerSize + nameSize + extraSize
    let saysLater = flags & 8 != 0
    return ZipEntry(
      name: name, method: method == 0 ? .stored : method == 8 ? .deflated : .other(method), isEncrypted: flags & 1 != 0 || method == 99,
      packedSize: saysLater ? nil : packed == 0xFFFF_FFFF ? large : packed, statedChecksum: saysLater ? nil : checksum,
      isLarge: large != nil)
  }

  /// The packed size in the ZIP64 field of the extra fields, which holds the unpacked one first.
  private static func largeSize(_ extra: [UInt8]) -> Int64? {
    var rest = extra[...]
    while rest.count >= 4 {
      let field = Array(rest.prefix(4))
      let size = Int(field[2]) | Int(field[3]) << 8
      rest = rest.dropFirst(4)
      if field[0] == 1, field[1] == 0, size >= 16, rest.count >= 16 {
        let value = rest.dropFirst(8).prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int64(clamping: value)
      }
      rest = rest.dropFirst(size)
    }
    return nil
  }

  /// Passes the descriptor behind the file, when there is one, and gives the checksum that the file should have.
  func checksum(behind archive: ByteInput) throws(InputError) -> UInt32 {
    if let statedChecksum { return statedChecksum }
    if try archive.startsWith(Array("PK\u{7}\u{8}".utf8)) { archive.position += 4 }
    let size = 4 + (isLarge ? 16 : 8)
    guard try archive.ensure(size) else { throw Self.broken(archive) }
    let value = archive.visible.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    archive.position += size
    return value
  }

  private static func broken(_ archive: ByteInput) -> InputError {
    InputError(file: archive.name, reason: .brokenArchive(byte: archive.offset))
  }
}
