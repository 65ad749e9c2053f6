import Model

@testable import Detection

extension RuleCase {
  private typealias S = Story

  static let deliveries: [RuleCase] = diverted + dark + hidden + imitation + preference + switches

  private static let diverted: [RuleCase] = [
    .yes(5, .high, "one code to the new one alone", device: "d2", [S.bound("d2", 0), S.code("d2", 300)]),
    .yes(5, .critical, "two codes", device: "d2", [S.bound("d2", 0), S.code("d2", 300), S.code("d2", 400)]),
    .yes(5, .critical, "a code after a switch to push", device: "d2", [S.bound("d2", 0), S.switched(100, by: "d2"), S.code("d2", 300)]),
    .no(5, "the old phone gets it as well", [S.bound("d2", 0), S.code("d2", 300), S.code("d1", 305)]),
    .yes(5, .high, "the old phone gets one six seconds later", [S.bound("d2", 0), S.code("d2", 300), S.code("d1", 306)]),
    .no(5, "the code goes to the old phone", [S.bound("d2", 0), S.code("d1", 300)]),
    .no(5, "the old phone confirmed the binding", [S.bound("d2", 0, confirmedBy: "d1"), S.code("d2", 300)]),
    .no(5, "the owner chose it from the old phone", [S.bound("d2", 0), S.switched(100, by: "d1"), S.code("d2", 300)]),
    .yes(5, .high, "48 h after the binding", [S.bound("d2", 0), S.code("d2", 48 * S.hour)]),
    .no(5, "48 h and a second after the binding", [S.bound("d2", 0), S.code("d2", 48 * S.hour + 1)]),
    .yes(5, .high, "to a number that became the login phone", [phoneChanged(0), S.code("+79000000099", 300, channel: .sms)]),
  ]

  private static func phoneChanged(_ seconds: Double, by: String? = nil, id: String? = nil) -> SecurityEvent {
    Story.event(.phoneChanged, seconds, id: id) {
      $0.from = Story.phone
      $0.to = "+79000000099"
      $0.by = by
    }
  }

  private static let dark: [RuleCase] = [
    .yes(6, .critical, "three in a row", device: "d2", [S.bound("d2", 0), S.code("d2", 100), S.notice("d2", 200), S.code("d2", 300)]),
    .no(6, "two in a row", [S.bound("d2", 0), S.code("d2", 100), S.notice("d2", 200)]),
    .no(
      6, "one to the client between", [S.bound("d2", 0), S.code("d2", 100), S.notice("d2", 200), S.notice("d1", 250), S.code("d2", 300)]),
    .no(
      6, "the last goes to the client too",
      [
        S.bound("d2", 0), S.code("d2", 100), S.code("d2", 200), S.code("d2", 300), S.code("d1", 305),
      ].filter { $0.time.milliseconds != Story.start + 200_000 }),
    .no(
      6, "the client had unlinked the old phone from itself",
      [S.unbound("d1", -60, by: "d1"), S.bound("d2", 0), S.code("d2", 100), S.notice("d2", 200), S.code("d2", 300)]),
    .no(6, "the old phone confirmed it", [S.bound("d2", 0, confirmedBy: "d1"), S.code("d2", 100), S.notice("d2", 200), S.code("d2", 300)]),
    .yes(
      6, .critical, "the third a moment before it is 48 h old",
      [S.bound("d2", 0), S.code("d2", 100), S.notice("d2", 200), S.code("d2", 48 * S.hour - 1)]),
    .no(
      6, "the third a second after it is 48 h old",
      [S.bound("d2", 0), S.code("d2", 100), S.notice("d2", 200), S.code("d2", 48 * S.hour + 1)]),
  ]

