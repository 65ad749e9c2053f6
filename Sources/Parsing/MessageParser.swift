import Model

/// Reads messages: from sender and text to the bank and what the text says.
public struct MessageParser: Sendable {
  public let catalog: BankCatalog

  public init(catalog: BankCatalog) {
    self.catalog = catalog
  }

  /// What a message says. Texts of any length and content are safe; the first 16 KB are read.
  ///
  /// `sender` is the SMS sender id or number, or the app's package name or label. A push's title is read as the text's first line.
  public func parse(sender: String, channel: Channel?, title: String?, text: String) -> Meaning {
    let bank = catalog.place(sender: sender).map { catalog.known[$0] }
    let head = title.map { $0.isEmpty ? "" : $0 + "\n" } ?? ""
    var whole = head + text
    return whole.withUTF8 { bytes in
      var reader = Reader()
      let reading = reader.read(bytes, body: head.utf8.count, bank: bank)
      return Meaning(bank: bank?.bank.key, facts: Facts(reading, in: bytes))
    }
  }
}

extension Facts {
  /// The facts of a reading, its places in the text turned into strings.
  init(_ reading: Reading, in bytes: UnsafeBufferPointer<UInt8>) {
    self.init()
    category = reading.category
    isTransaction = reading.isTransaction
    direction = reading.direction
    isReversal = reading.isReversal
    amount = reading.amount.map { sum in
      let isNegative = reading.direction == .outgoing || reading.direction == .transfer && sum.sign < 0
      return Money(minorUnits: isNegative ? -sum.minorUnits : sum.minorUnits, currency: Currencies.all[Int(sum.currency)].currency)
    }
    balance = reading.balance.map { sum in
      Money(minorUnits: sum.sign < 0 ? -sum.minorUnits : sum.minorUnits, currency: Currencies.all[Int(sum.currency)].currency)
    }
    due = reading.due
    minimum = reading.minimum.map { Money(minorUnits: $0.minorUnits, currency: Currencies.all[Int($0.currency)].currency) }
    card = reading.card.map { $0.text }
    merchant = reading.merchant.map { Self.string($0, in: bytes) }
    code = reading.code.map { Codes.string($0, in: bytes) }
    for secret in reading.covered {
      let text = Codes.string(secret, in: bytes)
      if text != code, !covered.contains(text) { covered.append(text) }
    }
    security = reading.security.map { kind in
      SecurityFact(
        kind: kind, device: reading.device.map { Self.string($0, in: bytes) }, place: reading.place.map { Self.string($0, in: bytes) },
        from: reading.from.map { Self.string($0, in: bytes) }, to: reading.to.map { Self.string($0, in: bytes) })
    }
  }

  private static func string(_ side: Reading.Side, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    side.channel?.name ?? string(side.bytes, in: bytes)
  }

  private static func string(_ range: Range<Int32>, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)]), as: UTF8.self)
  }
}

extension Reading.Tail {
  /// The digits, leading zeros included.
  var text: String {
    let plain = String(value)
    return String(repeating: "0", count: max(0, Int(digits) - plain.utf8.count)) + plain
  }
}
