/// Whether a message tells of money that moved, or of something else that has a sum in it.
enum Verdicts {
  /// What else is known of a text.
  struct Evidence {
    var amount: Sums.Item
    var verb: Directions.Verb
    var hasBalance: Bool
    var hasCard: Bool
  }

  /// The verdict on a text with a sum and a verb. A code, a refusal, a taken-back operation and a promise move no money; without a balance
  /// and a card the text must speak plainly.
  static func isTransaction(_ message: Message, amount: Sums.Item?, verb: Directions.Verb, hasBalance: Bool, hasCard: Bool, hasCode: Bool)
    -> Bool
  {
    guard let amount, amount.value > 0, !hasCode || Speech.isSaidDone(amount, in: message),
      amount.isNamed || amount.looksLikeMoney || amount.label == .amount || verb.isStrong
    else { return false }
    let evidence = Evidence(amount: amount, verb: verb, hasBalance: hasBalance, hasCard: hasCard)
    if tellsOfOperation(message, evidence) { return true }
    return Speech.withOwnWords(of: message, evidence) { tellsOfOperation($0, evidence) } ?? false
  }

  private static func tellsOfOperation(_ message: Message, _ evidence: Evidence) -> Bool {
    let (amount, verb, hasBalance, hasCard) = (evidence.amount, evidence.verb, evidence.hasBalance, evidence.hasCard)
    let isStrong = verb.isStrong
    if Refusals.isDeclined(message, amount) || Requests.isRequest(message, amount) { return false }
    // "Отмена покупки 640 ₽" gives back what it took; a payment that was called off moves nothing.
    if Reversals.word(in: message, amount) != nil { return true }
    if Refusals.isTakenBack(message, amount) || Reversals.isReleased(message) { return false }
    if message.has(.code), message.has(.secret), !hasBalance, !isStrong { return false }
    if isAnnounced(message, evidence) || isMinimumPayment(message, evidence) || isStatement(message) { return false }
    if Intentions.isUnderWay(message, evidence) || Summaries.isSummary(message, evidence) { return false }
    if Expectations.isExpected(message, evidence) { return false }
    if hasBalance {
      // "Остаток 1 200 ₽. Задолженность 48 800 ₽": neither moved.
      let isDebt = amount.label == .other && verb.index == amount.first && !isStrong
      return !(isDebt && (message.first(.balance, in: 0..<amount.first) ?? message.first(.available, in: 0..<amount.first)) != nil)
    }
    if isInvitation(message) || Intentions.isMerelyMeant(message, evidence) { return false }
    if message.has(.demand) || message.has(.debt) || message.has(.changed), !isStrong, Outcomes.last(in: message) == nil { return false }
    // "Обмен валюты: списано …, зачислено …. Курс 90" moved; a fund's units are told by the fund, not by a bank.
    if message.has(.rate), !hasCard, message.mayHave(shares) || Outcomes.last(in: message) == nil { return false }
    if !hasCard, Intentions.isOffered(message) { return false }
    if message.has(.imperative), !hasCard, message.first(.imperative, in: 0..<amount.first) != nil { return false }
    if message.has(.future), !(isStrong && hasCard), looksAhead(message, evidence) { return false }
    if message.has(.statement), !isStrong, Outcomes.last(in: message) == nil { return false }
    if !hasCard, message.has(.promo) || hasPercent(message),
      !(isStrong && (message.has(.done) || Outcomes.isDone(at: verb.index, in: message)))
    {
      guard isStrong, message.first(.promo, in: 0..<amount.first) == nil else { return false }
    }
    // Without a card and a balance the verb must stand at the sum, or open the text.
    if !hasCard, verb.index > (message.isWord(at: 0, among: greetings) ? 10 : 4), (verb.index - amount.first).magnitude > 4,
      (verb.index - amount.last).magnitude > 4, !message.has(.done), !(isStrong && isInSentence(verb.index, of: amount, in: message))
    {
      return false
    }
    if message.has(.application) || message.has(.block), !isStrong, Outcomes.last(in: message) == nil { return false }
    return true
  }

  private static let greetings = WordSet(.greetings)

  private static func isInSentence(_ index: Int, of amount: Sums.Item, in message: Message) -> Bool {
    message.sentenceStart(of: max(index, amount.first)) <= min(index, amount.first)
  }

  /// A text that begins with the word statement tells of many operations at once.
  private static func isStatement(_ message: Message) -> Bool {
    message.concept(at: 0) == .statement
  }

  /// "Spend USD 50 and get …", "Pay your bill …": a verb in its plain form at the beginning asks for something.
  private static func isInvitation(_ message: Message) -> Bool {
    let verb = message.isWord(at: 0, among: polite) ? 1 : 0
    guard message.count > 2, message.isKind(.word, at: verb), plainVerbs.contains(message.lexemes[verb].value) else { return false }
    return message.isKind(.word, at: verb + 1) || message.isKind(.number, at: verb + 1) || message.concept(at: verb + 1) == .currency
  }

  private static let polite = WordSet(.please)
  private static let shares = WordSet(.fundUnits)
  private static let plainVerbs = WordSet(.plainVerb)

  private static func hasPercent(_ message: Message) -> Bool {
    message.lexemes.contains { $0.isMark("%") }
  }

