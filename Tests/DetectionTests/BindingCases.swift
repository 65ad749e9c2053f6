import Model

@testable import Detection

extension RuleCase {
  private typealias S = Story

  static let bindings: [RuleCase] = newBinding + authentication + warning + chain + removal + nearBinding

  private static let newBinding: [RuleCase] = [
    .yes(1, .high, "nobody confirmed it", device: "d2", [S.bound("d2", 0)]),
    .yes(1, .medium, "the old phone confirmed it", device: "d2", [S.bound("d2", 0, confirmedBy: "d1")]),
    .yes(1, .medium, "the old SIM confirmed it", [S.bound("d2", 0, confirmedBy: S.phone)]),
    .yes(1, .high, "it confirmed itself", [S.bound("d2", 0, confirmedBy: "d2")]),
    .yes(1, .high, "another new one confirmed it", [S.bound("d2", 0), S.bound("d3", 60, confirmedBy: "d2")]),
    .yes(
      1, .high, "the endpoint that confirmed it is 48 h old", [S.bound("d2", 0), S.bound("d3", 48 * S.hour, confirmedBy: "d2", id: "b3")]),
    .yes(
      1, .medium, "the endpoint that confirmed it is a second older than new", before: S.settled + [S.bound("d2", 0, confirmedBy: "d1")],
      [S.bound("d3", 48 * S.hour + 1, confirmedBy: "d2", id: "b3")]),
    .yes(
      1, .high, "an endpoint that was unlinked confirmed it", before: S.settled + [S.unbound("d1", -10 * S.day, by: "d1")],
      [S.bound("d2", 0, confirmedBy: "d1")]),
    .yes(
      1, .high, "it comes back under an id used before", before: S.settled + [S.unbound("d1", -10 * S.day, by: "d1")], [S.bound("d1", 0)]),
    .yes(1, .high, "the account had lived without a device", before: [S.came(1_000, -10 * S.day)], [S.bound("d2", 0)]),
    .yes(1, .medium, "the client says it was me", [S.bound("d2", 0, id: "b"), S.answer(.confirmed, about: "b", 60)]),
    .no(1, "an account's first device", before: [], [S.bound("d1", 0)]),
    .no(1, "an account's first device, an hour after its first event", before: [], [S.login("d1", 0), S.bound("d1", S.hour)]),
    .no(1, "nothing is bound", [S.unbound("d1", 0)]),
  ]

  private static let authentication: [RuleCase] = [
    .yes(2, .high, "no code, no word", device: "d2", [S.bound("d2", 0)]),
    .yes(2, .high, "a code that is 601 s old", [S.code(S.phone, -500, channel: .sms), S.bound("d2", 0, codeAge: 601)]),
    .no(2, "a code that is 600 s old", [S.code(S.phone, -500, channel: .sms), S.bound("d2", 0, codeAge: 600)]),
    .yes(2, .high, "the code came 601 s before", [S.code(S.phone, -601, channel: .sms), S.bound("d2", 0)]),
    .no(2, "the code came 600 s before", [S.code(S.phone, -600, channel: .sms), S.bound("d2", 0)]),
    .yes(
      2, .high, "two bindings with one code", device: "d3",
      [S.code(S.phone, -60, channel: .sms), S.bound("d2", 0, id: "b2"), S.bound("d3", 30, id: "b3")]),
    .no(2, "the old phone confirmed it", [S.bound("d2", 0, confirmedBy: "d1")]),
    .no(2, "the old phone approved a request", [S.prompt(.promptApproved, -30), S.bound("d2", 0)]),
    .no(2, "at a branch", [S.bound("d2", 0, confirmedBy: "branch")]),
    .no(2, "an account's first device", before: [], [S.bound("d1", 0)]),
  ]

  private static let warning: [RuleCase] = [
    .yes(3, .high, "nobody is told", device: "d2", [S.bound("d2", 0)]),
    .yes(3, .high, "only the new one is told", [S.bound("d2", 0), S.notice("d2", 1)]),
    .yes(3, .high, "told after 61 s", [S.bound("d2", 0), S.notice(S.phone, 61)]),
    .no(3, "told after 60 s", [S.bound("d2", 0), S.notice(S.phone, 60)]),
    .no(3, "told at the old phone", [S.bound("d2", 0, id: "b"), S.notice("d1", 2, about: "b")]),
    .yes(3, .high, "the notice is about something else", [S.bound("d2", 0, id: "b"), S.notice("d1", 2, about: "x")]),
    .no(3, "told, but the source doesn't say where", [S.bound("d2", 0), S.notice(nil, 2)]),
    .no(3, "nobody is there to be told", before: [], [S.bound("d1", 0)]),
    .no(3, "the sender's clock is a few seconds ahead", [S.notice("d1", -4), S.bound("d2", 0)]),
  ]

