extension Timestamp {
  /// `2021-03-12T14:02:11Z`, for machines: RFC 3339 in UTC, with milliseconds only where there are any.
  public var rfc3339: String {
    let date = CivilDate(self, offsetSeconds: 0)
    let inDay = milliseconds - Int64(date.daysSince1970) * 86_400_000
    let seconds = Int(inDay / 1_000)
    let fraction = Int(inDay % 1_000)
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, to: 2) }.joined(separator: ":")
    let day = [Self.padded(date.year, to: 4), Self.padded(date.month, to: 2), Self.padded(date.day, to: 2)].joined(separator: "-")
    return day + "T" + clock + (fraction == 0 ? "" : "." + Self.padded(fraction, to: 3)) + "Z"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }
}
