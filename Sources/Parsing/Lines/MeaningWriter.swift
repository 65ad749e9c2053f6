import Model

/// Writes what messages say as JSON lines, straight into bytes: `kolokol parse --json`.
///
/// The fields are those of `docs/parsing.md`, always all of them. Control characters and direction marks come out as escapes, so that no
/// text can fool a terminal.
public struct MeaningWriter {
  private var output: [UInt8] = []

  public init() {}

  /// Takes what was written since the last call.
  public mutating func take() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// Writes one line. Its `id` is that of the message's line, or the line's number where it has none. With `explains` it also says which
  /// template fits and where each value stands.
  public mutating func write(_ message: ReadMessage, explains: Bool = false) {
    let (reading, bytes) = (message.reading, message.bytes)
    append("{\"id\":")
    if let id = message.id { safely(id, isJSON: true) } else { append(Int64(message.line)) }
    key(",\"bank\":", message.bank?.key)
    key(",\"category\":", reading.category.name)
    append(reading.isTransaction ? ",\"kind\":\"transaction\"" : ",\"kind\":\"other\"")
    key(",\"direction\":", reading.direction?.name)
    append(",\"amount_minor\":")
    if let amount = reading.amount {
      append(reading.direction == .outgoing ? -amount.minorUnits : amount.minorUnits)
    } else {
      append("null")
    }
    let currency = reading.amount?.currency ?? reading.balance?.currency ?? 0
    key(",\"currency\":", currency == 0 ? nil : Currencies.all[Int(currency)].currency.code)
    append(",\"card\":")
    if let card = reading.card { digits(card) } else { append("null") }
    append(",\"balance_minor\":")
    if let balance = reading.balance { append(balance.sign < 0 ? -balance.minorUnits : balance.minorUnits) } else { append("null") }
    key(",\"merchant\":", reading.merchant, in: bytes)
    append(",\"code\":")
    if let code = reading.code { quoted(Codes.string(code, in: bytes)) } else { append("null") }
    key(",\"security\":", reading.security?.name)
    key(",\"device\":", reading.device, in: bytes)
    key(",\"place\":", reading.place, in: bytes)
    if explains { write(message.explanation) }
    append("}\n")
  }

  private mutating func write(_ explanation: Explanation) {
    append(",\"explain\":{\"template\":")
    if let template = explanation.template {
      key("{\"bank\":", template.bank)
      append(",\"number\":")
      append(Int64(template.number))
      key(",\"text\":", template.text)
      append("}")
    } else {
      append("null")
    }
    append(",\"values\":[")
    for (index, value) in explanation.values.enumerated() {
      key(index == 0 ? "{\"field\":" : ",{\"field\":", value.field)
      append(",\"from\":")
      append(Int64(value.bytes.lowerBound))
      append(",\"to\":")
      append(Int64(value.bytes.upperBound))
      key(",\"text\":", value.text)
      append(value.isFromTemplate ? ",\"by\":\"template\"}" : ",\"by\":\"recogniser\"}")
    }
    append("]}")
  }

  private mutating func append(_ text: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ number: Int64) {
    if number < 0 { output.append(0x2D) }
    var rest = number.magnitude
    let start = output.count
    repeat {
      output.append(UInt8(0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    output[start...].reverse()
  }

  private mutating func digits(_ tail: Reading.Tail) {
    output.append(0x22)
    var divisor: UInt32 = 1
    for _ in 1..<max(1, Int(tail.digits)) { divisor *= 10 }
    var rest = tail.value
    while divisor > 0 {
      output.append(UInt8(truncatingIfNeeded: 0x30 + rest / divisor % 10))
      rest %= divisor
      divisor /= 10
    }
    output.append(0x22)
  }

  private mutating func key(_ name: StaticString, _ value: String?) {
    append(name)
    if let value { quoted(value) } else { append("null") }
  }

  private mutating func key(_ name: StaticString, _ range: Range<Int32>?, in bytes: UnsafeBufferPointer<UInt8>) {
    append(name)
    guard let range else { return append("null") }
    quoted(UnsafeBufferPointer(rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)]))
  }

  private mutating func quoted(_ text: String) {
    var copy = text
    copy.withUTF8 { quoted($0) }
  }

  private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    output.append(0x22)
    safely(bytes, isJSON: false)
    output.append(0x22)
  }

  /// Text as it stands inside a JSON string, or a whole JSON value. Bytes that are no UTF-8 come out as U+FFFD.
  private mutating func safely(_ bytes: UnsafeBufferPointer<UInt8>, isJSON: Bool) {
    var start = 0
    var position = 0
    while position < bytes.count {
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
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
      if let length {
        let sequence = UnsafeBufferPointer(rebasing: bytes[position..<position + length])
        unicode(String(decoding: sequence, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD)
      } else {
        escape(byte)
      }
      position += length ?? 1
      start = position
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
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
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0x80...: append("\u{FFFD}")
    default: unicode(UInt32(byte))
    }
  }

  private mutating func unicode(_ value: UInt32) {
    append("\\u")
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(value >> shift & 0xF)
      output.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
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
