/// What a word says about access to an account, in whatever language; the words are in `AccessWords`, what they come to in `AccessFacts`.
///
/// A word may be of several classes: "доступ" is something that is blocked and something that is granted.
enum AccessClass: String, CaseIterable {
  // Things.
  case device, brand, phone, number, plus, email, card, masked, moment
  case app, bank, profile, data
  case wallet, walletBrand, pay, digits
  case key, keyNoun, access, security, token, bio
  case secret, pin, code
  case sms, push, messenger, notification, settings
  case sim, forwarding
  case trustee, trusted, person, second, hand
  case loanBan, ban, loan
  case outside, idBrand, id, consent
  case name

  // What is said to have happened: participles and verbs of the past, and the nouns that banks make of them.
  case on, onNoun, activated, activation, joined
  case off, offNoun
  case changed, changeNoun
  case blocked, lifted, named, renamed, granted
  case login, entered, sign, `in`, signIn, auth, ip, been
  case done, detected, failed, wrong, attempt
  case gone, nolonger, no, ready, turned, onWord, forwarded, calls

  // What is asked for: any form of the same words.
  case link, linkWord, join, change
  case request, `try`

  // Small words.
  case new, now, instead
  case newDevice, newLogin, newSIM, failedLogin, wrongSecret

  // What makes a fact none.
  case not, notAfter, `if`, se, you, how, please, can, will, `for`, sent, article, promo
}

/// A set of classes.
struct AccessClasses: Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(_ classes: AccessClass...) {
    for one in classes { insert(one) }
  }

  var isEmpty: Bool { low | high == 0 }

  mutating func insert(_ one: AccessClass) {
    let place = Self.places[one, default: 0]
    if place < 64 { low |= 1 << UInt64(place) } else { high |= 1 << UInt64(place - 64) }
  }

  @inline(__always)
  mutating func formUnion(_ other: AccessClasses) {
    low |= other.low
    high |= other.high
  }

  @inline(__always)
  mutating func subtract(_ other: AccessClasses) {
    low &= ~other.low
    high &= ~other.high
  }

  @inline(__always)
  func meets(_ other: AccessClasses) -> Bool { low & other.low | high & other.high != 0 }

  private static let places = Dictionary(uniqueKeysWithValues: AccessClass.allCases.enumerated().map { ($1, $0) })
}
