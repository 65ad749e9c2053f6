import Model

/// What was read from a text, by place: ranges of bytes instead of strings, so that reading allocates nothing.
struct Reading {
  /// An amount of money as it stands in the text.
  struct Sum {
    /// Minor units, never negative.
    var minorUnits: Int64
    /// The place of the currency in `Currencies.all`; 0 when nothing tells it.
    var currency: UInt8
    /// -1, 0 or +1: the sign written before it.
    var sign: Int8
    var bytes: Range<Int32>
  }

  /// The last digits of a card or account number.
  struct Tail {
    var value: UInt32
    var digits: UInt8
    var bytes: Range<Int32>
  }

  /// A one-time code: the bytes of its letters and digits, which may have single spaces or hyphens between them.
  struct Code {
    var bytes: Range<Int32>
    /// Whether what stands between its digits belongs to it, as in `G-123456`.
    var isVerbatim: Bool
  }

  /// What something was before a change, or is after it.
  struct Side {
    /// The channel it is; nil for a number.
    var channel: Channel?
    var bytes: Range<Int32>
  }

  /// The values that can be read from a text.
  struct Fields: OptionSet {
    let rawValue: UInt16
    static let amount = Fields(rawValue: 1)
    static let balance = Fields(rawValue: 2)
    static let card = Fields(rawValue: 4)
    static let merchant = Fields(rawValue: 8)
    static let code = Fields(rawValue: 16)
    static let device = Fields(rawValue: 32)
    static let place = Fields(rawValue: 64)
    static let from = Fields(rawValue: 128)
    static let to = Fields(rawValue: 256)
  }

  /// The number of the template that fits, in its bank's file, from 0; nil when none does.
  var template: Int?
  /// What the template said; the recognisers said the rest.
  var fromTemplate: Fields = []
  var category: Category = .service
  var isTransaction = false
  /// Whether the money came back because an operation was taken back.
  var isReversal = false
  var direction: Direction?
  var amount: Sum?
  var balance: Sum?
  var due: DueDate?
  var minimum: Sum?
  var card: Tail?
  var merchant: Range<Int32>?
  var code: Code?
  /// What else must stay covered; where there is no code, also what may be one.
  var covered: [Code] = []
  var security: SecurityFact.Kind?
  var device: Range<Int32>?
  var place: Range<Int32>?
  var from: Side?
  var to: Side?

  /// Forgets values that begin in a push's title and end in its text: they are two things. A code stays, since it must be covered.
  mutating func drop(acrossTitle body: Int32) {
    func isAcross(_ bytes: Range<Int32>) -> Bool { bytes.lowerBound < body && bytes.upperBound > body }
    if amount.map({ isAcross($0.bytes) }) == true { amount = nil }
    if balance.map({ isAcross($0.bytes) }) == true { balance = nil }
    if card.map({ isAcross($0.bytes) }) == true { card = nil }
    if merchant.map(isAcross) == true { merchant = nil }
    if device.map(isAcross) == true { device = nil }
    if place.map(isAcross) == true { place = nil }
    if from.map({ isAcross($0.bytes) }) == true { from = nil }
    if to.map({ isAcross($0.bytes) }) == true { to = nil }
  }
}
