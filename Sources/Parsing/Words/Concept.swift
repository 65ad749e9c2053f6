/// What a word of a bank text stands for, in whatever language and spelling it comes. The words themselves stand under these names, written as
/// `card_brand`, in the tables `[meaning]` of the word files.
enum Concept: UInt8, CaseIterable {
  case none

  // Money that moves.
  /// Money went out, beyond doubt: "debited", "списание", "you paid".
  case debit
  /// Money came in: "credited", "зачисление".
  case credit
  /// It came back: "refund", "возврат".
  case refund
  /// An operation was taken back, or a hold released: "отмена", "reversed".
  case cancel
  /// Out unless something says otherwise: "payment", "платёж".
  case payment
  /// Out unless it came from somebody: "transfer", "перевод".
  case transfer
  /// Something happened on the card: "операция", "transaction".
  case operation
  case incoming
  case outgoing
  /// Money for having money: "проценты", "interest".
  case interest

  // What became of it.
  case decline
  case negation
  /// Success, done: tells an operation from an offer.
  case done
  /// Not yet: "завтра", "due", "предстоит".
  case future
  /// On its way, or at a set time: "обрабатывается", "scheduled".
  case pending
  /// Somebody wants money: "выставлен счёт".
  case demand

  // Sums.
  case amount
  case total
  case balance
  case available
  case limit
  case fee
  case bonus
  case rate
  /// A sum that is neither what moved nor what is left: own funds, debt, minimum payment.
  case otherSum
  case currency
  case debt

  // Things.
  case card
  case cardBrand
  case account
  case deposit
  case atm
  case own
  case number
  case phone
  case sim
  case beneficiary

  // Small words.
  case at
  case to
  case from
  case by
  case forWhat
  /// "Для", "in order to": what follows is meant, not done.
  case purpose
  case on
  case with
  case month
  case ending

  // Labels.
  case merchantLabel
  case placeLabel
  case reference
  case dateLabel
  case dial

  // Codes.
  case code
  /// A code that is no secret: "promo code", "код авторизации".
  case otherCode
  case codeVerb
  case secret
  case lifetime

  // Security.
  case login
  case device
  case bind
  case unbind
  case wallet
  case pay
  case pin
  case credential
  case changed
  case channel
  case notification
  case block
  case suspicious
  case settings
  case app

  // What else banks write.
  case promo
  case statement
  case application
  case imperative
  case topLevelDomain

  /// Its name in word files.
  var name: String {
    "\(self)".reduce(into: "") { name, letter in name += letter.isUppercase ? "_" + letter.lowercased() : String(letter) }
  }

  /// The concepts that word files can name.
  static let named: [String: Concept] = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .none && $0 != .currency }.map { ($0.name, $0) })
}
