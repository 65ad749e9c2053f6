import Model

/// What a text says of the client's own accounts and cards: "to your account", "с Вашей карты".
enum Clients {
  /// Money that is told to have come to the client's account or to have left it; nil where the text says neither, or only which account it is about.
  ///
  /// "Transferred to your account" is income whatever its verb; "transferred from your account to …" is none.
  static func verb(in message: Message, _ amount: Sums.Item?) -> Directions.Verb? {
    if message.mayHave(ownForms), let verb = inOneWord(message) { return verb }
    guard message.mayHave(yours) else { return nil }
    for index in 1..<max(1, message.count) where message.isWord(at: index, among: yours) {
      guard let way = way(index - 1, in: message), isAccount(behind: index, in: message) else { continue }
      if Speech.isNote(index, in: message) { return nil }
      guard let verb = movement(around: index, in: message) else { continue }
      // "Пополнение с вашего счёта в другом банке".
      if way == .outgoing, message.concept(at: verb) == .credit { continue }
      return Directions.Verb(direction: way, isStrong: true, index: verb)
    }
    return nil
  }

  /// Whether "Вашу карту", "your account" stands at `index`.
  static func isClients(_ index: Int, in message: Message) -> Bool {
    message.isWord(at: index, among: yours) && isAccount(behind: index, in: message)
  }

  private static func way(_ preposition: Int, in message: Message) -> Direction? {
    guard message.isKind(.word, at: preposition) else { return nil }
    if message.isWord(at: preposition, among: into) { return .incoming }
    return message.isWord(at: preposition, among: outOf) ? .outgoing : nil
  }

  /// "Your HBL account", "Вашу карту", "Ваш счёт": within three words.
  private static func isAccount(behind index: Int, in message: Message) -> Bool {
    for place in index + 1..<index + 5 {
      switch message.concept(at: place) {
      case .account, .card: return true
      case .none, .cardBrand, .credit, .debit, .app, .deposit, .wallet, .otherSum:
        guard message.isKind(.word, at: place) else { return false }
      default: return false
      }
    }
    return false
  }

  /// The verb that the phrase belongs to, before it in its sentence or right behind it; nil for "linked to your account".
  private static func movement(around index: Int, in message: Message) -> Int? {
    let start = max(message.sentenceStart(of: index), index - 24)
    var place = index - 2
    while place >= start {
      switch message.concept(at: place) {
      case .bind, .unbind, .login, .device, .changed, .pending, .ending, .operation: return nil
      // "Debited to your account", "cargo en tu cuenta": only what is sent goes to it.
      case .debit where !message.isWord(at: place, among: movements): return nil
      case .debit, .credit, .transfer, .payment, .refund, .incoming:
        // "You paid $45 to your card account".
        if isClientsDoing(place, from: start, in: message) { return nil }
        return place
      default: if message.isWord(at: place, among: movements) { return isClientsDoing(place, from: start, in: message) ? nil : place }
      }
      place -= 1
    }
    // "На Вашу карту переведено 500 ₽".
    return (index + 1..<min(index + 8, message.count)).first {
      message.concept(at: $0) == .transfer || Outcomes.isDone(at: $0, in: message) || message.isWord(at: $0, among: movements)
    }
  }

  private static func isClientsDoing(_ verb: Int, from start: Int, in message: Message) -> Bool {
    (max(start, verb - 3)..<verb).contains { message.isWord(at: $0, among: clients) }
  }

  /// "Hesabınıza", "шотыңызға": languages that say it with an ending.
  private static func inOneWord(_ message: Message) -> Directions.Verb? {
    // "Hesabınıza bağlı" is linked to it.
    for index in message.lexemes.indices where message.isWord(at: index, among: ownForms) && message.concept(at: index + 1) != .ending {
      let isInto = message.isWord(at: index, among: intoOwn)
      return Directions.Verb(direction: isInto ? .incoming : .outgoing, isStrong: true, index: index)
    }
    return nil
  }

  private static let clients = WordSet(.clientsOwn)
  private static let yours = WordSet(.yoursOfClient)
  private static let into = WordSet(.intoAccount)
  private static let outOf = WordSet(.outOfAccount)
  private static let movements = WordSet(.movement)
  private static let intoOwn = WordSet(.intoYourAccount)
  private static let outOfOwn = WordSet(.outOfYourAccount)
  private static let ownForms = WordSet(of: intoOwn, outOfOwn)
}
