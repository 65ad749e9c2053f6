/// Whose words a text holds: the bank's, or those of people and shops that it quotes.
///
/// Who sends money writes a note, and chooses a name. "Перевод … Сообщение: отказ" must not be taken for a refusal: nobody could hide
/// a transfer more cheaply. So verdicts are given on a text in which such words mean nothing.
enum Speech {
  /// What `body` says of a message in which notes, quotations and names mean nothing; nil when there are none.
  static func withOwnWords<Result>(of message: Message, _ evidence: Verdicts.Evidence, _ body: (Message) -> Result) -> Result? {
    let amount = evidence.amount
    guard message.concepts.meets(doubts) || message.mayHave(labels) || message.lexemes.contains(where: \.isQuote)
    else {
      return nil
    }
    var lexemes: ContiguousArray<Lexeme> = []
    let end = silenceNotes(in: message, evidence, &lexemes)
    silenceNames(in: message, amount, until: end, &lexemes)
    if let start = lastWord(in: message, evidence) {
      for index in start..<max(start, end) where refusals.contains(message.lexemes[index].concept) {
        silence(index..<index + 1, amount, in: message, &lexemes)
      }
    }
    guard !lexemes.isEmpty else { return nil }
    return lexemes.withUnsafeBufferPointer {
      body(Message(bytes: message.bytes, lexemes: $0, defaultCurrency: message.defaultCurrency))
    }
  }

  /// What can change a verdict when somebody else than the bank says it.
  private static let doubts = ConceptSet([
    .decline, .negation, .cancel, .future, .pending, .demand, .otherSum, .debt, .changed, .rate, .imperative, .promo, .application, .block,
    .suspicious, .bind, .unbind, .statement, .done,
  ])

  /// Where the bank has said of money that somebody sends what there is to say: behind "зачислено 5 000 ₽", and behind what is left once money
  /// has come in. What refuses it there is not the bank's.
  private static func lastWord(in message: Message, _ evidence: Verdicts.Evidence) -> Int? {
    let (amount, verb) = (evidence.amount, evidence.verb)
    guard verb.direction == .incoming, isSigned(message), message.concepts.meets(refusals) else { return nil }
    if verb.index < amount.first, Outcomes.isDone(at: verb.index, in: message) { return amount.last + 1 }
    guard evidence.hasBalance else { return nil }
    let behind = amount.last + 1..<message.count
    guard let left = message.first(.balance, in: behind) ?? message.first(.available, in: behind) else { return nil }
    return (left + 1..<left + 5).first { message.isKind(.number, at: $0) }.map { $0 + 1 }
  }

  /// "Зачислено 5 000 ₽": what was done stands right before the sum of money that somebody sends.
  static func isSaidDone(_ amount: Sums.Item, in message: Message) -> Bool {
    switch message.concept(at: amount.first - 1) {
    case .debit, .credit, .transfer, .done: isSigned(message) && Outcomes.isDone(at: amount.first - 1, in: message)
    default: false
    }
  }

  private static let refusals = ConceptSet([
    .decline, .negation, .cancel, .future, .pending, .demand, .otherSum, .debt, .changed, .rate, .application, .block, .suspicious, .bind,
    .unbind,
    .statement,
  ])

  // MARK: Notes

  /// Whether somebody sends money, and can write a note to it.
  static func isSigned(_ message: Message) -> Bool {
    message.has(.transfer) || message.has(.credit) || message.has(.debit) && message.mayHave(sending)
  }

  private static let sending = WordSet(.sentByPerson)

  /// Whether a word stands in a note: behind an open quotation mark, or behind "Сообщение:", as far as a note goes.
  static func isNote(_ index: Int, in message: Message) -> Bool {
    let mayBeLabelled = message.mayHave(labels)
    var place = index - 1
    while place > 0, place > index - 40 {
      let lexeme = message.lexemes[place]
      if lexeme.isMark("«") { return true }
      if lexeme.isMark("»") { return false }
      // A straight mark opens where white space stands before it.
      if lexeme.isMark("\"") { return lexeme.isSpaced }
      if mayBeLabelled, isLabel(place, in: message) { return true }
      place -= 1
    }
    return false
  }

  /// Where notes stand in a text: sums and codes in them are not the bank's.
  struct Notes {
    /// From the first quotation mark behind the operation's sum to the one that ends the note; empty where there is none.
    fileprivate var quoted = 0..<0
    /// Behind "Сообщение:"; the bank's balance can stand there, too.
    fileprivate var labelled = 0..<0

