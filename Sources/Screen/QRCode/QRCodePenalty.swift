/// How hard a QR code would be to read (ISO/IEC 18004, 7.8.3): long runs, squares, what looks like a finder, too much of one colour.
struct QRCodePenalty {
  let value: Int

  init(_ code: QRCode) {
    let size = code.size
    var value = 0
    var dark = 0
    for line in 0..<size {
      let row = (0..<size).map { code.isDark(x: $0, y: line) }
      value += Self.ofRuns(row) + Self.ofRuns((0..<size).map { code.isDark(x: line, y: $0) })
      dark += row.count { $0 }
    }
    for y in 0..<(size - 1) {
      for x in 0..<(size - 1) {
        let first = code.isDark(x: x, y: y)
        if first == code.isDark(x: x + 1, y: y), first == code.isDark(x: x, y: y + 1), first == code.isDark(x: x + 1, y: y + 1) {
          value += 3
        }
      }
    }
    let total = size * size
    value += abs(dark * 20 - total * 10) / total * 10
    self.value = value
  }

  private static func ofRuns(_ line: [Bool]) -> Int {
    var value = 0
    var length = 0
    for index in line.indices {
      length = index > 0 && line[index] == line[index - 1] ? length + 1 : 1
      if length == 5 { value += 3 } else if length > 5 { value += 1 }
    }
    for start in 0...max(line.count - finder.count, 0) where line.count >= finder.count {
      let part = line[start..<(start + finder.count)]
      if part.elementsEqual(finder) || part.elementsEqual(finder.reversed()) { value += 40 }
    }
    return value
  }

  private static let finder = [true, false, true, true, true, false, true, false, false, false, false]
}
