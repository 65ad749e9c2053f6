/// What a code looks like.
extension Codes {
  static func candidate(at index: Int, in message: Message, isNear: Bool) -> Candidate? {
    guard index < message.count else { return nil }
    let lexeme = message.lexemes[index]
    switch lexeme.kind {
    case .number:
      if isNear, let grouped = grouped(at: index, in: message) { return grouped }
      if let letters = alphanumeric(at: index, in: message) { return isNear || letters.first == letters.last ? letters : nil }
      return number(at: index, in: message) ?? spelt(at: index, in: message)
    case .word:
      if let prefixed = prefixed(at: index, in: message) { return prefixed }
      guard isNear else { return nil }
      return hyphenated(at: index, in: message) ?? alphanumeric(at: index, in: message) ?? spelt(at: index, in: message)
        ?? letters(at: index, in: message)
    case .masked: return isNear ? bare(at: index, in: message) : nil
    case .chain, .moment:
      // Far from its word a chain of ten digits is a phone.
      guard let grouped = grouped(at: index, in: message), isNear || lexeme.kind == .chain && grouped.bytes.count <= 11 else { return nil }
      return grouped
    default: return nil
    }
  }

  private static func number(at index: Int, in message: Message) -> Candidate? {
    var number = message.lexemes[index]
    if number.decimals > 0 {
      // "验证码481290,5分钟": the comma ends the code, and what it looks like the decimals of is a number of minutes.
      guard number.decimals <= 2, message.isGlued(index + 1), message.isKind(.word, at: index + 1),
        message.bytes[Int(message.lexemes[index + 1].start)] >= 0xE0
      else { return nil }
      number.end -= Int32(number.decimals) + 1
      number.digits -= number.decimals
      number.decimals = 0
    }
    guard isFree(index, in: message) else { return nil }
    let next = message.concept(at: index + 1)
    if next == .lifetime, number.digits < 4, !message.isMark(at: index + 1, "(") { return nil }
    // 123-456
    if message.isMark(at: index + 1, "-") || message.isMark(at: index + 1, "—"), message.isGlued(index + 1), message.isGlued(index + 2),
      message.isKind(.number, at: index + 2)
    {
      let second = message.lexemes[index + 2]
      guard number.digits >= 2, second.digits == number.digits, number.digits <= 4 else { return nil }
      return Candidate(bytes: number.start..<second.end, first: index, last: index + 2)
    }
    guard number.digits >= 4, number.digits <= 10 else { return nil }
    // "5376 9223 7930": a long number in groups.
    if number.digits == 4, isInLongNumber(index, in: message) { return nil }
    if message.isGlued(index + 1), message.isMark(at: index + 1, ":") || message.isMark(at: index + 1, "/"), message.isGlued(index + 2),
      message.isKind(.number, at: index + 2)
    {
      return nil
    }
    var doubt = 0
    if number.digits > 8 { doubt += 10 }
    if number.flags.contains(.grouped) { doubt += 5 }
    if message.concept(at: index - 2) == .phone || message.concept(at: index - 2) == .dial || message.concept(at: index - 2) == .number {
      doubt += 40
    }
    return Candidate(bytes: number.start..<number.end, first: index, last: index, doubt: doubt)
  }

  /// Whether three groups of four digits stand side by side here.
  static func isInLongNumber(_ index: Int, in message: Message) -> Bool {
    func isGroup(_ place: Int) -> Bool {
      message.isKind(.number, at: place) && message.lexemes[place].digits == 4 && message.lexemes[place].decimals == 0
    }
    return (index - 2...index).contains { isGroup($0) && isGroup($0 + 1) && isGroup($0 + 2) }
  }

