/// All sums of money in a text, each with the word that governs it. `Amounts` and `Balances` choose among them.
struct Sums {
  /// What the words before a sum say of it.
  enum Label: UInt8 {
    case none
    case amount
    case total
    case balance
    /// "Лимит": what is left of a credit, or an offer.
    case limit
    case fee
    case bonus
    case rate
    /// Own funds, debt, minimum payment, the size of a deposit.
    case other
    /// A number that counts something else: an order, a phone, a card.
    case reference
    /// "До 300 000 ₽", "от 3 000 ₽", "50 000 ₽ в день": how much may move, not what moved.
    case bound
  }

  /// A number that may be money.
  struct Item {
    var label: Label
    var value: UInt64
    var decimals: UInt8
    var currency: UInt8
    /// Whether a currency stands at it in the text.
    var isNamed: Bool
    var sign: Int8
    /// Whether a decimal sign or thousands make it look like money.
    var looksLikeMoney: Bool
    /// The pieces it spans, sign and currency included.
    var first: Int
    var last: Int
    var number: Int
  }

  /// More than any real message holds; the rest of a hostile one isn't looked at.
  static let limit = 24

  private(set) var items: ContiguousArray<Item>

  /// - Parameter storage: an array that is used again, so that reading many texts allocates little.
  init(_ message: Message, in storage: ContiguousArray<Item> = []) {
    items = storage
    items.removeAll(keepingCapacity: true)
    var walk = Walk(message: message)
    walk.run(into: &items)
  }

  /// The sum around the number at `index`, whatever the words before it say; nil when it is part of a name or counts something else.
  static func item(at index: Int, in message: Message) -> Item? {
    var walk = Walk(message: message)
    walk.label = .amount
    return walk.item(at: index)
  }

  /// One pass over the pieces that keeps the governing word.
  private struct Walk {
    let message: Message
    var label = Label.none
    var age = 0
    var lastUsed = -1

    init(message: Message) {
      self.message = message
    }

    mutating func run(into items: inout ContiguousArray<Item>) {
      var index = 0
      while index < message.count {
        let lexeme = message.lexemes[index]
        if lexeme.startsLine, age > 0 { label = .none }
        if lexeme.kind == .number, lexeme.digits <= 15 {
          if let item = item(at: index) {
            if items.count == Sums.limit { return }
            items.append(item)
            lastUsed = item.last
            index = item.last
            label = .none
          } else {
            age += 1
          }
        } else {
          govern(by: lexeme, at: index, &items)
        }
        index += 1
      }
    }

    private mutating func set(_ new: Label) {
      label = new
      age = 0
    }

    private mutating func govern(by lexeme: Lexeme, at index: Int, _ items: inout ContiguousArray<Item>) {
      switch lexeme.concept {
      case .deposit where message.concept(at: index - 1) == .to && message.isMark(at: index + 1, ":"): set(.balance)
      case .balance:
        let before = message.concept(at: index - 1)
        if before == .credit || before == .debit, !message.isMark(at: index + 1, ":"), !message.isKind(.number, at: index + 1) {
          // "Увеличен баланс счёта 500": the balance is what moved.
          set(.none)
        } else if let last = items.indices.last, items[last].last == index - 1, items[last].label == .none, !numberFollows(index) {
          items[last].label = .balance
        } else {
          set(.balance)
        }
      case .available: set(.balance)
      case .limit: set(label == .balance && age <= 2 ? .balance : .limit)
      case .amount:
        if label == .balance, age <= 1 {
          age = 0
        } else if isWhatLies(index) {
          set(.balance)
        } else {
          let next = message.concept(at: index + 1)
          set(next == .deposit || next == .debt || next == .otherSum ? .other : .amount)
        }
      case .total: if label == .balance, age <= 1 { age = 0 } else { set(.total) }
      case .fee: set(.fee)
      case .service where message.concept(at: index + 1) == .operation: set(.fee)
      case .bonus: set(.bonus)
      case .rate: set(.rate)
      case .otherSum, .debt, .statement:
        let before = message.concept(at: index - 1)
        set(before == .debit || before == .payment || before == .credit ? .none : .other)
      case .reference, .number, .dial, .phone, .code, .otherCode: if label == .none || label == .reference { set(.reference) }
      case .card, .account, .cardBrand, .deposit, .ending: if label == .none { set(.reference) } else { age += 1 }
      case .debit, .credit, .refund, .payment, .transfer, .operation, .cancel:
        // "Лимит расходов 30 000": still a limit.
        if label == .limit, age <= 1 { break }
        if label != .amount || age > 0 { set(.none) }
      default:
        if lexeme.isMark(";") { label = .none }
        age += 1
        if age > 10 { label = .none }
      }
    }

