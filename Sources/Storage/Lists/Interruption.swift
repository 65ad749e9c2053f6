import Synchronization

/// A way to give up a read that nobody waits for any more: pass it to the read and interrupt it from any thread.
///
/// An interrupted read throws `StoreError.Reason.interrupted`, also when it hadn't begun yet. One interruption serves any number of reads,
/// but only once: make a new one for what comes after.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  public init() {}

  /// Stops the reads that were given this; those that are done stay done.
  public func interrupt() {
    flag.store(true, ordering: .relaxed)
  }

  /// Whether the reads that have this are to stop.
  public var isInterrupted: Bool { flag.load(ordering: .relaxed) }
}
