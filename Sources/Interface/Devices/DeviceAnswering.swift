import Delivery
import Model
import Storage

/// What became of saying whose a device is.
public struct DeviceAnswered: Sendable {
  /// The answer as a step; with a number only where no finding hangs on the device, so that it had to be arranged.
  public var step: Arrangement
  /// How many findings it settled.
  public var findings: Int
  /// Whether it had been said before, so that nothing is different.
  public var isKnown = false
}

/// What taking back the last step about a device came to.
public enum DeviceUndone: Sendable {
  /// A step that was arranged, taken back by this one.
  case step(Arrangement)
  /// An answer that had settled findings; what holds for the device now is in the picture.
  case answer(GivenAnswer)
}

extension Store {
  /// Says whose a device is: one answer, whether it is given here or to a finding on Security.
  /// - Parameters:
  ///   - known: the device.
  ///   - wasMe: whether it is the client's.
  ///   - time: now.
  /// - Returns: what it settled, and whether it had been said before.
  /// - Throws: `StoreError`; nothing is stored then.
  public func answer(for known: KnownDevice, wasMe: Bool, at time: Timestamp) throws(StoreError) -> DeviceAnswered {
    var step = Arrangement(
      time: time, account: known.account, bank: known.bank, step: .device(wasMe ? .confirmed : .reported, known.device),
      by: Arrangement.client)
    let isKnown = wasMe ? known.isConfirmed : known.isReported
    if let findings = try answer(for: known.device, account: known.account, bank: known.bank, wasMe: wasMe) {
      return DeviceAnswered(step: step, findings: findings.count, isKnown: findings.isEmpty)
    }
    if !isKnown { step = try arrange(step) }
    return DeviceAnswered(step: step, findings: 0, isKnown: isKnown)
  }

  /// Takes back the last step about a device: what was arranged, or an answer that settled findings, wherever that was given.
  /// - Returns: nil when there was nothing to take back.
  /// - Throws: `StoreError`; nothing is changed then.
  public func undoDeviceStep(at time: Timestamp) throws(StoreError) -> DeviceUndone? {
    let log = ArrangementLog(try arrangements())
    let last = log.lastUndoable(.devices)
    if let answer = try lastDeviceAnswer(after: last?.id) {
      try undo(answer)
      return .answer(answer)
    }
    return try last.map { last throws(StoreError) in .step(try arrange(log.inverse(of: last, at: time))) }
  }
}

extension DeliveryPicture.Sources {
  /// What a database knows, with the deliveries since a moment.
  /// - Throws: `StoreError`.
  public init(_ store: Store, since: Timestamp) throws(StoreError) {
    self.init(
      steps: try store.arrangements(), mentions: try store.deviceMentions(), answers: try store.deviceAnswers(),
      suspicions: try store.deviceSuspicions(), firstPushes: try store.firstPushes(), traces: try store.deliveryTraces(since: since))
  }
}
