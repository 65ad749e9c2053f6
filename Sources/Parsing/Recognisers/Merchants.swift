import Model

/// The shop, payee or payer: what is left of the text when everything else has been read.
///
/// A text is a row of fields. Those that are no sum, date, card, verb or label are candidates; what stands before a field, where it stands and
/// how it is written tells how likely it is a name.
enum Merchants {
  /// A run of pieces that could be a name.
  struct Field {
    var first: Int
    var last: Int
    var score: Int
    /// Whether a label or "at" says that it is the shop.
    var isLabelled = false
  }

  /// `body` is the first piece behind a push's title, 0 where there is none.
  static func find(
    in message: Message, body: Int, amount: Sums.Item, balance: Sums.Item?, card: Range<Int>?, direction: Direction?
  ) -> Range<Int32>? {
    var best: Field?
    let title = title(in: message, body: body, amount: amount, direction)
    // What else a title says is the bank's, unless the operation is told there: "Оплата Alma TV".
    var index = amount.first < body || tellsOperation(0..<body, in: message) ? 0 : body
    var fields = 0
    let mayHaveBank = message.mayHave(banks)
    while index < message.count, fields < 24 {
      if message.lexemes[index].isMark("("), let close = bracketOfSum(at: index, in: message) {
        index = close + 1
        continue
      }
      guard begins(at: index, in: message, amount, balance, card) else {
        index += 1
        continue
      }
      if index > amount.last, mayBeginNote(index, in: message), Speech.isSigned(message), let behind = noteEnd(at: index, in: message) {
        index = behind
        continue
      }
      let last = end(from: index, in: message, amount, balance, card)
      fields += 1
      if var field = field(index, last, in: message, amount, balance, direction), field.score > best?.score ?? 0 {
        if mayHaveBank, isBank(field, in: message) { field.score -= 7 }
        if field.score > best?.score ?? 0 { best = field }
      }
      index = last + 1
    }
    if let title, best.map({ wins($0, in: message, amount) }) != true { return title }
    return best.map { trimmed($0, in: message) }
  }

  /// Where a note ends that begins here: what whoever sends money wrote is nobody's name. "От «Ромашки»" is one.
  private static func noteEnd(at index: Int, in message: Message) -> Int? {
    let lexeme = message.lexemes[index]
    if lexeme.isQuote {
      guard lexeme.startsLine || message.isKind(.mark, at: index - 1) else { return nil }
      if message.isMark(at: index - 1, ":"), introductions.contains(message.concept(at: index - 2)) { return nil }
      return (message.lexemes.lastIndex { $0.isQuote } ?? index) + 1
    }
    // "Remarks: ATM WITHDRAWAL" is a bank's.
    return message.concept(at: index) != .merchantLabel && Speech.isLabel(index, in: message) ? message.count : nil
  }

  /// A quotation mark, or a colon close behind: few pieces are worth a second look.
  @inline(__always)
  private static func mayBeginNote(_ index: Int, in message: Message) -> Bool {
    message.lexemes[index].isQuote || message.isMark(at: index + 1, ":") || message.isMark(at: index + 2, ":")
      || message.isMark(at: index + 3, ":")
  }

  private static let introductions = ConceptSet([.from, .to, .at, .by, .with, .merchantLabel])

  // MARK: Fields

  private static func isTaken(_ index: Int, _ amount: Sums.Item, _ balance: Sums.Item?, _ card: Range<Int>?) -> Bool {
    if index >= amount.first, index <= amount.last { return true }
    if let balance, index >= balance.first, index <= balance.last { return true }
    return card?.contains(index) ?? false
  }

  private static func begins(at index: Int, in message: Message, _ amount: Sums.Item, _ balance: Sums.Item?, _ card: Range<Int>?) -> Bool {
    if isTaken(index, amount, balance, card) { return false }
    let lexeme = message.lexemes[index]
    switch lexeme.kind {
    case .word:
      // "P2P": a letter that could be a currency's.
      if lexeme.concept == .currency, lexeme.end - lexeme.start == 1, message.isGlued(index + 1), message.isKind(.number, at: index + 1) {
        return message.isGlued(index + 2) && message.isKind(.word, at: index + 2)
      }
      return !isFieldWord(lexeme.concept, lexeme) && !isPreposition(lexeme.concept) && !isLabel(index, in: message)
    case .number:
      if isSum(index, in: message) { return false }
      return message.isGlued(index + 1) && message.isKind(.word, at: index + 1) || message.isMark(at: index + 1, "-")
    case .mark: return lexeme.isMark("\"") || lexeme.isMark("«") || lexeme.isMark("'")
    case .link: return true
    default: return false
    }
  }

