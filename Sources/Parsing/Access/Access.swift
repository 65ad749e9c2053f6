import Model

/// Reads what a text says about access to the account: sentence by sentence, by the table of `AccessFacts`.
struct Access {
  /// A word that says something.
  private struct Mark {
    var index: Int
    var classes: AccessClasses
    /// Whether what it says is asked, advised, denied or supposed.
    var isIdle = false
  }

  /// What stands between two full stops or line breaks, and the classes of all its words.
  private struct Sentence {
    var marks: Range<Int>
    var pieces: Range<Int>
    var all: AccessClasses
  }

  /// So many sentences are looked at; texts that go on say what they say in the beginning.
  private static let mostSentences = 32

  private let message: Message
  private let code: Range<Int>?
  /// The words of all sentences, one sentence behind the other.
  private var marks: [Mark] = []
  private var sentences: [Sentence] = []

  /// `code` is the one-time code in the text.
  init(_ message: Message, code: Reading.Code?) {
    self.message = message
    self.code = code.map { message.piece(at: $0.bytes.lowerBound)..<message.piece(at: $0.bytes.upperBound - 1) + 1 }
    read()
  }

  /// The kind of fact that the text tells; nil for everyday texts.
  var kind: SecurityFact.Kind? {
    for fact in AccessFacts.told {
      // What a code is for hasn't happened.
      for sentence in sentences where !holdsCode(sentence.pieces) || !sentence.all.meets(Self.purposes) {
        if meets(fact, sentence, hasCode: code != nil) { return fact.kind }
      }
    }
    let asked = code == nil ? AccessFacts.sought : AccessFacts.asked
    return asked.first { fact in sentences.contains { meets(fact, $0, isAsked: true) } }?.kind
  }

  /// Where the name of a maker or model stands that isn't a wallet's.
  var brand: Int? { marks.first { $0.classes.meets(AccessClasses(.brand)) }?.index }

  private func holdsCode(_ pieces: Range<Int>) -> Bool { code.map { pieces.overlaps($0) } ?? false }

  // MARK: Words

  private mutating func read() {
    var first = 0
    var begin = 0
    guard message.count > 0 else { return }
    for index in 1...message.count {
      if index == message.count || endsSentence(before: index) || index - first == Message.longestSentence {
        for place in first..<index {
          let classes = classes(at: place)
          if !classes.isEmpty { marks.append(Mark(index: place, classes: classes)) }
        }
        close(begin, first..<index)
        if sentences.count == Self.mostSentences { return }
        begin = marks.count
        first = index
      }
    }
  }

  private func endsSentence(before index: Int) -> Bool {
    message.lexemes[index].startsLine || message.endsSentence(before: index)
  }

  private func classes(at index: Int) -> AccessClasses {
    let lexeme = message.lexemes[index]
    switch lexeme.kind {
    case .masked: return AccessClasses(.masked, .card)
    case .chain: return AccessClasses(.plus)
    case .number: return lexeme.digits == 4 && lexeme.decimals == 0 && lexeme.currency == 0 ? AccessClasses(.digits) : AccessClasses()
    case .moment: return AccessClasses(.moment)
    case .mark: return lexeme.isMark("+") ? AccessClasses(.plus) : lexeme.isMark("%") ? AccessClasses(.promo) : AccessClasses()
    case .word:
      var classes = AccessLexicon.shared.classes(of: lexeme, in: message.bytes)
      switch lexeme.concept {
      case .card, .cardBrand: classes.insert(.card)
      case .account: classes.insert(.profile)
      case .device: classes.insert(.device)
      default: break
      }
      return classes
    default: return AccessClasses()
    }
  }

  /// Ends a sentence: joins pairs, and finds what is idle in it.
  private mutating func close(_ begin: Int, _ pieces: Range<Int>) {
    guard begin < marks.count else { return }
    var all = AccessClasses()
    for mark in marks[begin...] { all.formUnion(mark.classes) }
    join(begin..<marks.count, &all)
    if all.meets(Self.events) { findIdle(begin..<marks.count, pieces, all) }
    sentences.append(Sentence(marks: begin..<marks.count, pieces: pieces, all: all))
  }

