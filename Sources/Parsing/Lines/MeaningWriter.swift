import Model

/// Writes what messages say as JSON lines, straight into bytes: `kolokol parse --json`.
///
/// The fields are those of `docs/parsing.md`, always all of them. Control characters and direction marks come out as escapes, so that no
/// text can fool a terminal.
public struct MeaningWriter {
  private var output = ByteBuffer()

  public init() {}

  /// Takes what was written since the last call.
  public mutating func take() -> [UInt8] {
    output.take()
  }

  /// Writes one line. Its `id` is that of the message's line, or the line's number where it has none. With `explains` it also says which
  /// template fits and where each value stands.
  public mutating func write(_ message: ReadMessage, explains: Bool = false) {
    let (reading, bytes) = (message.reading, message.bytes)
    output.append("{\"id\":")
    if let id = message.id { safely(id, isJSON: true) } else { output.append(decimal: Int64(message.line)) }
    if let known = message.known { key(",\"bank\":", known.bank.key) } else { output.append(",\"bank\":null") }
    word(",\"category\":\"", reading.category.name)
    output.append(reading.isTransaction ? ",\"kind\":\"transaction\"" : ",\"kind\":\"other\"")
    if let direction = reading.direction { word(",\"direction\":\"", direction.name) } else { output.append(",\"direction\":null") }
    money(reading)
    name(",\"merchant\":", reading.merchant, or: ",\"merchant\":null", in: bytes)
    if let code = reading.code { key(",\"code\":", Codes.string(code, in: bytes)) } else { output.append(",\"code\":null") }
    if let security = reading.security { word(",\"security\":\"", security.name) } else { output.append(",\"security\":null") }
    if reading.device == nil, reading.place == nil, reading.from == nil, reading.to == nil {
      // Most messages.
      output.append(",\"device\":null,\"place\":null,\"from\":null,\"to\":null")
    } else {
      name(",\"device\":", reading.device, or: ",\"device\":null", in: bytes)
      name(",\"place\":", reading.place, or: ",\"place\":null", in: bytes)
      side(",\"from\":", reading.from, or: ",\"from\":null", in: bytes)
      side(",\"to\":", reading.to, or: ",\"to\":null", in: bytes)
    }
    if explains { write(message.explanation) }
    output.append("}\n")
  }

  private mutating func money(_ reading: Reading) {
    if let amount = reading.amount {
      output.append(",\"amount_minor\":")
      output.append(decimal: reading.direction == .outgoing ? -amount.minorUnits : amount.minorUnits)
    } else {
      output.append(",\"amount_minor\":null")
    }
    let currency = reading.amount?.currency ?? reading.balance?.currency ?? 0
    if currency == 0 {
      output.append(",\"currency\":null")
    } else {
      word(",\"currency\":\"", Currencies.all[Int(currency)].currency.code)
    }
    if let card = reading.card { digits(card) } else { output.append(",\"card\":null") }
    if let balance = reading.balance {
      output.append(",\"balance_minor\":")
      output.append(decimal: balance.sign < 0 ? -balance.minorUnits : balance.minorUnits)
    } else {
      output.append(",\"balance_minor\":null")
    }
  }

  private mutating func write(_ explanation: Explanation) {
    output.append(",\"explain\":{\"template\":")
    if let template = explanation.template {
      key("{\"bank\":", template.bank)
      output.append(",\"number\":")
      output.append(decimal: Int64(template.number))
      key(",\"text\":", template.text)
      output.append("}")
    } else {
      output.append("null")
    }
    output.append(",\"values\":[")
    for (index, value) in explanation.values.enumerated() {
      key(index == 0 ? "{\"field\":" : ",{\"field\":", value.field)
      output.append(",\"from\":")
      output.append(decimal: Int64(value.bytes.lowerBound))
      output.append(",\"to\":")
      output.append(decimal: Int64(value.bytes.upperBound))
      key(",\"text\":", value.text)
      output.append(value.isFromTemplate ? ",\"by\":\"template\"}" : ",\"by\":\"recogniser\"}")
    }
    output.append("]}")
  }

  private mutating func digits(_ tail: Reading.Tail) {
    output.append(",\"card\":\"")
    output.append(decimal: Int64(tail.value), digits: Int(tail.digits))
    output.append(byte: 0x22)
  }

  /// A word of ours, which needs no escapes; the name ends with the quotation mark.
  private mutating func word(_ name: StaticString, _ word: String) {
    output.append(name)
    var copy = word
    copy.withUTF8 { output.append($0) }
    output.append(byte: 0x22)
  }

  private mutating func key(_ name: StaticString, _ value: String) {
    output.append(name)
    var copy = value
    copy.withUTF8 { quoted($0) }
  }

  private mutating func name(_ name: StaticString, _ range: Range<Int32>?, or none: StaticString, in bytes: UnsafeBufferPointer<UInt8>) {
    guard let range else { return output.append(none) }
    output.append(name)
    quoted(UnsafeBufferPointer(rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)]))
  }

  private mutating func side(_ name: StaticString, _ side: Reading.Side?, or none: StaticString, in bytes: UnsafeBufferPointer<UInt8>) {
    if let channel = side?.channel { key(name, channel.name) } else { self.name(name, side?.bytes, or: none, in: bytes) }
  }

  private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    output.append(byte: 0x22)
    safely(bytes, isJSON: false)
    output.append(byte: 0x22)
  }

  /// Text as it stands inside a JSON string, or a whole JSON value. Bytes that are no UTF-8 come out as U+FFFD.
  private mutating func safely(_ bytes: UnsafeBufferPointer<UInt8>, isJSON: Bool) {
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
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<position]))
      if let length {
        let sequence = UnsafeBufferPointer(rebasing: bytes[position..<position + length])
        unicode(String(decoding: sequence, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD)
      } else {
        escape(byte)
      }
      position += length ?? 1
      start = position
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start..<position]))
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

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: output.append("\\\"")
    case 0x5C: output.append("\\\\")
    case 0x0A: output.append("\\n")
    case 0x0D: output.append("\\r")
    case 0x09: output.append("\\t")
    case 0x80...: output.append("\u{FFFD}")
    default: unicode(UInt32(byte))
    }
  }

  private mutating func unicode(_ value: UInt32) {
    output.append("\\u")
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(value >> shift & 0xF)
      output.append(byte: digit < 10 ? 0x30 + digit : 0x57 + digit)
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
}
