extension TOMLParser {
  /// A value and its place; `depth` arrays and tables stand around it.
  mutating func value(depth: Int) throws(TOMLProblem) -> (TOMLValue.Content, TOMLPlace) {
    let place = here()
    guard depth <= TOMLDocument.deepest else { throw TOMLProblem(place: place, reason: .tooDeep(limit: TOMLDocument.deepest)) }
    switch peek {
    case 0x22, 0x27: return try text()
    case 0x5B: return (try array(depth: depth), place)
    case 0x7B: return (try inlineTable(depth: depth), place)
    default: return (try bareValue(at: place), place)
    }
  }

  private mutating func array(depth: Int) throws(TOMLProblem) -> TOMLValue.Content {
    let start = here()
    index += 1
    var elements: [TOMLValue] = []
    while true {
      try skipBetweenElements()
      if peek == 0x5D { break }
      guard peek != nil else { throw TOMLProblem(place: start, reason: .unfinished(.array)) }
      let keyPlace = here()
      let (content, place) = try value(depth: depth + 1)
      elements.append(TOMLValue(content: content, keyPlace: keyPlace, place: place))
      try skipBetweenElements()
      switch peek {
      case 0x2C: index += 1
      case 0x5D: break
      case nil: throw TOMLProblem(place: start, reason: .unfinished(.array))
      default: throw expected(.commaOrBracket)
      }
    }
    index += 1
    return .array(elements)
  }

  private mutating func inlineTable(depth: Int) throws(TOMLProblem) -> TOMLValue.Content {
    let start = here()
    let node = TableNode(.inline, place: start)
    index += 1
    skipBlanks()
    if peek == 0x7D {
      index += 1
      return .table(node.table(depth: depth))
    }
    while true {
      skipBlanks()
      guard peek != nil else { throw TOMLProblem(place: start, reason: .unfinished(.table)) }
      try keyAndValue(into: node, depth: depth + 1)
      skipBlanks()
      switch peek {
      case 0x2C: index += 1
      case 0x7D:
        index += 1
        return .table(node.table(depth: depth))
      case nil, 0x0A, 0x0D: throw TOMLProblem(place: start, reason: .unfinished(.table))
      default: throw expected(.commaOrBrace)
      }
    }
  }

  /// Numbers, dates, true and false: everything up to the next blank, comma, bracket, brace, comment or line's end.
  private mutating func bareValue(at place: TOMLPlace) throws(TOMLProblem) -> TOMLValue.Content {
    let start = index
    var end = index
    while end < bytes.count, !Self.endsBareValue(bytes[end]) { end += 1 }
    // A date and its time may have a blank between them.
    if end - start == 10, end + 2 < bytes.count, bytes[end] == 0x20, Self.isDigit(bytes[end + 1]), Self.isDigit(bytes[end + 2]),
      BareValue.isDate(bytes[start..<end])
    {
      end += 1
      while end < bytes.count, !Self.endsBareValue(bytes[end]) { end += 1 }
    }
    guard end > start else { throw expected(.value) }
    let content = BareValue.read(bytes[start..<end])
    switch content {
    case .success(let content):
      index = end
      return content
    case .failure(let failure):
      throw TOMLProblem(place: place, reason: failure.reason)
    }
  }

  private static func endsBareValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D, 0x23, 0x5B, 0x7B, 0x22, 0x27, 0x3D: true
    default: false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