  private static let hidden: [RuleCase] = [
    .yes(
      24, .high, "deleted by the new one", device: "d2",
      [S.bound("d2", 0, id: "b"), S.notice("d1", 60, kind: .noticeDeleted, about: "b", by: "d2")]),
    .yes(24, .high, "read first by the new one", [S.bound("d2", 0, id: "b"), S.notice("d2", 60, kind: .noticeRead, about: "b")]),
    .no(
      24, "the old phone had read it",
      [
        S.bound("d2", 0, id: "b"), S.notice("d1", 30, kind: .noticeRead, about: "b"),
        S.notice("d2", 60, kind: .noticeRead, about: "b"),
      ]),
    .no(24, "deleted by the old phone", [S.bound("d2", 0, id: "b"), S.notice("d1", 60, kind: .noticeDeleted, about: "b")]),
    .yes(24, .high, "48 h after the binding", [S.bound("d2", 0), S.notice("d2", 48 * S.hour, kind: .noticeDeleted)]),
    .no(24, "48 h and a second after", [S.bound("d2", 0), S.notice("d2", 48 * S.hour + 1, kind: .noticeDeleted)]),
  ]

  private static let imitation: [RuleCase] = [
    .yes(25, .high, "a host with a Cyrillic а", [S.message(0, channel: .sms) { $0.hosts = ["sberbаnk.ru"] }]),
    .yes(
      25, .high, "an unregistered sender with a 0",
      [
        S.message(0, channel: .sms) {
          $0.sender = "Sberbаnk"
          $0.senderIsKnown = false
        }
      ]),
    .yes(25, .high, "a code bound to another domain", [S.message(0, channel: .sms, scope: "code") { $0.codeHost = "sberbank.example" }]),
    .no(25, "the bank's own host, and one below it", [S.message(0, channel: .sms) { $0.hosts = ["sberbank.ru", "online.sberbank.ru"] }]),
    .no(25, "a code bound below the bank's domain", [S.message(0, channel: .sms, scope: "code") { $0.codeHost = "online.sberbank.ru" }]),
    .no(25, "somebody else's host", [S.message(0, channel: .sms) { $0.hosts = ["ozon.ru"] }]),
    .no(
      25, "the registered sender",
      [
        S.message(0, channel: .sms) {
          $0.sender = "Sberbank"
          $0.senderIsKnown = true
        }
      ]),
  ]

  private static let preference: [RuleCase] = [
    .yes(26, .medium, "three by push where SMS was chosen", [S.switched(0, to: "sms", scope: "payment")] + pushes(100, 200, 300)),
    .no(26, "two", [S.switched(0, to: "sms", scope: "payment")] + pushes(100, 200)),
    .yes(26, .medium, "three in 24 h", [S.switched(0, to: "sms")] + pushes(100, 200, 86_500)),
    .no(26, "the third a second later", [S.switched(0, to: "sms")] + pushes(100, 200, 86_501)),
    .no(26, "the bank decides", [S.switched(0, to: "bank")] + pushes(100, 200, 300)),
    .no(26, "nothing was chosen", pushes(100, 200, 300)),
    .no(26, "chosen for something else", [S.switched(0, to: "sms", scope: "code")] + pushes(100, 200, 300)),
    .no(26, "chosen afterwards", pushes(100, 200, 300) + [S.switched(400, to: "sms")]),
    .yes(26, .medium, "chosen weeks ago", before: S.settled + [S.switched(-20 * S.day, to: "sms", by: "d1")], pushes(100, 200, 300)),
  ]

  private static func pushes(_ seconds: Double...) -> [SecurityEvent] {
    seconds.map { Story.message($0, channel: .push) }
  }

  private static let switches: [RuleCase] = [
    .yes(27, .medium, "to SMS, for all", [S.switched(0, to: "sms", by: "d1")]),
    .yes(27, .low, "to push, for payments", device: "d1", [S.switched(0, scope: "payment", by: "d1")]),
    .yes(27, .medium, "to push, for codes", [S.switched(0, scope: "code", by: "d1")]),
    .no(27, "after a binding it is R04's", [S.bound("d2", 0), S.switched(60)]),
    .yes(27, .medium, "48 h and a second after a binding", [S.bound("d2", 0), S.switched(48 * S.hour + 1)]),
    .no(27, "nothing is switched", [S.preferred("d1", 0)]),
  ]
}
