/// Archives in the POSIX form (ustar), as far as a package needs them: plain files, in memory.
public enum TarArchive {
  private static let blockSize = 512

  /// An archive of files, in the order given, which only who unpacks them may read; owner, group and time are the same whoever makes it when.
  /// - Parameters:
  ///   - files: names of at most 100 bytes, and contents.
  ///   - time: the files' time, seconds since 1970.
  /// - Returns: the archive.
  public static func archive(_ files: [(name: String, bytes: [UInt8])], time: Int64) -> [UInt8] {
    var archive: [UInt8] = []
    for file in files {
      archive += header(name: file.name, size: file.bytes.count, time: time)
      archive += file.bytes
      archive += [UInt8](repeating: 0, count: (blockSize - file.bytes.count % blockSize) % blockSize)
    }
    return archive + [UInt8](repeating: 0, count: 2 * blockSize)
  }

  private static func header(name: String, size: Int, time: Int64) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: blockSize)
    func put(_ text: String, at place: Int) { header.replaceSubrange(place..<(place + text.utf8.count), with: text.utf8) }
    func octal(_ value: Int64, digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: max(digits - text.utf8.count, 0)) + text
    }
    put(String(decoding: Array(name.utf8.prefix(100)), as: UTF8.self), at: 0)
    put(octal(0o600, digits: 7), at: 100)
    put(octal(0, digits: 7), at: 108)
    put(octal(0, digits: 7), at: 116)
    put(octal(Int64(size), digits: 11), at: 124)
    put(octal(time, digits: 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    let sum = header.reduce(0) { $0 + Int64($1) }
    put(octal(sum, digits: 6), at: 148)
    header[154] = 0
    return header
  }

  /// What stands in an archive; nothing is ever written to a disk.
  public enum Member: Hashable, Sendable {
    case file(name: String, bytes: [UInt8])
    /// A directory, a link or a device, which a package has none of.
    case other(name: String)
  }

  /// Why an archive can't be read.
  public enum Failure: Error, Hashable, Sendable {
    /// It is damaged, or no archive.
    case noArchive
    /// It ends before its end is marked: part of it is missing.
    case cutShort
  }

  /// Reads an archive.
  /// - Returns: its members.
  /// - Throws: `Failure`.
  public static func members(of archive: [UInt8]) throws(Failure) -> [Member] {
    var members: [Member] = []
    var place = 0
    while place + blockSize <= archive.count {
      let header = archive[place..<(place + blockSize)]
      if header.allSatisfy({ $0 == 0 }) { return members }
      guard hasSum(header), let size = octal(header.dropFirst(124).prefix(12)) else { throw .noArchive }
      guard size <= archive.count - place - blockSize else { throw .cutShort }
      let prefix = text(header.dropFirst(345).prefix(155))
      let name = (prefix.isEmpty ? "" : prefix + "/") + text(header.prefix(100))
      let start = place + blockSize
      switch archive[place + 156] {
      case 0, UInt8(ascii: "0"): members.append(.file(name: name, bytes: Array(archive[start..<(start + size)])))
      default: members.append(.other(name: name))
      }
      place = start + (size + blockSize - 1) / blockSize * blockSize
    }
    throw members.isEmpty ? .noArchive : .cutShort
  }

  /// The sum of the header's bytes, its own field counted as blanks.
  private static func hasSum(_ header: ArraySlice<UInt8>) -> Bool {
    let start = header.startIndex
    let sum = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
    return octal(header[(start + 148)..<(start + 156)]) == sum
  }

  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
    return digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }
}
