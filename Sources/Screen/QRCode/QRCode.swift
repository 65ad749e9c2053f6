/// A QR code of a text (ISO/IEC 18004): byte mode, error correction level L, versions 1 to 20, which hold 858 bytes.
public struct QRCode: Sendable {
  /// How many modules a side has.
  public let size: Int
  private var modules: [Bool]
  private var isFixed: [Bool]

  /// Nil when the text is too long.
  public init?(_ text: String) {
    guard let data = QRCodeData(Array(text.utf8)) else { return nil }
    size = data.version * 4 + 17
    modules = Array(repeating: false, count: size * size)
    isFixed = modules
    drawPatterns(version: data.version)
    drawCodewords(data.codewords)
    chooseMask()
  }

  /// Whether a module is dark; outside the code, as in the quiet zone around it, none is.
  public func isDark(x: Int, y: Int) -> Bool {
    (0..<size).contains(x) && (0..<size).contains(y) && modules[y * size + x]
  }

  /// As text for a dark terminal, light modules drawn, with the quiet zone of four modules; in Unicode two rows a line.
  public func text(glyphs: Glyphs) -> String {
    let range = -4..<(size + 4)
    if glyphs == .ascii {
      return range.map { y in range.map { isDark(x: $0, y: y) ? "  " : "##" }.joined() + "\n" }.joined()
    }
    return stride(from: range.lowerBound, to: range.upperBound, by: 2).map { y in
      range.map { x in
        switch (isDark(x: x, y: y), isDark(x: x, y: y + 1) || y + 1 >= range.upperBound) {
        case (false, false): "█"
        case (false, true): "▀"
        case (true, false): "▄"
        case (true, true): " "
        }
      }.joined() + "\n"
    }.joined()
  }

  private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
    guard (0..<size).contains(x), (0..<size).contains(y) else { return }
    modules[y * size + x] = isDark
    isFixed[y * size + x] = true
  }

  private mutating func drawPatterns(version: Int) {
    for index in 0..<size {
      fix(6, index, index.isMultiple(of: 2))
      fix(index, 6, index.isMultiple(of: 2))
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
    let places = Self.alignment(version: version)
    for x in places {
      for y in places where !isFinderCorner(x, y) {
        for dy in -2...2 { for dx in -2...2 { fix(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) } }
      }
    }
    drawFormat(mask: 0)
    if version >= 7 { drawVersion(version) }
  }

  private func isFinderCorner(_ x: Int, _ y: Int) -> Bool {
    (x == 6 && y == 6) || (x == 6 && y == size - 7) || (x == size - 7 && y == 6)
  }

  private mutating func drawFinder(_ x: Int, _ y: Int) {
    for dy in -4...4 {
      for dx in -4...4 {
        let distance = max(abs(dx), abs(dy))
        fix(x + dx, y + dy, distance != 2 && distance != 4)
      }
    }
  }

  private static func alignment(version: Int) -> [Int] {
    guard version > 1 else { return [] }
    let count = version / 7 + 2
    let step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2
    return [6] + (0..<(count - 1)).map { version * 4 + 10 - $0 * step }.reversed()
  }

  /// Level and mask, guarded by a BCH code, twice.
  private mutating func drawFormat(mask: Int) {
    let data = 0b01 << 3 | mask
    var rest = data
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (data << 10 | rest) ^ 0x5412
    let bit = { (index: Int) in bits >> index & 1 == 1 }
    for index in 0...5 { fix(8, index, bit(index)) }
    fix(8, 7, bit(6))
    fix(8, 8, bit(7))
    fix(7, 8, bit(8))
    for index in 9..<15 { fix(14 - index, 8, bit(index)) }
    for index in 0..<8 { fix(size - 1 - index, 8, bit(index)) }
    for index in 8..<15 { fix(8, size - 15 + index, bit(index)) }
    fix(8, size - 8, true)
  }

  private mutating func drawVersion(_ version: Int) {
    var rest = version
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    let bits = version << 12 | rest
    for index in 0..<18 {
      let isDark = bits >> index & 1 == 1
      let (far, near) = (size - 11 + index % 3, index / 3)
      fix(far, near, isDark)
      fix(near, far, isDark)
    }
  }

  /// In a zigzag of two columns, from the bottom right.
  private mutating func drawCodewords(_ codewords: [UInt8]) {
    var index = 0
    for step in stride(from: size - 1, to: 0, by: -2) {
      let right = step <= 6 ? step - 1 : step
      let goesUp = (right + 1) & 2 == 0
      for vertical in 0..<size {
        let y = goesUp ? size - 1 - vertical : vertical
        for x in [right, right - 1] where !isFixed[y * size + x] && index < codewords.count * 8 {
          modules[y * size + x] = codewords[index / 8] >> (7 - index % 8) & 1 == 1
          index += 1
        }
      }
    }
  }

  private mutating func chooseMask() {
    var best = (mask: 0, penalty: Int.max)
    for mask in 0..<8 {
      drawFormat(mask: mask)
      apply(mask: mask)
      let penalty = QRCodePenalty(self).value
      if penalty < best.penalty { best = (mask, penalty) }
      apply(mask: mask)
    }
    drawFormat(mask: best.mask)
    apply(mask: best.mask)
  }

  private mutating func apply(mask: Int) {
    for y in 0..<size {
      for x in 0..<size where !isFixed[y * size + x] && Self.inverts(mask, x, y) { modules[y * size + x].toggle() }
    }
  }

  private static func inverts(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
    switch mask {
    case 0: (x + y) % 2 == 0
    case 1: y % 2 == 0
    case 2: x % 3 == 0
    case 3: (x + y) % 3 == 0
    case 4: (x / 3 + y / 2) % 2 == 0
    case 5: x * y % 2 + x * y % 3 == 0
    case 6: (x * y % 2 + x * y % 3) % 2 == 0
    default: ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }
}
