import Model

/// Cuts a text into words, runs of digits and marks, in one pass over its UTF-8, and looks the words up in the lexicon on the way.
enum Scanner {
  /// How much of a text is read, in bytes. Bank messages are a tenth of it; longer texts say what they say in their beginning.
  static let limit = 16_384

  /// Writes the pieces of `bytes` and says how many there are. Bytes that are no UTF-8 count as marks. `pieces` has room for one a byte, up to
  /// `limit`.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, into pieces: UnsafeMutableBufferPointer<Lexeme>) -> Int {
    withUnsafeTemporaryAllocation(of: FNV1a.self, capacity: Run.prefixes) { prefixes in
      guard let prefixes = prefixes.baseAddress else { return 0 }
      var run = Run(bytes: bytes, lexicon: lexicon, prefixes: prefixes)
      return run.cut(into: pieces)
    }
  }

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

    /// Writes all pieces, each in the place of its number. Everything that is called here either stands in this function in the end or leaves
    /// the position alone, so that it stays in a register.
    mutating func cut(into pieces: UnsafeMutableBufferPointer<Lexeme>) -> Int {
      var count = 0
      while position < end {
        if bytes[position] == 0x20 {
          flags.insert(.spaced)
          position &+= 1
          continue
        }
        let (info, length) = character(at: position)
        if info.role == CharacterInfo.Role.letter.rawValue {
          pieces.initializeElement(at: count, to: word(info))
          count &+= 1
        } else if info.role == CharacterInfo.Role.digit.rawValue {
          pieces.initializeElement(at: count, to: number())
          count &+= 1
        } else if info.role == CharacterInfo.Role.mark.rawValue {
          if info.folded == 0x1B, let next = endOfEscape(position) {
            position = next
            continue
          }
          pieces.initializeElement(at: count, to: mark(info, length))
          count &+= 1
        } else if info.role == CharacterInfo.Role.ideograph.rawValue {
          let run = ideographs()
          pieces.initializeElement(at: count, to: piece(.word, to: run.end, run.entry, value: run.hash.value))
          count &+= 1
        } else {
          if info.role == CharacterInfo.Role.space.rawValue { flags.insert(.spaced) }
          if info.role == CharacterInfo.Role.line.rawValue { flags.formUnion([.spaced, .startsLine]) }
          position &+= length
        }
      }
      return count
    }

    /// The piece from `position` to `end`, which becomes the position.
    @inline(__always)
    private mutating func piece(
      _ kind: Lexeme.Kind, to end: Int, _ entry: Lexicon.Entry = Lexicon.Entry(), digits: UInt8 = 0, value: UInt64
    ) -> Lexeme {
      defer {
        flags = []
        position = end
      }
      return Lexeme(
        kind: kind, flags: flags, concept: entry.concept, currency: entry.currency, digits: digits, decimals: 0,
        start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: end), value: value)
    }

    @inline(__always)
    private mutating func mark(_ info: CharacterInfo, _ length: Int) -> Lexeme {
      let currency = lexicon.currency(ofMark: info.folded)
      let entry = Lexicon.Entry(concept: currency == 0 ? .none : .currency, currency: currency)
      return piece(.mark, to: position &+ length, entry, value: UInt64(info.folded))
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
      if word.next < end, mayGoOn(at: word.next) || word.next >= stop { word = finished(word, first) }
      var entry = lexicon.entry(word.hash, letters: word.letters, prefixes: prefixes)
      // "Ост. 500" isn't October.
      if entry.concept == .month, bytes[start] >= 0xD0, let other = lexicon.entry(.cyrillic, word.hash) { entry = other }
      if entry.concept == .none, endsInCode(word, from: start) { entry.concept = .code }
      if word.joined.isUpper { flags.insert(.upper) }
      if word.joined.isLower { flags.insert(.lower) }
      let piece = piece(.word, to: word.last, entry, value: word.hash.value)
      position = word.next
      return piece
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

    /// A word with its rest: letters of any script, and signs inside it that aren't seen.
    @inline(never)
    private func finished(_ begun: Word, _ first: CharacterInfo) -> Word {
      var word = begun
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
      return word
    }

    /// Germanic languages write "Bestätigungscode" and "engångskod" as one word.
    @inline(__always)
    private func endsInCode(_ word: Word, from start: Int) -> Bool {
      guard word.letter.folded == 0x65 || word.letter.folded == 0x64 else { return false }
      let ending = Self.ending(of: UnsafeBufferPointer(rebasing: bytes[start..<word.last]), letters)
      return ending == 0x636F_6465 || ending == 0x6B6F_6465 || ending == 0x6B6F_6F64 || ending & 0xFF_FFFF == 0x6B_6F64
    }

    /// The last four folded letters of a word, a byte of each.
    @inline(never)
    private static func ending(of word: UnsafeBufferPointer<UInt8>, _ letters: Lexicon.Letters) -> UInt32 {
      var ending: UInt32 = 0
      var next = 0
      while next < word.count {
        let (info, length) = letters.low(at: next, in: word) ?? CharacterTable.character(at: next, in: word)
        if info.role == CharacterInfo.Role.letter.rawValue { ending = ending << 8 | info.folded & 0xFF }
        next += length
      }
      return ending
    }

    /// Uzbek `so'm`, `to'lov`, `g'alla`, Ukrainian `об'єкт`, transliterated `mobil'nyj`: the sign belongs to the letter before it.
    @inline(__always)
    private func isApostrophe(_ folded: UInt32, in word: Word, _ length: Int) -> Bool {
      guard folded == 0x27 || folded == 0x2BB || folded == 0x60 else { return false }
      // `Teper' na karte`: its end.
      let isAfterConsonant = word.letters > 2 && !Self.isVowel(word.letter.folded)
      guard word.next + length < end else { return isAfterConsonant }
      let (next, width) = character(at: word.next + length)
      guard next.role == CharacterInfo.Role.letter.rawValue else {
        return isAfterConsonant && (next.role == CharacterInfo.Role.space.rawValue || next.role == CharacterInfo.Role.mark.rawValue)
      }
      return word.letter.folded == 0x6F || word.letter.folded == 0x67 || bytes[word.next + length] & 0xFE == 0xD0
        || isSoftSign(before: next.folded, at: word.next + length + width, in: word)
    }

    /// `pol'zovanie`, `sem'yu`: neither `couldn't`, `men's`, `dell'acquisto` nor `USD'lik`, which begins with a currency.
    private func isSoftSign(before letter: UInt32, at next: Int, in word: Word) -> Bool {
      // "Pay'ga": a "y" may be a vowel.
      guard word.letters > 2, !Self.isVowel(word.letter.folded), word.letter.folded != 0x79, next < end else { return false }
      let following = character(at: next).info
      guard following.role == CharacterInfo.Role.letter.rawValue, word.joined.isLower || lexicon.entry(.whole, word.hash) == nil
      else { return false }
      // "Zadolzhennost'iu".
      return !Self.isVowel(letter) || letter == 0x69 && (following.folded == 0x61 || following.folded == 0x75)
    }

    private static func isVowel(_ folded: UInt32) -> Bool {
      switch folded {
      case 0x61, 0x65, 0x69, 0x6F, 0x75: true
      default: false
      }
    }

    /// The run of digits that begins at `position`.
    @inline(__always)
    private mutating func number() -> Lexeme {
      var number = Number(next: position)
      let (bytes, stop) = (bytes, min(end, position &+ Number.mostExact))
      if bytes[position] == UInt8(ascii: "0") { flags.insert(.zeroLed) }
      while number.next < stop {
        let digit = bytes[number.next] &- UInt8(ascii: "0")
        guard digit <= 9 else { break }
        number.value = number.value &* 10 &+ UInt64(digit)
        number.next &+= 1
      }
      number.digits = number.next &- position
      if number.next < end, number.next >= stop || bytes[number.next] >= 0x80 {
        number = finished(number)
        if number.isZeroLed { flags.insert(.zeroLed) }
      }
      return piece(.number, to: number.next, digits: UInt8(truncatingIfNeeded: min(number.digits, 255)), value: number.value)
    }

    /// What was gathered of a run of digits.
    private struct Number {
      var value: UInt64 = 0
      var digits = 0
      var isZeroLed = false
      var next: Int

      init(next: Int) { self.next = next }

      /// So many digits fit into the value; those behind them only count.
      static let mostExact = 18
    }

    /// A run of digits with its rest, in digits of any script.
    @inline(never)
    private func finished(_ begun: Number) -> Number {
      var number = begun
      while number.next < end {
        let (info, length) = character(at: number.next)
        if info.role == CharacterInfo.Role.ignored.rawValue, let next = digit(behindIgnored: number.next + length) {
          number.next = next
          continue
        }
        guard info.role == CharacterInfo.Role.digit.rawValue else { break }
        let digit = UInt64(info.folded &- 0x30)
        if number.digits == 0, digit == 0 { number.isZeroLed = true }
        number.digits &+= 1
        if number.digits <= Number.mostExact { number.value = number.value &* 10 &+ digit }
        number.next &+= length
      }
      return number
    }

    /// The digit behind signs that aren't seen: the first is passed over already. Few stand together, but for those who want to hide something.
    private func digit(behindIgnored start: Int) -> Int? {
      var next = start
      while next < end, next < start + 64 {
        let (info, length) = character(at: next)
        if info.role == CharacterInfo.Role.digit.rawValue { return next }
        guard info.role == CharacterInfo.Role.ignored.rawValue else { return nil }
        next += length
      }
      return nil
    }

    /// A word of the lexicon that begins at `position`, or a run of letters up to the next one. Every position is tried once, for at most
    /// `Lexicon.longestIdeographs` letters.
    @inline(never)
    private func ideographs() -> (entry: Lexicon.Entry, hash: FNV1a, end: Int) {
      var next = position
      var hash = FNV1a()
      while next < end {
        let (info, length) = character(at: next)
        guard info.role == CharacterInfo.Role.ideograph.rawValue else { break }
        if let known = knownIdeographs(at: next) {
          if next > position { break }
          return known
        }
        hash.mix(info.folded)
        next += length
      }
      return (Lexicon.Entry(), hash, next)
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