  private static let chain: [RuleCase] = [
    .yes(4, .critical, "bound, then switched to push", device: "d2", [S.bound("d2", 0), S.switched(180, by: "d2")]),
    .yes(4, .critical, "switched to push, then bound", device: "d2", [S.switched(0), S.bound("d2", 180)]),
    .yes(4, .critical, "bound, then preferred", device: "d2", [S.bound("d2", 0), S.preferred("d2", 180)]),
    .yes(4, .critical, "48 h between", [S.bound("d2", 0), S.switched(48 * S.hour)]),
    .no(4, "48 h and a second between", [S.bound("d2", 0), S.switched(48 * S.hour + 1)]),
    .yes(
      4, .critical, "the old phone confirmed the binding, the new one switches",
      [S.bound("d2", 0, confirmedBy: "d1"), S.switched(60, by: "d2")]),
    .no(4, "the old phone did both", [S.bound("d2", 0, confirmedBy: "d1"), S.switched(60, by: "d1")]),
    .no(4, "switched to SMS", [S.bound("d2", 0), S.switched(180, to: "sms")]),
    .no(4, "the new one is gone by then", [S.bound("d2", 0), S.unbound("d2", 60), S.switched(180)]),
    .no(4, "another device is preferred", [S.bound("d2", 0), S.preferred("d1", 180)]),
    .no(
      4, "at another bank",
      [
        S.bound("d2", 0),
        {
          var change = S.switched(180)
          change.bank = "vtb"
          return change
        }(),
      ]),
    .no(4, "an account's first device", before: [], [S.bound("d1", 0), S.switched(60, by: "d1")]),
  ]

  private static let removal: [RuleCase] = [
    .yes(16, .medium, "not linked again", device: "d1", [S.unbound("d1", 0), S.login("d9", 13 * S.hour)]),
    .yes(16, .critical, "while there is a new one", device: "d1", [S.bound("d2", -60), S.unbound("d1", 0)]),
    .no(16, "linked again after 12 h", [S.unbound("d1", 0), S.bound("d1", 12 * S.hour)]),
    .yes(16, .medium, "linked again after 12 h and a second", [S.unbound("d1", 0), S.bound("d1", 12 * S.hour + 1)]),
    .no(16, "unlinked from itself", [S.unbound("d1", 0, by: "d1")]),
    .no(16, "a device it had confirmed takes its place", [S.bound("d2", -S.hour, confirmedBy: "d1"), S.unbound("d1", 0)]),
    .no(16, "the client says it was them", [S.unbound("d1", 0, id: "u"), S.answer(.confirmed, about: "u", 12 * S.hour)]),
    .yes(16, .medium, "a second too late", [S.unbound("d1", 0, id: "u"), S.answer(.confirmed, about: "u", 12 * S.hour + 1)]),
    .no(16, "it was new itself", [S.bound("d2", -60), S.unbound("d2", 0)]),
    .yes(23, .critical, "a push after it was unlinked", device: "d1", [S.unbound("d1", 0), push("d1", 120)]),
    .yes(23, .critical, "sent 61 s after", [S.unbound("d1", 0), push("d1", 61)]),
    .yes(23, .medium, "sent 60 s after", [S.unbound("d1", 0), push("d1", 60)]),
    .no(23, "sent before, arrived after", [S.unbound("d1", 0), push("d1", 120, sent: -1)]),
    .no(23, "linked again", [S.unbound("d1", 0), S.bound("d1", 60), push("d1", 120)]),
    .yes(23, .critical, "a code by push", [S.unbound("d1", 0), S.code("d1", 120)]),
    .no(23, "a device nothing is known of", [push("d7", 120)]),
  ]

  private static func push(_ device: String, _ seconds: Double, sent: Double? = nil) -> SecurityEvent {
    Story.event(.pushDelivered, seconds) {
      $0.device = LinkedDevice(id: device)
      $0.sentAt = sent.map { Timestamp(milliseconds: Story.start + Int64($0 * 1_000)) }
    }
  }

  private static let nearBinding: [RuleCase] = [
    .yes(14, .high, "three devices in 15 min", [S.bound("d2", 0), S.bound("d3", 60), S.bound("d4", 900)]),
    .no(14, "the third a second later", [S.bound("d2", 0), S.bound("d3", 60), S.bound("d4", 901)]),
    .yes(
      14, .medium, "the old phone confirmed all",
      [S.bound("d2", 0, confirmedBy: "d1"), S.bound("d3", 60, confirmedBy: "d1"), S.bound("d4", 120, confirmedBy: "d1")]),
    .no(14, "one device three times", [S.bound("d2", 0), S.bound("d2", 60), S.bound("d2", 120)]),
    .no(14, "an enrolment", before: [], [S.bound("d2", 0), S.bound("d3", 60), S.bound("d4", 120)]),
    .yes(17, .high, "59 min 59 s after a reset", device: "d2", [S.event(.credentialReset, 0), S.bound("d2", 3_599)]),
    .no(17, "60 min after a reset", [S.event(.credentialReset, 0), S.bound("d2", 3_600)]),
    .no(17, "the old phone confirmed it", [S.event(.credentialReset, 0), S.bound("d2", 60, confirmedBy: "d1")]),
    .no(17, "bound, then reset", [S.bound("d2", 0), S.event(.credentialReset, 60)]),
    .yes(18, .high, "while an alert is open", device: "d3", [S.bound("d2", 0), S.bound("d3", 3_600)]),
    .yes(
      18, .high, "48 h after the alert", device: "d3",
      [
        S.bound("d2", 0), S.notice("d1", 1), S.code(S.phone, -5, channel: .sms),
        S.bound("d3", 48 * S.hour, id: "b3"),
      ]),
    .no(
      18, "48 h and a second after the alert",
      [
        S.code(S.phone, -5, channel: .sms), S.bound("d2", 0), S.notice("d1", 1),
        S.bound("d3", 48 * S.hour + 1, confirmedBy: nil, id: "b3"),
      ]),
    .no(18, "the client had said it was me", [S.bound("d2", 0, id: "b2"), S.answer(.confirmed, about: "b2", 30), S.bound("d3", 3_600)]),
    .no(18, "nothing was found", [S.bound("d2", 0)]),
  ]
}