  private mutating func join(_ range: Range<Int>, _ all: inout AccessClasses) {
    for pair in AccessFacts.pairs where all.meets(pair.first) && all.meets(pair.second) {
      for place in range where marks[place].classes.meets(pair.first) {
        var next = place + 1
        while next < range.upperBound, marks[next].index - marks[place].index <= pair.gap {
          // "Новый код для входа" is no new login.
          if pair.first == Self.novelty, marks[next].classes.meets(Self.purposes) { break }
          if marks[next].classes.meets(pair.second) {
            marks[place].classes.formUnion(pair.result)
            all.formUnion(pair.result)
            // "Samsung Pay" is no device.
            if pair.result == Self.wallet { marks[place].classes.subtract(AccessClasses(.brand)) }
            break
          }
          next += 1
        }
      }
    }
  }

  private static let novelty = AccessClasses(.new)
  private static let wallet = AccessClasses(.wallet)
  /// Words that may say that something happened.
  private static let events = AccessClasses(
    .on, .onNoun, .activated, .activation, .off, .offNoun, .changed, .changeNoun, .blocked, .lifted, .named, .renamed, .granted, .entered,
    .login, .done,
    .detected, .newDevice, .newLogin, .newSIM, .signIn, .ready, .forwarded, .failedLogin, .wrongSecret, .attempt, .now, .instead, .gone,
    .can)
  /// Nouns: they tell at the beginning of a sentence, or beside a word that says that it was done.
  private static let nouns = AccessClasses(.onNoun, .activation, .offNoun, .changeNoun, .login, .signIn, .newDevice, .newSIM)
  private static let verbs = AccessClasses(
    .on, .activated, .off, .changed, .blocked, .lifted, .named, .renamed, .granted, .entered, .done, .detected, .ready, .forwarded)
  private static let finished = AccessClasses(.done, .detected)
  private static let suppositions = AccessClasses(.if, .please)
  private static let conditions = AccessClasses(.if)
  private static let denials = AccessClasses(.not)
  private static let denialsBehind = AccessClasses(.notAfter)
  private static let possibilities = AccessClasses(.can, .will)
  private static let purposes = AccessClasses(.for)
  private static let codes = AccessClasses(.code, .keyNoun)
  private static let occasions = AccessClasses(.link, .join)
  private static let askings = AccessClasses(.request, .try)
  private static let dispatches = AccessClasses(.sent)
  private static let articles = AccessClasses(.article)
  private static let things = AccessClasses(.device, .phone, .number, .card, .profile, .email)
  private static let promotions = AccessClasses(.promo)
  private static let questions = AccessClasses(.how)
  private static let fresh = AccessClasses(.newLogin)

  private mutating func findIdle(_ range: Range<Int>, _ pieces: Range<Int>, _ all: AccessClasses) {
    let questionFrom = question(pieces)
    let first = marks[range.lowerBound]
    var isSupposed = all.meets(Self.promotions) || first.index == pieces.lowerBound && first.classes.meets(Self.questions)
    for place in range {
      let mark = marks[place]
      let (isVerb, isNoun) = (mark.classes.meets(Self.verbs), mark.classes.meets(Self.nouns))
      if isSupposed || mark.index > questionFrom || isVerb && isAdjective(place, range) || (isVerb || isNoun) && isDenied(place, range) {
        marks[place].isIdle = true
      } else if isNoun, !isVerb {
        let isAlone = mark.index - pieces.lowerBound > 3 && !all.meets(Self.finished) && !mark.classes.meets(Self.fresh)
        // "Жаңа құрылғыны қосу коды".
        let isCodes = all.meets(Self.codes) && all.meets(Self.occasions)
        marks[place].isIdle = isAlone || isCodes || isPurpose(place, range)
      }
      if mark.classes.meets(Self.suppositions) { isSupposed = true }
    }
  }

