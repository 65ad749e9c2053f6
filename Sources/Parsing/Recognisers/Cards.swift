import Model

/// The card or account a message is about.
enum Cards {
  /// How well a number is known to be the client's own card.
  private struct Candidate {
    var tail: Reading.Tail
    var strength: Int
    var first: Int
    var last: Int
  }

  /// The pieces that name the card, and its last digits.
  static func find(in message: Message, direction: Direction?) -> (tail: Reading.Tail, pieces: Range<Int>)? {
    var best: Candidate?
    var index = 0
    while index < message.count {
      if index > 0, !mayBegin(message.lexemes[index]) {
        index += 1
        continue
      }
      let candidate: Candidate? =
        switch message.lexemes[index].kind {
        case .masked: masked(at: index, in: message)
        case .word: labelled(at: index, in: message) ?? (index == 0 ? leading(in: message) : nil)
        case .number where index == 0: leading(in: message)
        default: nil
        }
      if var candidate {
        candidate.strength += bias(at: candidate.first, direction, in: message)
        if candidate.strength > best?.strength ?? 0 { best = candidate }
        index = max(index, candidate.last)
      }
      index += 1
    }
    return best.map { ($0.tail, $0.first..<$0.last + 1) }
  }

  /// Whether a card can begin with a piece: hidden digits, or a word that labels one. Without branches, as most pieces are something else, and
  /// which kind comes next can't be guessed.
  @inline(__always)
  private static func mayBegin(_ lexeme: Lexeme) -> Bool {
    let concept = lexeme.concept
    let masked: UInt8 = lexeme.kind == .masked ? 1 : 0
    let card: UInt8 = concept == .card ? 1 : 0
    let brand: UInt8 = concept == .cardBrand ? 1 : 0
    let account: UInt8 = concept == .account ? 1 : 0
    let deposit: UInt8 = concept == .deposit ? 1 : 0
    let by: UInt8 = concept == .by ? 1 : 0
    let ending: UInt8 = concept == .ending ? 1 : 0
    return masked | card | brand | account | deposit | by | ending != 0
  }

  /// `4*1234`. A number the money goes to is the client's own only when there is no other.
  private static func masked(at index: Int, in message: Message) -> Candidate? {
    guard let tail = tail(ofMasked: message.lexemes[index], in: message) else { return nil }
    var first = index
    while first > 0, index - first < 6, isLabel(message.concept(at: first - 1)) || isFiller(at: first - 1, in: message) { first -= 1 }
    let isLabelled = (first..<index).contains { isLabel(message.concept(at: $0)) } || isYours(index - 1, in: message)
    if !isLabelled { first = index }
    let isWeak = message.lexemes[index].flags.contains(.grouped)
    if isWeak, !isLabelled, message.lexemes[index].end - message.lexemes[index].start < 6, !isTailOfField(index, tail, in: message) {
      return nil
    }
    // Of two hidden numbers the one with the time behind it is the card of the operation.
    let isTimed = !isLabelled && message.isKind(.moment, at: index + 1)
    return Candidate(tail: tail, strength: isLabelled ? 8 : isTimed ? 6 : 5, first: first, last: index)
  }

  /// "PAN#4417", "#4417 08:02:16": four digits behind a sign that numbers other things, too.
  private static func isTailOfField(_ index: Int, _ tail: Reading.Tail, in message: Message) -> Bool {
    guard tail.digits == 4 else { return false }
    return message.isKind(.moment, at: index + 1) || message.isWord(at: index - 1, among: pan) && message.isGlued(index)
  }

  private static let pan = WordSet(.pan)

  /// Whether one of the labels is a card's: beside an account's number the card's wins.
  private static func isCard(_ labels: Range<Int>, in message: Message) -> Bool {
    labels.contains { message.concept(at: $0) == .card || message.concept(at: $0) == .cardBrand }
  }

  /// "Your #1234".
  private static func isYours(_ index: Int, in message: Message) -> Bool {
    message.isKind(.word, at: index) && yours.contains(message.lexemes[index].value)
  }

  private static let yours = WordSet(.yours)

