extension Sums {
  /// One pass over the pieces that keeps the governing word.
  struct Walk: ~Copyable {
    let message: Message
    var label = Label.none
    var age = 0
    var lastUsed = -1
    /// Whether one of the words may be there that tell a balance two by two.
    private var mayTellBalance = false

    init(message: Message) {
      self.message = message
    }

    mutating func run(into found: inout Found) {
      mayTellBalance = message.mayHave(Self.shortBalances)
      var index = 0
      while index < message.count {
        let lexeme = message.lexemes[index]
        if lexeme.startsLine, age > 0 { label = .none }
        if lexeme.kind == .number, lexeme.digits <= 15 {
          if let item = item(at: index) {
            if found.isFull { return }
            found.append(item)
            lastUsed = item.last
            index = item.last
            label = .none
          } else {
            age += 1
            // "Всего 0,3 %, не больше 300 ₽": the word has its number.
            if label == .total, message.isMark(at: index + 1, "%") { label = .none }
          }
        } else if lexeme.kind == .masked || lexeme.kind == .chain, label == .reference {
          // "Карта *4417 200 000 ₸": the word has its number.
          label = .none
        } else if lexeme.concept != .none || isBalanceInTwoWords(lexeme, index) {
          govern(by: lexeme, at: index, found)
        } else {
          if lexeme.isMark(";") { label = .none }
          grow()
        }
        index += 1
      }
    }

    mutating func set(_ new: Label) {
      label = new
      age = 0
    }

    mutating func govern(by lexeme: Lexeme, at index: Int, _ found: Found) {
      switch lexeme.concept {
      // Two short words that mean a balance; what else means nothing doesn't come here.
      case .none: set(.balance)
      // "Выплата процентов. На вклад: 640 ₽" is what came.
      case .deposit where message.concept(at: index - 1) == .to && message.isMark(at: index + 1, ":"):
        set(message.has(.interest) || message.has(.credit) ? .none : .balance)
      case .balance:
        let before = message.concept(at: index - 1)
        // "Проценты на остаток 123 ₽", "выплата % на остаток по карте".
        if before == .to, message.concept(at: index - 2) == .interest || message.isMark(at: index - 2, "%") {
          set(.none)
        } else if message.isWord(at: index - 1, among: Nouns.changing)
          || (before == .credit || before == .debit) && !lexeme.startsLine && !message.isMark(at: index + 1, ":") && !numberIsNext(index)
        {
          // "Увеличен баланс счёта 500", "изменение остатка: 500": the balance is what moved.
          set(.none)
        } else if isOfBefore(index) {
          set(.before)
        } else if let last = found.last, last.last == index - 1, last.label == .none, !numberFollows(index) {
          found.relabel(.balance)
        } else {
          set(.balance)
        }
      case .available: set(.balance)
      case .limit where index > 0 && found.last.map({ isCalled($0, at: index) }) == true: found.relabel(.limit)
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
      // "Total due", "total outstanding".
      case .total where message.concept(at: index + 1) == .future || message.concept(at: index + 1) == .otherSum: set(.other)
      case .total: if label == .balance, age <= 1 { age = 0 } else { set(.total) }
      case .fee: set(.fee)
      case .bonus: set(.bonus)
      case .rate: set(.rate)
      // "Остаток: кредитные 2 987 ₽".
      case .otherSum where label == .balance && age <= 1 && message.isMark(at: index - 1, ":"): age = 0
      // "Доступные средства: 500".
      case .otherSum where label == .balance && age == 0 && message.isWord(at: index, among: Self.funds): age = 0
      // "Остаток баланса".
      case .statement where label == .balance && age == 0: age = 0
      case .own where message.isMark(at: index + 1, ":"): set(.other)
      // "Изменение: -1 000".
      case .changed where label == .reference: set(.none)
      case .otherSum, .debt, .statement:
        let before = message.concept(at: index - 1)
        set(before == .debit || before == .payment || before == .credit ? .none : .other)
      case .reference, .number, .dial, .phone, .code, .otherCode: if label == .none || label == .reference { set(.reference) }
      // "Перевод 100 $. На счёте 3 679 ₽".
      case .account where label == .none && isWhere(index), .card where label == .none && isWhere(index): set(.balance)
      case .card, .account, .cardBrand, .deposit, .ending: if label == .none { set(.reference) } else { age += 1 }
      // "Покупка 480 ₽. Кэшбэк 5 ₽": what came besides.
      case .refund where found.last?.isNamed == true && message.isWord(at: index, among: Refunds.cashback): set(.bonus)
      case .future where found.last?.isNamed == true && message.isWord(at: index, among: Verdicts.promised): set(.bonus)
      case .debit, .credit, .refund, .payment, .transfer, .operation, .cancel:
        // "Лимит расходов 30 000": still a limit.
        if label == .limit, age <= 1 { break }
        // "Остаток лимита на переводы": still what is left.
        if label == .balance, age <= 1, (index - 2..<index).contains(where: { message.concept(at: $0) == .limit }) { break }
        // "Saldo po operacji", "balance after this transaction", "доступно для платежей".
        if label == .balance, age <= 3, isAfterwards(index) { break }
        if label != .amount || age > 0 { set(.none) }
      default: grow()
      }
    }

    /// One piece further from the governing word, which doesn't reach far.
    mutating func grow() {
      age += 1
      if age > 10 { label = .none }
    }

