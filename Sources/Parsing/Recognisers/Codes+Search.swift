/// Where codes stand: behind their word, before it, behind a verb, apart.
extension Codes {
  static func forward(from word: Int, in message: Message, sums: Sums) -> Scored? {
    var index = word + 1
    var best: Scored?
    while index < min(word + Self.longReach, message.count) {
      if message.endsSentence(before: index), index > word + 2, !message.lexemes[index].startsLine || index > word + 6,
        !isShortened(before: index, in: message)
      {
        break
      }
      if index > word + 1, message.concept(at: index) == .code, best != nil { break }
      if let candidate = candidate(
        at: index, in: message,
        isNear: index <= word + 4 || (index <= word + 10 || !message.isKind(.word, at: index)) && isLed(index, in: message)),
        !isSum(candidate, sums), index < word + Self.reach || isLed(index, in: message)
      {
        var score = max(100 - 4 * (index - word), 20) - candidate.doubt
        if isIntroduced(index, in: message) { score += 30 }
        if score > best?.score ?? 0 { best = (candidate, score) }
        index = candidate.last
      }
      index += 1
    }
    return best
  }

  /// Whether what ends before a number or a date is a shortened word, not a sentence: "Rs. 900", "No. 4", "z dn. 01-12".
  private static func isShortened(before index: Int, in message: Message) -> Bool {
    guard index > 1, message.isMark(at: index - 1, "."), message.isKind(.word, at: index - 2), !message.isKind(.word, at: index) else {
      return false
    }
    let word = message.lexemes[index - 2]
    return message.concept(at: index - 2) == .currency || word.end - word.start <= (message.bytes[Int(word.start)] < 0x80 ? 4 : 8)
  }

  static func backward(from word: Int, in message: Message, sums: Sums) -> Scored? {
    var index = word - 1
    while index >= max(0, word - Self.reachBack) {
      if message.endsSentence(before: index + 1), message.lexemes[index].kind == .mark, !isEllipsis(index, in: message) { return nil }
      // A hyphenated or lettered code is found from its first piece.
      for start in max(0, index - longestPieces)...index {
        guard let candidate = candidate(at: start, in: message, isNear: word - index <= 5), candidate.last == index, !isSum(candidate, sums)
        else { continue }
        if message.isKind(.word, at: start), !candidate.isVerbatim || message.isMark(at: start - 1, "[") { continue }
        let score = 88 - 4 * (word - index) - candidate.doubt
        return (candidate, score)
      }
      index -= 1
    }
    return nil
  }

  /// Whether points end no sentence: before a dash, or several of them before a small letter.
  private static func isEllipsis(_ index: Int, in message: Message) -> Bool {
    if message.isMark(at: index + 1, "—") || message.isMark(at: index + 1, "-") { return true }
    return message.isMark(at: index, ".") && message.isMark(at: index - 1, ".") && message.isKind(.word, at: index + 1)
      && !message.lexemes[index + 1].flags.contains(.upper)
  }

  /// "Введите 1234", "enter 1234", "подтвердите вход: 1234", "use PRH-929890".
  static func afterVerb(in message: Message, sums: Sums) -> Scored? {
    var verbs = 0
    for verb in 0..<message.count where isVerb(verb, in: message) {
      verbs += 1
      if verbs > 4 { return nil }
      for next in verb + 1..<max(verb + 1, min(verb + 9, message.count)) {
        if next > verb + 1, message.endsSentence(before: next) { break }
        let isLed = next == verb + 1 || isLed(next, in: message) || next == verb + 3 && message.isMark(at: verb + 2, "-")
        guard isLed, let candidate = candidate(at: next, in: message, isNear: true), !isSum(candidate, sums), candidate.bytes.count >= 4,
          candidate.doubt < 10, !message.isKind(.moment, at: next)
        else { continue }
        return (candidate, 1)
      }
    }
    return nil
  }

  /// Whether a word asks to enter or confirm something.
  static func isVerb(_ index: Int, in message: Message) -> Bool {
    message.concept(at: index) == .codeVerb || message.isWord(at: index, among: confirmations)
  }

  static let confirmations = WordSet(.confirmations)

  /// "252749; Никому не сообщайте! Код для списания …", and a code in a line of its own: a number that begins or ends a text about a secret.
  static func apart(in message: Message, sums: Sums) -> Scored? {
    guard message.has(.secret), message.has(.code) || message.has(.codeVerb) else { return nil }
    let hasSums = sums.items.contains { $0.isNamed }
    var index = 0
    while index < message.count {
      let lexeme = message.lexemes[index]
      if lexeme.kind != .word, lexeme.kind != .mark,
        let candidate = candidate(at: index, in: message, isNear: lexeme.startsLine), candidate.doubt < 10, !isSum(candidate, sums)
      {
        let behind = candidate.last + 1
        let ends =
          behind >= message.count || message.lexemes[behind].startsLine || behind == message.count - 1 && message.isMark(at: behind, ".")
        if lexeme.startsLine, ends && !hasSums || message.isKind(.mark, at: behind) { return (candidate, 2) }
        if ends, !hasSums, message.isMark(at: index - 1, ":") || message.isMark(at: index - 1, "-") || message.isMark(at: index - 1, "—") {
          return (candidate, 2)
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether the word for "is" or a mark stands before a piece.
  static func isLed(_ index: Int, in message: Message) -> Bool {
    message.isMark(at: index - 1, ":") || message.isMark(at: index - 1, "=") || message.isMark(at: index - 1, "—")
      || message.isMark(at: index - 1, "-") && !message.isGlued(index) || message.isWord(at: index - 1, among: copulas)
  }

  static let copulas = WordSet(.copulas)

  private static func isIntroduced(_ index: Int, in message: Message) -> Bool {
    guard index > 0 else { return false }
    let before = message.lexemes[index - 1]
    if before.kind == .mark {
      switch before.value {
      case 0x3A, 0x3D, 0x2D, 0x2014, 0xFF1A, 0x3010, 0x300E, 0x300C, 0x27, 0x22, 0xAB: return true
      default: return false
      }
    }
    return before.kind == .word && before.end - before.start <= 3 && before.concept == .none && before.flags.contains(.lower)
  }
}
