import Model

/// Times as RFC 3339 writes them: `2026-03-01T14:02:11+03:00`, `2026-03-01 11:02:11.25Z`.
enum RFC3339 {
  enum Outcome: Hashable {
    case time(Timestamp)
    /// A date and a time of day, but no zone: what a clock in UTC would mean by it.
    case noZone(Timestamp)
    case notATime
  }

  /// Fractions finer than a millisecond are cut off; second 60, a leap second, is the next one.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
    guard bytes.count >= 19, let year = number(bytes, 0, 4), let month = number(bytes, 5, 2), let day = number(bytes, 8, 2),
      let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), let second = number(bytes, 17, 2),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), isSeparator(bytes[10]),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
    else { return .notATime }
    guard (1...12).contains(month), (1...CivilDate.days(ofMonth: month, year: year)).contains(day), hour < 24, minute < 60, second <= 60
    else {
      return .notATime
    }
    var index = 19
    var thousandths = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
      index += 1
      let start = index
      var scale = 100
      while index < bytes.count, let digit = digit(bytes[index]) {
        thousandths += digit * scale
        scale /= 10
        index += 1
      }
      guard index > start else { return .notATime }
    }
    let seconds = Int64(CivilDate(year: year, month: month, day: day).daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    let clock = Timestamp(milliseconds: seconds * 1000 + Int64(thousandths))
    guard index < bytes.count else { return .noZone(clock) }
    guard let zone = minutesFromUTC(bytes, index) else { return .notATime }
    return .time(clock.advanced(by: Int64(-zone) * 60_000))
  }

  /// The zone that makes up the rest of the text: `Z`, `+03:00`, and what ISO 8601 also allows and modems write, `+0300` and `+03`.
  private static func minutesFromUTC(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    if bytes[index] | 0x20 == UInt8(ascii: "z") { return index + 1 == bytes.count ? 0 : nil }
    let length = bytes.count - index
    guard bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"), length == 3 || length == 5 || length == 6,
      length != 6 || bytes[index + 3] == UInt8(ascii: ":"), let hours = number(bytes, index + 1, 2),
      let minutes = length == 3 ? 0 : number(bytes, bytes.count - 2, 2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (bytes[index] == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "t") || byte == UInt8(ascii: " ")
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<start + count {
      guard let digit = digit(bytes[index]) else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}

extension RFC3339 {
  /// The moment a text names.
  /// - Throws: when it isn't one, names no zone, or lies out of range.
  static func moment(_ text: String) throws(Refusal.Reason) -> Timestamp {
    var copy = text
    switch copy.withUTF8(parse) {
    case .time(let time): return try checked(time, text)
    case .noZone: throw .timeWithoutZone(text.excerpt(40))
    case .notATime: throw .badTime(text.excerpt(40))
    }
  }

  /// The same, where clocks that don't say their zone are the user's.
  static func moment(_ text: String, in context: ReadingContext, notes: inout ReaderNotes) throws(Refusal.Reason) -> Timestamp {
    var copy = text
    guard case .noZone(let clock) = copy.withUTF8(parse) else { return try moment(text) }
    notes.addLocalTime(context)
    return try checked(context.moment(atClock: clock), text)
  }

  static func checked(_ time: Timestamp, _ text: String) throws(Refusal.Reason) -> Timestamp {
    guard time.milliseconds >= 0, time <= NotificationID.latest else { throw .timeOutOfRange(text.excerpt(40)) }
    return time
  }
}
