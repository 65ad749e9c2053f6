import Foundation
import Synchronization

/// Gives the terminal back when the program dies without closing it: on a crash, on `exit`, on a second request to end while the first
/// still waits.
///
/// A signal handler may do little: it reads atomics and calls `write`, `tcsetattr` and `sigaction`, all of which POSIX allows there.
enum Rescue {
  /// Where the terminal's settings from before lie, and the bytes that undo what was sent to it; as addresses, for an atomic pointer isn't
  /// Sendable.
  private static let settings = Atomic<UInt>(0)
  private static let bytes = Atomic<UInt>(0)
  /// Of the bytes; 0 when there is nothing to undo.
  private static let count = Atomic<Int>(0)

  /// Signals by which a program crashes.
  static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]

  /// Stands by with the terminal's `settings` from before it was taken over. To be called once in a process's life; later calls replace
  /// the bytes.
  static func arm(settings saved: termios, farewell: [UInt8]) {
    let isFirst = settings.load(ordering: .acquiring) == 0
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: farewell.count)
    buffer.initialize(from: farewell, count: farewell.count)
    let copy = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    copy.initialize(to: saved)
    // A handler might be reading the old ones, so they are never freed: a few hundred bytes for each time a terminal is opened.
    settings.store(UInt(bitPattern: copy), ordering: .releasing)
    bytes.store(UInt(bitPattern: buffer), ordering: .releasing)
    count.store(farewell.count, ordering: .releasing)
    guard isFirst else { return }
    atexit { Rescue.restore() }
    for signal in crashes {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in Rescue.restore() }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }

  /// The terminal is closed: nothing to undo any more.
  static func disarm() {
    count.store(0, ordering: .releasing)
  }

  /// Undoes everything, at most once.
  static func restore() {
    let count = Self.count.exchange(0, ordering: .acquiringAndReleasing)
    guard count > 0 else { return }
    _ = write(STDOUT_FILENO, UnsafeRawPointer(bitPattern: bytes.load(ordering: .acquiring)), count)
    if let settings = UnsafePointer<termios>(bitPattern: settings.load(ordering: .acquiring)) { tcsetattr(STDIN_FILENO, TCSANOW, settings) }
  }
}