  /// "Miejsce:", "Balance=": what the next field is called.
  private static func isLabel(_ index: Int, in message: Message) -> Bool {
    message.isMark(at: index + 1, ":") || message.isMark(at: index + 1, "=")
  }

  /// A number that is money: "kurs 38.83 UAH" belongs to no name.
  private static func isSum(_ index: Int, in message: Message) -> Bool {
    let number = message.lexemes[index]
    // "P2P": a letter that could be a currency's.
    if message.isGlued(index), message.isKind(.word, at: index - 1) { return false }
    return number.decimals == 2 || message.concept(at: index + 1) == .currency && message.lexemes[index + 1].flags.contains(.upper)
  }

  /// "(102.83 UAH за курсом 26.10)": where a bracket closes that holds a sum; nil for others, and for one with a name behind the sum.
  private static func bracketOfSum(at index: Int, in message: Message) -> Int? {
    var hasSum = false
    var place = index + 1
    while place < message.count, place - index <= 12 {
      if message.lexemes[place].isMark(")") { return hasSum ? place : nil }
      if message.isKind(.number, at: place), isSum(place, in: message) { hasSum = true }
      place += 1
    }
    return nil
  }

  /// Words that begin another field, or are a field of their own.
  private static func isFieldWord(_ concept: Concept, _ lexeme: Lexeme) -> Bool {
    switch concept {
    case .balance, .available, .amount, .total, .fee, .debit, .credit, .refund, .operation, .payment, .transfer, .cancel, .dateLabel,
      .merchantLabel, .reference,
      .secret, .done, .limit, .currency, .interest, .decline, .placeLabel, .negation, .code, .otherSum, .incoming, .outgoing, .card,
      .account, .rate, .imperative:
      true
    default: false
    }
  }

  private static func isPreposition(_ concept: Concept) -> Bool {
    switch concept {
    case .at, .to, .from, .by, .forWhat, .on, .with: true
    default: false
    }
  }

  private static func end(from start: Int, in message: Message, _ amount: Sums.Item, _ balance: Sums.Item?, _ card: Range<Int>?) -> Int {
    var last = start
    var index = start + 1
    let isQuoted = message.lexemes[start].kind == .mark
    // "Получатель УФК по Кемеровской области": behind a label a name may have small words.
    let isLabelled = message.concept(at: start - 1) == .merchantLabel && message.lexemes[start].flags.contains(.upper)
    while index < message.count, index - start < 24, !isTaken(index, amount, balance, card) {
      let lexeme = message.lexemes[index]
      if lexeme.startsLine { break }
      switch lexeme.kind {
      case .word:
        if isFieldWord(lexeme.concept, lexeme), !isQuoted, !belongsToName(index, in: message), !isInitial(index, in: message) {
          return last
        }
        if !lexeme.flags.contains(.upper), message.lexemes[start].flags.contains(.upper), !isQuoted, auxiliaries.contains(lexeme.value) {
          return last
        }
        if lexeme.isSpaced, isPreposition(lexeme.concept), lexeme.flags.contains(.lower), !isQuoted,
          !isLabelled || !message.lexemes[index - 1].flags.contains(.upper) || message.isKind(.moment, at: index + 1)
            || message.concept(at: index + 1) != .none
        {
          return last
        }
      case .moment, .masked: return last
      case .number where isSum(index, in: message) && !isQuoted: return last
      case .chain, .link, .number: break
      case .mark:
        // "Анны С. Сообщение: …": the label of what she wrote.
        if lexeme.isMark(":") || lexeme.isMark("="), last > start, message.isKind(.word, at: last), !isQuoted { return last - 1 }
        if lexeme.isMark(";") || lexeme.isMark("—") || lexeme.isMark("|") || lexeme.isMark(":") || lexeme.isMark("!") { return last }
        if lexeme.isMark("."), index + 1 >= message.count || message.lexemes[index + 1].isSpaced, !isAbbreviation(index, in: message) {
          return last
        }
        if lexeme.isMark("("), lexeme.isSpaced, message.isKind(.moment, at: index + 1) { return last }
        if isQuoted, lexeme.isMark("\"") || lexeme.isMark("»"), index + 1 >= message.count || message.lexemes[index + 1].isSpaced {
          return index
        }
      }
      last = index
      index += 1
    }
    return last
  }

