import Model

/// What a statement asks for: the least that has to be paid, and the day until which.
enum Dues {
  /// Whether a text can ask for anything.
  static func mayBeIn(_ message: Message) -> Bool { message.concepts.meets(askings) }

  private static let askings = ConceptSet([.future, .debt, .statement, .otherSum, .demand, .imperative, .payment])

  // MARK: The least

  /// "Минимальный платёж 3 200 ₽", "minimum amount due: Rs 2,310".
  static func minimum(in sums: Sums, of message: Message) -> Sums.Item? {
    guard message.mayHave(least) else { return nil }
    return sums.items.first { item in
      guard item.isNamed || item.looksLikeMoney, item.label != .balance, item.label != .limit else { return false }
      return isLeast(item, in: message)
    }
  }

  /// Whether "minimum" stands before a sum, with no other number between.
  private static func isLeast(_ item: Sums.Item, in message: Message) -> Bool {
    var place = item.first - 1
    while place >= 0, place >= item.first - 7 {
      let lexeme = message.lexemes[place]
      if lexeme.kind == .number || lexeme.isMark(";") || lexeme.isMark(",")
        || message.endsSentence(before: place + 1) && !isShort(place, message)
      {
        return false
      }
      if message.isWord(at: place, among: least) { return true }
      if lexeme.startsLine { return false }
      place -= 1
    }
    return false
  }

  /// "Мин. платёж".
  private static func isShort(_ dot: Int, _ message: Message) -> Bool { message.isWord(at: dot - 1, among: least) }

  private static let least = WordSet(.leastToPay)

  // MARK: The day

  /// "Внесите до 25.12", "due date 26/12/2026", "Pay by May 15, 2026". `monthFirst` is how Americans write days in numbers.
  static func date(in message: Message, monthFirst: Bool) -> DueDate? {
    guard message.mayHave(until) else { return nil }
    for index in 1..<max(message.count, 1) where isDay(index, in: message) && isDue(index, in: message) {
      if let day = day(at: index, in: message, monthFirst: monthFirst) { return day }
    }
    return nil
  }

  private static func isDay(_ index: Int, in message: Message) -> Bool {
    let lexeme = message.lexemes[index]
    if lexeme.kind == .moment { return true }
    // `25.12`.
    return lexeme.kind == .number && lexeme.digits == 4 && lexeme.decimals == 2 && message.concept(at: index + 1) != .currency
  }

  /// Whether a word for the last day stands close before a date, in its sentence.
  private static func isDue(_ index: Int, in message: Message) -> Bool {
    var place = index - 1
    while place >= 0, place >= index - 5 {
      let lexeme = message.lexemes[place]
      if lexeme.kind == .number || lexeme.kind == .moment { return false }
      if message.isWord(at: place, among: until) { return true }
      // "Дата платежа: 25.12.2026".
      if lexeme.concept == .dateLabel, message.concept(at: place + 1) == .payment { return true }
      if lexeme.startsLine || message.endsSentence(before: place) { return false }
      place -= 1
    }
    return false
  }

  private static let until = WordSet(.dueUntil)

  private static func day(at index: Int, in message: Message, monthFirst: Bool) -> DueDate? {
    let lexeme = message.lexemes[index]
    var numbers: [Int] = []
    var letters = ""
    var digits = 0
    var isTime = false
    for scalar in message.string(lexeme.start..<lexeme.end).unicodeScalars {
      if let digit = Folding.folded(scalar).properties.numericType == .decimal ? Int(String(Folding.folded(scalar))) : nil {
        if digits == 0 { numbers.append(0) }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit
        digits += 1
        if digits > 4 { return nil }
      } else {
        digits = 0
        if scalar == ":" { isTime = true }
        if scalar.properties.isAlphabetic { letters.unicodeScalars.append(scalar) }
      }
    }
    guard !isTime, let first = numbers.first else { return nil }
    if !letters.isEmpty {
      guard let month = month(letters) else { return nil }
      return DueDate(year: numbers.count > 1 ? full(numbers[1]) : nil, month: month, day: first)
    }
    guard numbers.count > 1 else { return nil }
    if first > 31 { return numbers.count > 2 ? DueDate(year: full(first), month: numbers[1], day: numbers[2]) : nil }
    let year = numbers.count > 2 ? full(numbers[2]) : nil
    let isTurned = numbers[1] > 12 || monthFirst && first <= 12
    return DueDate(year: year, month: isTurned ? first : numbers[1], day: isTurned ? numbers[1] : first)
  }

  private static func full(_ year: Int) -> Int { year < 100 ? 2000 + year : year }

  private static func month(_ letters: String) -> Int? {
    let value = Lexeme.value(ofLetters: Spellings(of: letters).typed)
    return months.firstIndex { $0.contains(value) }.map { $0 + 1 }
  }

  private static let months: [WordSet] = [
    WordSet(.january), WordSet(.february), WordSet(.march),
    WordSet(.april), WordSet(.may), WordSet(.june), WordSet(.july),
    WordSet(.august), WordSet(.september),
    WordSet(.october), WordSet(.november), WordSet(.december),
  ]
}
