import Model

/// What merging looks at in a copy.
struct MergingCandidate {
  let account: String
  let bank: String
  let channel: Channel
  let time: Timestamp
  let identity: Identity
  /// Which way the amount went, as its sign; nil for money that moved of which the text doesn't say which way: it goes with either.
  let side: Int64?
  let balance: Money?
  let card: String?
  private let shop: String?

  /// Worked out when two are compared, which few of all copies ever are.
  var merchant: MerchantName? { shop.flatMap(MerchantName.init) }

  enum Identity: Hashable {
    case code(PlainText)
    /// Without its sign.
    case amount(Money)
    case text(PlainText)
  }

  /// nil for what is never merged: of no known bank, or without a word.
  init?(_ notification: Notification) {
    guard let bank = notification.bank, let delivery = notification.deliveries.first else { return nil }
    let facts = notification.facts
    if let code = facts.code.map({ PlainText($0, joined: true) }), !code.isEmpty {
      identity = .code(code)
    } else if let amount = facts.amount {
      identity = .amount(amount.unsigned)
    } else {
      // A title names what the text is about, or the bank; only one of the channels has it.
      let plain = PlainText(delivery.text.isEmpty ? delivery.title ?? "" : delivery.text)
      guard !plain.isEmpty else { return nil }
      identity = .text(plain)
    }
    side = facts.isOpen ? nil : facts.amount.map { $0.minorUnits.signum() }
    account = notification.account
    self.bank = bank
    channel = delivery.channel
    time = delivery.time
    balance = facts.balance
    card = facts.card
    shop = facts.merchant
  }

  /// How far the times of two lie apart, in ms.
  func distance(to other: MergingCandidate) -> UInt64 {
    let (earlier, later) = (min(time, other.time).milliseconds, max(time, other.time).milliseconds)
    return UInt64(bitPattern: later &- earlier)
  }

  /// FNV-1a (64 bit) over account, bank and identity: what all copies of one notification have in common. 0 and 1 are left to the database.
  var mark: Int64 {
    var digest = FNV1a()
    digest.mix(account)
    digest.mix(bank)
    switch identity {
    case .code(let code):
      digest.mix("code")
      code.bytes.withUnsafeBufferPointer { digest.mix($0) }
    case .amount(let sum):
      digest.mix(sum.currency.code)
      for shift in stride(from: 0, to: 64, by: 8) { digest.mix(UInt8(truncatingIfNeeded: sum.minorUnits >> shift)) }
    case .text(let text):
      digest.mix("text")
      text.bytes.withUnsafeBufferPointer { digest.mix($0) }
    }
    let mark = Int64(bitPattern: digest.value)
    return mark == 0 || mark == 1 ? 2 : mark
  }
}

extension FNV1a {
  /// A text and an end mark that no UTF-8 text contains.
  fileprivate mutating func mix(_ text: String) {
    var text = text
    text.withUTF8 { mix($0) }
    mix(UInt8.max)
  }
}
