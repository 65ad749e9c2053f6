/// Which of the sums moved, and which is what is left.
enum Amounts {
  /// The sum that moved: one with a sign or a label "amount" before a plain one, a plain one before a fee.
  static func amount(in sums: Sums, of message: Message) -> Sums.Item? {
    var best: Int?
    var bestStrength = 0
    for (place, item) in sums.items.enumerated() {
      let strength = strength(of: item, in: message)
      if strength > bestStrength {
        best = place
        bestStrength = strength
      }
    }
    guard let best else { return nil }
    // A bare number beside "from 3 000 ₽" counts something else.
    if bestStrength == 1, sums.items.contains(where: { $0.label == .bound }) { return nil }
    let item = sums.items[best]
    // "Код отмены операции 482": a bare number behind that word is the beginning of a code, cut short.
    if bestStrength == 1, message.first(.code, in: max(0, item.first - 4)..<item.first) != nil { return nil }
    // "219.98 TRY (17.71 SAR)": what the account is charged stands in brackets.
    if best + 1 < sums.items.count {
      let inBrackets = sums.items[best + 1]
      if inBrackets.first == item.last + 2, message.isMark(at: item.last + 1, "("), inBrackets.isNamed, item.isNamed,
        inBrackets.currency != item.currency
      {
        return inBrackets
      }
    }
    return item
  }

  private static func strength(of item: Sums.Item, in message: Message) -> Int {
    let isMoney = item.isNamed || item.looksLikeMoney
    // "RM0.00 BANK: RM15.00 credited", "fee 0.00": nothing is what moved only where nothing else is told.
    if item.value == 0, item.label != .amount { return isMoney ? 1 : 0 }
    switch item.label {
    case .balance, .before, .rate, .bound: return 0
    // "You've earned AED 36.75 cashback": money where no other is told.
    case .bonus: return item.isNamed ? 1 : 0
    case .limit: return 0
    case .total: return isMoney ? 7 : 0
    case .amount: return isMoney ? 6 : 5
    // "Пополнение счёта 1472.00".
    case .reference: return item.isNamed ? 3 : item.sign != 0 && item.looksLikeMoney ? 3 : item.decimals == 2 ? 2 : 0
    case .none:
      if item.sign != 0, isMoney { return 5 }
      // "Списано 355 ₽ … Пополните на сумму 9 031 ₽": what was done comes first.
      if item.isNamed { return isDone(item, in: message) ? 6 : 4 }
      return item.looksLikeMoney ? 3 : 1
    case .fee: return item.sign != 0 ? 5 : isMoney ? 2 : 0
    case .other: return item.isNamed ? 2 : 0
    }
  }

  private static func isDone(_ item: Sums.Item, in message: Message) -> Bool {
    let before = message.concept(at: item.first - 1)
    return (before == .debit || before == .credit) && Outcomes.isDone(at: item.first - 1, in: message)
  }
}

/// What is left after an operation.
enum Balances {
  /// The first sum called a balance; a limit stands for it where there is none.
  static func balance(in sums: Sums) -> Sums.Item? {
    sums.items.first { $0.label == .balance } ?? sums.items.first { $0.label == .limit }
  }
}

extension Reading.Sum {
  /// The sum in minor units of its currency, else of the default currency; nil when it is too large for 64 bits.
  init?(_ item: Sums.Item, in message: Message, currency fallback: UInt8) {
    let place = item.currency != 0 ? item.currency : fallback
    let exponent = Currencies.exponents[Int(place)]
    guard var value = Int64(exactly: item.value), value < .max else { return nil }
    var decimals = Int(item.decimals)
    while decimals < exponent {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      decimals += 1
    }
    while decimals > exponent {
      value /= 10
      decimals -= 1
    }
    minorUnits = value
    self.currency = place
    sign = item.sign
    bytes = message.lexemes[item.first].start..<message.lexemes[item.last].end
  }
}