    /// "Сумма на вкладе", "сумма на счёте": what lies there.
    private func isWhatLies(_ index: Int) -> Bool {
      guard message.concept(at: index + 1) == .to || message.concept(at: index + 1) == .at else { return false }
      let place = message.concept(at: index + 2)
      return place == .deposit || place == .account
    }

    private func numberFollows(_ index: Int) -> Bool {
      var next = index + 1
      while next < min(index + 5, message.count) {
        if message.lexemes[next].kind == .number { return true }
        next += 1
      }
      return false
    }

    func item(at index: Int) -> Item? {
      let number = message.lexemes[index]
      let after = message.isMark(at: index + 1, "%") || message.concept(at: index + 1) == .bonus && message.lexemes[index + 1].currency == 0
      if after || message.concept(at: index + 1) == .lifetime { return nil }
      if message.isMark(at: index - 1, "№") || message.isMark(at: index - 1, "#") { return nil }
      var item = Item(
        label: label, value: number.value, decimals: number.decimals, currency: 0, isNamed: false, sign: 0,
        looksLikeMoney: number.flags.contains(.grouped) || number.decimals == 2 || number.decimals == 1, first: index, last: index,
        number: index)
      let before = currencyBefore(index)
      let behind = currencyAfter(index)
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
      if item.label == .bonus, age > 2 { item.label = .none }
      if label == .reference, !item.isNamed, !item.looksLikeMoney { return nil }
      if number.flags.contains(.zeroLed), number.decimals == 0, number.digits > 1 { return nil }
      resolveAmbiguity(&item, number)
      if item.label != .balance, item.label != .limit, item.sign == 0, isBound(item) { item.label = .bound }
      return item
    }

    private func isBound(_ item: Item) -> Bool {
      if item.first > 0, message.isKind(.word, at: item.first - 1) {
        let before = message.lexemes[item.first - 1].value
        if Self.upTo.contains(before) { return true }
        if message.concept(at: item.first - 1) == .to, item.first > 1, message.lexemes[item.first - 2].value == Self.up { return true }
      }
      let next = item.last + 1
      guard message.concept(at: next) == .at || message.isKind(.word, at: next) && message.lexemes[next].value == Self.per,
        message.isKind(.word, at: next + 1)
      else { return false }
      return Self.periods.contains(message.lexemes[next + 1].value)
    }

    private static let up = Lexeme.value(ofWord: "up")
    private static let per = Lexeme.value(ofWord: "per")
    private static let upTo = ["до", "do", "от", "upto", "bis", "hasta"].map(Lexeme.value(ofWord:))
    private static let periods = [
      "день", "сутки", "неделю", "месяц", "год", "den", "sutki", "nedelyu", "mesyac", "mesyats", "god", "day", "week", "month", "year",
    ].map(Lexeme.value(ofWord:))

