/// Codes with marks among or around their digits.
extension Codes {
  /// `48-29-13`, `482.913`, `48 29 13`, `4829-1357`: groups of as many digits each, with one and the same sign between them.
  static func grouped(at index: Int, in message: Message) -> Candidate? {
    guard isFree(index, in: message) else { return nil }
    let start = Int(message.lexemes[index].start)
    var groups: [Int] = []
    var separator: UInt32?
    var digits = 0
    var position = start
    var end = start
    while position < message.bytes.count {
      let (character, length) = character(at: position, in: message)
      if character.role == CharacterInfo.Role.digit.rawValue {
        digits += 1
        position += length
        end = position
        if digits > 4 { return nil }
        continue
      }
      if character.role == CharacterInfo.Role.ignored.rawValue {
        position += length
        continue
      }
      guard digits > 0, let sign = separatorSign(character), separator == nil || separator == sign,
        isDigit(at: position + length, in: message)
      else { break }
      separator = sign
      groups.append(digits)
      digits = 0
      position += length
    }
    guard digits > 0, let separator, let size = groups.first, groups.allSatisfy({ $0 == size }), digits == size else { return nil }
    let count = groups.count + 1
    // "45.00" is a sum, "12/26" a date.
    let shortest = separator == 0x2D || separator == 0x20 || separator == 0x2014 ? 4 : 6
    guard size > 1 || count >= 4, size * count >= shortest, size * count <= 10 else { return nil }
    // What words end in digits or follow them is something else, and so is a date.
    if let next = message.lexemes.first(where: { $0.start >= Int32(end) }), next.start == Int32(end), next.kind == .word,
      message.bytes[end] < 0xE0
    {
      return nil
    }
    // It began before.
    if message.isKind(.number, at: index), message.isKind(.number, at: index - 1), Int(message.lexemes[index - 1].digits) == size {
      return nil
    }
    if message.isKind(.moment, at: index), separator != 0x2D || count != 3 { return nil }
    if size == 4, isInLongNumber(index, in: message) { return nil }
    // "482-913,5分": the last piece may go on, as a number does.
    guard let last = message.lexemes.lastIndex(where: { $0.start < Int32(end) }),
      message.lexemes[last].end == Int32(end) || message.isKind(.number, at: last)
    else { return nil }
    return Candidate(bytes: Int32(start)..<Int32(end), first: index, last: last)
  }

  private static func character(at position: Int, in message: Message) -> (info: CharacterInfo, length: Int) {
    let byte = message.bytes[position]
    return byte < 0x80 ? (CharacterTable.low[Int(byte)], 1) : wide(at: position, in: message)
  }

  private static func wide(at position: Int, in message: Message) -> (info: CharacterInfo, length: Int) {
    let (bytes, first) = (message.bytes, message.bytes[position])
    if first & 0xE0 == 0xC0, position + 1 < bytes.count {
      let value = UInt32(first & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F)
      if value < UInt32(CharacterTable.low.count) { return (CharacterTable.low[Int(value)], 2) }
    }
    return CharacterTable.character(at: position, in: bytes)
  }

  private static func isDigit(at position: Int, in message: Message) -> Bool {
    position < message.bytes.count && character(at: position, in: message).info.role == CharacterInfo.Role.digit.rawValue
  }

  /// Signs that part the groups of a code; all kinds of white space in a line count as one.
  private static func separatorSign(_ character: CharacterInfo) -> UInt32? {
    if character.role == CharacterInfo.Role.space.rawValue { return 0x20 }
    switch character.folded {
    case 0x2D, 0x2E, 0x2F, 0x5F, 0xB7, 0x2014, 0x2E31, 0x27, 0x7E: return character.folded
    default: return nil
    }
  }

  /// Whether the word for a code, or a mark or "is" behind it, stands right before a piece, and no word for a card between.
  private static func isNamed(_ index: Int, in message: Message) -> Bool {
    if index == 0 { return (1..<5).contains { message.concept(at: $0) == .code } }
    guard isLed(index, in: message) || message.concept(at: index - 1) == .code || isVerb(index - 1, in: message) else {
      return message.lexemes[index].startsLine
    }
    for place in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      switch message.concept(at: place) {
      case .code: return true
      case .card, .cardBrand, .account, .deposit: return false
      default: if isVerb(place, in: message) || isLabel(place, in: message) { return true }
      }
    }
    return false
  }

  /// `#482913`, `*482913*`, `482913…`: digits with marks around them that would hide a card's elsewhere.
  static func bare(at index: Int, in message: Message) -> Candidate? {
    let lexeme = message.lexemes[index]
    guard isFree(index, in: message) else { return nil }
    var digits: Range<Int>?
    var hasHiding = false
    for position in Int(lexeme.start)..<Int(lexeme.end) {
      let byte = message.bytes[position]
      if byte >= 0x30, byte <= 0x39 {
        if let known = digits, known.upperBound < position { return nil }
        digits = (digits?.lowerBound ?? position)..<position + 1
      } else if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A || byte == 0x2D {
        return nil
      } else if digits == nil, byte != 0x23 {
        hasHiding = true
      }
    }
    guard let digits, digits.count >= 4, digits.count <= 10 else { return nil }
    // "Код …4829": as many digits as a card shows must stand right behind the word, or begin a text that names it.
    if hasHiding, digits.upperBound == Int(lexeme.end), digits.count < 5, !isNamed(index, in: message) { return nil }
    return Candidate(bytes: Int32(digits.lowerBound)..<Int32(digits.upperBound), first: index, last: index, doubt: hasHiding ? 5 : 0)
  }
}
