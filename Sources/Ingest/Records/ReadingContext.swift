import Foundation
import Model

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a reader knows of the world beside the bytes, for files that don't say their times in full.
struct ReadingContext: Sendable {
  /// The zone of clocks that don't say theirs.
  var zone: TimeZone
  /// What columns of a table mean, by their headings, where the user said so.
  var columns: [String: String] = [:]
  /// What texts in an archive are in, and which format they are, where the user said so.
  var encoding: TextEncoding?
  var format: String?
  /// Whether the input's name is a file's, and no pipe's or that of something in an archive.
  var isFile: Bool { changed != nil && !isPacked }
  private var isPacked = false
  /// When the file was last changed; nil for a pipe.
  var changed: Timestamp?
  var now: Timestamp
  /// When this machine's monotonic clock stood at 0, to the second. Sleep doesn't count on that clock. It is corrected like the other one, so the
  /// answer stays the same until the machine sleeps or somebody sets its clock.
  var boot: Timestamp

  /// The moment at which a clock of the user's zone showed what in UTC would be `clock`. Of an hour that comes twice it is the first; one that
  /// is left out counts from before.
  func moment(atClock clock: Timestamp) -> Timestamp {
    let day: Int64 = 86_400_000
    let before = offset(at: clock.advanced(by: -day))
    let after = offset(at: clock.advanced(by: day))
    let early = clock.advanced(by: -before)
    if before == after || offset(at: early) == before { return early }
    let late = clock.advanced(by: -after)
    return offset(at: late) == after ? late : early
  }

  /// How far the zone's clocks are ahead of UTC, in milliseconds.
  private func offset(at time: Timestamp) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000))) * 1000
  }

  /// The same for what stands in an archive.
  var packed: ReadingContext {
    var packed = self
    packed.isPacked = true
    return packed
  }

  /// This machine's, here and now.
  init(zone: TimeZone, changed: Timestamp?) {
    var counted = timespec()
    clock_gettime(CLOCK_MONOTONIC, &counted)
    let now = Date().timeIntervalSince1970
    let start = now - Double(counted.tv_sec) - Double(counted.tv_nsec) / 1e9
    self.init(
      zone: zone, changed: changed, now: Timestamp(milliseconds: Int64(now * 1000)),
      boot: Timestamp(milliseconds: Int64(start.rounded()) * 1000))
  }

  init(zone: TimeZone, changed: Timestamp?, now: Timestamp, boot: Timestamp) {
    self.zone = zone
    self.changed = changed
    self.now = now
    self.boot = boot
  }
}
