import Model
import Parsing

extension Composer {
  /// A message on its way to its copies.
  struct Telling {
    let plan: Planned
    let details: Details
    let voice: Int
    var random: RandomStream
    var isRead = true
  }

  mutating func copies(of scene: Scene, _ telling: inout Telling) -> [Delivery] {
    scene.copies.enumerated().map { index, copy in
      var delivery = word(&telling, copy.channel, line: scene.line)
      // One after the other, as a bank goes through its endpoints; a store takes two at one moment for the same copy.
      delivery.time = delivery.time.advanced(by: Int64(index) * 150)
      delivery.endpoint = copy.endpoint
      delivery.status = copy.status
      delivery.reason = copy.reason?.text
      delivery.deliveredAt = copy.delivered.map(delivery.time.advanced(by:))
      delivery.seenAt = copy.seen.map(delivery.time.advanced(by:))
      if copy.status == .notSent { delivery.costMinor = nil }
      return delivery
    }
  }

  mutating func everydayCopies(_ telling: inout Telling, on date: CivilDate, isRecent: Bool) -> [Delivery] {
    telling.isRead = !isRecent || telling.random.below(100) >= Self.unreadShare(telling.plan.occasion)
    let roll = telling.random.below(100)
    var route = telling.plan.card.map { Route.of(Wallet.cards[Int($0)].bank, telling.plan.occasion, on: date, roll: roll) } ?? .sms
    if book.lines(telling.voice, telling.plan.occasion, .sms).isEmpty { route = .push }
    if book.lines(telling.voice, telling.plan.occasion, .push).isEmpty { route = .sms }
    switch route {
    case .push: return [push(&telling, on: date)]
    case .sms: return [sms(&telling, on: date)]
    case .both: return [push(&telling, on: date), sms(&telling, on: date, after: 1_000, isLost: telling.random.chance(4))]
    case .smsAfter(let failure):
      return [failedPush(&telling, to: Endpoint.device(on: date), failure), sms(&telling, on: date, after: 60_000)]
    case .smsAfterUnread: return [unopenedPush(&telling, on: date), sms(&telling, on: date, after: 60_000)]
    case .pushAfterOldDevice: return [failedPush(&telling, to: Endpoint.redmi, .unlinked), push(&telling, on: date, after: 700)]
    }
  }

  private static func unreadShare(_ occasion: Occasion) -> Int {
    switch occasion {
    case .marketing, .outage, .service: 60
    case .parcel, .clinic, .operatorNote, .friend: 25
    default: occasion.isCode ? 8 : 38
    }
  }

  private mutating func push(_ telling: inout Telling, on date: CivilDate, after delay: Int64 = 0) -> Delivery {
    var delivery = word(&telling, .push)
    delivery.endpoint = Endpoint.device(on: date)
    arrive(&delivery, &telling, after: delay, takes: 300...2_500)
    return delivery
  }

  private mutating func sms(_ telling: inout Telling, on date: CivilDate, after delay: Int64 = 0, isLost: Bool = false) -> Delivery {
    var delivery = word(&telling, .sms)
    delivery.endpoint = Endpoint.number(on: date)
    if isLost {
      delivery.status = .expired
      delivery.reason = DeliveryReason.phoneOff.text
      delivery.time = delivery.time.advanced(by: delay)
      return delivery
    }
    arrive(&delivery, &telling, after: delay, takes: 1_500...9_000)
    return delivery
  }

  private mutating func failedPush(_ telling: inout Telling, to device: String, _ reason: DeliveryReason) -> Delivery {
    var delivery = word(&telling, .push)
    delivery.endpoint = device
    delivery.status = .failed
    delivery.reason = reason.text
    return delivery
  }

  private mutating func unopenedPush(_ telling: inout Telling, on date: CivilDate) -> Delivery {
    var delivery = word(&telling, .push)
    delivery.endpoint = Endpoint.device(on: date)
    delivery.deliveredAt = delivery.time.advanced(by: 800)
    return delivery
  }

  private func arrive(_ delivery: inout Delivery, _ telling: inout Telling, after delay: Int64, takes: ClosedRange<Int>) {
    delivery.time = delivery.time.advanced(by: delay)
    let delivered = delivery.time.advanced(by: Int64(telling.random.within(takes)))
    delivery.deliveredAt = delivered
    guard telling.isRead else { return }
    let seen = delivered.advanced(by: Int64(telling.random.within(2_000...400_000)))
    delivery.seenAt = min(seen, max(delivered, now))
    delivery.status = .seen
  }

  private mutating func word(_ telling: inout Telling, _ channel: Channel, line: Int? = nil) -> Delivery {
    var lines = book.lines(telling.voice, telling.plan.occasion, channel)
    if lines.isEmpty { lines = book.lines(telling.voice, telling.plan.occasion, channel == .sms ? .push : .sms) }
    let time = Timestamp(milliseconds: telling.plan.time)
    guard !lines.isEmpty else { return Delivery(channel: channel, time: time, sender: book.sender(telling.voice, channel), text: "") }
    let chosen = lines[line ?? telling.random.below(lines.count)]
    let text = writer.fill(chosen.text, with: telling.details)
    let title = channel == .push ? chosen.title.map { writer.fill($0, with: telling.details) } : nil
    let parts = channel == .sms ? Segmentation(text).parts : nil
    return Delivery(
      channel: channel, time: time, parts: parts, costMinor: parts.flatMap { telling.plan.card == nil ? nil : Int64($0) * 300 },
      sender: chosen.sender ?? book.sender(telling.voice, channel), title: title, text: text)
  }
}