  private static func isFiller(at index: Int, in message: Message) -> Bool {
    message.concept(at: index) == .with || message.isMark(at: index, "№") || message.isMark(at: index, ":")
      || message.isMark(at: index, "#")
      || message.isMark(at: index, "/") && isLabel(message.concept(at: index + 1))
      || message.isMark(at: index, ".")
  }

  private static func isLabel(_ concept: Concept) -> Bool {
    switch concept {
    case .card, .cardBrand, .account, .deposit, .number, .ending, .own: true
    default: false
    }
  }

  /// `Card8381`, `VISA4866`, `карта 1234`, `account ending 1234`, `счет 40817*372`, `Visa Gold/3306`.
  private static func labelled(at index: Int, in message: Message) -> Candidate? {
    let label = message.lexemes[index].concept
    if label == .by { return via(index, in: message) }
    if label == .ending, !message.isWord(at: index, among: endings) { return nil }
    guard label == .card || label == .cardBrand || label == .account || label == .deposit || label == .ending else { return nil }
    var next = index + 1
    var fillers = 0
    while next < message.count, next - index <= 7 {
      let lexeme = message.lexemes[next]
      switch lexeme.kind {
      case .number:
        return number(at: next, label: label, labelAt: index, in: message)
      case .chain:
        guard label == .account, let tail = tail(ofChain: lexeme, in: message) else { return nil }
        return Candidate(tail: tail, strength: 8, first: index, last: next)
      case .mark:
        guard
          lexeme.isMark(":") || lexeme.isMark(".") || lexeme.isMark("-") || lexeme.isMark("#") || lexeme.isMark("№") || lexeme.isMark("/")
            || lexeme.isMark("(")
        else { return nil }
      case .word:
        if let glued = glued(at: next, label: label, labelAt: index, in: message) { return glued }
        if lexeme.currency != 0, lexeme.concept == .currency, lexeme.end - lexeme.start > 1 { return nil }
        // "Terminada en 2940".
        if lexeme.concept == .at, message.concept(at: next - 1) == .ending { break }
        if !isLabel(lexeme.concept), lexeme.concept != .with, lexeme.concept != .on, !isOfLoan(next, label, in: message) {
          // The D of `D-007` is no currency.
          let isLetter = lexeme.end - lexeme.start == 1 && message.isGlued(next + 1)
          if label == .deposit && lexeme.end - lexeme.start > 1 || lexeme.concept != .none && !isLetter || lexeme.startsLine { return nil }
          fillers += 1
          if fillers > 2 { return nil }
        }
      default: return nil
      }
      next += 1
    }
    return nil
  }

  /// "Счёт кредита 76823966".
  private static func isOfLoan(_ index: Int, _ label: Concept, in message: Message) -> Bool {
    label == .account && message.isWord(at: index, among: loans)
  }

  private static let loans = WordSet(.loanOfCard)
  private static let endings = WordSet(.endsIn)

  private static func number(at index: Int, label: Concept, labelAt: Int, in message: Message) -> Candidate? {
    var number = message.lexemes[index]
    var index = index
    // `Card:5167-6111`
    if number.digits == 4, message.isMark(at: index + 1, "-"), message.isGlued(index + 2), message.isKind(.number, at: index + 2),
      message.lexemes[index + 2].digits == 4
    {
      index += 2
      number = message.lexemes[index]
    }
    // `Karta 4.4932`: the first digit, a point, the last four.
    let isTail = number.decimals == 4
    guard number.decimals == 0 || isTail, !number.flags.contains(.grouped) else { return nil }
    guard number.digits >= 3, number.digits <= 20 else { return nil }
    if message.concept(at: index + 1) == .currency, !message.isMark(at: index + 1, "("), number.digits < 8 { return nil }
    if label == .deposit, number.digits < 3 { return nil }
    if number.digits == 3, label != .account, label != .deposit { return nil }
    let glued = message.isGlued(index) && index == labelAt + 1
    if label == .cardBrand, !glued, !message.isMark(at: index - 1, "/"), !message.isMark(at: index - 1, "-"),
      !message.isMark(at: index - 1, "*"), message.concept(at: index - 1) != .ending, number.digits != 4 || isTail
    {
      return nil
    }
    // An account in full has 20 digits, more than a value holds.
    let plain = Reading.Tail(
      value: UInt32(number.value % 10_000), digits: UInt8(min(number.digits, 4)), bytes: number.start..<number.end)
    return Candidate(
      tail: number.digits > 18 ? tail(ofChain: number, in: message) ?? plain : plain,
      strength: label == .cardBrand && !glued ? 6 : glued ? 8 : 7, first: labelAt, last: index)
  }

