import Model

/// The fields of a line of JSON that says what a message says.
struct MeaningLine {
  private let words = Words.shared

  /// More than the names of all fields and the values that are no texts take.
  private static let mostOfFields = 768
  /// An escape takes at most six bytes for each of the text.
  private static let mostOfByte = 6

  /// More bytes than a message takes.
  static func mostBytes(of message: ReadMessage) -> Int {
    let reading = message.reading
    var texts = (message.id?.count ?? 0) + (message.known?.bank.key.utf8.count ?? 0)
    texts += (reading.merchant?.count ?? 0) + (reading.code?.bytes.count ?? 0)
    if reading.security != nil {
      texts += (reading.device?.count ?? 0) + (reading.place?.count ?? 0)
      texts += (reading.from?.bytes.count ?? 0) + (reading.to?.bytes.count ?? 0)
    }
    return mostOfFields + mostOfByte * texts
  }

  /// More bytes than an explanation takes.
  static func mostBytes(of explanation: Explanation) -> Int {
    var texts = (explanation.template?.bank.utf8.count ?? 0) + (explanation.template?.text.utf8.count ?? 0)
    for value in explanation.values { texts += value.field.utf8.count + value.text.utf8.count }
    return mostOfFields + 128 * explanation.values.count + mostOfByte * texts
  }

  /// Writes a message, all but the closing brace.
  func write(_ message: ReadMessage, to line: inout BytePen) {
    let (reading, bytes) = (message.reading, message.bytes)
    line.write("{\"id\":")
    if let id = message.id { safely(id, isJSON: true, to: &line) } else { line.write(decimal: Int64(message.line)) }
    if let field = message.known?.field {
      line.write(field)
    } else if let known = message.known {
      key(",\"bank\":", known.bank.key, to: &line)
    } else {
      line.write(",\"bank\":null")
    }
    line.write(words.categories[reading.category.rawValue])
    if reading.isTransaction { line.write(",\"kind\":\"transaction\"") } else { line.write(",\"kind\":\"other\"") }
    line.write(words.directions[reading.direction?.rawValue ?? 0])
    if reading.isReversal { line.write(",\"reversal\":true") } else { line.write(",\"reversal\":false") }
    money(reading, to: &line)
    if let merchant = reading.merchant { text(",\"merchant\":", merchant, in: bytes, to: &line) } else { line.write(",\"merchant\":null") }
    if let code = reading.code { key(",\"code\":", Codes.string(code, in: bytes), to: &line) } else { line.write(",\"code\":null") }
    line.write(",\"covered\":")
    line.write(decimal: Int64(reading.covered.count))
    if let security = reading.security {
      line.write(words.facts[security.rawValue])
      if let device = reading.device { text(",\"device\":", device, in: bytes, to: &line) } else { line.write(",\"device\":null") }
      if let place = reading.place { text(",\"place\":", place, in: bytes, to: &line) } else { line.write(",\"place\":null") }
      if let from = reading.from { side(",\"from\":", from, in: bytes, to: &line) } else { line.write(",\"from\":null") }
      if let to = reading.to { side(",\"to\":", to, in: bytes, to: &line) } else { line.write(",\"to\":null") }
    } else {
      line.write(",\"security\":null,\"device\":null,\"place\":null,\"from\":null,\"to\":null")
    }
  }

  @inline(__always)
  private func money(_ reading: Reading, to line: inout BytePen) {
    if let amount = reading.amount {
      line.write(",\"amount_minor\":")
      line.write(decimal: reading.direction == .outgoing ? -amount.minorUnits : amount.minorUnits)
    } else {
      line.write(",\"amount_minor\":null")
    }
    line.write(words.currencies[Int((reading.amount ?? reading.balance ?? reading.minimum)?.currency ?? 0)])
    if let card = reading.card {
      line.write(",\"card\":\"")
      line.write(decimal: Int64(card.value), digits: Int(card.digits))
      line.write(byte: 0x22)
    } else {
      line.write(",\"card\":null")
    }
    if let balance = reading.balance {
      line.write(",\"balance_minor\":")
      line.write(decimal: balance.sign < 0 ? -balance.minorUnits : balance.minorUnits)
      line.write(words.balanceCurrencies[Int(balance.currency)])
    } else {
      line.write(",\"balance_minor\":null,\"balance_currency\":null")
    }
    if reading.due == nil, reading.minimum == nil {
      line.write(",\"due\":null,\"minimum_minor\":null")
    } else {
      due(reading, to: &line)
    }
  }

  @inline(never)
  private func due(_ reading: Reading, to line: inout BytePen) {
    if let due = reading.due { key(",\"due\":", due.text, to: &line) } else { line.write(",\"due\":null") }
    line.write(",\"minimum_minor\":")
    if let minimum = reading.minimum { line.write(decimal: minimum.minorUnits) } else { line.write("null") }
  }

  /// Writes where the values come from, as one more field.
  func write(_ explanation: Explanation, to line: inout BytePen) {
    line.write(",\"explain\":{\"template\":")
    if let template = explanation.template {
      key("{\"bank\":", template.bank, to: &line)
      line.write(",\"number\":")
      line.write(decimal: Int64(template.number))
      key(",\"text\":", template.text, to: &line)
      line.write("}")
    } else {
      line.write("null")
    }
    line.write(",\"values\":[")
    for (index, value) in explanation.values.enumerated() {
      if index > 0 { line.write(byte: 0x2C) }
      key("{\"field\":", value.field, to: &line)
      line.write(",\"from\":")
      line.write(decimal: Int64(value.bytes.lowerBound))
      line.write(",\"to\":")
      line.write(decimal: Int64(value.bytes.upperBound))
      key(",\"text\":", value.text, to: &line)
      if value.isFromTemplate { line.write(",\"by\":\"template\"}") } else { line.write(",\"by\":\"recogniser\"}") }
    }
    line.write("]}")
  }

