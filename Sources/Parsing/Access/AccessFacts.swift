import Model

/// What words say together: pairs that make one thing, and the facts.
///
/// A fact is a kind and a pattern. Its first term is what happened; the others stand in the same sentence, at most `AccessFact.reach` pieces from
/// it. A term is classes of which one suffices, `a|b`; `a<` stands before the first one, `a>` behind it, `a~4` within four pieces of it; `!a` must
/// not be in the sentence; `^a` stands at its beginning. The first fact of this list that fits any sentence is the message's.
enum AccessFacts {
  /// Two words that are one thing: the second stands at most so many pieces behind the first.
  static let pairs: [AccessPair] = [
    AccessPair(.walletBrand, .pay, 1, .wallet), AccessPair(.keyNoun, .access, 3, .key), AccessPair(.code, .access, 1, .secret),
    AccessPair(.code, .login, 2, .secret), AccessPair(.trusted, .person, 2, .trustee),
    AccessPair(.second, .hand, 1, .trustee), AccessPair(.ban, .loan, 4, .loanBan), AccessPair(.idBrand, .id, 2, .outside),
    AccessPair(.sign, .in, 2, .signIn), AccessPair(.new, .signIn, 3, .newLogin), AccessPair(.auth, .bank, 3, .newLogin),
    AccessPair(.auth, .profile, 3, .newLogin),
    AccessPair(.for, .linkWord, 1, .link), AccessPair(.been, .changeNoun, 2, .changed), AccessPair(.turned, .onWord, 1, .on),
    AccessPair(.security, .keyNoun, 1, .key), AccessPair(.keyNoun, .security, 2, .key), AccessPair(.person, .number, 1, .phone),
    AccessPair(.se, .not, 1, .if), AccessPair(.se, .you, 1, .if), AccessPair(.card, .digits, 4, .masked),
    AccessPair(.new, .device, 3, .newDevice), AccessPair(.device, .new, 2, .newDevice), AccessPair(.new, .login, 3, .newLogin),
    AccessPair(.new, .sim, 2, .newSIM),
    AccessPair(.login, .new, 2, .newLogin),
    AccessPair(.failed, .login, 3, .failedLogin), AccessPair(.failed, .signIn, 3, .failedLogin),
    AccessPair(.login, .failed, 3, .failedLogin),
    AccessPair(.wrong, .secret, 2, .wrongSecret),
    AccessPair(.secret, .wrong, 2, .wrongSecret), AccessPair(.no, .nolonger, 1, .gone), AccessPair(.nolonger, .not, 1, .gone),
  ]

  /// What has happened.
  static let told: [AccessFact] = [
    AccessFact(.simChanged, "changed|changeNoun sim"), AccessFact(.simChanged, "on sim new"), AccessFact(.simChanged, "^newSIM"),
    AccessFact(.blocked, "blocked card|masked|app|bank|profile|login !lifted|off"),
    AccessFact(.callsForwarded, "on|onNoun forwarding"), AccessFact(.callsForwarded, "forwarded calls"),
    AccessFact(.loanBanLifted, "lifted|off|offNoun loanBan"),
    AccessFact(.trusteeNamed, "on|named|granted trustee"),
    AccessFact(.keyAdded, "on|onNoun key|bio"), AccessFact(.keyAdded, "on|onNoun|activated token !wallet"),
    AccessFact(.tokenUnlinked, "off|offNoun wallet"),
    AccessFact(.tokenLinked, "on|onNoun wallet"), AccessFact(.tokenLinked, "now|can masked wallet"),
    AccessFact(.tokenLinked, "ready card|masked wallet"),
    AccessFact(.deviceBound, "on device< push>"), AccessFact(.deviceUnbound, "off device< push>"),
    AccessFact(.phoneChanged, "changed|changeNoun|on|off number phone|plus"), AccessFact(.phoneChanged, "on new number"),
    AccessFact(.channelChanged, "on|off|onNoun|offNoun|changed|changeNoun sms~6|push~5|notification~6 !newDevice"),
    AccessFact(.channelChanged, "changed|changeNoun settings~4"),
    AccessFact(.channelChanged, "now|instead|gone code|notification|secret|sms messenger|push|sms|app"),
    AccessFact(.credentialChanged, "changed|changeNoun secret"), AccessFact(.credentialChanged, "on secret~4"),
    AccessFact(.credentialChanged, "off|offNoun key|bio|token !wallet"),
    AccessFact(.phoneChanged, "changed phone~6 !app|bank"),
    AccessFact(.contactChanged, "changed|changeNoun|on email~6"),
    AccessFact(.loginFailed, "failedLogin"), AccessFact(.loginFailed, "wrongSecret login|app|bank|profile"),
    AccessFact(.loginFailed, "attempt login|signIn"),
    AccessFact(.outsideAccess, "entered|done|on|granted outside"), AccessFact(.outsideAccess, "granted consent data|profile"),
    AccessFact(.login, "entered app|bank|profile|device|brand|moment|ip"), AccessFact(.login, "done|detected|on login~5|signIn~5"),
    AccessFact(.login, "newLogin"), AccessFact(.login, "^signIn newDevice|moment"),
    AccessFact(.login, "^login app~6|bank~6|profile~6|device|brand|moment|ip"),
    AccessFact(.deviceRenamed, "renamed device|brand"), AccessFact(.deviceRenamed, "changed|changeNoun name device"),
    AccessFact(.deviceUnbound, "off|offNoun device|brand"), AccessFact(.deviceUnbound, "gone device|brand on"),
    AccessFact(.appActivated, "activated|activation app~5|bank~3"),
    AccessFact(.deviceBound, "on|onNoun|detected|named device|newDevice|brand~8 !loan"), AccessFact(.deviceBound, "^newDevice !loan|not"),
    AccessFact(.deviceBound, "now trusted device|brand"),
    AccessFact(.deviceBound, "joined|onNoun app~5|bank~3"),
  ]