  /// Whether the words and marks around a number leave it to be a code: it is no part of a word, no card's, phone's or order's, no percentage.
  static func isFree(_ index: Int, in message: Message) -> Bool {
    if message.isGlued(index), message.isKind(.word, at: index - 1) {
      let before = message.lexemes[index - 1]
      if before.concept != .code, message.bytes[Int(before.start)] < 0xD8 { return false }
    }
    switch message.concept(at: index - 1) {
    // "Код из СМС 4829".
    case .dial
    where message.isWord(at: index - 1, among: channels) && (index - 4..<index - 1).contains { message.concept(at: $0) == .code }: break
    case .card, .account, .ending, .number, .month, .dial, .phone: return false
    default: break
    }
    if message.isMark(at: index + 1, "%") { return false }
    guard
      message.isMark(at: index - 1, "№") || message.isMark(at: index - 1, "#") || message.isMark(at: index - 1, "*")
        || message.isMark(at: index - 1, "+")
    else { return true }
    // "Код №482913", "Код доступа: #482913", "№482913 — код".
    if index == 1 || message.lexemes[index - 1].startsLine { return true }
    if message.isWord(at: index - 2, among: copulas), message.has(.code) { return true }
    if (index + 1..<index + 5).contains(where: { message.concept(at: $0) == .code }) { return true }
    for place in stride(from: index - 2, through: max(0, index - 12), by: -1) {
      if message.isWord(at: place, among: channels) { continue }
      if message.concept(at: place) == .code || isVerb(place, in: message) || isLabel(place, in: message) { return true }
      switch message.concept(at: place) {
      case .reference, .deposit, .account, .card, .application, .phone, .channel, .statement, .dial: return false
      default: break
      }
    }
    return false
  }

  private static let channels = WordSet(.channels)

  /// `G-412157`: a letter that belongs to the code. Two and more (`PRH-929890`) say which of several codes it is, and aren't typed.
  private static func prefixed(at index: Int, in message: Message) -> Candidate? {
    let letters = message.lexemes[index]
    guard letters.end - letters.start == 1, letters.flags.contains(.upper), !letters.flags.contains(.lower),
      message.isMark(at: index + 1, "-"),
      message.isGlued(index + 1), message.isGlued(index + 2), message.isKind(.number, at: index + 2),
      message.lexemes[index + 2].digits >= 4,
      message.lexemes[index + 2].digits <= 8, message.lexemes[index + 2].decimals == 0
    else { return nil }
    return Candidate(bytes: letters.start..<message.lexemes[index + 2].end, isVerbatim: true, first: index, last: index + 2)
  }

  /// `QF79`, `123ABC78`, `А1Б2В3`: letters and digits in one word; `cznp8nca` where a colon leads to it.
  private static func alphanumeric(at index: Int, in message: Message) -> Candidate? {
    if message.isGlued(index), index > 0, message.lexemes[index - 1].kind == .word || message.lexemes[index - 1].kind == .number {
      return nil
    }
    guard let run = run(at: index, in: message), run.hasDigits, run.hasLetters else { return nil }
    guard run.length >= 4, run.length <= 12 else { return nil }
    return Candidate(
      bytes: message.lexemes[index].start..<message.lexemes[run.last].end, isVerbatim: true, first: index, last: run.last, doubt: 15)
  }

  /// `Xy9-Kl2`: words of letters and digits, joined by hyphens.
  private static func hyphenated(at index: Int, in message: Message) -> Candidate? {
    if message.isGlued(index), message.isKind(.word, at: index - 1) || message.isKind(.number, at: index - 1) { return nil }
    guard var run = run(at: index, in: message), run.length <= 5 else { return nil }
    var groups = 1
    while groups < 6, message.isGlued(run.last + 1), message.isMark(at: run.last + 1, "-"), message.isGlued(run.last + 2),
      let next = self.run(at: run.last + 2, in: message), next.length <= 5
    {
      run.join(next)
      groups += 1
    }
    // "SMS-482913" has a word before it.
    guard groups > 1, run.hasDigits, run.hasLetters, run.length >= 5,
      !message.isGlued(run.last + 1) || message.isKind(.mark, at: run.last + 1),
      message.lexemes[index].concept == .none || message.isKind(.number, at: index)
    else { return nil }
    // Letters and a hyphen before digits alone say which of several codes it is.
    if message.isMark(at: index + 1, "-"), index + 2 == run.last { return nil }
    return Candidate(
      bytes: message.lexemes[index].start..<message.lexemes[run.last].end, isVerbatim: true, first: index, last: run.last, doubt: 15)
  }

  /// Letters and digits that touch.
  private struct Run {
    var last: Int
    var length: Int
    var hasDigits = false
    var hasLetters = false

    mutating func join(_ next: Run) {
      last = next.last
      length += next.length
      hasDigits = hasDigits || next.hasDigits
      hasLetters = hasLetters || next.hasLetters
    }
  }

