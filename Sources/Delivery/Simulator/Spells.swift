import Model

/// Stretches of time, ordered and apart: when a phone was off, when a device had no internet.
public struct Spells: Hashable, Sendable {
  /// From the first millisecond to before the last.
  public private(set) var ranges: [Range<Int64>]

  /// Overlapping ones become one.
  public init(_ ranges: [Range<Int64>] = []) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound {
        self.ranges[self.ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// From a moment on, without end.
  public static func from(_ time: Timestamp) -> Spells { Spells([time.milliseconds..<Int64.max]) }

  /// The end of the spell that `time` lies in; nil when it lies in none.
  @inline(__always)
  func end(around time: Int64) -> Int64? {
    guard !ranges.isEmpty else { return nil }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= time { low = middle + 1 } else { high = middle }
    }
    guard low < ranges.count, ranges[low].lowerBound <= time else { return nil }
    return ranges[low].upperBound
  }
}
