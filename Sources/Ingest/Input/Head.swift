/// The first bytes of a file, looked at to find its format.
struct Head {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// How many bytes are looked at.
  static let size = 64 * 1024

  /// Without a byte order mark.
  let bytes: [UInt8]
  /// What they look like when they are JSON.
  let json: JSONShape?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.starts(with: Self.byteOrderMark) ? Array(bytes.dropFirst(Self.byteOrderMark.count)) : bytes
    json = JSONShape(self.bytes)
  }

  /// The first line as text, without its end.
  var firstLine: String {
    let line = bytes.drop { TagScanner.isSpace($0) }.prefix { $0 != 0x0A && $0 != 0x0D }
    return String(decoding: line, as: UTF8.self)
  }

  /// The first byte that isn't space.
  var firstByte: UInt8? { bytes.first { !TagScanner.isSpace($0) } }

  /// The name of the root element, when the bytes look like XML; empty when it doesn't come within them.
  var xmlRoot: String? {
    guard firstByte == UInt8(ascii: "<") else { return nil }
    var rest = bytes[...]
    while let bracket = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[bracket...]
      if rest.starts(with: Array("<!--".utf8)) {
        guard let end = rest.range(past: Array("-->".utf8)) else { return "" }
        rest = rest[end...]
      } else if rest.starts(with: Array("<?".utf8)) {
        guard let end = rest.range(past: Array("?>".utf8)) else { return "" }
        rest = rest[end...]
      } else if rest.starts(with: Array("<!".utf8)) {
        rest = rest.dropFirst(2)
      } else {
        let name = rest.dropFirst().prefix(64).prefix { TagScanner.isNamePart($0) }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        rest = rest.dropFirst()
      }
    }
    return ""
  }

  func starts(with signature: [UInt8]) -> Bool {
    bytes.starts(with: signature)
  }
}

extension ArraySlice<UInt8> {
  /// The index behind the first occurrence of `bytes`.
  fileprivate func range(past bytes: [UInt8]) -> Int? {
    var start = startIndex
    while let found = self[start...].firstIndex(of: bytes[0]) {
      if self[found...].starts(with: bytes) { return found + bytes.count }
      start = found + 1
    }
    return nil
  }
}