  /// `By:0007`, `Via:4561`: the card an operation was made with.
  private static func via(_ index: Int, in message: Message) -> Candidate? {
    guard message.isMark(at: index + 1, ":"), message.isKind(.number, at: index + 2), message.lexemes[index + 2].digits == 4,
      message.lexemes[index + 2].decimals == 0
    else { return nil }
    let number = message.lexemes[index + 2]
    return Candidate(
      tail: Reading.Tail(value: UInt32(number.value), digits: 4, bytes: number.start..<number.end), strength: 7, first: index,
      last: index + 2)
  }

  /// `Acct CK0000`, `part of SAV1234`, `вклад Р30260008`, `KZ382856`: letters and at least four digits in one word.
  private static func glued(at index: Int, label: Concept, labelAt: Int, in message: Message) -> Candidate? {
    guard label == .account || label == .card || label == .deposit, message.isKind(.word, at: index), message.isGlued(index + 1),
      message.isKind(.number, at: index + 1), message.lexemes[index].flags.contains(.upper),
      !message.isGlued(index + 2)
        || message.isKind(.mark, at: index + 2)
    else { return nil }
    let number = message.lexemes[index + 1]
    guard number.digits == 4 || number.digits > 4 && message.lexemes[index].end - message.lexemes[index].start <= 4, number.decimals == 0,
      number.digits <= 18
    else { return nil }
    return Candidate(
      tail: Reading.Tail(value: UInt32(number.value % 10_000), digits: 4, bytes: number.start..<number.end), strength: 7, first: labelAt,
      last: index + 1)
  }

  /// Four digits at the very beginning, alone or behind one word (`ORPS5161`, `ZSKB 4417`), before a time or an operation; `5.4417` as well,
  /// the first digit and the last four.
  private static func leading(in message: Message) -> Candidate? {
    let place = message.isKind(.word, at: 0) ? 1 : 0
    guard message.isKind(.number, at: place) else { return nil }
    let number = message.lexemes[place]
    let isTail = number.decimals == 4 && number.digits == 5
    guard number.digits == 4 && number.decimals == 0 || isTail && place == 0 else { return nil }
    let next = message.isMark(at: place + 1, ",") || message.isMark(at: place + 1, ";") ? place + 2 : place + 1
    guard isTail || message.isKind(.moment, at: next) || isBeforeOperation(place, next, in: message) else { return nil }
    if place == 1, !message.isGlued(1) {
      guard !message.lexemes[1].startsLine, message.lexemes[0].concept == .none || operations.contains(message.lexemes[0].concept) else {
        return nil
      }
    } else if place == 1, message.lexemes[0].flags.contains(.lower) {
      return nil
    }
    return Candidate(
      tail: Reading.Tail(value: UInt32(number.value % 10_000), digits: 4, bytes: number.start..<number.end), strength: 5, first: 0,
      last: place)
  }

  /// "4417 Vozvrat sredstv … 11.76 BYN", "4417 Vasha oplata", "Пополнение 4417 на 357 ₽": no sum, as that has its currency behind it.
  private static func isBeforeOperation(_ place: Int, _ next: Int, in message: Message) -> Bool {
    if place == 1 { return message.concept(at: next) == .to && message.isKind(.number, at: next + 1) && !message.isGlued(1) }
    let verb = isYours(next, in: message) ? next + 1 : next
    guard message.has(.currency), !message.has(.code), !message.has(.secret) else { return false }
    return operations.contains(message.concept(at: verb)) || message.concept(at: verb) == .amount && next > place + 1
  }