  /// "Your registered mobile number", "enviado a tu celular registrado": said of a thing, not told.
  private func isAdjective(_ place: Int, _ range: Range<Int>) -> Bool {
    let index = marks[place].index
    if marks[range.lowerBound..<place].contains(where: { $0.classes.meets(Self.dispatches) }) { return true }
    guard place > range.lowerBound, place + 1 < range.upperBound else { return false }
    return marks[place - 1].index == index - 1 && marks[place - 1].classes.meets(Self.articles) && marks[place + 1].index == index + 1
      && marks[place + 1].classes.meets(Self.things)
  }

  /// Behind which piece a sentence asks: its last clause before the question mark.
  private func question(_ pieces: Range<Int>) -> Int {
    guard message.isMark(at: pieces.upperBound - 1, "?") else { return .max }
    var index = pieces.upperBound - 1
    while index > pieces.lowerBound, !isBreak(index) { index -= 1 }
    return index > pieces.lowerBound ? index : pieces.lowerBound - 1
  }

  private func isBreak(_ index: Int) -> Bool {
    message.isMark(at: index, ",") || message.isMark(at: index, ":") || message.isMark(at: index, "—") || message.isMark(at: index, "–")
      || message.isMark(at: index, "-") && !message.isGlued(index)
  }

  private func isDenied(_ place: Int, _ range: Range<Int>) -> Bool {
    let index = marks[place].index
    var other = place
    while other > range.lowerBound, index - marks[other - 1].index <= 4 {
      other -= 1
      if isBreak(between: marks[other].index, index) { break }
      let isNear = index - marks[other].index <= 3
      if marks[other].classes.meets(Self.possibilities) || isNear && marks[other].classes.meets(Self.denials) { return true }
    }
    other = place + 1
    while other < range.upperBound, marks[other].index - index <= 2 {
      if marks[other].classes.meets(Self.denialsBehind) { return true }
      other += 1
    }
    return false
  }

  private func isBreak(between first: Int, _ last: Int) -> Bool { (first..<last).contains { isBreak($0) } }

  /// "Для подключения", "zur Registrierung", "запрос на подключение": what something is for, or asked, hasn't happened.
  private func isPurpose(_ place: Int, _ range: Range<Int>) -> Bool {
    var other = place
    while other > range.lowerBound, marks[place].index - marks[other - 1].index <= 3 {
      other -= 1
      let isNear = marks[place].index - marks[other].index <= 2
      if marks[other].classes.meets(Self.askings) || isNear && marks[other].classes.meets(Self.purposes) { return true }
    }
    return false
  }

  // MARK: Facts

  private func meets(_ fact: AccessFact, _ sentence: Sentence, hasCode: Bool = false, isAsked: Bool = false) -> Bool {
    guard sentence.all.meets(fact.head), fact.terms.allSatisfy({ sentence.all.meets($0.all) != $0.mustLack }) else { return false }
    return sentence.marks.contains { place in
      let mark = marks[place]
      guard mark.classes.meets(fact.head) else { return false }
      if isAsked {
        if marks[sentence.marks.lowerBound..<place].contains(where: { $0.classes.meets(Self.conditions) }) { return false }
      } else {
        if mark.isIdle { return false }
        // Beside a code, only what says plainly that it was done.
        if hasCode, !mark.classes.meets(Self.verbs) { return false }
      }
      if fact.isAtStart, mark.index - sentence.pieces.lowerBound > 3 { return false }
      return fact.terms.allSatisfy { $0.mustLack || stands($0, beside: place, in: sentence.marks) }
    }
  }

  private func stands(_ term: AccessFact.Term, beside place: Int, in range: Range<Int>) -> Bool {
    let index = marks[place].index
    var other = place
    while term.side <= 0, other > range.lowerBound, index - marks[other - 1].index <= AccessFact.reach {
      other -= 1
      if term.isMet(by: marks[other].classes, at: index - marks[other].index) { return true }
    }
    other = place + 1
    while term.side >= 0, other < range.upperBound, marks[other].index - index <= AccessFact.reach {
      if term.isMet(by: marks[other].classes, at: marks[other].index - index) { return true }
      other += 1
    }
    return false
  }
}
