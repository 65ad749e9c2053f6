/// Reads a TOML text line by line into tables. A line with a mistake is told and left out.
struct TOMLParser {
  let bytes: [UInt8]
  var index = 0
  let root = TableNode(.header, place: TOMLPlace(line: 1, column: 1))
  private(set) var problems: [TOMLProblem] = []
  /// Where keys go.
  private var current: TableNode
  /// Where the line began that `index` stands in, the last place that was asked for, and its column: columns are counted on from there.
  private var line = 1
  private var counted: (index: Int, column: Int) = (0, 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    current = root
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      counted.index = 3
    }
  }

  mutating func parse() {
    if let fault = UTF8Check.firstFault(in: bytes) {
      moveTo(fault)
      problems.append(TOMLProblem(place: here(), reason: .notUTF8))
      return
    }
    while index < bytes.count, problems.count < TOMLDocument.mostProblems {
      do throws(TOMLProblem) {
        try statement()
      } catch {
        problems.append(error)
        skipLine()
      }
    }
  }

  private mutating func statement() throws(TOMLProblem) {
    skipBlanks()
    guard let byte = peek else { return }
    switch byte {
    case 0x0A, 0x0D, 0x23: break
    case 0x5B:
      // What stands below a header with a mistake must not fall into the table above it.
      current = TableNode(.header, place: here())
      try header()
    default: try keyAndValue(into: current)
    }
    try endOfLine()
  }

  // MARK: Places

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  func peek(_ distance: Int) -> UInt8? { index + distance < bytes.count ? bytes[index + distance] : nil }

  /// The place of `index`. Counted on from the last one, so that a long line isn't counted again for each of its values.
  mutating func here() -> TOMLPlace {
    while counted.index < index {
      if bytes[counted.index] & 0xC0 != 0x80 { counted.column += 1 }
      counted.index += 1
    }
    return TOMLPlace(line: line, column: counted.column)
  }

  mutating func expected(_ expected: TOMLProblem.Expected) -> TOMLProblem {
    TOMLProblem(place: here(), reason: .expected(expected))
  }

  /// Passes a line's end: LF or CR LF; false where there is none.
  mutating func passLineEnd() -> Bool {
    guard let byte = peek, byte == 0x0A || byte == 0x0D && peek(1) == 0x0A else { return false }
    index += byte == 0x0A ? 1 : 2
    line += 1
    counted = (index, 1)
    return true
  }

  private mutating func moveTo(_ place: Int) {
    while index < place { if !passLineEnd() { index += 1 } }
    index = place
  }

  // MARK: What is passed over

  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { index += 1 }
  }

  /// Passes blanks, line ends and comments, as arrays may hold them.
  mutating func skipBetweenElements() throws(TOMLProblem) {
    while true {
      skipBlanks()
      if peek == 0x23 { try comment() } else if !passLineEnd() { return }
    }
  }

  private mutating func comment() throws(TOMLProblem) {
    while let byte = peek, byte != 0x0A, !(byte == 0x0D && peek(1) == 0x0A) {
      if TOMLParser.isControl(byte) { throw TOMLProblem(place: here(), reason: .control(UInt32(byte))) }
      index += 1
    }
  }

  private mutating func endOfLine() throws(TOMLProblem) {
    skipBlanks()
    if peek == 0x23 { try comment() }
    if peek != nil, !passLineEnd() { throw expected(.endOfLine) }
  }

  private mutating func skipLine() {
    while peek != nil, !passLineEnd() { index += 1 }
  }

  /// Control characters stand in no TOML text; a tab is none.
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }

  // MARK: Tables

  /// `[a.b]` or `[[a.b]]`.
  private mutating func header() throws(TOMLProblem) {
    let place = here()
    index += 1
    let isArray = peek == 0x5B
    if isArray { index += 1 }
    skipBlanks()
    let path = try dottedKey()
    guard peek == 0x5D else { throw expected(isArray ? .closingBrackets : .closingBracket) }
    index += 1
    if isArray {
      guard peek == 0x5D else { throw expected(.closingBrackets) }
      index += 1
    }
    var table = root
    for part in path.dropLast() { table = try opened(part, in: table, from: place) }
    guard let last = path.last else { return }
    current = try isArray ? added(last, to: table, at: place) : defined(last, in: table, at: place)
  }

  /// The table that a part of a header's name stands for on the way to another.
  private func opened(_ part: Key, in table: TableNode, from place: TOMLPlace) throws(TOMLProblem) -> TableNode {
    guard let (first, item) = table[part.name] else {
      let new = TableNode(.implied, place: place)
      table.add(.table(new), under: part.name, at: place)
      return new
    }
    switch item {
    case .table(let inner) where inner.origin != .inline: return inner
    case .tables(let tables):
      if let last = tables.all.last { return last }
      fallthrough
    default: throw TOMLProblem(place: part.place, reason: .notOpen(part.name, first: first))
    }
  }

  private func defined(_ part: Key, in table: TableNode, at place: TOMLPlace) throws(TOMLProblem) -> TableNode {
    guard let (first, item) = table[part.name] else {
      let new = TableNode(.header, place: place)
      table.add(.table(new), under: part.name, at: place)
      return new
    }
    guard case .table(let inner) = item, inner.origin == .implied else {
      throw TOMLProblem(place: part.place, reason: .twice(part.name, first: first))
    }
    inner.origin = .header
    inner.place = place
    return inner
  }

  private func added(_ part: Key, to table: TableNode, at place: TOMLPlace) throws(TOMLProblem) -> TableNode {
    let new = TableNode(.header, place: place)
    guard let (first, item) = table[part.name] else {
      table.add(.tables(TableNode.Tables(new)), under: part.name, at: place)
      return new
    }
    guard case .tables(let tables) = item else {
      throw TOMLProblem(place: part.place, reason: .notOpen(part.name, first: first))
    }
    tables.all.append(new)
    return new
  }
}
