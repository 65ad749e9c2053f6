/// The bytes of an input in another encoding, as UTF-8.
final class DecodingSource: ByteSource {
  private let input: ByteInput
  /// nil as long as nothing but ASCII came and it isn't known.
  private(set) var encoding: TextEncoding?
  /// The UTF-8 of each byte, for encodings of one byte a character.
  private var table: [[UInt8]] = []
  /// What was decoded and not fetched yet.
  private var waiting: [UInt8] = []
  private var fetched = 0
  private var isAtStart = true

  private static let chunk = 64 * 1024

  /// Without an encoding it is found out at the first byte that isn't ASCII.
  init(_ input: ByteInput, _ encoding: TextEncoding?) {
    self.input = input
    self.encoding = encoding
    prepareTable()
  }

  private func prepareTable() {
    guard let half = encoding?.upperHalf else { return }
    table = (0..<0x80).map { [UInt8($0)] } + half.map { Array(String($0).utf8) }
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ByteSourceError) -> Int {
    do throws(InputError) {
      while fetched == waiting.count {
        waiting.removeAll(keepingCapacity: true)
        fetched = 0
        guard try input.ensure(1) else { return 0 }
        try decode()
      }
    } catch {
      throw .input(error)
    }
    let count = min(buffer.count, waiting.count - fetched)
    _ = buffer.update(fromContentsOf: waiting[fetched..<fetched + count])
    fetched += count
    return count
  }

  private func decode() throws(InputError) {
    if encoding == nil, let first = input.visible.prefix(Self.chunk).firstIndex(where: { $0 >= 0x80 }) {
      try findOut(from: first)
    }
    switch encoding {
    case nil, .utf8: pass(input.visible.prefix(Self.chunk))
    case .utf16BigEndian, .utf16LittleEndian: try decodeUnits()
    default: try decodeBytes()
    }
  }

  private func findOut(from first: Int) throws(InputError) {
    _ = try input.ensure(first + Self.chunk)
    do throws(InputError.Reason) {
      // A character may be cut off where what is seen ends.
      encoding = try TextEncoding.detect(input.visible) ?? .utf8
    } catch {
      throw InputError(file: input.name, reason: error)
    }
    prepareTable()
  }

  private func pass(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    waiting.append(contentsOf: bytes)
    input.position += bytes.count
  }

  private func decodeBytes() throws(InputError) {
    let bytes = input.visible.prefix(Self.chunk)
    for (index, byte) in bytes.enumerated() {
      let scalar = table[Int(byte)]
      // Nothing stands there in this encoding, so the file is in another.
      if let encoding, scalar == [0xEF, 0xBF, 0xBD] {
        throw InputError(file: input.name, reason: .otherEncoding(encoding, byte: input.offset + Int64(index)))
      }
      waiting.append(contentsOf: scalar)
    }
    input.position += bytes.count
  }

  /// A pair of which half is missing becomes the replacement character, as in any text.
  private func decodeUnits() throws(InputError) {
    _ = try input.ensure(4)
    var size = min(input.visible.count, Self.chunk) & ~1
    guard size > 0 else { return pass(input.visible.prefix(1)) }
    let isBig = encoding == .utf16BigEndian
    let visible = input.visible
    var units = stride(from: 0, to: size, by: 2).map { index in
      let (first, second) = (UInt16(visible[index]), UInt16(visible[index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    // The second half of a pair comes the next time.
    if size > 2, let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      size -= 2
    }
    if isAtStart, units.first == 0xFEFF { units.removeFirst() }
    isAtStart = false
    waiting.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    input.position += size
  }
}
