/// A placeholder of a template: what stands in its place in a text, and what it is taken for.
enum Slot: UInt8, CaseIterable, Sendable {
  /// The sum that moved.
  case amount
  /// What is left afterwards.
  case balance
  /// A sum that is neither: a fee, a limit.
  case sum
  /// The last digits of a card or account, masked or not, with the brand's name before them.
  case card
  /// Dates and times of day.
  case time
  /// A one-time code.
  case code
  /// A number that means nothing here: an order, a phone, another card.
  case number
  // The free ones: any pieces, as few as possible, up to what the template says next.
  case merchant
  case device
  case place
  /// What a channel or number was before a change, and what it is now.
  case from
  case to
  case skip

  /// Whether it takes any pieces, not those of one form.
  var isFree: Bool {
    switch self {
    case .merchant, .device, .place, .from, .to, .skip: true
    default: false
    }
  }

  /// The field of a reading that it fills; nil for those that say nothing.
  var field: Reading.Fields? {
    switch self {
    case .amount: .amount
    case .balance: .balance
    case .card: .card
    case .code: .code
    case .merchant: .merchant
    case .device: .device
    case .place: .place
    case .from: .from
    case .to: .to
    case .sum, .time, .number, .skip: nil
    }
  }

  /// The most pieces a free one takes.
  var longest: Int { self == .skip ? .max : 24 }

  /// The word in braces.
  var name: String {
    switch self {
    case .amount: "amount"
    case .balance: "balance"
    case .sum: "sum"
    case .card: "card"
    case .time: "time"
    case .code: "code"
    case .number: "number"
    case .merchant: "merchant"
    case .device: "device"
    case .place: "place"
    case .from: "from"
    case .to: "to"
    case .skip: "skip"
    }
  }

  init?(name: some StringProtocol) {
    guard let slot = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = slot
  }
}
