import Dispatch
import Foundation
import Ingest

/// Turns the first Ctrl-C (or a request to end) into a wish to stop; the second ends the program as usual.
final class Interrupt {
  let cancellation = Cancellation()
  private let sources: [any DispatchSourceSignal]

  init() {
    let cancellation = cancellation
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cancellation.cancel()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  /// Ends the program the way the signal would have, so that a shell's loop over files ends as well.
  func passOn() {
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
  }
}