  private static func run(at index: Int, in message: Message) -> Run? {
    var next = index
    var run = Run(last: index, length: 0)
    var isPlain = true
    while next < message.count, next - index < 12, next == index || message.isGlued(next) {
      let lexeme = message.lexemes[next]
      if lexeme.kind == .number, lexeme.decimals == 0, !lexeme.flags.contains(.grouped) {
        run.hasDigits = true
        run.length += Int(lexeme.digits)
      } else if lexeme.kind == .word, lexeme.concept != .currency || isInside(next, in: message) {
        let isASCII = message.bytes[Int(lexeme.start)] < 0x80
        let length = Int(lexeme.end - lexeme.start) / (isASCII ? 1 : 2)
        if lexeme.flags.contains(.lower) {
          // A word of a language, but for `cznp8nca` behind a colon.
          if length > 3, !isASCII || !isLabelled(index, in: message) { return nil }
          if !isASCII { isPlain = false }
        }
        if !isASCII, message.bytes[Int(lexeme.start)] >= 0xD8 { return nil }
        run.hasLetters = true
        run.length += length
      } else {
        break
      }
      run.last = next
      next += 1
    }
    // "15мин" is none: small letters of Cyrillic must take turns with digits.
    guard next > index, isPlain || next - index >= 4 else { return nil }
    return run
  }

  /// A single letter between digits is no currency.
  private static func isInside(_ index: Int, in message: Message) -> Bool {
    message.lexemes[index].end - message.lexemes[index].start == 1 && message.isGlued(index + 1) && message.isKind(.number, at: index + 1)
  }

  /// Whether a colon or an equals sign leads to a piece.
  private static func isLabelled(_ index: Int, in message: Message) -> Bool {
    let before = message.isKind(.mark, at: index - 1) && message.lexemes[index - 1].isQuote ? index - 2 : index - 1
    return message.isMark(at: before, ":") || message.isMark(at: before, "=")
  }

  /// `a u 8 k u f`: single characters with spaces between them.
  private static func spelt(at index: Int, in message: Message) -> Candidate? {
    var next = index
    var hasDigit = false
    while next < message.count, next - index < 10 {
      let lexeme = message.lexemes[next]
      guard lexeme.end - lexeme.start == 1, lexeme.kind == .number || lexeme.kind == .word,
        next == index || lexeme.isSpaced && !lexeme.startsLine
      else { break }
      if lexeme.kind == .number { hasDigit = true }
      next += 1
    }
    guard next - index >= 4, hasDigit else { return nil }
    // It began before.
    if index > 0, message.lexemes[index].isSpaced, message.isKind(.number, at: index - 1), message.lexemes[index - 1].digits == 1 {
      return nil
    }
    return Candidate(bytes: message.lexemes[index].start..<message.lexemes[next - 1].end, first: index, last: next - 1)
  }

  /// `QGFDAE` right after a colon, `jzfp` after an equals sign.
  private static func letters(at index: Int, in message: Message) -> Candidate? {
    let lexeme = message.lexemes[index]
    let length = lexeme.end - lexeme.start
    guard lexeme.concept == .none, lexeme.currency == 0, message.bytes[Int(lexeme.start)] < 0x80, length >= 4, length <= 10,
      isLabelled(index, in: message), !message.isGlued(index + 1) || message.isKind(.mark, at: index + 1)
    else { return nil }
    let isClosed =
      message.isMark(at: index - 1, "=") || message.isMark(at: index + 1, ".")
      || message.isKind(.mark, at: index + 1) && message.lexemes[index + 1].isQuote
    guard index + 1 >= message.count || message.lexemes[index + 1].startsLine || isClosed else { return nil }
    if lexeme.flags.contains(.lower), !message.isMark(at: index - 1, "="), !isUnspeakable(lexeme, in: message) { return nil }
    return Candidate(bytes: lexeme.start..<lexeme.end, isVerbatim: true, first: index, last: index, doubt: 20)
  }

  /// Whether a word in Latin letters has no vowel among four letters in a row.
  private static func isUnspeakable(_ word: Lexeme, in message: Message) -> Bool {
    var consonants = 0
    for byte in message.bytes[Int(word.start)..<Int(word.end)] {
      switch byte | 0x20 {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: consonants = 0
      default: consonants += 1
      }
      if consonants >= 4 { return true }
    }
    return false
  }
}
