import Model

/// Texts of money that is yet to move, may move, or is only asked about: on the way, announced, set up, due, summed up, tempting.
enum Intentions {
  /// Whether the text says that what it names hasn't happened, however strong its verb; a balance beside the sum doesn't make it so.
  static func isUnderWay(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    var index = 0
    var outcome: Int??
    while message.has(.pending), let pending = message.first(.pending, in: index..<message.count) {
      index = pending + 1
      if isOfAnother(pending, in: message, evidence, &outcome) { continue }
      switch message.concept(at: pending + 1) {
      // "A pending charge" is one that the bank holds already.
      case .operation where message.isWord(at: pending, among: held), .debit where message.isWord(at: pending, among: held):
        continue
      // "Your scheduled payment was sent."
      case .payment, .transfer, .operation, .debit:
        let last = outcome ?? Outcomes.last(in: message)
        outcome = .some(last)
        if last ?? -1 < pending { return true }
      default: return true
      }
    }
    guard message.has(.done), message.mayHave(being), message.isKind(.word, at: 1) else { return false }
    return (1..<message.count).contains { message.concept(at: $0) == .done && message.isWord(at: $0 - 1, among: being) }
  }

  /// "Следующая выплата ожидается 03.06", "отправлен. Зачисление ожидается до 3 дней": what comes after the operation that is told.
  /// `outcome`: where the text says last that something was done, when that was looked for already.
  private static func isOfAnother(_ pending: Int, in message: Message, _ evidence: Verdicts.Evidence, _ outcome: inout Int??) -> Bool {
    if message.isWord(at: pending - 1, among: another) { return true }
    let start = message.sentenceStart(of: pending)
    guard start > evidence.amount.last else { return false }
    if message.isWord(at: start, among: another) { return true }
    let last = outcome ?? Outcomes.last(in: message)
    outcome = .some(last)
    let isDone = last ?? pending < start
    // "Payment sent. Scheduled by you".
    if isDone, message.concept(at: pending + 1) == .by { return true }
    return evidence.verb.direction == .outgoing && message.concept(at: pending - 1) == .credit && isDone
  }

  /// Whether a text without a balance speaks of something else than an operation that was made.
  static func isMerelyMeant(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    let (verb, amount) = (evidence.verb, evidence.amount)
    return Questions.isAsked(message, evidence) || isWithinDays(message, verb) || isArranged(message) || isFromSomeDay(message, evidence)
      || isToBePaid(message) || isSummary(message) || isPossible(message, at: amount) || isLure(message, verb) || isSetFree(message, verb)
      || isOrdered(message)
  }

  /// "Вам доступно …": an offer, where no card is named.
  static func isOffered(_ message: Message) -> Bool {
    guard message.has(.available) else { return false }
    return (0..<message.count).contains {
      message.concept(at: $0) == .available && message.isWord(at: $0 - 1, among: toYou)
    }
  }

  // MARK: Announced

  /// "Возврат … придёт в течение 3 дней", "refund initiated": money that comes back is promised first.
  private static func isWithinDays(_ message: Message, _ verb: Directions.Verb) -> Bool {
    guard verb.direction == .incoming, message.mayHave(promises) else { return false }
    for index in 0..<message.count where message.isWord(at: index, among: promises) {
      if message.isWord(at: index, among: comings) { return true }
      if message.has(.refund), !message.has(.credit), message.isWord(at: index, among: begun) { return true }
      guard message.isWord(at: index, among: days) else { continue }
      if (max(0, index - 4)..<index).contains(where: { message.isWord(at: $0, among: within) }) { return true }
    }
    return false
  }

