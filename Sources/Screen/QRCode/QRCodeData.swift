/// The bytes of a QR code: the text, padding, and Reed-Solomon codewords, interleaved as ISO/IEC 18004 wants it.
struct QRCodeData {
  let version: Int
  let codewords: [UInt8]

  /// For level L, versions 1 to 20: error correction codewords in each block, and the number of blocks (table 9).
  private static let correction = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28]
  private static let blocks = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]

  /// Nil when the text is too long for version 20.
  init?(_ text: [UInt8]) {
    let fitting = (1...Self.blocks.count).first { text.count <= Self.capacity($0) - ($0 < 10 ? 2 : 3) }
    guard let version = fitting else { return nil }
    self.version = version
    codewords = Self.interleaved(Self.padded(text, version), version)
  }

  /// How many codewords a version has in all.
  private static func total(_ version: Int) -> Int {
    var modules = (16 * version + 128) * version + 64
    if version >= 2 {
      let count = version / 7 + 2
      modules -= (25 * count - 10) * count - 55
      if version >= 7 { modules -= 36 }
    }
    return modules / 8
  }

  private static func capacity(_ version: Int) -> Int {
    total(version) - correction[version - 1] * blocks[version - 1]
  }

  /// Mode, length and text, half a byte out of step, then the padding.
  private static func padded(_ text: [UInt8], _ version: Int) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for index in (0..<count).reversed() { bits.append(value >> index & 1 == 1) }
    }
    append(0b0100, 4)
    append(text.count, version < 10 ? 8 : 16)
    for byte in text { append(Int(byte), 8) }
    append(0, min(4, capacity(version) * 8 - bits.count))
    append(0, (8 - bits.count % 8) % 8)
    var bytes = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var padding: UInt8 = 0xEC
    while bytes.count < capacity(version) {
      bytes.append(padding)
      padding ^= 0xEC ^ 0x11
    }
    return bytes
  }

  private static func interleaved(_ data: [UInt8], _ version: Int) -> [UInt8] {
    let count = blocks[version - 1]
    let short = data.count / count
    let shortBlocks = count - data.count % count
    let divisor = ReedSolomon(degree: correction[version - 1])
    var parts: [(data: ArraySlice<UInt8>, correction: [UInt8])] = []
    var start = 0
    for block in 0..<count {
      let end = start + short + (block < shortBlocks ? 0 : 1)
      parts.append((data[start..<end], divisor.remainder(of: data[start..<end])))
      start = end
    }
    var result: [UInt8] = []
    for index in 0...short {
      for part in parts where index < part.data.count { result.append(part.data[part.data.startIndex + index]) }
    }
    for index in 0..<correction[version - 1] { for part in parts { result.append(part.correction[index]) } }
    return result
  }
}

/// Division by a generator polynomial over GF(2^8) with the polynomial 0x11D.
private struct ReedSolomon {
  private var divisor: [UInt8]

  init(degree: Int) {
    divisor = Array(repeating: 0, count: degree)
    divisor[degree - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in divisor.indices {
        divisor[index] = Self.multiply(divisor[index], root)
        if index + 1 < degree { divisor[index] ^= divisor[index + 1] }
      }
      root = Self.multiply(root, 2)
    }
  }

  func remainder(of data: some Sequence<UInt8>) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: divisor.count)
    for byte in data {
      let factor = byte ^ result.removeFirst()
      result.append(0)
      for index in result.indices { result[index] ^= Self.multiply(divisor[index], factor) }
    }
    return result
  }

  private static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var product = 0
    for index in (0..<8).reversed() {
      product = product << 1 ^ (product >> 7) * 0x11D
      product ^= Int(right >> index & 1) * Int(left)
    }
    return UInt8(product)
  }
}
