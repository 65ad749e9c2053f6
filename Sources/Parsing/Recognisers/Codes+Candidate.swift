/// What a code looks like.
extension Codes {
  static func candidate(at index: Int, in message: Message, isNear: Bool) -> Candidate? {
    guard index < message.count else { return nil }
    let lexeme = message.lexemes[index]
    switch lexeme.kind {
    case .number:
      if let letters = alphanumeric(at: index, in: message) { return isNear || letters.first == letters.last ? letters : nil }
      return number(at: index, in: message) ?? spelt(at: index, in: message)
    case .word:
      if let prefixed = prefixed(at: index, in: message) { return prefixed }
      guard isNear else { return nil }
      return alphanumeric(at: index, in: message) ?? spelt(at: index, in: message) ?? capitals(at: index, in: message)
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
    if message.isGlued(index), message.isKind(.word, at: index - 1) {
      let before = message.lexemes[index - 1]
      if before.concept != .code, message.bytes[Int(before.start)] < 0xD8 { return nil }
    }
    let previous = message.concept(at: index - 1)
    if previous == .card || previous == .account || previous == .ending || previous == .number || previous == .month { return nil }
    if message.isMark(at: index - 1, "№") || message.isMark(at: index - 1, "#") || message.isMark(at: index - 1, "*")
      || message.isMark(at: index - 1, "+")
    {
      return nil
    }
    if previous == .dial || previous == .phone || message.isMark(at: index + 1, "%") { return nil }
    let next = message.concept(at: index + 1)
    if next == .lifetime, number.digits < 4, !message.isMark(at: index + 1, "(") { return nil }
    // 123-456
    if message.isMark(at: index + 1, "-"), message.isGlued(index + 1), message.isGlued(index + 2), message.isKind(.number, at: index + 2) {
      let second = message.lexemes[index + 2]
      guard number.digits >= 2, second.digits == number.digits, number.digits <= 4 else { return nil }
      return Candidate(bytes: number.start..<second.end, first: index, last: index + 2)
    }
    guard number.digits >= 4, number.digits <= 10 else { return nil }
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

  /// `G-412157`: letters that belong to the code.
  private static func prefixed(at index: Int, in message: Message) -> Candidate? {
    let letters = message.lexemes[index]
    guard letters.end - letters.start <= 2, letters.flags.contains(.upper), !letters.flags.contains(.lower),
      message.isMark(at: index + 1, "-"),
      message.isGlued(index + 1), message.isGlued(index + 2), message.isKind(.number, at: index + 2),
      message.lexemes[index + 2].digits >= 4,
      message.lexemes[index + 2].digits <= 8, message.lexemes[index + 2].decimals == 0
    else { return nil }
    return Candidate(bytes: letters.start..<message.lexemes[index + 2].end, isVerbatim: true, first: index, last: index + 2)
  }

  /// `QF79`, `123ABC78`: letters and digits in one word.
  private static func alphanumeric(at index: Int, in message: Message) -> Candidate? {
    if message.isGlued(index), index > 0, message.lexemes[index - 1].kind == .word || message.lexemes[index - 1].kind == .number {
      return nil
    }
    var next = index
    var hasDigits = false
    var hasLetters = false
    while next < message.count, next - index < 8, next == index || message.isGlued(next) {
      let lexeme = message.lexemes[next]
      if lexeme.kind == .number, lexeme.decimals == 0, !lexeme.flags.contains(.grouped) {
        hasDigits = true
      } else if lexeme.kind == .word, lexeme.concept != .currency || isInside(next, in: message), message.bytes[Int(lexeme.start)] < 0x80 {
        if lexeme.flags.contains(.lower), lexeme.end - lexeme.start > 3 { return nil }
        hasLetters = true
      } else {
        break
      }
      next += 1
    }
    guard hasDigits, hasLetters, next - index > 1 else { return nil }
    let bytes = message.lexemes[index].start..<message.lexemes[next - 1].end
    guard bytes.count >= 4, bytes.count <= 12 else { return nil }
    return Candidate(bytes: bytes, isVerbatim: true, first: index, last: next - 1, doubt: 15)
  }

  /// A single letter between digits is no currency.
  private static func isInside(_ index: Int, in message: Message) -> Bool {
    message.lexemes[index].end - message.lexemes[index].start == 1 && message.isGlued(index + 1) && message.isKind(.number, at: index + 1)
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
    return Candidate(bytes: message.lexemes[index].start..<message.lexemes[next - 1].end, first: index, last: next - 1)
  }

  /// `QGFDAE` right after a colon.
  private static func capitals(at index: Int, in message: Message) -> Candidate? {
    let lexeme = message.lexemes[index]
    guard lexeme.flags.contains(.upper), !lexeme.flags.contains(.lower), lexeme.concept == .none, lexeme.currency == 0,
      message.bytes[Int(lexeme.start)] < 0x80,
      lexeme.end - lexeme.start >= 4, lexeme.end - lexeme.start <= 8, index > 0
    else { return nil }
    let before = message.lexemes[index - 1]
    guard before.isMark(":") || before.value == 0xFF1A && before.kind == .mark,
      !message.isGlued(index + 1) || message.isKind(.mark, at: index + 1)
    else { return nil }
    guard index + 1 >= message.count || message.lexemes[index + 1].startsLine || message.isMark(at: index + 1, ".") else { return nil }
    return Candidate(bytes: lexeme.start..<lexeme.end, isVerbatim: true, first: index, last: index, doubt: 20)
  }
}
