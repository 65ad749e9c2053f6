extension TOMLParser {
  /// A text in one of TOML's four ways of quoting, from its first quote; with the place of its first character.
  mutating func text() throws(TOMLProblem) -> (TOMLValue.Content, TOMLPlace) {
    let quote = peek
    if peek(1) == quote, peek(2) == quote {
      let start = here()
      index += 3
      _ = passLineEnd()
      let place = here()
      return (.string(try multiline(quote: quote ?? 0x22, from: start)), place)
    }
    var place = here()
    place.column += 1
    return (.string(try quote == 0x22 ? basicString() : literalString()), place)
  }

  /// `"…"`.
  mutating func basicString() throws(TOMLProblem) -> String {
    let start = here()
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case 0x22:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: try escape(into: &text)
      case 0x0A, 0x0D: throw TOMLProblem(place: start, reason: .unfinished(.text))
      default:
        if Self.isControl(byte) { throw TOMLProblem(place: here(), reason: .control(UInt32(byte))) }
        text.append(byte)
        index += 1
      }
    }
    throw TOMLProblem(place: start, reason: .unfinished(.text))
  }

  /// `'…'`.
  mutating func literalString() throws(TOMLProblem) -> String {
    let start = here()
    index += 1
    let first = index
    while let byte = peek {
      if byte == 0x27 {
        index += 1
        return String(decoding: bytes[first..<index - 1], as: UTF8.self)
      }
      if byte == 0x0A || byte == 0x0D { break }
      if Self.isControl(byte) { throw TOMLProblem(place: here(), reason: .control(UInt32(byte))) }
      index += 1
    }
    throw TOMLProblem(place: start, reason: .unfinished(.text))
  }

  /// What stands behind `"""` or `'''` and the line's end after it, up to the closing quotes; one or two quotes before those belong to the text.
  private mutating func multiline(quote: UInt8, from start: TOMLPlace) throws(TOMLProblem) -> String {
    var text: [UInt8] = []
    while let byte = peek {
      if byte == quote, peek(1) == quote, peek(2) == quote {
        index += 3
        for _ in 0..<2 where peek == quote {
          text.append(quote)
          index += 1
        }
        return String(decoding: text, as: UTF8.self)
      }
      let first = index
      if passLineEnd() {
        text += bytes[first..<index]
      } else if byte == 0x5C, quote == 0x22 {
        if !passFoldedLine() { try escape(into: &text) }
      } else {
        if Self.isControl(byte) { throw TOMLProblem(place: here(), reason: .control(UInt32(byte))) }
        text.append(byte)
        index += 1
      }
    }
    throw TOMLProblem(place: start, reason: .unfinished(.text))
  }

  /// A backslash at a line's end takes the white space up to the next character with it; false where none stands.
  private mutating func passFoldedLine() -> Bool {
    var next = index + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    guard next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D && next + 1 < bytes.count && bytes[next + 1] == 0x0A else {
      return false
    }
    index = next
    repeat { skipBlanks() } while passLineEnd()
    return true
  }

  private mutating func escape(into text: inout [UInt8]) throws(TOMLProblem) {
    let place = here()
    let letter = peek(1)
    let plain: UInt8? =
      switch letter {
      case 0x62: 0x08
      case 0x74: 0x09
      case 0x6E: 0x0A
      case 0x66: 0x0C
      case 0x72: 0x0D
      case 0x22, 0x5C: letter
      default: nil
      }
    if let plain {
      text.append(plain)
      index += 2
      return
    }
    let length = letter == 0x75 ? 4 : letter == 0x55 ? 8 : 0
    let digits = bytes[min(index + 2, bytes.count)..<min(index + 2 + length, bytes.count)]
    guard length > 0, digits.count == length, digits.allSatisfy(Self.isHexDigit),
      let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    else {
      let end = min(index + max(2, 2 + digits.count), bytes.count)
      throw TOMLProblem(place: place, reason: .unknownEscape(String(decoding: bytes[index..<end], as: UTF8.self)))
    }
    text += Array(String(Character(scalar)).utf8)
    index += 2 + length
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