  /// "Popolnenie karty 4*1234 na 500 RUB. 8-800-…": what the online bank was told to do, with nothing but its number to call; that it was
  /// done is another message's to say.
  private static func isOrdered(_ message: Message) -> Bool {
    guard [.credit, .debit, .transfer, .payment].contains(message.concept(at: 0)), !message.has(.done) else { return false }
    var hasHotline = false
    for (index, lexeme) in message.lexemes.enumerated() {
      if lexeme.kind == .moment { return false }
      guard lexeme.kind == .chain, isTollFree(lexeme, in: message) else { continue }
      // "Не вы? Звоните 8 800 …" stands under what was done.
      let isAdvice = (index - 3..<index).contains { [.phone, .dial, .by, .imperative, .negation].contains(message.concept(at: $0)) }
      hasHotline = hasHotline || !isAdvice
    }
    return hasHotline
  }

  /// Russia's 8 800 numbers.
  private static func isTollFree(_ lexeme: Lexeme, in message: Message) -> Bool {
    let digits = message.bytes[Int(lexeme.start)..<Int(lexeme.end)].lazy.filter { $0 >= 0x30 && $0 <= 0x39 }
    return digits.prefix(4).elementsEqual("8800".utf8)
  }

  /// "Автоплатёж подключён": what is set up, or switched off, is no operation yet.
  private static func isArranged(_ message: Message) -> Bool {
    guard !message.has(.done), let payment = message.first(.payment, in: 0..<3) else { return false }
    let isAutomatic = message.isWord(at: payment, among: automatic)
    for index in (isAutomatic ? 0 : payment + 1)..<payment + 9 {
      if !isAutomatic, index > payment + 1, message.endsSentence(before: index) { return false }
      switch message.concept(at: index) {
      // "Платёж за подключение интернета", "карта активирована".
      case .bind, .unbind: if ![.forWhat, .by, .card].contains(message.concept(at: index - 1)) { return true }
      default: continue
      }
    }
    return false
  }

  /// "С 1 июля комиссия 300 ₽"; not "за период с 01.06 по 30.06".
  private static func isFromSomeDay(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    guard message.has(.from) else { return false }
    var index = 0
    while let from = message.first(.from, in: index..<message.count) {
      index = from + 1
      guard message.isKind(.moment, at: from + 1), message.isWord(at: from, among: since) else { continue }
      // "Покупка 900 ₽. С 1 июля комиссия 1 %", "списана комиссия 60 ₽ с карты за период с 01.06".
      if message.sentenceStart(of: from) > evidence.amount.last || evidence.hasCard && evidence.amount.last < from { continue }
      if message.concept(at: from + 2) != .by, message.has(.fee) || message.has(.rate) { return true }
    }
    return false
  }

  /// "К оплате 4 320 ₽", "дата списания 15.06", "пора внести".
  private static func isToBePaid(_ message: Message) -> Bool {
    guard message.has(.dateLabel) || message.mayHave(dues) else { return false }
    var outcome: Int??
    for index in 0..<message.count where message.isKind(.word, at: index) {
      switch message.concept(at: index + 1) {
      case .debit, .payment:
        if message.isWord(at: index, among: towards) { return true }
        // "Дата следующего платежа", unless this one is told, too.
        let isNext = message.isWord(at: index, among: nextOnes)
        let label = isNext ? index - 1 : index
        if isNext {
          let last = outcome ?? Outcomes.last(in: message)
          outcome = .some(last)
          if last != nil { continue }
        }
        if message.concept(at: label) == .dateLabel, message.isKind(.moment, at: index + 2) || message.isKind(.number, at: index + 2) {
          return true
        }
      case .imperative: if message.isWord(at: index, among: time) { return true }
      default: if message.isWord(at: index, among: towards), message.isWord(at: index + 1, among: payments) { return true }
      }
    }
    return false
  }

  // MARK: Summed up and tempting

