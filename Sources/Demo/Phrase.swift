/// A line of a bank with blanks in it, cut up once so that filling it in is a walk over bytes.
///
/// `{amount.spaced}` is the value `amount` in the style `spaced`; a name that is neither stays as it is written, braces and all, and a test
/// finds it.
struct Phrase: Sendable {
  enum Value: String, CaseIterable, Sendable {
    case card, brand, time, seconds, date, dateShort, dateFull, isoDate, due, amount, balance, extra, shown, currency, shop, shopRu
    case person, personLatin, code, device, place, bank, fromBank, reference
  }

  /// How an amount is written: `plain` 1240 and 1240.50, `full` 1240.00, `comma` 1 240,00, `spaced` 1 240 and 1 240,50, `english` 1,240.00;
  /// the spaces are U+00A0, as Russian banks write them.
  enum Style: String, CaseIterable, Sendable {
    case plain, full, comma, spaced, english
  }

  enum Piece: Sendable {
    case literal([UInt8])
    case value(Value, Style)
  }

  let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      if let field = Self.field(name) {
        if open > rest.startIndex { pieces.append(.literal(Array(rest[..<open].utf8))) }
        pieces.append(field)
      } else {
        pieces.append(.literal(Array(rest[...close].utf8)))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(Array(rest.utf8))) }
    self.pieces = pieces
  }

  private static func field(_ name: Substring) -> Piece? {
    let parts = name.split(separator: ".", maxSplits: 1)
    guard let first = parts.first, let value = Value(rawValue: String(first)) else { return nil }
    guard parts.count == 2 else { return .value(value, .plain) }
    return Style(rawValue: String(parts[1])).map { .value(value, $0) }
  }
}