    func hold(_ index: Int) -> Bool { quoted.contains(index) || labelled.contains(index) }

    /// Whether a sum isn't the bank's. What is left is the bank's more often than not, unless it stands in quotation marks.
    func hold(_ sum: Sums.Item, of message: Message) -> Bool {
      sum.label == .balance ? quoted.contains(sum.number) && isNote(sum.number, in: message) : hold(sum.number)
    }
  }

  /// The notes behind the piece at `index`; nil where there is none.
  static func notes(in message: Message, behind index: Int) -> Notes? {
    let mayBeLabelled = message.mayHave(labels)
    var notes = Notes()
    var place = index + 1
    while place < message.count {
      let lexeme = message.lexemes[place]
      if lexeme.kind == .mark {
        if lexeme.isQuote, notes.quoted.isEmpty, !lexeme.isMark("»") {
          let isSigned = isSigned(message)
          let end = isSigned ? message.lexemes.lastIndex { $0.isQuote } : message.lexemes[(place + 1)...].firstIndex { $0.isQuote }
          // A note that was cut off has no end.
          notes.quoted = place..<(end.map { $0 > place ? $0 : message.count } ?? message.count)
        } else if mayBeLabelled, lexeme.value == 0x3A, notes.labelled.isEmpty {
          // The colon is asked first: there are few.
          let words = max(index + 1, place - 3)..<place
          if let label = words.first(where: { message.isWord(at: $0, among: labels) }) { notes.labelled = label..<message.count }
        }
      }
      place += 1
    }
    return notes.quoted.isEmpty && notes.labelled.isEmpty ? nil : notes
  }

  /// Takes the meaning from what stands in quotation marks or behind "Сообщение:"; tells where a note begins that lasts to the end.
  private static func silenceNotes(in message: Message, _ evidence: Verdicts.Evidence, _ lexemes: inout ContiguousArray<Lexeme>) -> Int {
    let amount = evidence.amount
    // What the client writes to others hides nothing from him, and the bank's verdict can stand there.
    let isOthers = isSigned(message) && evidence.verb.direction == .incoming
    let lastBracket = isOthers ? message.lexemes.lastIndex { $0.isMark(")") } ?? message.count : 0
    let isSigned = isSigned(message)
    let mayBeLabelled = message.mayHave(labels)
    var opening: Int?
    var index = 0
    while index < message.count {
      let lexeme = message.lexemes[index]
      switch lexeme.kind {
      case .mark where isOthers && index > amount.last + 1 && lexeme.isMark(":") && isName(before: index, in: message):
        silence(index + 1..<message.count, amount, in: message, &lexemes)
        return index
      case .word where mayBeLabelled && index > 2 && isLabel(index, in: message):
        silence(index + 1..<message.count, amount, in: message, &lexemes)
        return index
      case .mark where isOthers && index > amount.last + 1 && lexeme.isMark("(") && lexeme.isSpaced:
        // "От Ивана И. (за обед)".
        silence(index + 1..<max(index + 1, lastBracket), amount, in: message, &lexemes)
        index = max(index, lastBracket)
      case .mark where lexeme.isQuote:
        if let first = opening, !lexeme.isMark("«") {
          // A note can hold quotation marks of its own, to seem at its end before it is.
          let last = isSigned && first > amount.last ? lastQuote(in: message) : index
          silence(first + 1..<last, amount, in: message, &lexemes)
          opening = nil
          index = max(index, last)
        } else if opening == nil, !lexeme.isMark("»") {
          opening = index
        }
      default: break
      }
      index += 1
    }
    // A note that was cut off; a shop's name has no end to look for.
    if let opening, isSigned, opening > amount.last { silence(opening + 1..<message.count, amount, in: message, &lexemes) }
    return message.count
  }

  private static func lastQuote(in message: Message) -> Int {
    message.lexemes.lastIndex { $0.isQuote } ?? message.count
  }

  /// "От Иван И.: за обед".
  private static func isName(before index: Int, in message: Message) -> Bool {
    var place = index - 1
    if message.isMark(at: place, ".") { place -= 1 }
    guard isCapital(place, in: message), message.concept(at: place) == .none else { return false }
    while isCapital(place, in: message) { place -= 1 }
    return message.concept(at: place) == .from || message.concept(at: place) == .to
  }

