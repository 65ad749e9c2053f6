extension Slot {
  /// Where what fits in place of this placeholder ends, when it begins at `index`; nil when nothing does. Not for free placeholders.
  func end(at index: Int, in message: Message) -> Int? {
    switch self {
    case .amount, .balance, .sum: Self.sum(at: index, in: message).map { $0.last + 1 }
    case .card: Self.card(at: index, in: message)?.end
    case .time: Self.moments(from: index, in: message)
    case .code: Codes.candidate(at: index, in: message, isNear: true).map { $0.last + 1 }
    case .number:
      message.isKind(.number, at: index) || message.isKind(.chain, at: index) || message.isKind(.masked, at: index) ? index + 1 : nil
    case .merchant, .device, .place, .from, .to, .skip: nil
    }
  }

  /// A sum that begins at `index` with its sign, its currency or its number.
  static func sum(at index: Int, in message: Message) -> Sums.Item? {
    for number in index..<index + 3 where message.isKind(.number, at: number) {
      guard let item = Sums.item(at: number, in: message), item.first == index else { return nil }
      return item
    }
    return nil
  }

  /// Whether a point stands at `end` that may belong to what ends there, "500 р.", or to the sentence.
  func mayTakePoint(at end: Int, in message: Message) -> Bool {
    switch self {
    case .amount, .balance, .sum: message.isMark(at: end, ".") && message.isGlued(end) && message.isKind(.word, at: end - 1)
    default: false
    }
  }

  /// `*1234`, `1234`, `VISA1234`, `MIR-1234`.
  static func card(at index: Int, in message: Message) -> (tail: Reading.Tail, end: Int)? {
    guard index < message.count else { return nil }
    switch message.lexemes[index].kind {
    case .masked: return Cards.tail(ofMasked: message.lexemes[index], in: message).map { ($0, index + 1) }
    case .chain: return Cards.tail(ofChain: message.lexemes[index], in: message).map { ($0, index + 1) }
    case .number:
      // `5167-6111`
      if message.isMark(at: index + 1, "-"), message.isGlued(index + 1), message.isGlued(index + 2) {
        return digits(at: index + 2, in: message).map { ($0, index + 3) }
      }
      return digits(at: index, in: message).map { ($0, index + 1) }
    case .word:
      var number = index + 1
      if message.isMark(at: number, "-"), message.isGlued(number) { number += 1 }
      guard message.isGlued(number) else { return nil }
      if message.isKind(.masked, at: number) {
        return Cards.tail(ofMasked: message.lexemes[number], in: message).map { ($0, number + 1) }
      }
      return digits(at: number, in: message).map { ($0, number + 1) }
    default: return nil
    }
  }

  private static func digits(at index: Int, in message: Message) -> Reading.Tail? {
    guard message.isKind(.number, at: index) else { return nil }
    let number = message.lexemes[index]
    // `4.4932`: the first digit, a point, the last four.
    guard number.decimals == 0 || number.decimals == 4, !number.flags.contains(.grouped), number.digits >= 3, number.digits <= 20 else {
      return nil
    }
    return Reading.Tail(value: UInt32(number.value % 10_000), digits: UInt8(min(number.digits, 4)), bytes: number.start..<number.end)
  }

  private static func moments(from index: Int, in message: Message) -> Int? {
    var end = index
    while end < index + 5, message.isKind(.moment, at: end) {
      end += message.isMark(at: end + 1, ",") && message.isKind(.moment, at: end + 2) ? 2 : 1
    }
    if end > index { return end }
    // `30.08`, the day and month alone.
    guard message.isKind(.number, at: index), message.lexemes[index].digits == 4, message.lexemes[index].decimals == 2 else { return nil }
    return index + 1
  }
}
