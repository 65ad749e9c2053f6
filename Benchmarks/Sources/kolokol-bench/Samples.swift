/// Durations of one thing done many times.
struct Samples {
  private(set) var durations: [Duration] = []

  var count: Int { durations.count }

  mutating func add(_ duration: Duration) {
    durations.append(duration)
  }

  /// Does `work` `runs` times and keeps how long each took.
  static func measure<Failure: Error>(runs: Int, _ work: () throws(Failure) -> Void) throws(Failure) -> Samples {
    var samples = Samples()
    let clock = ContinuousClock()
    for _ in 0..<runs {
      let start = clock.now
      try work()
      samples.add(start.duration(to: clock.now))
    }
    return samples
  }

  /// The duration that a share of all samples (0…1) doesn't exceed, by the nearest rank; zero without samples.
  func quantile(_ share: Double) -> Duration {
    let sorted = durations.sorted()
    guard let last = sorted.indices.last else { return .zero }
    let rank = Int((share * Double(sorted.count)).rounded(.up)) - 1
    return sorted[min(max(rank, 0), last)]
  }

  /// `runs | min | median | p99 | max` as the cells of a Markdown table.
  var cells: [String] {
    ["\(count)"] + [0, 0.5, 0.99, 1].map { quantile($0).inMilliseconds }
  }

  static let heading = ["runs", "min", "median", "p99", "max"]
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  /// `0.43 ms`, `12.0 ms`, `1 234 ms`: three digits that mean something.
  var inMilliseconds: String {
    let milliseconds = seconds * 1000
    let digits = milliseconds < 10 ? 2 : milliseconds < 100 ? 1 : 0
    return "\(milliseconds.rounded(toDigits: digits)) ms"
  }
}

extension Double {
  func rounded(toDigits digits: Int) -> String {
    let scale = digits == 0 ? 1 : digits == 1 ? 10 : 100
    let units = Int((self * Double(scale)).rounded())
    guard digits > 0 else { return units.grouped }
    let fraction = String(units % scale)
    return "\((units / scale).grouped).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
  }
}

extension BinaryInteger {
  /// Digits in groups of three: `1 000 000`.
  var grouped: String {
    let digits = String(self)
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index) % 3 == 0 ? [" ", digit] : [digit]
      })
  }
}
