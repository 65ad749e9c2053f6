import Model

/// What ends every reading: no value shows what must stay covered.
extension Reading {
  /// Takes back every value that overlaps a secret or holds three of its digits in a row. A sum that moved is kept where it only happens to share
  /// digits with a code elsewhere.
  mutating func keepSecrets(in message: Message) {
    guard code != nil || !covered.isEmpty else { return }
    let secrets = ([code].compactMap { $0 } + covered).map { Secret($0, in: message) }
    let wasAmount = amount != nil
    amount = amount.flatMap { shows($0, secrets, in: message) ? nil : $0 }
    balance = balance.flatMap { shows($0, secrets, in: message) ? nil : $0 }
    minimum = minimum.flatMap { shows($0, secrets, in: message) ? nil : $0 }
    card = card.flatMap { tail in secrets.contains { $0.isShown(by: tail.text, at: tail.bytes) } ? nil : tail }
    merchant = hidden(merchant, secrets, in: message)
    device = hidden(device, secrets, in: message)
    place = hidden(place, secrets, in: message)
    from = from.flatMap { $0.channel != nil || hidden($0.bytes, secrets, in: message) != nil ? $0 : nil }
    to = to.flatMap { $0.channel != nil || hidden($0.bytes, secrets, in: message) != nil ? $0 : nil }
    guard wasAmount, amount == nil else { return }
    // What was taken for a sum was none.
    isTransaction = false
    isReversal = false
    direction = nil
    merchant = nil
    if category == .payment { category = code != nil ? .code : .service }
  }

  private func shows(_ sum: Sum, _ secrets: [Secret], in message: Message) -> Bool {
    secrets.contains { secret in
      secret.bytes.overlaps(sum.bytes)
        || !isTransaction
          && (secret.isShown(by: message.string(sum.bytes), at: sum.bytes) || secret.isShown(by: String(sum.minorUnits), at: sum.bytes))
    }
  }

  private func hidden(_ range: Range<Int32>?, _ secrets: [Secret], in message: Message) -> Range<Int32>? {
    range.flatMap { range in secrets.contains { $0.isShown(by: message.string(range), at: range) } ? nil : range }
  }

  /// A secret and its digits.
  private struct Secret {
    let bytes: Range<Int32>
    private let digits: [UInt8]
    /// Its letters, where it has no three digits.
    private let text: String?

    /// So many of its digits in a row tell too much of it.
    private static let tooMany = 3

    init(_ code: Code, in message: Message) {
      bytes = code.bytes
      let string = message.string(code.bytes)
      digits = Self.digits(of: string)
      text = digits.count < Self.tooMany ? string.lowercased() : nil
    }

    func isShown(by value: String, at place: Range<Int32>) -> Bool {
      if bytes.overlaps(place) { return true }
      if let text { return value.lowercased().contains(text) }
      let shown = Self.digits(of: value)
      guard shown.count >= Self.tooMany else { return false }
      return (0...digits.count - Self.tooMany).contains { first in
        let part = digits[first..<first + Self.tooMany]
        return (0...shown.count - Self.tooMany).contains { shown[$0..<$0 + Self.tooMany].elementsEqual(part) }
      }
    }

    private static func digits(of string: String) -> [UInt8] {
      string.unicodeScalars.compactMap { scalar in
        let folded = Folding.folded(scalar).value
        return folded >= 0x30 && folded <= 0x39 ? UInt8(folded) : nil
      }
    }
  }
}
