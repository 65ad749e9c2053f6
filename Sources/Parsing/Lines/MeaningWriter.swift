import Model

/// Writes meanings as JSON lines, straight into bytes.
struct MeaningWriter {
  private(set) var output: [UInt8] = []

  /// Takes what was written.
  mutating func take() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  var count: Int { output.count }

  /// Writes one line. `id` is JSON as it came, nil writes the line's number; `bytes` is the text that `reading` was read from.
  mutating func write(_ reading: Reading, id: UnsafeBufferPointer<UInt8>?, line: Int, bank: String?, in bytes: UnsafeBufferPointer<UInt8>) {
    append("{\"id\":")
    if let id { output.append(contentsOf: id) } else { append(Int64(line)) }
    key(",\"bank\":", bank)
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
    append("}\n")
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

  /// A JSON text. Bytes that are no UTF-8 come out as U+FFFD.
  private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    output.append(0x22)
    var start = 0
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 0x20, byte < 0x80, byte != 0x22, byte != 0x5C {
        position += 1
        continue
      }
      if byte >= 0x80, let length = sequence(at: position, in: bytes) {
        position += length
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
      escape(byte)
      position += 1
      start = position
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
    output.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0x80...: append("\u{FFFD}")
    default:
      append("\\u00")
      output.append(0x30 + byte >> 4)
      output.append(byte & 0xF < 10 ? 0x30 + byte & 0xF : 0x57 + byte & 0xF)
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
