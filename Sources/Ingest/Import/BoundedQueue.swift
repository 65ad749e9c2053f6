import Dispatch
import Synchronization

/// Hands elements from one thread to another, and makes the first wait while a few of them lie unfetched.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  /// - Parameter capacity: How many elements may lie unfetched.
  init(capacity: Int) {
    // A semaphore traps when it goes away below the value it was made with, so both are made with 0.
    for _ in 0..<capacity { free.signal() }
  }

  /// Adds an element, when there is room; drops it once the queue is closed. One thread puts.
  func put(_ element: Element) {
    free.wait()
    let isTaken = state.withLock { state in
      if !state.isClosed { state.elements.append(element) }
      return !state.isClosed
    }
    if isTaken { filled.signal() } else { free.signal() }
  }

  /// The next element, in the order in which they were put; nil when none comes within `milliseconds`.
  func take(withinMilliseconds milliseconds: Int) -> Element? {
    guard filled.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return nil }
    let element = state.withLock { $0.elements.removeFirst() }
    free.signal()
    return element
  }

  /// Takes no more elements: whoever puts one doesn't wait any longer.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.elements = []
    }
    free.signal()
  }
}
