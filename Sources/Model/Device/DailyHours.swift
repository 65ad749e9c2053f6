/// Hours of every day, by the client's own clock: `23:00-07:00`.
public struct DailyHours: Hashable, Sendable {
  /// Minutes after midnight, 0 to 1439; an end before the start is the next day's. Never equal.
  public let from: Int
  public let until: Int

  /// - Returns: nil for minutes that no day has, and for hours that end where they begin.
  public init?(from: Int, until: Int) {
    let day = 0..<1_440
    guard day.contains(from), day.contains(until), from != until else { return nil }
    self.from = from
    self.until = until
  }

  /// The hours of a text such as `23:00-07:00`; nil for any other text.
  public init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.minutes)
    guard ends.count == 2, let from = ends[0], let until = ends[1] else { return nil }
    self.init(from: from, until: until)
  }

  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  /// The hours as they are written.
  public var text: String { Self.clock(from) + "-" + Self.clock(until) }

  private static func clock(_ minutes: Int) -> String {
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return padded(minutes / 60) + ":" + padded(minutes % 60)
  }
}
