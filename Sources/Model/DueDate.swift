/// The last day to pay something, as a text names it. Many texts leave the year out, and nothing here guesses it.
public struct DueDate: Hashable, Sendable {
  /// Four digits; nil where the text names none.
  public let year: Int?
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// - Returns: nil for a month or day that no year has.
  public init?(year: Int?, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day), year.map((1900..<2200).contains) ?? true else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// What `text` gives; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) {
      self.init(year: year, month: month, day: day)
    } else if parts.count == 4, parts[0].isEmpty, parts[1].isEmpty, let month = Int(parts[2]), let day = Int(parts[3]) {
      self.init(year: nil, month: month, day: day)
    } else {
      return nil
    }
  }

  /// `2026-12-15`; without a year `--12-15`, as RFC 6350 writes it.
  public var text: String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year.map(String.init) ?? "-")-\(two(month))-\(two(day))"
  }
}
