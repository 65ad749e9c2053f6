import Model

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The user's clock and zone: what "today", "7d" and "March" mean. Pinned in tests.
public struct LocalCalendar: Sendable {
  /// The present moment.
  public var now: @Sendable () -> Timestamp
  /// How many seconds the zone is ahead of UTC at a moment; negative west of Greenwich.
  public var offset: @Sendable (Timestamp) -> Int

  public init(now: @escaping @Sendable () -> Timestamp, offset: @escaping @Sendable (Timestamp) -> Int) {
    self.now = now
    self.offset = offset
  }

  /// The machine's clock and the zone of `TZ`.
  public static let system = LocalCalendar(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    },
    offset: { moment in
      var seconds = time_t(moment.milliseconds / 1000)
      var parts = tm()
      return localtime_r(&seconds, &parts) == nil ? 0 : Int(parts.tm_gmtoff)
    })

  /// A clock that stands still in a zone without summer time.
  public static func fixed(now: Timestamp, offsetSeconds: Int) -> LocalCalendar {
    LocalCalendar(now: { now }, offset: { _ in offsetSeconds })
  }
}
