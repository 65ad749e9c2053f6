/// Fills phrases in. One buffer serves all messages: a text costs one allocation, its own.
struct TextWriter: Sendable {
  private var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(4_096)
  }

  mutating func fill(_ phrase: Phrase, with details: Details) -> String {
    bytes.removeAll(keepingCapacity: true)
    for piece in phrase.pieces {
      switch piece {
      case .literal(let literal): bytes.append(contentsOf: literal)
      case .value(let value, let style): write(value, style, details)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func write(_ value: Phrase.Value, _ style: Phrase.Style, _ details: Details) {
    switch value {
    case .card: bytes.append(contentsOf: Wallet.cards[details.card].tail)
    case .brand: bytes.append(contentsOf: Wallet.cards[details.card].brand)
    case .time, .seconds, .date, .dateShort, .dateFull, .isoDate, .due: writeMoment(value, details)
    case .amount: writeMoney(details.amount, style)
    case .balance: writeMoney(details.balance, style)
    case .extra: writeMoney(details.extra, style)
    case .shown: writeMoney(details.shown, style)
    case .shop: bytes.append(contentsOf: Shop.all[details.shop].latin)
    case .shopRu: bytes.append(contentsOf: Shop.all[details.shop].russian)
    case .person: bytes.append(contentsOf: Vocabulary.people[details.person].russian)
    case .personLatin: bytes.append(contentsOf: Vocabulary.people[details.person].latin)
    case .code: writePadded(details.code, width: details.codeLength)
    case .device: bytes.append(contentsOf: Vocabulary.devices[details.device])
    case .place: bytes.append(contentsOf: Vocabulary.places[details.place])
    case .bank: bytes.append(contentsOf: words(details).to)
    case .fromBank: bytes.append(contentsOf: words(details).from)
    case .reference: writePadded(details.reference, width: 6)
    case .currency: bytes.append(contentsOf: Vocabulary.currencies[details.currency].code)
    }
  }

  private func words(_ details: Details) -> Vocabulary.BankWords {
    let isTinkoff = details.bank == DemoBank.tbank.rawValue && details.date.year < 2025
    return isTinkoff ? Vocabulary.tinkoff : Vocabulary.bankWords[details.bank]
  }

  private mutating func writeMoment(_ value: Phrase.Value, _ details: Details) {
    switch value {
    case .time, .seconds:
      writePadded(details.hour, width: 2)
      bytes.append(UInt8(ascii: ":"))
      writePadded(details.minute, width: 2)
      guard value == .seconds else { return }
      bytes.append(UInt8(ascii: ":"))
      writePadded(details.second, width: 2)
    case .isoDate:
      writePadded(details.date.year, width: 4)
      bytes.append(UInt8(ascii: "-"))
      writePadded(details.date.month, width: 2)
      bytes.append(UInt8(ascii: "-"))
      writePadded(details.date.day, width: 2)
    default:
      let date = value == .due ? details.due : details.date
      writePadded(date.day, width: 2)
      bytes.append(UInt8(ascii: "."))
      writePadded(date.month, width: 2)
      guard value != .dateShort else { return }
      bytes.append(UInt8(ascii: "."))
      if value == .date { writePadded(date.year % 100, width: 2) } else { writePadded(date.year, width: 4) }
    }
  }

  private mutating func writeMoney(_ minorUnits: Int64, _ style: Phrase.Style) {
    if minorUnits < 0 { bytes.append(UInt8(ascii: "-")) }
    let (units, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: 100)
    writeWhole(Int(units), style)
    if rest == 0 && (style == .plain || style == .spaced) { return }
    bytes.append(UInt8(ascii: style == .comma || style == .spaced ? "," : "."))
    writePadded(Int(rest), width: 2)
  }

  private mutating func writeWhole(_ number: Int, _ style: Phrase.Style) {
    guard number >= 1_000 && style != .plain && style != .full else { return writePadded(number, width: 1) }
    writeWhole(number / 1_000, style)
    if style == .english { bytes.append(UInt8(ascii: ",")) } else { bytes += [0xC2, 0xA0] }
    writePadded(number % 1_000, width: 3)
  }

  private mutating func writePadded(_ number: Int, width: Int) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(truncatingIfNeeded: 48 + rest % 10))
      rest /= 10
    } while rest > 0
    while bytes.count - start < width { bytes.append(48) }
    bytes[start...].reverse()
  }
}