  /// "Траты за неделю", "итоги месяца".
  private static func isSummary(_ message: Message) -> Bool {
    if message.isWord(at: 0, among: results) { return true }
    guard message.has(.forWhat) else { return false }
    var index = 0
    while let period = message.first(.forWhat, in: index..<message.count) {
      index = period + 1
      guard message.concept(at: period + 1) == .month || message.isWord(at: period + 1, among: periods) else { continue }
      if message.isWord(at: period - 1, among: spendings) || message.isWord(at: period - 2, among: spendings) { return true }
    }
    return false
  }

  /// "You could win", "вы можете получить": up to the sum, in its sentence; "can be split" behind it.
  private static func isPossible(_ message: Message, at amount: Sums.Item) -> Bool {
    guard message.mayHave(possible) else { return false }
    if message.mayHave(be) {
      for index in amount.last + 1..<amount.last + 8 where message.isWord(at: index, among: possible) {
        if (amount.last + 1...index).contains(where: {
          message.isMark(at: $0, ",") || message.concept(at: $0) == .fee || message.endsSentence(before: $0)
        }) {
          break
        }
        if message.isWord(at: index + 1, among: be), !message.lexemes[index].flags.contains(.upper) { return true }
      }
    }
    var index = amount.first - 1
    while index >= 0, !message.endsSentence(before: index + 1), !message.isMark(at: index, ":") {
      if message.isWord(at: index, among: possible) { return true }
      index -= 1
    }
    return false
  }

  /// "Перейдите по ссылке", "заберите": what a bank that has paid needn't ask for.
  private static func isLure(_ message: Message, _ verb: Directions.Verb) -> Bool {
    guard message.mayHave(luring) else { return false }
    let isDone = Outcomes.last(in: message) != nil
    return message.lexemes.indices.contains { index in
      guard message.isWord(at: index, among: luring) else { return false }
      // "Для получения перейдите по ссылке" asks for it, whatever came.
      if message.first(.purpose, in: index - 3..<index) != nil { return true }
      // "Получить деньги можно здесь: …".
      if !isDone, message.isWord(at: index, among: here),
        (index - 4..<index).contains(where: { message.isWord(at: $0, among: getting) }),
        (index + 1..<index + 3).contains(where: { message.isKind(.link, at: $0) })
      {
        return true
      }
      return verb.direction == .incoming && !isDone
        && (message.isWord(at: index, among: taking) && message.concept(at: index + 1) != .promo
          || (index + 1..<index + 4).contains { message.isWord(at: $0, among: link) })
    }
  }

  /// "Блокировка 1 000 ₽ снята": the block is lifted, nothing is withdrawn.
  private static func isSetFree(_ message: Message, _ verb: Directions.Verb) -> Bool {
    message.isWord(at: verb.index, among: lifted) && message.first(.block, in: 0..<verb.index) != nil
  }

  // MARK: Words

  private static let toYou = WordSet(.toYou)
  private static let another = WordSet(.theNext)
  private static let nextOnes = WordSet(.ofTheNext)
  private static let held = WordSet(.pending)
  private static let automatic = WordSet(.automaticTransfer)
  private static let being = WordSet(.being)
  private static let comings = WordSet(.willCome)
  private static let begun = WordSet(.begun)
  private static let days = WordSet(.daysOrHours)
  private static let within = WordSet(.within)
  private static let since = WordSet(.since)
  private static let towards = WordSet(.towards)
  private static let payments = WordSet(.paymentDue)
  private static let time = WordSet(.timeTo)
  private static let results = WordSet(.results)
  private static let periods = WordSet(.pastPeriod)
  private static let spendings = WordSet(.spendings)
  private static let possible = WordSet(.possibility)
  private static let luring = WordSet(.luring)
  private static let getting = WordSet(.getting)
  private static let here = WordSet(.here)
  private static let taking = WordSet(.taking)
  private static let link = WordSet(.link)
  private static let be = WordSet(.be)
  private static let lifted = WordSet(.lifted)

  // What has to be there at least, asked for at once.
  private static let promises = WordSet(of: comings, begun, days)
  private static let dues = WordSet(of: towards, time)
}
