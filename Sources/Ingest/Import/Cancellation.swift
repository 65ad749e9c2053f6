import Synchronization

/// A flag that asks a running import to stop. It stops behind the batch it is writing, and everything up to there stays in.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public func cancel() {
    flag.store(true, ordering: .relaxed)
  }

  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
