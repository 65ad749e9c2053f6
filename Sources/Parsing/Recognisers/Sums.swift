/// All sums of money in a text, each with the word that governs it. `Amounts` and `Balances` choose among them.
struct Sums {
  /// What the words before a sum say of it.
  enum Label: UInt8 {
    case none
    case amount
    case total
    case balance
    /// "Лимит": what is left of a credit, or an offer.
    case limit
    case fee
    case bonus
    case rate
    /// Own funds, debt, minimum payment, the size of a deposit.
    case other
    /// A number that counts something else: an order, a phone, a card.
    case reference
    /// "До 300 000 ₽", "от 3 000 ₽", "50 000 ₽ в день": how much may move, not what moved.
    case bound
  }

  /// A number that may be money.
  struct Item {
    var label: Label
    var value: UInt64
    var decimals: UInt8
    var currency: UInt8
    /// Whether a currency stands at it in the text.
    var isNamed: Bool
    var sign: Int8
    /// Whether a decimal sign or thousands make it look like money.
    var looksLikeMoney: Bool
    /// The pieces it spans, sign and currency included.
    var first: Int
    var last: Int
    var number: Int
  }

  /// More than any real message holds; the rest of a hostile one isn't looked at.
  static let limit = 24

  private(set) var items: ContiguousArray<Item>

  /// The sums of a text, in an array that is used again, so that reading many texts allocates little.
  init(_ message: Message, in storage: ContiguousArray<Item> = []) {
    items = storage
    items.removeAll(keepingCapacity: true)
    var walk = Walk(message: message)
    walk.run(into: &items)
    // "SD TK 0071: -250 000 … SD 3 410 000": the balance changed by a sum, and is another.
    if let first = items.first, first.label == .balance, first.sign != 0,
      items.dropFirst().contains(where: { $0.label == .balance && $0.sign == 0 })
    {
      items[0].label = .none
    }
  }

  /// The sum around the number at `index`, whatever the words before it say; nil when it is part of a name or counts something else.
  static func item(at index: Int, in message: Message) -> Item? {
    var walk = Walk(message: message)
    walk.label = .amount
    return walk.item(at: index)
  }
}
