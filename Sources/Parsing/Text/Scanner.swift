import Model

/// Cuts a text into words, runs of digits and marks, in one pass over its UTF-8, and looks the words up in the lexicon on the way.
enum Scanner {
  /// How much of a text is read, in bytes. Bank messages are a tenth of it; longer texts say what they say in their beginning.
  static let limit = 16_384

  /// Appends the pieces of `bytes` to `lexemes`. Bytes that are no UTF-8 count as marks.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, into lexemes: inout ContiguousArray<Lexeme>) {
    var run = Run(bytes: bytes, lexicon: lexicon)
    run.scan(into: &lexemes)
  }

  private struct Run {
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    let lexicon: Lexicon
    var position = 0
    var flags: Lexeme.Flags = [.spaced, .startsLine]

    init(bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
      self.bytes = bytes
      self.lexicon = lexicon
      end = min(bytes.count, Scanner.limit)
    }

    mutating func scan(into lexemes: inout ContiguousArray<Lexeme>) {
      while position < end {
        if bytes[position] == 0x1B, let next = endOfEscape(position) {
          position = next
          continue
        }
        let (info, length) = character(at: position)
        switch CharacterInfo.Role(rawValue: info.role) ?? .mark {
        case .space:
          flags.insert(.spaced)
          position += length
        case .line:
          flags.formUnion([.spaced, .startsLine])
          position += length
        case .ignored: position += length
        case .letter: lexemes.append(word())
        case .digit: lexemes.append(number())
        case .ideograph: lexemes.append(ideographs())
        case .mark:
          let currency = lexicon.currency(ofMark: info.folded)
          lexemes.append(
            Lexeme(
              kind: .mark, flags: flags, concept: currency == 0 ? .none : .currency, currency: currency, digits: 0, decimals: 0,
              start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: position + length), value: UInt64(info.folded)))
          flags = []
          position += length
        }
      }
    }

    /// Where a terminal's control sequence (`ESC [ 31 m`, ECMA-48) ends that begins here; without this its letters would hide the word behind them.
    @inline(never)
    private func endOfEscape(_ start: Int) -> Int? {
      guard start + 1 < end, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
      var next = start + 2
      while next < end, next < start + 32 {
        if (0x40...0x7E).contains(bytes[next]) { return next + 1 }
        guard (0x20...0x3F).contains(bytes[next]) else { return nil }
        next += 1
      }
      return nil
    }

    /// The character at a position below `end` and its length in bytes.
    @inline(__always)
    private func character(at position: Int) -> (info: CharacterInfo, length: Int) {
      let first = UInt32(bytes[position])
      if first < 0x80 { return (CharacterInfo(raw: lexicon.characters[Int(first)]), 1) }
      let left = bytes.count - position
      if first & 0xE0 == 0xC0, left > 1 {
        let value = (first & 0x1F) << 6 | UInt32(bytes[position + 1]) & 0x3F
        if value < 0x600 { return (CharacterInfo(raw: lexicon.characters[Int(value)]), 2) }
        return (CharacterTable.high(value), 2)
      }
      if first & 0xF0 == 0xE0, left > 2 {
        let value = (first & 0xF) << 12 | (UInt32(bytes[position + 1]) & 0x3F) << 6 | UInt32(bytes[position + 2]) & 0x3F
        return (CharacterTable.high(value), 3)
      }
      if first & 0xF8 == 0xF0, left > 3 {
        let high = (first & 7) << 18 | (UInt32(bytes[position + 1]) & 0x3F) << 12
        let value = high | (UInt32(bytes[position + 2]) & 0x3F) << 6 | UInt32(bytes[position + 3]) & 0x3F
        return (CharacterTable.high(value), 4)
      }
      return (CharacterInfo(folded: 0xFFFD, role: .mark), 1)
    }

    private mutating func word() -> Lexeme {
      let start = position
      var next = position
      var last = position
      var hash = FNV1a()
      var walk = Lexicon.Walk()
      var cases: UInt8 = 0
      var ending: UInt32 = 0
      let isHigh = character(at: start).info.folded >= 0x600
      let lexicon = lexicon
      while next < end {
        let (info, length) = character(at: next)
        let role = info.role
        if role == CharacterInfo.Role.letter.rawValue {
          // "بـSAR": two words, one of them in letters of another kind.
          if (info.folded >= 0x600) != isHigh { break }
          hash.mix(info.folded)
          lexicon.step(&walk, info.folded)
          cases |= info.caseBits
          ending = ending << 8 | info.folded & 0xFF
          next += length
          last = next
        } else if role == CharacterInfo.Role.ignored.rawValue || isUzbekApostrophe(info.folded, at: next, length, after: ending) {
          next += length
        } else {
          break
        }
      }
      position = next
      var entry = lexicon.word(walk)
      // Germanic languages write "Bestätigungscode" and "engångskod" as one word.
      if entry.concept == .none, ending == 0x636F_6465 || ending == 0x6B6F_6465 || ending & 0xFF_FFFF == 0x6B_6F64 { entry.concept = .code }
      if cases & 1 != 0 { flags.insert(.upper) }
      if cases & 2 != 0 { flags.insert(.lower) }
      defer { flags = [] }
      return Lexeme(
        kind: .word, flags: flags, concept: entry.concept, currency: entry.currency, digits: 0, decimals: 0,
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: last), value: hash.value)
    }

    /// `so'm`, `to'lov`, `g'alla`: the sign belongs to the letter before it.
    @inline(never)
    private func isUzbekApostrophe(_ folded: UInt32, at place: Int, _ length: Int, after ending: UInt32) -> Bool {
      guard folded == 0x27 || folded == 0x2BB || folded == 0x60, ending & 0xFF == 0x6F || ending & 0xFF == 0x67, place + length < end else {
        return false
      }
      return character(at: place + length).info.role == CharacterInfo.Role.letter.rawValue
    }

    private mutating func number() -> Lexeme {
      let start = position
      var next = position
      var value: UInt64 = 0
      var digits = 0
      while next < end {
        let (info, length) = character(at: next)
        guard info.role == CharacterInfo.Role.digit.rawValue else { break }
        if digits == 0, info.folded == 0x30 { flags.insert(.zeroLed) }
        digits += 1
        if digits <= 18 { value = value &* 10 &+ UInt64(info.folded &- 0x30) }
        next += length
      }
      position = next
      defer { flags = [] }
      return Lexeme(
        kind: .number, flags: flags, concept: .none, currency: 0, digits: UInt8(min(digits, 255)), decimals: 0,
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: next), value: value)
    }

    /// A word of the lexicon that begins here, or a run of letters up to the next one. Every position is tried once, for at most
    /// `Lexicon.longestIdeographs` letters.
    private mutating func ideographs() -> Lexeme {
      let start = position
      var hash = FNV1a()
      while position < end {
        let (info, length) = character(at: position)
        guard info.role == CharacterInfo.Role.ideograph.rawValue else { break }
        if let known = knownIdeographs(at: position) {
          if position > start { break }
          position = known.end
          defer { flags = [] }
          return lexeme(start: start, hash: known.hash, entry: known.entry)
        }
        hash.mix(info.folded)
        position += length
      }
      defer { flags = [] }
      return lexeme(start: start, hash: hash, entry: Lexicon.Entry())
    }

    private func lexeme(start: Int, hash: FNV1a, entry: Lexicon.Entry) -> Lexeme {
      Lexeme(
        kind: .word, flags: flags, concept: entry.concept, currency: entry.currency, digits: 0, decimals: 0,
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position), value: hash.value)
    }

    private func knownIdeographs(at start: Int) -> (entry: Lexicon.Entry, hash: FNV1a, end: Int)? {
      var walk = Lexicon.Walk()
      var position = start
      var hash = FNV1a()
      var found: (entry: Lexicon.Entry, hash: FNV1a, end: Int)?
      for _ in 0..<Lexicon.longestIdeographs {
        guard position < end else { break }
        let (info, length) = character(at: position)
        guard info.role == CharacterInfo.Role.ideograph.rawValue else { break }
        lexicon.step(&walk, info.folded)
        if walk.state == 0 { break }
        position += length
        hash.mix(info.folded)
        if let entry = lexicon.whole(walk) { found = (entry, hash, position) }
      }
      return found
    }
  }
}