  /// Whether something to come is told of the operation itself: not "due to", and not "next bill due 25 June" behind it.
  private static func looksAhead(_ message: Message, _ evidence: Evidence) -> Bool {
    var index = 0
    var outcome: Int??
    let charged = evidence.amount.label == .fee ? message.first(.operation, in: 0..<message.count) : nil
    while let future = message.first(.future, in: index..<message.count) {
      index = future + 1
      if message.isWord(at: future, among: due), message.concept(at: future + 1) == .to { continue }
      // "Fee $35 charged as payment was overdue".
      if let charged, charged < future, message.isWord(at: future, among: states) { continue }
      let start = message.sentenceStart(of: future)
      // "Очередной платёж списан".
      let known = outcome ?? Outcomes.last(in: message)
      outcome = .some(known)
      if let last = known, last > future, message.sentenceStart(of: last) <= future { continue }
      if start > evidence.amount.last, message.isWord(at: start, among: following) { continue }
      // "Покупка 480 ₽. Вернём 4 ₽".
      if future > evidence.amount.last, evidence.verb.direction == .outgoing, message.isWord(at: future, among: promised) { continue }
      return true
    }
    return false
  }

  /// "Will be debited", "будет списано".
  private static func isAnnounced(_ message: Message, _ evidence: Evidence) -> Bool {
    guard message.has(.future) else { return false }
    var done: Int??
    var index = 0
    while let future = message.first(.future, in: index..<message.count) {
      index = future + 1
      // "Просрочка погашена", "EMI due debited" are no promises, and who sends money may write that something waits for it.
      if message.isWord(at: future, among: states) { continue }
      if evidence.hasBalance, evidence.amount.last < future, message.isWord(at: future, among: waiting) { continue }
      for place in future + 1..<future + 4 {
        // "Завтра праздник! Покупка …"
        if message.endsSentence(before: place) { break }
        let concept = message.concept(at: place)
        guard concept == .debit || concept == .credit || message.isWord(at: place, among: charged) else { continue }
        if place == future + 1, message.isWord(at: future, among: due) { continue }
        if !isOfAnother(concept, future, in: message, evidence, &done) { return true }
      }
    }
    return false
  }

  /// What a bank itself promises to give.
  static let promised = WordSet(.promised)
  private static let due = WordSet(.due)
  private static let following = WordSet(.following)
  private static let waiting = WordSet(.isWaiting)
  private static let charged = WordSet(.charged)
  private static let states = WordSet(.stateOfDebt)

  /// Whether what is announced comes on top of what was told before: "Покупка 640 ₽. Кэшбэк будет начислен", "Списано … 15.06 будет списано …".
  /// `done`: where the text says last that something was done, when that was looked for already; it is once for all that a text announces.
  private static func isOfAnother(_ announced: Concept, _ future: Int, in message: Message, _ evidence: Evidence, _ done: inout Int??)
    -> Bool
  {
    let (amount, verb) = (evidence.amount, evidence.verb)
    guard verb.index < future, amount.last < future, verb.isStrong || evidence.hasBalance else { return false }
    // Money that left arrives somewhere later.
    if verb.direction == .outgoing, announced == .credit { return true }
    // "Зачислено 5 000 ₽ от Ивана И. будет списано …": what was done was done.
    if verb.index < amount.first, Outcomes.isDone(at: verb.index, in: message) { return true }
    let start = message.sentenceStart(of: future)
    guard start > amount.last else { return false }
    if verb.isStrong, verb.direction == .incoming, announced == .debit { return true }
    let furthest = min(future + Message.longestSentence, message.count)
    let end = (future + 1..<furthest).first { message.endsSentence(before: $0) || message.lexemes[$0].startsLine } ?? furthest
    if !verb.isStrong { return message.first(.currency, in: start..<end) != nil }
    if announced == .credit || !message.isWord(at: future, among: passive) { return true }
    // "Списание 349 ₽. Сумма будет списана 25.06" is about the same sum, unless it was taken already, or what is told has a sum or a name of its own.
    let last = done ?? Outcomes.last(in: message)
    done = .some(last)
    if let last, last < future { return true }
    return (start..<end).contains {
      switch message.concept(at: $0) {
      case .fee, .bonus, .interest, .currency: true
      default: false
      }
    }
  }

  private static let passive = WordSet(.willBeDone)

  /// "Минимальный платёж": what a statement asks for, unless it was paid or stands under an operation.
  private static func isMinimumPayment(_ message: Message, _ evidence: Evidence) -> Bool {
    guard message.has(.otherSum), message.has(.payment) else { return false }
    var index = 0
    while let other = message.first(.otherSum, in: index..<message.count) {
      index = other + 1
      let next = message.isMark(at: other + 1, ".") ? other + 2 : other + 1
      guard message.concept(at: next) == .payment else { continue }
      // "Погашение минимального платежа".
      if evidence.hasBalance || message.isWord(at: other, among: mandatory),
        message.concept(at: other - 1) == .debit || message.isWord(at: other - 1, among: payingIn)
      {
        continue
      }
      if evidence.hasBalance, evidence.verb.index < other, evidence.amount.last < other { continue }
      // "Обязательный платёж по кредиту. Списание 12 000 ₽".
      let sentence = message.sentenceStart(of: evidence.verb.index)
      if message.isWord(at: other, among: mandatory), evidence.verb.isStrong, sentence > other,
        message.sentenceStart(of: evidence.amount.first) == sentence
      {
        continue
      }
      // "Внесён минимальный платёж".
      if Outcomes.isDone(at: other - 1, in: message) { continue }
      return Outcomes.last(in: message) ?? -1 < other
    }
    return false
  }

  private static let mandatory = WordSet(.mandatory)
  private static let payingIn = WordSet(.payingIn)
}
