import Model

@testable import Detection

/// Events of an invented client, written as a story: times in seconds after the story's beginning.
enum Story {
  static let start: Int64 = 1_772_362_931_000
  static let phone = "+79000000012"

  static func event(_ kind: EventKind, _ seconds: Double, id: String? = nil, _ fill: (inout SecurityEvent) -> Void = { _ in })
    -> SecurityEvent
  {
    let time = Timestamp(milliseconds: start + Int64(seconds * 1_000))
    var event = SecurityEvent(id: "", time: time, kind: kind, account: "anna", bank: "sberbank")
    fill(&event)
    event.id = id ?? "\(kind.name)@\(seconds)" + (event.device.map { " " + $0.id } ?? "") + (event.endpoint.map { " " + $0 } ?? "")
    return event
  }

  static func bound(
    _ device: String, _ seconds: Double, confirmedBy: String? = nil, codeAge: Int64? = nil, platform: String? = nil, id: String? = nil
  ) -> SecurityEvent {
    event(.deviceBound, seconds, id: id) {
      $0.device = LinkedDevice(id: device, name: "Phone " + device, platform: platform)
      $0.confirmedBy = confirmedBy
      $0.codeAgeSeconds = codeAge
    }
  }

  static func unbound(_ device: String, _ seconds: Double, by: String? = nil, id: String? = nil) -> SecurityEvent {
    event(.deviceUnbound, seconds, id: id) {
      $0.device = LinkedDevice(id: device)
      $0.by = by
    }
  }

  static func switched(_ seconds: Double, to: String = "push", scope: String? = nil, by: String? = nil, id: String? = nil) -> SecurityEvent
  {
    event(.channelChanged, seconds, id: id) {
      $0.to = to
      $0.scope = scope
      $0.by = by
    }
  }

  static func preferred(_ device: String, _ seconds: Double, by: String? = nil) -> SecurityEvent {
    event(.devicePreferred, seconds) {
      $0.device = LinkedDevice(id: device)
      $0.by = by
    }
  }

  static func code(_ endpoint: String?, _ seconds: Double, channel: Channel = .push, id: String? = nil) -> SecurityEvent {
    event(.codeDelivered, seconds, id: id) {
      $0.endpoint = endpoint
      $0.channel = channel
    }
  }

  static func notice(
    _ endpoint: String?, _ seconds: Double, kind: EventKind = .noticeSent, about: String? = nil, by: String? = nil
  ) -> SecurityEvent {
    event(kind, seconds) {
      $0.endpoint = endpoint
      $0.about = about
      $0.by = by
    }
  }

  /// Money out, in roubles.
  static func sent(
    _ roubles: Int64, _ seconds: Double, to payee: String? = "stranger", on confirmedOn: String? = nil, left: Int64? = nil
  ) -> SecurityEvent {
    event(.transfer, seconds) {
      $0.amount = Money(minorUnits: roubles * 100, currency: .rub)
      $0.direction = .outgoing
      $0.payee = payee
      $0.confirmedOn = confirmedOn
      $0.balanceMinor = left.map { $0 * 100 }
    }
  }

  static func came(_ roubles: Int64, _ seconds: Double, own: Bool = true) -> SecurityEvent {
    event(.transfer, seconds) {
      $0.amount = Money(minorUnits: roubles * 100, currency: .rub)
      $0.direction = .incoming
      $0.own = own
    }
  }

  static func loan(_ kind: EventKind, _ roubles: Int64, _ seconds: Double, for purpose: String? = nil) -> SecurityEvent {
    event(kind, seconds) {
      $0.amount = Money(minorUnits: roubles * 100, currency: .rub)
      $0.operation = purpose
    }
  }

  static func asked(_ device: String, _ seconds: Double, id: String? = nil) -> SecurityEvent {
    event(.bindingRequested, seconds, id: id) { $0.device = LinkedDevice(id: device) }
  }

  static func done(_ kind: EventKind, _ seconds: Double, on device: String) -> SecurityEvent {
    event(kind, seconds) { $0.confirmedOn = device }
  }

  static func login(_ device: String, _ seconds: Double, platform: String? = nil) -> SecurityEvent {
    event(.login, seconds) { $0.device = LinkedDevice(id: device, platform: platform) }
  }

  static func prompt(_ kind: EventKind, _ seconds: Double) -> SecurityEvent {
    event(kind, seconds) { $0.device = LinkedDevice(id: "d1") }
  }

  static func answer(_ kind: EventKind, about: String?, _ seconds: Double, id: String? = nil) -> SecurityEvent {
    event(kind, seconds, id: id) { $0.about = about }
  }

  static func message(_ seconds: Double, channel: Channel, scope: String = "payment", _ fill: (inout SecurityEvent) -> Void = { _ in })
    -> SecurityEvent
  {
    event(.messageReceived, seconds) {
      $0.channel = channel
      $0.scope = scope
      fill(&$0)
    }
  }

  static let minute = 60.0
  static let hour = 3_600.0
  static let day = 86_400.0

  /// The client's own phone was linked when the account began, a month before the story.
  static let settled = [bound("d1", -30 * day, id: "enrolled")]

  static let banks = [BankIdentity(key: "sberbank", senders: ["900", "Sberbank"], hosts: ["sberbank.ru"])]

  /// What is found in the end, in the order it was found; withdrawn ones aren't.
  static func findings(_ events: [SecurityEvent], limits: Limits = Limits(), writesDown: Bool = false) -> [Finding] {
    let book = RuleBook(limits: limits, banks: banks)
    var detector = AccountDetector(account: "anna")
    var changes: [Finding] = []
    for event in events {
      detector.take(event, book, into: &changes)
      if writesDown, let again = AccountDetector(account: "anna", bytes: detector.bytes) { detector = again }
    }
    detector.wait(until: nil, book, into: &changes)
    return latest(changes)
  }

  /// The last word on each finding.
  static func latest(_ changes: [Finding]) -> [Finding] {
    var last: [FindingID: Finding] = [:]
    for change in changes { last[change.id] = change }
    return last.values.filter { $0.state != .withdrawn }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
  }
}
