/// Values without quotes: numbers, dates and times, true and false.
enum BareValue {
  struct Failure: Error {
    var reason: TOMLProblem.Reason
  }

  static func read(_ bytes: ArraySlice<UInt8>) -> Result<TOMLValue.Content, Failure> {
    let text = String(decoding: bytes, as: UTF8.self)
    switch text {
    case "true": return .success(.boolean(true))
    case "false": return .success(.boolean(false))
    case "inf", "+inf": return .success(.float(.infinity))
    case "-inf": return .success(.float(-.infinity))
    case "nan", "+nan", "-nan": return .success(.float(.nan))
    default: break
    }
    guard let first = bytes.first, TOMLParser.isDigit(first) || first == 0x2B || first == 0x2D else {
      return .failure(Failure(reason: .expected(.value)))
    }
    if isMoment(bytes) { return .success(.moment(text)) }
    if bytes.count >= 8, bytes.dropFirst(2).first == 0x3A || bytes.dropFirst(4).first == 0x2D {
      return .failure(Failure(reason: .expected(.date)))
    }
    return number(bytes, text)
  }

  // MARK: Numbers

  private static func number(_ bytes: ArraySlice<UInt8>, _ text: String) -> Result<TOMLValue.Content, Failure> {
    let wrong = Failure(reason: .expected(.number))
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
      guard
        let digits = plain(
          bytes.dropFirst(2), isDigit: { UInt8(ascii: "0") <= $0 && Character(Unicode.Scalar($0)).hexDigitValue ?? 99 < radix })
      else { return .failure(wrong) }
      guard let number = Int(digits, radix: radix) else { return .failure(Failure(reason: .tooLarge(text))) }
      return .success(.integer(number))
    }
    let sign = bytes.first.flatMap { $0 == 0x2B || $0 == 0x2D ? String(decoding: [$0], as: UTF8.self) : nil } ?? ""
    let body = bytes.dropFirst(sign.utf8.count)
    let point = body.firstIndex(of: 0x2E)
    let exponent = body.firstIndex { $0 == 0x65 || $0 == 0x45 }
    let wholeEnd = min(point ?? body.endIndex, exponent ?? body.endIndex)
    guard let whole = plain(body[..<wholeEnd], isDigit: TOMLParser.isDigit), whole.utf8.count == 1 || !whole.hasPrefix("0") else {
      return .failure(wrong)
    }
    guard point != nil || exponent != nil else {
      guard let number = Int(sign + whole) else { return .failure(Failure(reason: .tooLarge(text))) }
      return .success(.integer(number))
    }
    var written = sign + whole
    if let point {
      let end = exponent ?? body.endIndex
      guard point < end, let fraction = plain(body[(point + 1)..<end], isDigit: TOMLParser.isDigit) else { return .failure(wrong) }
      written += "." + fraction
    }
    if let exponent {
      var digits = body[(exponent + 1)...]
      var sign = ""
      if let byte = digits.first, byte == 0x2B || byte == 0x2D {
        sign = String(decoding: [byte], as: UTF8.self)
        digits = digits.dropFirst()
      }
      guard let digits = plain(digits, isDigit: TOMLParser.isDigit) else { return .failure(wrong) }
      written += "e" + sign + digits
    }
    return Double(written).map { .success(.float($0)) } ?? .failure(wrong)
  }

  /// Digits without the underscores between them; nil for none, or an underscore that has no digit on both sides.
  private static func plain(_ bytes: ArraySlice<UInt8>, isDigit: (UInt8) -> Bool) -> String? {
    var digits: [UInt8] = []
    var wasDigit = false
    for byte in bytes {
      if byte == 0x5F {
        guard wasDigit else { return nil }
        wasDigit = false
      } else {
        guard isDigit(byte) else { return nil }
        digits.append(byte)
        wasDigit = true
      }
    }
    return wasDigit ? String(decoding: digits, as: UTF8.self) : nil
  }

  // MARK: Dates and times (RFC 3339)

  static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(bytes)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  private static func isMoment(_ slice: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(slice)
    if bytes.count == 10 { return isDate(slice) }
    if bytes.count > 11, isDate(bytes[0..<10]), [0x54, 0x74, 0x20].contains(bytes[10]) { return isTime(bytes[11...], mayHaveOffset: true) }
    return isTime(bytes[...], mayHaveOffset: false)
  }

  /// `07:32:00.5Z`.
  private static func isTime(_ slice: ArraySlice<UInt8>, mayHaveOffset: Bool) -> Bool {
    let bytes = Array(slice)
    guard bytes.count >= 8, bytes[2] == 0x3A, bytes[5] == 0x3A, let hour = number(bytes[0..<2]), let minute = number(bytes[3..<5]),
      let second = number(bytes[6..<8]), hour < 24, minute < 60, second <= 60
    else { return false }
    var rest = bytes[8...]
    if rest.first == 0x2E {
      let fraction = rest.dropFirst().prefix(while: TOMLParser.isDigit)
      if fraction.isEmpty { return false }
      rest = rest[fraction.endIndex...]
    }
    if rest.isEmpty { return true }
    guard mayHaveOffset else { return false }
    let offset = Array(rest)
    if offset == [0x5A] || offset == [0x7A] { return true }
    guard offset.count == 6, offset[0] == 0x2B || offset[0] == 0x2D, offset[3] == 0x3A, let hours = number(offset[1..<3]),
      let minutes = number(offset[4..<6])
    else { return false }
    return hours < 24 && minutes < 60
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy(TOMLParser.isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }
}
