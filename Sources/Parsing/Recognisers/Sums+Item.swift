/// What one number of a text is.
extension Sums.Walk {
  func item(at index: Int) -> Sums.Item? {
    let number = message.lexemes[index]
    let after = message.isMark(at: index + 1, "%") || message.concept(at: index + 1) == .bonus && message.lexemes[index + 1].currency == 0
    if after || message.concept(at: index + 1) == .lifetime { return nil }
    // "Total: 24,481.97 PLUS": points.
    if message.isKind(.word, at: index + 1), Self.plus.contains(message.lexemes[index + 1].value),
      message.concept(at: index - 1) != .currency,
      !message.lexemes[index + 1].flags.contains(.lower)
    {
      return nil
    }
    if message.isMark(at: index - 1, "№") || message.isMark(at: index - 1, "#") { return nil }
    var item = Sums.Item(
      label: label, value: number.value, decimals: number.decimals, currency: 0, isNamed: false, sign: 0,
      looksLikeMoney: number.flags.contains(.grouped) || number.decimals == 2 || number.decimals == 1, first: index, last: index,
      number: index)
    let before = currencyBefore(index)
    let scale = scale(behind: index)
    if let scale {
      let (value, overflow) = item.value.multipliedReportingOverflow(by: scale)
      if overflow { return nil }
      item.value = value
      item.looksLikeMoney = true
    }
    let end = scale == nil ? index : index + 1
    item.last = end
    let behind = currencyAfter(end)
    if let behind, before == nil || !message.isKind(.number, at: behind.last + 1) || message.lexemes[behind.last].kind == .mark {
      item.currency = behind.currency
      item.last = behind.last
    } else if let before {
      item.currency = before.currency
      item.first = before.first
    }
    // The rial of Iran, Oman, Yemen and the riyal are one word; the bank tells which.
    if item.currency == Currencies.irr, message.defaultCurrency != 0, message.defaultCurrency != Currencies.irr {
      item.currency = message.defaultCurrency
    }
    item.isNamed = item.currency != 0
    sign(&item)
    if isPartOfName(index, item), !(item.isNamed && item.decimals > 0 && item.last > index) { return nil }
    if item.label == .balance, movedBy(item.first) { item.label = .none }
    // "El saldo es inferior a 80 EUR": what a balance is measured by.
    if item.label == .balance,
      message.isWord(at: item.first - 1, among: Self.lower) || message.isWord(at: item.first - 2, among: Self.lower)
        || message.isWord(at: item.first - 1, among: Self.upTo)
    {
      item.label = .bound
    }
    if item.label == .bonus, age > 2 { item.label = .none }
    if label == .reference, !item.isNamed, !item.looksLikeMoney { return nil }
    if label == .balance, !item.isNamed, !item.looksLikeMoney, isNumberOfAccount(index, number) { return nil }
    if number.flags.contains(.zeroLed), number.decimals == 0, number.digits > 1 { return nil }
    // `01.06` is a day.
    if number.flags.contains(.zeroLed), number.decimals == 2, number.digits == 4, !item.isNamed, number.value % 100 <= 12 { return nil }
    resolveAmbiguity(&item, number)
    if item.label != .balance, item.label != .limit, item.sign == 0, isBound(item) { item.label = .bound }
    return item
  }

  /// "Balance for account 4417 is $2,750", "остаток на счёте 4070255555 составляет": whose balance, not how much.
  private func isNumberOfAccount(_ index: Int, _ number: Lexeme) -> Bool {
    if number.digits >= 10 { return true }
    var place = index - 1
    while place >= 0, place > index - 4 {
      switch message.concept(at: place) {
      case .card, .account, .cardBrand, .deposit, .ending, .number: return true
      case .balance, .available: return false
      default: break
      }
      // "Остаток на карте: 500".
      guard message.isKind(.word, at: place) || message.isMark(at: place, "№") || message.isMark(at: place, "#") else { return false }
      place -= 1
    }
    return false
  }

  func isBound(_ item: Sums.Item) -> Bool {
    // "3 млн ₽": no bank writes so what moved.
    if item.first > 0, message.isKind(.word, at: item.first - 1) {
      let before = message.lexemes[item.first - 1].value
      // "До 3 000 ₽", not "баланс 3 000 ₽".
      switch message.lexemes[item.first - 1].concept {
      case .none, .from, .to, .by: if Self.upTo.contains(before) { return true }
      default: break
      }
      if message.concept(at: item.first - 1) == .to, item.first > 1, Self.up.contains(message.lexemes[item.first - 2].value) { return true }
      // "Es inferior a 100 EUR", "less than $50".
      if message.isWord(at: item.first - 2, among: Self.lower) { return true }
    }
    let next = item.last + 1
    let word = message.concept(at: next)
    guard word == .at || word == .none && message.isKind(.word, at: next) && Self.per.contains(message.lexemes[next].value),
      message.isKind(.word, at: next + 1)
    else { return false }
    return Self.periods.contains(message.lexemes[next + 1].value)
  }

