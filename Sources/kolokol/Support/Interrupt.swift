import Foundation
import Ingest

/// Turns the first Ctrl-C (or a request to end) into a wish to stop; the second ends the program as usual.
enum Interrupt {
  /// Set by the first signal. One for the process, as signals are.
  static let cancellation = Cancellation()

  static func watch() {
    // Made before a handler can run: in there only the flag is set.
    _ = cancellation
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interrupt.cancellation.cancel()
        signal(number, SIG_DFL)
      }
    }
  }

  /// Ends the program the way the signal would have, so that a shell's loop over files ends as well.
  static func passOn() {
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
  }
}