    /// "Теперь на карте", Vietnamese "số dư", and Romanian "sold", which is a verb of English: "sold 10 shares".
    @inline(__always)
    func isBalanceInTwoWords(_ lexeme: Lexeme, _ index: Int) -> Bool {
      mayTellBalance && lexeme.kind == .word && Self.shortBalances.contains(lexeme.value) && isBalanceInTwoShortWords(index)
    }

    private func isBalanceInTwoShortWords(_ index: Int) -> Bool {
      switch message.lexemes[index].value {
      // "Теперь на карте 34 574 ₽", "у вас ещё: 1 801 ₽".
      case _ where Self.now.contains(message.lexemes[index].value):
        let next = message.concept(at: index + 2)
        return message.concept(at: index + 1) == .to && (next == .card || next == .account)
      // "Бал. 4 111", "Suma disp.: 1 147", "rasp.: 243 882".
      case _
      where Self.bal.contains(message.lexemes[index].value) || Self.disp.contains(message.lexemes[index].value)
        || Self.rasp.contains(message.lexemes[index].value) || Self.rest.contains(message.lexemes[index].value):
        if message.isMark(at: index + 1, ":") || message.isMark(at: index + 1, "=") { return true }
        return message.isMark(at: index + 1, ".") && (message.isKind(.number, at: index + 2) || message.isMark(at: index + 2, ":"))
      // "Stan konta".
      case _ where Self.stan.contains(message.lexemes[index].value):
        return message.concept(at: index + 1) == .account || message.concept(at: index + 1) == .card
      // "Всего вы накопили 189", "всего накоплено 189".
      case _ where Self.saved.contains(message.lexemes[index].value) || Self.savedUp.contains(message.lexemes[index].value):
        return message.isKind(.number, at: index + 1)
          && (message.concept(at: index - 1) == .total || message.concept(at: index - 2) == .total)
      case _ where Self.more.contains(message.lexemes[index].value): return message.isMark(at: index + 1, ":")
      case _ where Self.du.contains(message.lexemes[index].value):
        return message.isKind(.word, at: index - 1) && Self.so.contains(message.lexemes[index - 1].value)
      case _ where Self.sold.contains(message.lexemes[index].value):
        let next = message.concept(at: index + 1)
        return message.isMark(at: index + 1, ":") || next == .available || next == .account || next == .card
          || message.isKind(.word, at: index + 1) && Self.kont.contains(message.lexemes[index + 1].value)
          || message.isKind(.number, at: index + 1) && message.concept(at: index + 2) == .currency
      default: return false
      }
    }

    private static let shortBalances = WordSet(.beginsBalance)
    static let bal = WordSet(.bal)
    static let disp = WordSet(.disp)
    static let rasp = WordSet(.rasp)
    static let rest = WordSet(.rest)
    static let stan = WordSet(.stan)
    static let saved = WordSet(.saved)
    static let savedUp = WordSet(.savedUp)
    static let now = WordSet(.now)
    static let more = WordSet(.more)
    static let kont = WordSet(.romanianAccount)
    static let so = WordSet(.vietnameseSo)
    static let du = WordSet(.vietnameseDu)
    static let sold = WordSet(.romanianBalance)

    /// "500 is the limit": what stands before it, and a verb between.
    func isCalled(_ item: Item, at index: Int) -> Bool {
      item.label == .none && item.last == index - 2 && message.isKind(.word, at: index - 1)
        && Self.isVerb.contains(message.lexemes[index - 1].value)
    }

    static let isVerb = WordSet(.isVerb)

    /// "На счёте" at the beginning of a sentence, and a number behind it.
    func isWhere(_ index: Int) -> Bool {
      message.isKind(.number, at: index + 1) && (message.lexemes[index + 1].decimals > 0 || message.concept(at: index + 2) == .currency)
        && message.concept(at: index - 1) == .to && message.isWord(at: index, among: Self.locatives)
        && message.endsSentence(before: index - 1)
    }

    static let locatives = WordSet(.whereMoneyLies)

    /// "Сумма на вкладе", "сумма на счёте": what lies there.
    func isWhatLies(_ index: Int) -> Bool {
      guard message.concept(at: index + 1) == .to || message.concept(at: index + 1) == .at else { return false }
      let place = message.concept(at: index + 2)
      return place == .deposit || place == .account
    }

    /// A number right behind the word at `index`, or its sign.
    private func numberIsNext(_ index: Int) -> Bool {
      message.isKind(.number, at: index + 1)
        || (message.isMark(at: index + 1, "+") || message.isMark(at: index + 1, "-")) && message.isKind(.number, at: index + 2)
    }

    /// "Old balance", "баланс до операции": what there was before.
    private func isOfBefore(_ index: Int) -> Bool {
      message.isWord(at: index - 1, among: Self.former)
        || message.isWord(at: index + 1, among: Self.until) && message.concept(at: index + 2) == .operation
    }

    /// Whether a word "after" or "for" stands before the piece at `index` or a word before it.
    private func isAfterwards(_ index: Int) -> Bool {
      for place in [index - 1, index - 2] {
        if message.concept(at: place) == .purpose || message.isWord(at: place, among: Self.after) { return true }
      }
      return false
    }

    private static let funds = WordSet(.funds)
    private static let former = WordSet(.former)
    private static let until = WordSet(.balanceUntil)
    private static let after = WordSet(.after)

    func numberFollows(_ index: Int) -> Bool {
      var next = index + 1
      while next < min(index + 5, message.count) {
        if message.lexemes[next].kind == .number { return true }
        next += 1
      }
      return false
    }
  }
}