  /// "2 млн ₽", "Rs 2 lakh": by how much the word behind a number multiplies it.
  @inline(__always)
  private func scale(behind index: Int) -> UInt64? {
    guard index + 1 < message.count else { return nil }
    let word = message.lexemes[index + 1]
    guard word.kind == .word, word.concept == .none, !word.flags.contains(.upper), word.end - word.start <= 7 else { return nil }
    return scale(of: word)
  }

  @inline(never)
  private func scale(of word: Lexeme) -> UInt64? {
    guard Self.scales.contains(word.value) else { return nil }
    switch word.value {
    case _ where Self.thousand.contains(word.value): return 1_000
    case _ where Self.lakh.contains(word.value): return 100_000
    case _ where Self.crore.contains(word.value): return 10_000_000
    default: return 1_000_000
    }
  }

  static let scales = WordSet(.scale)
  static let thousand = WordSet(.thousand)
  static let lakh = WordSet(.lakh)
  static let crore = WordSet(.crore)
  static let plus = WordSet(.plus)
  static let up = WordSet(.up)
  static let per = WordSet(.per)
  static let lower = WordSet(.lower)
  static let upTo = WordSet(.upTo)
  static let periods = WordSet(.perPeriod)

  /// A number glued to a word (`VISA1234`, `36,6_6806`) is no sum, except after Persian or Arabic words and after a label.
  func isPartOfName(_ index: Int, _ item: Sums.Item) -> Bool {
    if item.last == index, message.isGlued(index + 1), message.isKind(.word, at: index + 1), message.concept(at: index + 1) != .credit,
      message.concept(at: index + 1) != .debit
    {
      return true
    }
    // "404L7T6": letters and digits by turns.
    if item.last == index + 1, message.lexemes[item.last].kind == .word, message.isGlued(item.last), message.isGlued(item.last + 1),
      message.isKind(.number, at: item.last + 1)
    {
      return true
    }
    // "MT 2755_".
    if item.last == index, message.isMark(at: index + 1, "_"), message.isGlued(index + 1) { return true }
    guard message.isGlued(index), item.first == index, message.isKind(.word, at: index - 1) else { return false }
    // "Баланс MAES5567: 11 847 ₽".
    if message.concept(at: index - 1) == .cardBrand { return true }
    return (label == .none || label == .reference) && message.bytes[Int(message.lexemes[index - 1].start)] < 0xD8
  }

  /// "Balance … grew by 500", "баланс увеличен на 500": the sum moved.
  func movedBy(_ first: Int) -> Bool {
    let before =
      message.concept(at: first - 1) == .none && message.isMark(at: first - 1, ":")
      ? message.concept(at: first - 2) : message.concept(at: first - 1)
    guard before == .to || before == .by else { return false }
    return (max(0, first - 9)..<first).contains { message.concept(at: $0) == .debit || message.concept(at: $0) == .credit }
  }

  func sign(_ item: inout Sums.Item) {
    for place in [item.first - 1, item.number - 1] where place > lastUsed && place >= 0 {
      let lexeme = message.lexemes[place]
      guard lexeme.kind == .mark, lexeme.isMark("-") || lexeme.isMark("+") else { continue }
      let isMinus = lexeme.isMark("-")
      if isMinus, message.lexemes[place + 1].isSpaced, !message.isMark(at: place - 1, ":"),
        !((isMinusSign(lexeme) || item.isNamed) && (place == 0 || lexeme.startsLine))
      {
        continue
      }
      if message.isGlued(place), place == item.first - 1, message.isKind(.word, at: place - 1) || message.isKind(.number, at: place - 1) {
        continue
      }
      item.sign = isMinus ? -1 : 1
      item.first = min(item.first, place)
      return
    }
  }

  /// U+2212, which is no dash.
  private func isMinusSign(_ lexeme: Lexeme) -> Bool {
    lexeme.end - lexeme.start == 3 && message.bytes[Int(lexeme.start) + 1] == 0x88
  }

  /// `1.234`: decimals where the currency has three of them or puts a point before them, thousands elsewhere.
  func resolveAmbiguity(_ item: inout Sums.Item, _ number: Lexeme) {
    guard number.flags.contains(.ambiguous) else { return }
    let place = item.currency != 0 ? item.currency : message.defaultCurrency
    if Currencies.all[Int(place)].usesDecimalComma || place == Currencies.rub || place == Currencies.irr
      || Currencies.exponents[Int(place)] == 0
    {
      item.decimals = 0
    }
  }
}