  /// What somebody asks for, with a code or without one: nothing has happened yet.
  static let asked: [AccessFact] = [
    AccessFact(.bindingRequested, "link device|brand|wallet|token|key|bio|push|app~2"),
    AccessFact(.bindingRequested, "join app|bank|profile"), AccessFact(.changeRequested, "link pin~3"),
    AccessFact(.changeRequested, "change secret~3|number~3|email~3|settings~3|notification~3"),
    AccessFact(.loginRequested, "login|entered|signIn"), AccessFact(.bindingRequested, "newDevice"),
  ]

  /// The same without a code: words that say that somebody asks.
  static let sought: [AccessFact] = [
    AccessFact(.bindingRequested, "request|try|attempt link device|brand|wallet"),
    AccessFact(.bindingRequested, "link device|wallet code~8 !wrong|not"),
  ]
}

/// Two words that are one thing.
struct AccessPair {
  let first: AccessClasses
  let second: AccessClasses
  let gap: Int
  let result: AccessClasses

  init(_ first: AccessClass, _ second: AccessClass, _ gap: Int, _ result: AccessClass) {
    self.first = AccessClasses(first)
    self.second = AccessClasses(second)
    self.gap = gap
    self.result = AccessClasses(result)
  }
}

/// A kind of fact and the pattern that tells it.
struct AccessFact {
  /// Classes of which one must stand somewhere.
  struct Term {
    var classes = AccessClasses()
    /// Those with a distance of their own.
    var near: [(classes: AccessClasses, reach: Int)] = []
    /// -1 where it must stand before what happened, 1 behind it.
    var side = 0
    var mustLack = false
    /// All of them.
    var all = AccessClasses()

    func isMet(by found: AccessClasses, at distance: Int) -> Bool {
      found.meets(classes) || near.contains { found.meets($0.classes) && distance <= $0.reach }
    }
  }

  /// How far from what happened the other words stand, in pieces.
  static let reach = 14

  let kind: SecurityFact.Kind
  let head: AccessClasses
  let isAtStart: Bool
  let terms: [Term]

  init(_ kind: SecurityFact.Kind, _ pattern: String) {
    self.kind = kind
    var words = pattern.split(separator: " ").map(String.init)
    var first = words.removeFirst()
    isAtStart = first.hasPrefix("^")
    if isAtStart { first.removeFirst() }
    head = Self.term(first).classes
    terms = words.map(Self.term)
  }

  private static func term(_ text: String) -> Term {
    var term = Term()
    term.mustLack = text.hasPrefix("!")
    for part in text.split(whereSeparator: { $0 == "|" || $0 == "!" }) {
      var name = String(part)
      if name.hasSuffix("<") { term.side = -1 }
      if name.hasSuffix(">") { term.side = 1 }
      name.removeAll { $0 == "<" || $0 == ">" }
      let halves = name.split(separator: "~").map(String.init)
      guard let one = halves.first.flatMap(AccessClass.init) else { preconditionFailure("There is no class \(name).") }
      term.all.insert(one)
      if halves.count > 1, let reach = Int(halves[1]) {
        term.near.append((AccessClasses(one), reach))
      } else {
        term.classes.insert(one)
      }
    }
    return term
  }
}
