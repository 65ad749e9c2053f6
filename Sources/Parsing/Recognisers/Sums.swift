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
    /// What was left before the operation: "old balance".
    case before
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

    /// Whether it is money, and not what is left, offered or at most allowed.
    fileprivate var mayHaveMoved: Bool {
      guard isNamed || looksLikeMoney else { return false }
      switch label {
      case .none, .amount, .total: return true
      default: return false
      }
    }
  }

  /// More than any real message holds; the rest of a hostile one isn't looked at.
  static let limit = 24

  /// The sums, until others are found in the same place.
  let items: UnsafeBufferPointer<Item>
  /// The notes behind the first of them, where one can matter: sums in them aren't among these.
  let notes: Speech.Notes?

  /// The sums of a text, kept in `storage`.
  init(_ message: Message, in storage: inout ReusableBuffer<Item>) {
    var notes: Speech.Notes?
    storage.fill(atMost: Self.limit) { room in
      var found = Found(room: room)
      var walk = Walk(message: message)
      walk.run(into: &found)
      // "SD TK 0071: -250 000 … SD 3 410 000": the balance changed by a sum, and is another.
      if found.count > 1, room[0].label == .balance, room[0].sign != 0,
        room[1..<found.count].contains(where: { $0.label == .balance && $0.sign == 0 })
      {
        room[0].label = .none
      }
      notes = found.leaveOutNotes(of: message)
      return found.count
    }
    items = storage.elements
    self.notes = notes
  }

  /// The sums found so far.
  struct Found {
    /// Room for `limit` of them.
    let room: UnsafeMutableBufferPointer<Item>
    private(set) var count = 0

    init(room: UnsafeMutableBufferPointer<Item>) { self.room = room }

    var isFull: Bool { count == room.count }
    var last: Item? { count > 0 ? room[count - 1] : nil }

    mutating func append(_ item: Item) {
      room.initializeElement(at: count, to: item)
      count += 1
    }

    /// Leaves out the sums that somebody wrote into a note behind the one that moved: "Перевод 5 000 ₽ … Сообщение: итого 1 ₽".
    /// - Returns: the notes, where there may be any that matter.
    mutating func leaveOutNotes(of message: Message) -> Speech.Notes? {
      guard count > 1 || message.has(.code), Speech.isSigned(message) || message.has(.payment) else { return nil }
      guard let moved = room[..<count].firstIndex(where: \.mayHaveMoved) else { return nil }
      let isSaidDone = Speech.isSaidDone(room[moved], in: message)
      let notes = Speech.notes(in: message, behind: room[moved].last)
      guard isSaidDone || notes != nil else { return nil }
      var kept = moved + 1
      for place in moved + 1..<count
      where notes?.hold(room[place], of: message) != true && !(isSaidDone && room[place].mayHaveMoved) {
        room[kept] = room[place]
        kept += 1
      }
      count = kept
      return notes
    }

    /// Calls the last one something else.
    func relabel(_ label: Label) { room[count - 1].label = label }
  }

  /// The sum around the number at `index`, whatever the words before it say; nil when it is part of a name or counts something else.
  static func item(at index: Int, in message: Message) -> Item? {
    var walk = Walk(message: message)
    walk.label = .amount
    return walk.item(at: index)
  }
}
