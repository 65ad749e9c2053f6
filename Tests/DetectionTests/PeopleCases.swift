import Model

@testable import Detection

extension RuleCase {
  private typealias S = Story

  static let people: [RuleCase] = logins + prompts + answers

  private static let logins: [RuleCase] = [
    .yes(19, .low, "a device never seen", device: "d9", [S.login("d9", 0)]),
    .yes(19, .low, "not seen for 7 days and a second", before: S.settled + [S.login("d9", -7 * S.day - 1)], [S.login("d9", 0)]),
    .no(19, "seen 7 days ago", before: S.settled + [S.login("d9", -7 * S.day)], [S.login("d9", 0)]),
    .no(
      19, "bound five days ago, with more happening since than is remembered",
      before: S.settled + [S.bound("d9", -5 * S.day)] + (1...9).map { S.sent(10, Double($0 - 10) * S.day / 2) }, [S.login("d9", 0)]),
    .yes(
      19, .medium, "a kind never seen", before: S.settled + [S.login("d9", -S.day, platform: "ios")], [S.login("d8", 0, platform: "web")]),
    .yes(
      19, .low, "a kind seen 14 days ago", before: S.settled + [S.login("d9", -14 * S.day, platform: "ios")],
      [S.login("d8", 0, platform: "ios")]),
    .yes(
      19, .medium, "a kind seen 14 days and a second ago", before: S.settled + [S.login("d9", -14 * S.day - 1, platform: "ios")],
      [S.login("d8", 0, platform: "ios")]),
    .no(19, "still learning", before: [S.bound("d1", -13 * S.day)], [S.login("d9", 0)]),
    .yes(20, .medium, "after 91 days", before: [S.bound("d1", -91 * S.day)], [S.login("d1", 0)]),
    .no(20, "after 90 days", before: [S.bound("d1", -90 * S.day)], [S.login("d1", 0)]),
    .yes(20, .medium, "after 90 days and a second, by a code", before: [S.bound("d1", -90 * S.day - 1)], [S.code("d1", 0)]),
    .no(20, "something happened since", before: [S.bound("d1", -91 * S.day), S.sent(10, -30 * S.day)], [S.login("d1", 0)]),
    .no(20, "an account that is new", before: [], [S.login("d1", 0)]),
    .no(
      20, "known by messages alone", before: [S.bound("d1", -91 * S.day)],
      [
        {
          var login = S.login("d1", 0)
          login.source = .message(NotificationID(rawValue: 1))
          return login
        }()
      ]),
  ]

  private static let prompts: [RuleCase] = [
    .yes(21, .high, "five refusals in 10 min", refusals(0, 100, 200, 300, 600)),
    .no(21, "the fifth a second later", refusals(0, 100, 200, 300, 601)),
    .no(21, "four", refusals(0, 100, 200, 300)),
    .no(21, "one sent again and again within 2 s", refusals(0, 1, 2, 3, 4)),
    .yes(21, .critical, "and then one is approved", refusals(0, 100, 200, 300, 400) + [S.prompt(.promptApproved, 500)]),
    .yes(21, .high, "approved 10 min later", refusals(0, 100, 200, 300, 400) + [S.prompt(.promptApproved, 1_100)]),
  ]

  private static func refusals(_ seconds: Double...) -> [SecurityEvent] {
    seconds.map { Story.prompt(.promptDenied, $0) }
  }

  private static let answers: [RuleCase] = [
    .yes(22, .high, "a login", [S.login("d1", 0), S.answer(.denied, about: "login@0.0 d1", 60)]),
    .yes(22, .critical, "a binding", device: "d2", [S.bound("d2", 0, id: "b"), S.answer(.denied, about: "b", 60)]),
    .yes(22, .critical, "the switch of a chain", [S.bound("d2", 0, id: "b"), S.switched(60, id: "s"), S.answer(.denied, about: "s", 120)]),
    .yes(
      22, .low, "taken back after 60 s",
      [S.login("d1", 0, platform: nil), S.answer(.denied, about: "x", 60), S.answer(.confirmed, about: "x", 120)]),
    .yes(22, .high, "taken back after 61 s", [S.answer(.denied, about: "x", 60), S.answer(.confirmed, about: "x", 121)]),
    .no(22, "it was me", [S.bound("d2", 0, id: "b"), S.answer(.confirmed, about: "b", 60)]),
  ]
}