  /// A word of the trade inside a name: glued to it, or in capitals among capitals.
  private static func belongsToName(_ index: Int, in message: Message) -> Bool {
    let lexeme = message.lexemes[index]
    // "PITKOFE.Dostupno": a point without a blank behind it.
    if lexeme.concept == .balance || lexeme.concept == .available { return false }
    // "В WB Retail."
    if index + 1 == message.count || message.isMark(at: index + 1, ".") || message.isMark(at: index + 1, ";"),
      lexeme.flags.contains(.upper), lexeme.concept == .debit, message.isKind(.word, at: index - 1), lexeme.isSpaced,
      message.lexemes[index - 1].flags.contains(.upper)
    {
      return true
    }
    if message.isGlued(index) || message.isGlued(index + 1) && (message.isMark(at: index + 1, "-") || message.isMark(at: index + 1, "*")) {
      return true
    }
    guard lexeme.flags.contains(.upper), !lexeme.flags.contains(.lower), lexeme.concept != .currency else { return false }
    switch lexeme.concept {
    case .balance, .available, .amount, .total, .dateLabel, .limit: return false
    case .card, .account: return message.lexemes[index - 1].flags.contains(.upper) && !message.lexemes[index - 1].flags.contains(.lower)
    default: return message.lexemes[index - 1].kind == .word
    }
  }

  /// "Ольга К.": a letter that could be a currency's, behind a name.
  private static func isInitial(_ index: Int, in message: Message) -> Bool {
    let (lexeme, before) = (message.lexemes[index], message.lexemes[index - 1])
    return lexeme.concept == .currency && lexeme.end - lexeme.start <= 2 && lexeme.flags.contains(.upper) && before.kind == .word
      && before.flags.contains(.upper) && lexeme.isSpaced && !message.isKind(.number, at: index + 1)
  }

  /// "PR.", "D.": a point after capitals inside a name.
  private static func isAbbreviation(_ dot: Int, in message: Message) -> Bool {
    guard dot + 1 < message.count, message.isKind(.word, at: dot + 1) else { return false }
    let before = message.lexemes[dot - 1]
    return before.kind == .word && before.end - before.start <= 4 && before.flags.contains(.upper)
      && message.lexemes[dot + 1].flags.contains(.upper)
      && !isFieldWord(message.lexemes[dot + 1].concept, message.lexemes[dot + 1])
  }

  /// "GREEN GROCER was posted".
  private static let auxiliaries = WordSet(.auxiliary)

  private static func isCapitals(_ index: Int, in message: Message) -> Bool {
    let word = message.lexemes[index]
    return word.kind == .word && word.flags.contains(.upper) && !word.flags.contains(.lower) && word.end - word.start > 2
  }

  private static func trimmed(_ field: Field, in message: Message) -> Range<Int32> {
    var last = field.last
    // "ALBI PRAHA, disponibilni zustatek": the word belongs to the balance.
    if message.concept(at: last + 1) == .balance, last > field.first, message.lexemes[field.first].flags.contains(.upper),
      message.isKind(.word, at: last), !message.lexemes[last].flags.contains(.upper)
    {
      last -= 1
    }
    // "GREEN GROCER was made": a name in capitals ends where they do.
    if isCapitals(field.first, in: message) {
      while last > field.first, message.isKind(.word, at: last), message.lexemes[last].isSpaced,
        !message.lexemes[last].flags.contains(.upper)
      {
        last -= 1
      }
    }
    while last > field.first, message.lexemes[last].kind == .mark, !message.isMark(at: last, "\""), !message.isMark(at: last, "»"),
      !message.isMark(at: last, ")") || !(field.first..<last).contains(where: { message.isMark(at: $0, "(") })
    {
      last -= 1
    }
    var first = field.first
    // "В Т-Банк Сергей С.": the name behind the bank's.
    if message.mayHave(banks), Speech.isSigned(message), let bank = (first..<last).first(where: { message.isWord(at: $0, among: banks) }),
      message.isKind(.word, at: bank + 1),
      message.lexemes[bank + 1].flags.contains(.upper), message.lexemes[bank + 1].flags.contains(.lower)
    {
      first = bank + 1
    }
    if message.isMark(at: first, "\"") || message.isMark(at: first, "«"), message.isMark(at: last, "\"") || message.isMark(at: last, "»"),
      last > first + 1
    {
      first += 1
      last -= 1
    }
    return message.lexemes[first].start..<message.lexemes[last].end
  }
}
