import Foundation
import Ingest
import Synchronization

/// Turns the first Ctrl-C (or a request to end) into a wish to stop; the second ends the program as usual.
enum Interrupt {
  /// Set by the first signal. One for the process, as signals are.
  static let cancellation = Cancellation()

  /// The signal that came.
  private static let came = Atomic<Int32>(SIGINT)

  static func watch() {
    // Made before a handler can run: in there only flags are set.
    _ = cancellation
    _ = came.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interrupt.came.store(number, ordering: .relaxed)
        Interrupt.cancellation.cancel()
        signal(number, SIG_DFL)
      }
    }
  }

  /// Ends the program the way the signal would have, so that a shell's loop over files ends as well.
  static func passOn() {
    let number = came.load(ordering: .relaxed)
    signal(number, SIG_DFL)
    raise(number)
  }
}
