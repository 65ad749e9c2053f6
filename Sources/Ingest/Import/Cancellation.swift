import Synchronization

/// A flag that asks a running import to stop. It stops behind the batch it is writing, and everything up to there stays in.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  public init() {}

  /// Asks it to stop; may be called from a signal handler's queue, and more than once.
  public func cancel() {
    flag.store(true, ordering: .relaxed)
  }

  /// Whether it was asked to.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
