import Foundation

/// What ended a wait.
enum Waiting {
  case input
  case signal
  case wake
  case timeout
  /// The terminal went away.
  case gone

  /// Waits for a key, a signal (the pipe `signals`) or `wake`; signals first, then keys, so that a busy `wake` can't starve the user.
  static func wait(signals: Int32, wake: Int32?, until deadline: ContinuousClock.Instant?) -> Waiting {
    var files = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0), pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
    if let wake { files.append(pollfd(fd: wake, events: Int16(POLLIN), revents: 0)) }
    while true {
      let count = poll(&files, nfds_t(files.count), milliseconds(until: deadline))
      if count == 0 { return .timeout }
      if count < 0 {
        if errno == EINTR { continue }
        return .gone
      }
      if files[0].revents != 0 { return .signal }
      if files[1].revents & Int16(POLLIN) != 0, files[1].revents & Int16(POLLHUP) == 0 { return .input }
      if files[1].revents != 0 { return .gone }
      return .wake
    }
  }

  /// Rounded up, so that a wait never ends before its time and then spins.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = max(.zero, deadline - ContinuousClock.now)
    let (seconds, attoseconds) = left.components
    let milliseconds =
      seconds.multipliedReportingOverflow(by: 1000).partialValue + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: seconds > 2_000_000 ? Int64(Int32.max) : milliseconds)
  }
}