  /// "Сообщение:", "комментарий отправителя:".
  static func isLabel(_ index: Int, in message: Message) -> Bool {
    message.isWord(at: index, among: labels) && (index + 1..<index + 4).contains { message.isMark(at: $0, ":") }
  }

  private static let labels = WordSet(.noteLabel)

  // MARK: Names

  /// Takes the meaning from names that are words, too: "от Ожидаевой", "at Rejected Records". In a text that is all capitals nothing tells them.
  private static func silenceNames(in message: Message, _ amount: Sums.Item, until end: Int, _ lexemes: inout ContiguousArray<Lexeme>) {
    guard message.lexemes.contains(where: { $0.kind == .word && $0.flags.contains(.lower) }) else { return }
    for index in 0..<end where doubts.contains(message.lexemes[index].concept) && isName(index, amount, in: message) {
      silence(index..<index + 1, amount, in: message, &lexemes)
    }
  }

  private static func isName(_ index: Int, _ amount: Sums.Item, in message: Message) -> Bool {
    guard isCapital(index, in: message) else { return false }
    // "Отказ OZON 500 ₽", "Declined Amazon purchase": the bank's own verdict opens the text, or stands behind the sum.
    if message.isWord(at: index, among: verdicts), index == 0 || message.lexemes[index].startsLine { return false }
    if index == amount.last + 1, message.isWord(at: index, among: participles) { return false }
    // "Покупка 500 ₽ в Магнит Отказ": only who sends money chooses a name.
    if message.isWord(at: index, among: refused), !isSigned(message), !message.has(.payment),
      !isPreposition(index - 1, of: index, in: message), message.first(.merchantLabel, in: index - 4..<index) == nil
    {
      return false
    }
    let isFollowed = isCapital(index + 1, in: message) && message.concept(at: index + 1) == .none
    if index == 0 || message.lexemes[index].startsLine || message.endsSentence(before: index) {
      // "Will Smith sent you": "Напоминаем Вам" is no name.
      return isFollowed && !message.lexemes[index + 1].startsLine && !polite.contains(message.lexemes[index + 1].value)
    }
    if index == amount.last + 1 { return isFollowed }
    // "At SHOP Declined": a name is written in one manner.
    var place = index - 1
    while place > 0, place >= index - 3, isCapital(place, in: message), hasSmall(place, in: message) == hasSmall(index, in: message) {
      place -= 1
    }
    // "Отправитель: Ожидаева Анна".
    if message.isMark(at: place, ":") { return message.concept(at: place - 1) == .from || message.concept(at: place - 1) == .merchantLabel }
    switch message.concept(at: place) {
    case .at, .to, .from, .by, .purpose, .forWhat, .merchantLabel: return message.isKind(.word, at: place)
    default: return false
    }
  }

  /// "По Отказова": not "BY Otkaz", which is a country.
  private static func isPreposition(_ index: Int, of name: Int, in message: Message) -> Bool {
    prepositions.contains(message.concept(at: index))
      && (!isCapital(index, in: message) || hasSmall(index, in: message) || !hasSmall(name, in: message))
  }

  private static let participles = WordSet(.refusedOrCancelled)
  private static let refused = WordSet(.refused)
  private static let prepositions = ConceptSet([.at, .to, .from, .by, .purpose, .forWhat, .merchantLabel])
  private static let verdicts = WordSet(.verdict)

  private static func isCapital(_ index: Int, in message: Message) -> Bool {
    message.isKind(.word, at: index) && message.lexemes[index].flags.contains(.upper)
  }

  private static func hasSmall(_ index: Int, in message: Message) -> Bool { message.lexemes[index].flags.contains(.lower) }

  private static let polite = WordSet(.politeYou)

  private static let operations = ConceptSet([.debit, .credit, .payment, .transfer, .operation, .refund])

  // MARK: Silence

  /// Words in `range` mean nothing any more, but for the sum, which is not theirs.
  private static func silence(_ range: Range<Int>, _ amount: Sums.Item, in message: Message, _ lexemes: inout ContiguousArray<Lexeme>) {
    guard !range.isEmpty else { return }
    if lexemes.isEmpty { lexemes = ContiguousArray(message.lexemes) }
    for index in range where lexemes[index].kind == .word && !(amount.first...amount.last).contains(index) {
      // The operation's own words can be a service's name: "услуга «Автоплатёж»".
      if operations.contains(lexemes[index].concept) { continue }
      lexemes[index].concept = .none
      lexemes[index].value = 0
    }
  }
}