  private static let operations = ConceptSet([.debit, .credit, .refund, .payment, .transfer, .operation, .cancel, .fee])

  /// Money leaves the client's own number and comes to it; the number on the other side is somebody else's.
  private static func bias(at first: Int, _ direction: Direction?, in message: Message) -> Int {
    var index = first - 1
    while index >= max(0, first - 4) {
      switch message.concept(at: index) {
      case .to: return direction == .incoming ? 1 : -3
      case .from: return direction == .incoming ? -3 : 1
      case .none, .beneficiary: break
      default: return 0
      }
      if message.isWord(at: index, among: others) { return -4 }
      if message.lexemes[index].kind != .word, !message.isMark(at: index, "/") { return 0 }
      index -= 1
    }
    return message.isWord(at: first + 1, among: others) ? -4 : 0
  }

  /// Who is on the other side of a transfer, as labels name them.
  private static let others = WordSet(.otherNumber)

  /// The digits after the last mask; where fewer than two follow it, or the mask is of x, the last four of all digits.
  static func tail(ofMasked lexeme: Lexeme, in message: Message) -> Reading.Tail? {
    var all: UInt32 = 0
    var allDigits = 0
    var behind: UInt32 = 0
    var behindDigits = 0
    var isMaskedByLetters = false
    var group: UInt32 = 0
    var groupDigits = 0
    var position = Int(lexeme.start)
    while position < Int(lexeme.end) {
      let byte = message.bytes[position]
      if byte >= 0x30, byte <= 0x39 {
        all = (all &* 10 &+ UInt32(byte - 0x30)) % 10_000
        behind = (behind &* 10 &+ UInt32(byte - 0x30)) % 10_000
        if position > Int(lexeme.start), message.bytes[position - 1] < 0x30 || message.bytes[position - 1] > 0x39 {
          group = 0
          groupDigits = 0
        }
        group = (group &* 10 &+ UInt32(byte - 0x30)) % 10_000
        groupDigits += 1
        allDigits += 1
        behindDigits += 1
      } else if byte == 0x58 || byte == 0x78 || byte >= 0xD0 && byte < 0xD2 {
        isMaskedByLetters = true
        behind = 0
        behindDigits = 0
      } else if byte != 0x2D, byte != 0x3D, byte != 0x20 {
        if byte != 0x4F, byte != 0x6F {
          behind = 0
          behindDigits = 0
        }
      }
      position += 1
    }
    // The mask stands behind: `5-228*`.
    if behindDigits == 0, !isMaskedByLetters, groupDigits >= 3 {
      return Reading.Tail(value: group, digits: UInt8(min(groupDigits, 4)), bytes: lexeme.start..<lexeme.end)
    }
    let usesAll = behindDigits < 2 || isMaskedByLetters && allDigits > behindDigits
    let digits = min(usesAll ? allDigits : behindDigits, 4)
    // `01XXXXXXXXX` is somebody's phone.
    let beginsOpen = message.bytes[Int(lexeme.start)] >= 0x30 && message.bytes[Int(lexeme.start)] <= 0x39
    guard digits >= (behindDigits == 0 && beginsOpen ? 3 : 2) else { return nil }
    return Reading.Tail(value: usesAll ? all : behind, digits: UInt8(digits), bytes: lexeme.start..<lexeme.end)
  }

  /// The digits after a chain's last separator.
  static func tail(ofChain lexeme: Lexeme, in message: Message) -> Reading.Tail? {
    var value: UInt32 = 0
    var digits = 0
    for byte in message.bytes[Int(lexeme.start)..<Int(lexeme.end)] {
      if byte >= 0x30, byte <= 0x39 {
        value = (value &* 10 &+ UInt32(byte - 0x30)) % 10_000
        digits += 1
      } else {
        value = 0
        digits = 0
      }
    }
    return digits >= 2 ? Reading.Tail(value: value, digits: UInt8(min(digits, 4)), bytes: lexeme.start..<lexeme.end) : nil
  }
}