    /// A number glued to a word (`VISA1234`, `36,6_6806`) is no sum, except after Persian or Arabic words and after a label.
    private func isPartOfName(_ index: Int, _ item: Item) -> Bool {
      if item.last == index, message.isGlued(index + 1), message.isKind(.word, at: index + 1), message.concept(at: index + 1) != .credit,
        message.concept(at: index + 1) != .debit
      {
        return true
      }
      guard message.isGlued(index), item.first == index, message.isKind(.word, at: index - 1) else { return false }
      return label == .none && message.bytes[Int(message.lexemes[index - 1].start)] < 0xD8
    }

    /// "Balance … grew by 500", "баланс увеличен на 500": the sum moved.
    private func movedBy(_ first: Int) -> Bool {
      let before =
        message.concept(at: first - 1) == .none && message.isMark(at: first - 1, ":")
        ? message.concept(at: first - 2) : message.concept(at: first - 1)
      guard before == .to || before == .by else { return false }
      return (max(0, first - 9)..<first).contains { message.concept(at: $0) == .debit || message.concept(at: $0) == .credit }
    }

    private func currencyBefore(_ index: Int) -> (currency: UInt8, first: Int)? {
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
    private func isRand(_ place: Int, before number: Int) -> Bool {
      let lexeme = message.lexemes[place]
      guard place + 1 == number, lexeme.end - lexeme.start == 1, message.bytes[Int(lexeme.start)] == 0x52, message.isGlued(number),
        lexeme.isSpaced
      else { return false }
      return message.lexemes[number].decimals == 2 || message.lexemes[number].flags.contains(.grouped)
    }

    private func currencyAfter(_ index: Int) -> (currency: UInt8, last: Int)? {
      let place = index + 1
      guard place < message.count, message.lexemes[place].currency != 0, !message.lexemes[place].startsLine else { return nil }
      guard isCurrency(place, gluedTo: index, before: false) else { return nil }
      // "ريال سعودي": the country's name behind the coin's says which.
      if place + 1 < message.count, message.lexemes[place].currency == Currencies.irr, message.lexemes[place + 1].currency != 0 {
        return (message.lexemes[place + 1].currency, place + 1)
      }
      return (message.lexemes[place].currency, place)
    }

    /// Whether a word that can mean a currency does: short ones are also other words, and must be written as a currency is.
    private func isCurrency(_ place: Int, gluedTo number: Int, before: Bool) -> Bool {
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
          return isGlued && lexeme.flags.contains(.upper) && lexeme.currency != Currencies.rub && lexeme.currency != Currencies.kzt
        }
        return lexeme.currency == Currencies.rub || lexeme.currency == Currencies.kzt
      }
      return isGlued || lexeme.flags.contains(.upper) || lexeme.concept == .currency && !before
    }

    /// US$, HK$, NT$ and the like.
    private func prefixedDollar(_ mark: Int) -> UInt8? {
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

    private func sign(_ item: inout Item) {
      for place in [item.first - 1, item.number - 1] where place > lastUsed && place >= 0 {
        let lexeme = message.lexemes[place]
        guard lexeme.kind == .mark, lexeme.isMark("-") || lexeme.isMark("+") else { continue }
        let isMinus = lexeme.isMark("-")
        if isMinus, message.lexemes[place + 1].isSpaced, !message.isMark(at: place - 1, ":") { continue }
        if message.isGlued(place), place == item.first - 1, message.isKind(.word, at: place - 1) || message.isKind(.number, at: place - 1) {
          continue
        }
        item.sign = isMinus ? -1 : 1
        item.first = min(item.first, place)
        return
      }
    }

    /// `1.234`: decimals where the currency has three of them or puts a point before them, thousands elsewhere.
    private func resolveAmbiguity(_ item: inout Item, _ number: Lexeme) {
      guard number.flags.contains(.ambiguous) else { return }
      let place = item.currency != 0 ? item.currency : message.defaultCurrency
      if Currencies.all[Int(place)].usesDecimalComma || place == Currencies.rub || place == Currencies.irr
        || Currencies.exponents[Int(place)] == 0
      {
        item.decimals = 0
      }
    }
  }
}
