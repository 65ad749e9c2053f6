import Foundation
import Synchronization

/// Signals as bytes in a pipe, so that waiting for input waits for them, too.
final class Signals {
  private static let writeEnd = Atomic<Int32>(-1)
  private static let wasAskedToEnd = Atomic<Bool>(false)
  private static let caught = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGINT, SIGHUP]

  /// Readable when a signal came.
  let readEnd: Int32
  private let ownWriteEnd: Int32
  private var previous: [Int32: sigaction] = [:]

  /// Starts catching. To be done before ncurses starts, which then leaves these signals alone.
  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd = ends[0]
    ownWriteEnd = ends[1]
    Self.writeEnd.store(ends[1], ordering: .releasing)
    Self.wasAskedToEnd.store(false, ordering: .releasing)
    for signal in Self.caught { previous[signal] = Self.setHandler(of: signal) }
  }

  /// The signals that came since the last call.
  func take() -> [Int32] {
    var buffer: [UInt8] = Array(repeating: 0, count: 64)
    let count = read(readEnd, &buffer, buffer.count)
    return buffer.prefix(max(0, count)).map(Int32.init)
  }

  /// Lets SIGTSTP stop the program, group and all, and returns when it goes on.
  func stop() {
    signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    _ = Self.setHandler(of: SIGTSTP)
  }

  /// Puts back what was in force before.
  func end() {
    for (signal, action) in previous {
      var action = action
      sigaction(signal, &action, nil)
    }
    previous = [:]
    Self.writeEnd.store(-1, ordering: .releasing)
    close(readEnd)
    close(ownWriteEnd)
  }

  private static func setHandler(of signal: Int32) -> sigaction {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { Signals.handle($0) }
    action.sa_flags = Int32(SA_RESTART)
    var old = sigaction()
    sigaction(signal, &action, &old)
    return old
  }

  /// Runs inside a signal handler: atomics, `write` and what `Rescue` may do.
  private static func handle(_ number: Int32) {
    let saved = errno
    defer { errno = saved }
    let asksToEnd = number == SIGTERM || number == SIGINT || number == SIGHUP
    if asksToEnd, wasAskedToEnd.exchange(true, ordering: .acquiringAndReleasing) {
      Rescue.restore()
      signal(number, SIG_DFL)
      raise(number)
    }
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(writeEnd.load(ordering: .acquiring), &byte, 1)
  }
}
