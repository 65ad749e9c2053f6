import Model

@testable import Detection

extension RuleCase {
  private typealias S = Story

  static let people: [RuleCase] = logins + prompts + answers + access

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
    .yes(21, .high, "approved when only two of them are left", refusals(0, 100, 200, 300, 400) + [S.prompt(.promptApproved, 901)]),
    .yes(21, .critical, "three refusals, then an approval", refusals(0, 100, 200) + [S.prompt(.promptApproved, 600)]),
    .no(21, "three refusals, and an approval a second after 10 min", refusals(0, 100, 200) + [S.prompt(.promptApproved, 601)]),
    .no(21, "two refusals, then an approval", refusals(0, 100) + [S.prompt(.promptApproved, 200)]),
    .no(21, "three refusals that nobody approves", refusals(0, 100, 200)),
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

  private static let access: [RuleCase] = [
    .yes(28, .medium, "a code for a binding", device: "d2", [S.asked("d2", 0)]),
    .yes(28, .medium, "a second one within 10 min", device: "d2", [S.asked("d2", 0, id: "a"), S.asked("d2", 600, id: "b")]),
    .no(28, "at the enrolment", before: [], [S.bound("d1", 0), S.asked("d2", 24 * S.hour)]),
    .yes(28, .medium, "24 h and a second after the enrolment", before: [], [S.bound("d1", 0), S.asked("d2", 24 * S.hour + 1)]),
    .no(28, "a code for something else", [S.code("d1", 0)]),
    .yes(29, .medium, "a passkey", [S.event(.keyAdded, 0)]),
    .yes(29, .high, "a passkey 48 h after a device that nobody confirmed", [S.bound("d2", 0), S.event(.keyAdded, 48 * S.hour)]),
    .yes(29, .medium, "48 h and a second after it", [S.bound("d2", 0), S.event(.keyAdded, 48 * S.hour + 1)]),
    .yes(29, .medium, "after a device that the old phone confirmed", [S.bound("d2", 0, confirmedBy: "d1"), S.event(.keyAdded, 60)]),
    .yes(29, .high, "a trusted person after a reset", [S.event(.credentialReset, 0), S.event(.trusteeNamed, 60)]),
    .yes(29, .medium, "an outside service", [S.event(.outsideAccess, 0)]),
    .yes(29, .high, "a card in a wallet after a new SIM", [S.event(.simChanged, 0), S.event(.tokenLinked, 60)]),
    .no(29, "a card in a wallet, and nothing else", [S.event(.tokenLinked, 0)]),
    .no(29, "at the enrolment", before: [], [S.bound("d1", 0), S.event(.keyAdded, 24 * S.hour)]),
    .yes(30, .high, "calls forwarded", [S.event(.callsForwarded, 0)]),
    .no(30, "another SIM", [S.event(.simChanged, 0)]),
    .yes(31, .medium, "the ban lifted", [S.event(.loanBanLifted, 0)]),
    .yes(31, .critical, "48 h after another number", [S.event(.phoneChanged, 0), S.event(.loanBanLifted, 48 * S.hour)]),
    .yes(31, .medium, "48 h and a second after it", [S.event(.phoneChanged, 0), S.event(.loanBanLifted, 48 * S.hour + 1)]),
    .yes(
      31, .medium, "after a number that the client said was his",
      [S.event(.phoneChanged, 0, id: "n"), S.answer(.confirmed, about: "n", 60), S.event(.loanBanLifted, 120)]),
    .no(31, "a loan, and no ban", [S.loan(.loanIssued, 100_000, 0)]),
  ]
}
