/// Which currency stands at a number, before it or behind it.
extension Sums.Walk {
  func currencyBefore(_ index: Int) -> (currency: UInt8, first: Int)? {
    var place = index - 1
    if message.isMark(at: place, ".") || message.isMark(at: place, "-") || message.isMark(at: place, ":")
      || message.isMark(at: place, "+")
    {
      place -= 1
    }
    guard place > lastUsed, place >= 0, message.lexemes[place].currency != 0 else { return nil }
    if place + 1 < message.count, message.lexemes[place + 1].startsLine { return nil }
    if isRand(place, before: index) { return (Currencies.zar, place) }
    guard isCurrency(place, gluedTo: index, before: true) else { return nil }
    if message.lexemes[place].kind == .mark, message.isGlued(place), message.isKind(.word, at: place - 1),
      let prefixed = prefixedDollar(place)
    {
      return (prefixed, place - 1)
    }
    return (message.lexemes[place].currency, place)
  }

  /// `R245.99`: the rouble's letter stands behind the number, the rand's before it.
  func isRand(_ place: Int, before number: Int) -> Bool {
    let lexeme = message.lexemes[place]
    guard place + 1 == number, lexeme.end - lexeme.start == 1, message.bytes[Int(lexeme.start)] == 0x52, message.isGlued(number),
      lexeme.isSpaced
    else { return false }
    return message.lexemes[number].decimals == 2 || message.lexemes[number].flags.contains(.grouped)
  }

  func currencyAfter(_ index: Int) -> (currency: UInt8, last: Int)? {
    if message.isKind(.mark, at: index + 1), let apart = currencyApart(index) { return apart }
    let place = index + 1
    guard place < message.count, message.lexemes[place].currency != 0, !message.lexemes[place].startsLine else { return nil }
    guard isCurrency(place, gluedTo: index, before: false) else { return nil }
    // "ريال سعودي": the country's name behind the coin's says which.
    if place + 1 < message.count, message.lexemes[place].currency == Currencies.irr, message.lexemes[place + 1].currency != 0 {
      return (message.lexemes[place + 1].currency, place + 1)
    }
    return (message.lexemes[place].currency, place)
  }

  /// `50.25(UAH)`, `(17.90) EUR`, `500.00, USD,`, `USD/500`: a currency with a mark between; and the shekel, which is written ש"ח.
  private func currencyApart(_ index: Int) -> (currency: UInt8, last: Int)? {
    let mark = message.lexemes[index + 1]
    let place = index + 2
    guard place < message.count, !message.lexemes[place].startsLine else { return nil }
    let word = message.lexemes[place]
    if mark.isMark("("), word.currency != 0, message.isMark(at: place + 1, ")"), message.isGlued(index + 1) || word.kind == .mark {
      return (word.currency, place)
    }
    guard word.kind == .word, word.concept == .currency, word.end - word.start == 3, word.flags.contains(.upper) else { return nil }
    if mark.isMark(")"), message.isMark(at: index - 1, "(") { return (word.currency, place) }
    let isField = mark.isMark(",") || mark.isMark("/") && !message.isKind(.number, at: place + 1)
    guard isField, !message.isKind(.number, at: place + 1) || message.isMark(at: place + 1, ",") else { return nil }
    return (word.currency, place)
  }

  /// Whether a word that can mean a currency does: short ones are also other words, and must be written as a currency is.
  func isCurrency(_ place: Int, gluedTo number: Int, before: Bool) -> Bool {
    let lexeme = message.lexemes[place]
    guard lexeme.kind == .word else { return true }
    let length = lexeme.end - lexeme.start
    let isCyrillic = message.bytes[Int(lexeme.start)] >= 0xD0
    if isCyrillic || length >= 3 && lexeme.concept == .currency { return !before || !isCyrillic || length > 3 }
    if before, place > 0, !lexeme.isSpaced, !message.isMark(at: place - 1, ":"), !message.isMark(at: place - 1, "(") {
      return length > 1 && number == place + 1 && message.isGlued(number)
    }
    let isGlued = before ? number == place + 1 && message.isGlued(number) : message.isGlued(place)
    if length == 1 {
      if before {
        // `N2711054` is a number's name; money in such a currency has its decimals or thousands set apart.
        let isMoney = message.lexemes[number].decimals == 2 || message.lexemes[number].flags.contains(.grouped)
        return isGlued && isMoney && lexeme.flags.contains(.upper) && lexeme.currency != Currencies.rub && lexeme.currency != Currencies.kzt
      }
      return lexeme.currency == Currencies.rub || lexeme.currency == Currencies.kzt
    }
    return isGlued || lexeme.flags.contains(.upper) || lexeme.concept == .currency && !before
  }

  /// US$, HK$, NT$ and the like.
  func prefixedDollar(_ mark: Int) -> UInt8? {
    guard message.isMark(at: mark, "$") else { return nil }
    switch message.string(message.lexemes[mark - 1].start..<message.lexemes[mark - 1].end) {
    case "US": return Currencies.place(of: "USD")
    case "HK": return Currencies.place(of: "HKD")
    case "NT", "TW", "TWD", "NTD": return Currencies.place(of: "TWD")
    case "S", "SG": return Currencies.place(of: "SGD")
    case "A", "AU": return Currencies.place(of: "AUD")
    case "C", "CA": return Currencies.place(of: "CAD")
    case "R": return Currencies.place(of: "BRL")
    case "MX": return Currencies.place(of: "MXN")
    default: return nil
    }
  }
}
