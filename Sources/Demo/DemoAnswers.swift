import Detection
import Model

extension DemoHistory {
  /// What Anna did and said herself: she chose SMS for payments at Sberbank, and when her devices were linked or unlinked and her number changed
  /// she answered "it was me" half an hour later. Nothing of the story's last day is among it.
  public var answers: [SecurityEvent] {
    var chosen = SecurityEvent(
      id: "chose-sms", time: Timestamp(milliseconds: Milestone.redmiLinked.start + Self.evening), kind: .channelChanged,
      bank: DemoBank.sberbank.key, source: .user)
    chosen.scope = Category.payment.name
    chosen.to = Channel.sms.name
    chosen.by = Endpoint.oldNumber
    return [chosen] + Milestone.all.compactMap(answer)
  }

  /// Times in a history are unique, so a message's time is its identifier.
  private func answer(to milestone: Milestone) -> SecurityEvent? {
    let kind: EventKind
    switch milestone.occasion {
    case .deviceBound: kind = .deviceBound
    case .deviceUnbound: kind = .deviceUnbound
    case .phoneChanged: kind = .phoneChanged
    default: return nil
    }
    let time = Timestamp(milliseconds: milestone.date.start + milestone.time)
    guard time < now else { return nil }
    var event = SecurityEvent(
      id: "answer-\(time.milliseconds)", time: time.advanced(by: Self.delay), kind: .confirmed, bank: milestone.bank.key, source: .user)
    event.about = MessageEvents.id(of: kind, in: NotificationID(time: time))
    return event
  }

  private static let evening: Int64 = 18 * 3_600_000
  private static let delay: Int64 = 30 * 60_000
}
