extension TOMLParser {
  /// One part of a dotted key.
  struct Key {
    var name: String
    var place: TOMLPlace
  }

  /// `key = value`, up to the end of the value.
  mutating func keyAndValue(into table: TableNode, depth: Int = 0) throws(TOMLProblem) {
    let path = try dottedKey()
    guard peek == 0x3D else { throw expected(.equals) }
    index += 1
    skipBlanks()
    guard let last = path.last else { throw expected(.key) }
    var inner = table
    for part in path.dropLast() {
      guard let (place, item) = inner[part.name] else {
        let new = TableNode(.dotted, place: part.place)
        inner.add(.table(new), under: part.name, at: part.place)
        inner = new
        continue
      }
      // Dots reach into tables that only dots made; what a header made is closed to them.
      guard case .table(let known) = item, known.origin == .dotted else {
        throw TOMLProblem(place: part.place, reason: .notOpen(part.name, first: place))
      }
      inner = known
    }
    if let (place, _) = inner[last.name] { throw TOMLProblem(place: last.place, reason: .twice(last.name, first: place)) }
    let (content, place) = try value(depth: depth + path.count)
    inner.add(.value(TOMLValue(content: content, keyPlace: last.place, place: place)), under: last.name, at: last.place)
  }

  /// `a."b c".d`, with the blanks behind it.
  mutating func dottedKey() throws(TOMLProblem) -> [Key] {
    var path: [Key] = []
    while true {
      path.append(try key())
      guard path.count <= TOMLDocument.deepest else {
        throw TOMLProblem(place: path[0].place, reason: .tooDeep(limit: TOMLDocument.deepest))
      }
      skipBlanks()
      guard peek == 0x2E else { return path }
      index += 1
      skipBlanks()
    }
  }

  private mutating func key() throws(TOMLProblem) -> Key {
    let place = here()
    switch peek {
    case 0x22:
      guard peek(1) != 0x22 || peek(2) != 0x22 else { throw expected(.key) }
      return Key(name: try basicString(), place: place)
    case 0x27:
      guard peek(1) != 0x27 || peek(2) != 0x27 else { throw expected(.key) }
      return Key(name: try literalString(), place: place)
    default:
      let start = index
      while let byte = peek, Self.isBare(byte) { index += 1 }
      guard index > start else { throw expected(.key) }
      return Key(name: String(decoding: bytes[start..<index], as: UTF8.self), place: place)
    }
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }
}
