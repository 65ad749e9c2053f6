import Model

/// Cuts a text into words, runs of digits and marks, in one pass over its UTF-8, and looks the words up in the lexicon on the way.
enum Scanner {
  /// How much of a text is read, in bytes. Bank messages are a tenth of it; longer texts say what they say in their beginning.
  static let limit = 16_384

  /// Appends the pieces of `bytes` to `lexemes`. Bytes that are no UTF-8 count as marks.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, into lexemes: inout ContiguousArray<Lexeme>) {
    withUnsafeTemporaryAllocation(of: Lexeme.self, capacity: batch) { pieces in
      withUnsafeTemporaryAllocation(of: FNV1a.self, capacity: Run.prefixes) { prefixes in
        guard let prefixes = prefixes.baseAddress else { return }
        var run = Run(bytes: bytes, lexicon: lexicon, prefixes: prefixes)
        while true {
          let count = run.scan(into: pieces)
          lexemes.append(contentsOf: UnsafeBufferPointer(rebasing: pieces[..<count]))
          if count < pieces.count { break }
        }
      }
    }
  }

  /// How many pieces are cut before they are appended together, which costs a fraction of appending them one by one.
  private static let batch = 128

  private struct Run {
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    let lexicon: Lexicon
    let letters: Lexicon.Letters
    /// Room for the hashes of the word that is being read, up to each of its letters.
    let prefixes: UnsafeMutablePointer<FNV1a>
    var position = 0
    var flags: Lexeme.Flags = [.spaced, .startsLine]

    init(bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, prefixes: UnsafeMutablePointer<FNV1a>) {
      self.bytes = bytes
      self.lexicon = lexicon
      self.prefixes = prefixes
      letters = lexicon.letters
      end = min(bytes.count, Scanner.limit)
    }

    /// Writes pieces until there is no more room or text.
    ///
    /// - Returns: how many were written; less than `pieces` has room for at the text's end.
    mutating func scan(into pieces: UnsafeMutableBufferPointer<Lexeme>) -> Int {
      var count = 0
      while position < end, count < pieces.count {
        if bytes[position] == 0x20 {
          flags.insert(.spaced)
          position &+= 1
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
        case .letter:
          pieces.initializeElement(at: count, to: word(info))
          count += 1
        case .digit:
          pieces.initializeElement(at: count, to: number())
          count += 1
        case .ideograph:
          pieces.initializeElement(at: count, to: ideographs())
          count += 1
        case .mark:
          if info.folded == 0x1B, let next = endOfEscape(position) {
            position = next
            continue
          }
          let currency = lexicon.currency(ofMark: info.folded)
          pieces.initializeElement(
            at: count,
            to: Lexeme(
              kind: .mark, flags: flags, concept: currency == 0 ? .none : .currency, currency: currency, digits: 0, decimals: 0,
              start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: position + length), value: UInt64(info.folded)))
          count += 1
          flags = []
          position += length
        }
      }
      return count
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
      letters.low(at: position, in: bytes) ?? CharacterTable.character(at: position, in: bytes)
    }

    /// What was gathered of a word.
    private struct Word {
      var hash = FNV1a()
      /// The first letter, with the case of all.
      var joined: CharacterInfo
      /// The last letter.
      var letter: CharacterInfo
      var letters = 0
      var next: Int
      /// Where its last letter ends: signs that aren't seen may follow it.
      var last: Int

      @inline(__always)
      mutating func take(_ letter: CharacterInfo, _ length: Int, _ prefixes: UnsafeMutablePointer<FNV1a>) {
        hash.mix(letter.folded)
        joined.join(caseOf: letter)
        self.letter = letter
        prefixes[letters] = hash
        letters &+= 1
        next &+= length
      }
    }

    /// The word that begins at `position` with the letter `first`.
    @inline(__always)
    private mutating func word(_ first: CharacterInfo) -> Lexeme {
      let start = position
      var word = Word(joined: first, letter: first, next: start, last: start)
      let (bytes, letters, prefixes) = (bytes, letters, prefixes)
      let stop = min(end, start &+ Self.longestAtOnce)
      // Much of all reading is done in this loop; it calls nothing, so that what it needs stays in registers.
      while word.next < stop, let (letter, length) = letters.low(at: word.next, in: bytes), letter.goes(with: first) {
        word.take(letter, length, prefixes)
      }
      word.last = word.next
      if word.next < end, mayGoOn(at: word.next) || word.next >= stop { finish(&word, first) }
      position = word.next
      var entry = lexicon.entry(word.hash, letters: word.letters, prefixes: prefixes)
      if entry.concept == .none, endsInCode(word, from: start) { entry.concept = .code }
      if word.joined.isUpper { flags.insert(.upper) }
      if word.joined.isLower { flags.insert(.lower) }
      defer { flags = [] }
      return Lexeme(
        kind: .word, flags: flags, concept: entry.concept, currency: entry.currency, digits: 0, decimals: 0,
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: word.last), value: word.hash.value)
    }

    /// How many bytes of a word are read without a look back.
    private static let longestAtOnce = 64
    /// How many letters of a word have their hash kept; no stem is longer.
    static let prefixes = 64

    /// Whether the character that ends a run of letters may be one that is passed over, or a letter of another script.
    @inline(__always)
    private func mayGoOn(at position: Int) -> Bool {
      bytes[position] >= 0x80 || bytes[position] == 0x27 || bytes[position] == 0x60
    }

    /// Takes the rest of a word: letters of any script, and signs inside it that aren't seen.
    @inline(never)
    private func finish(_ word: inout Word, _ first: CharacterInfo) {
      while word.next < end {
        let (info, length) = character(at: word.next)
        // "بـSAR": two words, one of them in letters of another kind.
        if info.goes(with: first) {
          word.hash.mix(info.folded)
          word.joined.join(caseOf: info)
          word.letter = info
          if word.letters < Self.prefixes { prefixes[word.letters] = word.hash }
          word.letters += 1
          word.next += length
          word.last = word.next
        } else if info.role == CharacterInfo.Role.ignored.rawValue || isApostrophe(info.folded, in: word, length) {
          word.next += length
        } else {
          break
        }
      }
    }

    /// Germanic languages write "Bestätigungscode" and "engångskod" as one word.
    @inline(__always)
    private func endsInCode(_ word: Word, from start: Int) -> Bool {
      guard word.letter.folded == 0x65 || word.letter.folded == 0x64 else { return false }
      let ending = ending(of: word, from: start)
      return ending == 0x636F_6465 || ending == 0x6B6F_6465 || ending & 0xFF_FFFF == 0x6B_6F64
    }

    /// The last four folded letters of a word, a byte of each.
    @inline(never)
    private func ending(of word: Word, from start: Int) -> UInt32 {
      var ending: UInt32 = 0
      var next = start
      while next < word.last {
        let (info, length) = character(at: next)
        if info.role == CharacterInfo.Role.letter.rawValue { ending = ending << 8 | info.folded & 0xFF }
        next += length
      }
      return ending
    }

    /// Uzbek `so'm`, `to'lov`, `g'alla`: the sign belongs to the letter before it.
    @inline(__always)
    private func isApostrophe(_ folded: UInt32, in word: Word, _ length: Int) -> Bool {
      guard folded == 0x27 || folded == 0x2BB || folded == 0x60, word.letter.folded == 0x6F || word.letter.folded == 0x67,
        word.next + length < end
      else { return false }
      return character(at: word.next + length).info.role == CharacterInfo.Role.letter.rawValue
    }

    private mutating func number() -> Lexeme {
      let start = position
      var next = position
      var value: UInt64 = 0
      var digits = 0
      let (bytes, end) = (bytes, end)
      while next < end {
        var digit = UInt64(bytes[next] &- UInt8(ascii: "0"))
        var length = 1
        if digit > 9 {
          guard bytes[next] >= 0x80 else { break }
          let character = character(at: next)
          guard character.info.role == CharacterInfo.Role.digit.rawValue else { break }
          digit = UInt64(character.info.folded &- 0x30)
          length = character.length
        }
        if digits == 0, digit == 0 { flags.insert(.zeroLed) }
        digits &+= 1
        if digits <= 18 { value = value &* 10 &+ digit }
        next &+= length
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
      var position = start
      var hash = FNV1a()
      var found: (entry: Lexicon.Entry, hash: FNV1a, end: Int)?
      for _ in 0..<Lexicon.longestIdeographs {
        guard position < end else { break }
        let (info, length) = character(at: position)
        guard info.role == CharacterInfo.Role.ideograph.rawValue else { break }
        position += length
        hash.mix(info.folded)
        if let entry = lexicon.entry(.whole, hash) ?? lexicon.entry(.stem, hash) { found = (entry, hash, position) }
        if lexicon.entry(.beginning, hash) == nil { break }
      }
      return found
    }
  }
}
