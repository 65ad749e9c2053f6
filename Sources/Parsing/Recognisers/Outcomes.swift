/// What a text says was done in the end, whatever else it announces or asks for.
enum Outcomes {
  /// The last word with which the bank says that something was done: "списан", "was posted", not "не оплачен", "will be debited" or "если вы
  /// оплатили".
  static func last(in message: Message) -> Int? {
    guard message.mayHave(finished) else { return nil }
    return message.lexemes.indices.last { isMet($0, among: finished, in: message) }
  }

  /// Whether the piece at `index` says that something was done.
  static func isDone(at index: Int, in message: Message) -> Bool { isMet(index, among: finished, in: message) }

  /// Whether the bank says that an account was changed by it.
  static func isBooked(_ message: Message) -> Bool {
    guard message.mayHave(booked) else { return false }
    return message.lexemes.indices.contains { isMet($0, among: booked, in: message) }
  }

  private static func isMet(_ index: Int, among words: WordSet, in message: Message) -> Bool {
    guard message.isKind(.word, at: index), words.contains(message.lexemes[index].value) else { return false }
    // "Пришёл счёт", "отправлен запрос".
    if message.isWord(at: index + 1, among: papers) { return false }
    // "Платёж принят к исполнению", "в обработку".
    if message.isWord(at: index, among: taken), message.has(.application) || message.isWord(at: index + 1, among: forWork) { return false }
    // "The amount debited will be returned", "debited amount".
    let next = message.concept(at: index + 1)
    if next == .future || next == .amount { return false }
    var place = index - 1
    while place >= 0, place >= index - 8, !message.endsSentence(before: place + 1) {
      if message.isKind(.word, at: place) {
        let word = message.lexemes[place].value
        if conditions.contains(word) || place >= index - 3 && obligations.contains(word) { return false }
        // "To get paid", but "transfer to Ann completed".
        if place == index - 1, message.concept(at: place) == .to { return false }
        if place >= index - 4, message.concept(at: place) == .negation { return false }
      }
      if message.lexemes[place].startsLine { break }
      place -= 1
    }
    return true
  }

  private static let finished = WordSet(
    """
    списан списана списано списаны списали списал зачислен зачислена зачислено зачислены зачислили оплачен оплачена оплачено оплачены оплатили \
    погашен погашена погашено погашены погасили исполнен исполнена исполнено исполнены исполнили выполнен выполнена выполнено выполнены \
    внесен внесена внесено внесены внесли уплачен уплачена уплачено уплачены проведен проведена проведено проведены переведен переведена \
    переведено переведены перевел перевела перевели отправлен отправлена отправлено отправлены отправили выплачен выплачена выплачено \
    выплачены поступил поступила поступило поступили пришел пришла пришло пришли удержан удержана удержано удержаны \
    spisan spisana spisano spisany zachislen zachislena zachisleno zachisleny oplachen oplachena oplacheno pogashen pogashena pogasheno \
    ispolnen ispolnena ispolneno vypolnen vypolnena vypolneno vnesen vnesena vneseno proveden provedena perevedeno perevel perevela \
    postupil postupila postupilo vyplacheno otpravlen otpravlena otpravleno \
    прошел прошла прошло прошли успешно успешен успешна отправил отправила оплатил оплатила исполнил взыскан взыскано взыскана выведен выведена \
    выведено возвращен возвращена возвращено возвращены принят принята принято prinyat prinyata prinyato proshla proshel uspeshno \
    went posted made debited credited spent paid sent completed processed cleared deposited withdrawn disbursed transferred
    """)
  private static let booked = WordSet(
    "зачислен зачислена зачислено зачислены списан списана списано списаны zachislen zachisleno spisan spisano posted debited credited")
  private static let taken = WordSet("принят принята принято prinyat prinyata prinyato")
  private static let forWork = WordSet("к в на k v na")
  private static let papers = WordSet("счет schet запрос zapros request")
  private static let conditions = WordSet("если esli if unless once after when после чтобы chtoby any until")
  private static let obligations = WordSet("быть byt be должен должна должно должны being get gets will shall будет будут budet budut")
}