  @inline(__always)
  private func key(_ name: StaticString, _ value: String, to line: inout BytePen) {
    line.write(name)
    var copy = value
    copy.withUTF8 { quoted($0, to: &line) }
  }

  @inline(__always)
  private func text(_ name: StaticString, _ range: Range<Int32>, in bytes: UnsafeBufferPointer<UInt8>, to line: inout BytePen) {
    line.write(name)
    quoted(UnsafeBufferPointer(rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)]), to: &line)
  }

  private func side(_ name: StaticString, _ side: Reading.Side, in bytes: UnsafeBufferPointer<UInt8>, to line: inout BytePen) {
    if let channel = side.channel { key(name, channel.name, to: &line) } else { text(name, side.bytes, in: bytes, to: &line) }
  }

  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>, to line: inout BytePen) {
    line.write(byte: 0x22)
    safely(bytes, isJSON: false, to: &line)
    line.write(byte: 0x22)
  }

  /// Text as it stands inside a JSON string, or a whole JSON value. Bytes that are no UTF-8 come out as U+FFFD.
  private func safely(_ bytes: UnsafeBufferPointer<UInt8>, isJSON: Bool, to line: inout BytePen) {
    var start = 0
    var position = 0
    while position < bytes.count {
      if PlainText.isPrintable(eightBytesOf: bytes, from: position) {
        position += 8
        continue
      }
      let byte = bytes[position]
      if byte >= 0x20, byte < 0x7F, isJSON || byte != 0x22 && byte != 0x5C {
        position += 1
        continue
      }
      let length = byte >= 0x80 ? sequence(at: position, in: bytes) : nil
      if let length, !isHidden(at: position, length, in: bytes) {
        position += length
        continue
      }
      line.write(UnsafeBufferPointer(rebasing: bytes[start..<position]))
      if let length {
        let sequence = UnsafeBufferPointer(rebasing: bytes[position..<position + length])
        unicode(String(decoding: sequence, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD, to: &line)
      } else {
        escape(byte, to: &line)
      }
      position += length ?? 1
      start = position
    }
    line.write(UnsafeBufferPointer(rebasing: bytes[start..<position]))
  }

  /// C1 controls and the marks that turn the direction of writing.
  private func isHidden(at position: Int, _ length: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let second = bytes[position + 1]
    switch (length, bytes[position]) {
    case (2, 0xC2): return second < 0xA0
    case (2, 0xD8): return second == 0x9C
    case (3, 0xE2):
      let third = bytes[position + 2]
      return second == 0x80 && (third == 0x8E || third == 0x8F || third >= 0xAA && third <= 0xAE)
        || second == 0x81 && third >= 0xA6 && third <= 0xA9
    default: return false
    }
  }

  private func escape(_ byte: UInt8, to line: inout BytePen) {
    switch byte {
    case 0x22: line.write("\\\"")
    case 0x5C: line.write("\\\\")
    case 0x0A: line.write("\\n")
    case 0x0D: line.write("\\r")
    case 0x09: line.write("\\t")
    case 0x80...: line.write("\u{FFFD}")
    default: unicode(UInt32(byte), to: &line)
    }
  }

  private func unicode(_ value: UInt32, to line: inout BytePen) {
    line.write("\\u")
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(value >> shift & 0xF)
      line.write(byte: digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// The length of the whole UTF-8 sequence that begins here; nil when it isn't one.
  private func sequence(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let first = bytes[position]
    let length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0
    guard length > 0, position + length <= bytes.count else { return nil }
    for place in position + 1..<position + length where bytes[place] & 0xC0 != 0x80 { return nil }
    let second = bytes[position + 1]
    switch first {
    case 0xE0: return second >= 0xA0 ? length : nil
    case 0xED: return second < 0xA0 ? length : nil
    case 0xF0: return second >= 0x90 ? length : nil
    case 0xF4: return second < 0x90 ? length : nil
    default: return length
    }
  }

  /// Fields whose values are words of ours, ready to be written; those without a value at place 0.
  private struct Words: Sendable {
    let categories = Self.field("category", Category.allCases.map { ($0.rawValue, $0.name) })
    let directions = Self.field("direction", Direction.allCases.map { ($0.rawValue, $0.name) })
    let facts = Self.field("security", SecurityFact.Kind.allCases.map { ($0.rawValue, $0.name) })
    let currencies = Self.field("currency", Currencies.all.enumerated().dropFirst().map { ($0.offset, $0.element.currency.code) })
    let balanceCurrencies = Self.field(
      "balance_currency", Currencies.all.enumerated().dropFirst().map { ($0.offset, $0.element.currency.code) })

    static let shared = Words()

    private static func field(_ name: String, _ values: [(place: Int, word: String)]) -> Kept<ShortText> {
      var texts = [ShortText](repeating: ShortText(",\"\(name)\":null"), count: 1 + (values.map(\.place).max() ?? 0))
      for value in values { texts[value.place] = ShortText(",\"\(name)\":\"\(value.word)\"") }
      return Kept(texts)
    }
  }
}
