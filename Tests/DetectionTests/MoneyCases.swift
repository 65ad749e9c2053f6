import Model

@testable import Detection

extension RuleCase {
  private typealias S = Story

  static let money: [RuleCase] = cooling + changed + loans + away

  private static let cooling: [RuleCase] = [
    .yes(7, .high, "a payee confirmed on the new one", device: "d2", [S.bound("d2", 0), S.done(.payeeAdded, 600, on: "d2")]),
    .yes(7, .critical, "money sent from it", device: "d2", [S.bound("d2", 0), S.sent(1_000, 600, on: "d2")]),
    .yes(7, .critical, "a payee, then money", [S.bound("d2", 0), S.done(.payeeAdded, 600, on: "d2"), S.sent(1_000, 700, on: "d2")]),
    .yes(7, .critical, "money after a code that went only there", [S.bound("d2", 0), S.code("d2", 500), S.sent(1_000, 600)]),
    .no(7, "the code went there 601 s before", [S.bound("d2", 0), S.code("d2", 100), S.sent(1_000, 701)]),
    .yes(7, .high, "11 h 59 min 59 s after", [S.bound("d2", 0), S.done(.limitChanged, 12 * S.hour - 1, on: "d2")]),
    .no(7, "12 h after", [S.bound("d2", 0), S.done(.limitChanged, 12 * S.hour, on: "d2")]),
    .no(7, "confirmed on the old phone", [S.bound("d2", 0), S.done(.contactChanged, 600, on: "d1")]),
    .no(7, "the old phone confirmed the binding", [S.bound("d2", 0, confirmedBy: "d1"), S.sent(1_000, 600, on: "d2")]),
    .no(7, "money that came", [S.bound("d2", 0), S.came(1_000, 600)]),
  ]

  private static let changed: [RuleCase] = [
    .yes(8, .critical, "the number, then money", [number(0), S.sent(1_000, 600)]),
    .yes(8, .critical, "48 h between", [number(0), S.sent(1_000, 48 * S.hour)]),
    .no(8, "48 h and a second between", [number(0), S.sent(1_000, 48 * S.hour + 1)]),
    .no(8, "changed from the old phone", [number(0, by: "d1"), S.sent(1_000, 600)]),
    .yes(8, .critical, "changed from the new number itself", [number(0, by: "+79000000099"), S.sent(1_000, 600)]),
    .no(8, "the client said it was me", [number(0, id: "n"), S.answer(.confirmed, about: "n", 60), S.sent(1_000, 600)]),
    .no(8, "money first", [S.sent(1_000, 0), number(600)]),
    .yes(9, .high, "the SIM, then a code by SMS", [sim(0), S.code(S.phone, 600, channel: .sms)]),
    .yes(9, .high, "48 h between", [sim(0), S.code(S.phone, 48 * S.hour, channel: .sms)]),
    .no(9, "48 h and a second between", [sim(0), S.code(S.phone, 48 * S.hour + 1, channel: .sms)]),
    .no(9, "a code by push", [sim(0), S.code("d1", 600)]),
    .no(9, "another number's SIM", [sim(0), S.code("+79000000033", 600, channel: .sms)]),
    .no(9, "the client said it was me", [sim(0, id: "s"), S.answer(.confirmed, about: "s", 60), S.code(S.phone, 600, channel: .sms)]),
  ]

  private static func number(_ seconds: Double, by: String? = nil, id: String? = nil) -> SecurityEvent {
    Story.event(.phoneChanged, seconds, id: id) {
      $0.from = Story.phone
      $0.to = "+79000000099"
      $0.by = by
    }
  }

  private static func sim(_ seconds: Double, id: String? = nil) -> SecurityEvent {
    Story.event(.simChanged, seconds, id: id) { $0.endpoint = Story.phone }
  }

  private static let loans: [RuleCase] = [
    .yes(10, .critical, "after a binding", device: "d2", [S.bound("d2", 0), S.loan(.loanIssued, 180_000, 600)]),
    .yes(10, .critical, "after a switch", [S.switched(0), S.loan(.loanIssued, 180_000, 600)]),
    .yes(10, .critical, "48 h after a binding", [S.bound("d2", 0), S.loan(.loanPaidOut, 180_000, 48 * S.hour)]),
    .no(10, "48 h and a second after", [S.bound("d2", 0), S.loan(.loanPaidOut, 180_000, 48 * S.hour + 1)]),
    .no(10, "granted before the binding", [S.loan(.loanIssued, 180_000, -600), S.bound("d2", 0), S.loan(.loanPaidOut, 180_000, 600)]),
    .no(10, "the old phone confirmed the binding", [S.bound("d2", 0, confirmedBy: "d1"), S.loan(.loanIssued, 180_000, 600)]),
    .no(10, "the old phone switched", [S.switched(0, by: "d1"), S.loan(.loanIssued, 180_000, 600)]),
    .yes(11, .high, "100 000 ₽ after 3 h 59 min 59 s", [S.loan(.loanIssued, 100_000, 0), S.loan(.loanPaidOut, 100_000, 4 * S.hour - 1)]),
    .no(11, "100 000 ₽ after 4 h", [S.loan(.loanIssued, 100_000, 0), S.loan(.loanPaidOut, 100_000, 4 * S.hour)]),
    .yes(11, .high, "300 000 ₽ after 47 h 59 min 59 s", [S.loan(.loanIssued, 300_000, 0), S.loan(.loanPaidOut, 300_000, 48 * S.hour - 1)]),
    .no(11, "300 000 ₽ after 48 h", [S.loan(.loanIssued, 300_000, 0), S.loan(.loanPaidOut, 300_000, 48 * S.hour)]),
    .no(11, "200 000 ₽ after 5 h", [S.loan(.loanIssued, 200_000, 0), S.loan(.loanPaidOut, 200_000, 5 * S.hour)]),
    .no(11, "49 999 ₽ at once", [S.loan(.loanIssued, 49_999, 0), S.loan(.loanPaidOut, 49_999, 60)]),
    .no(11, "a mortgage", [S.loan(.loanIssued, 300_000, 0), S.loan(.loanPaidOut, 300_000, 60, for: "mortgage")]),
  ]

  private static let away: [RuleCase] = [
    .yes(12, .high, "in from oneself, out to a stranger", [S.came(200_001, 0), S.sent(1_000, 600)]),
    .no(12, "exactly 200 000 ₽", [S.came(200_000, 0), S.sent(1_000, 600)]),
    .yes(12, .high, "24 h between", [S.came(300_000, 0), S.sent(1_000, 24 * S.hour)]),
    .no(12, "24 h and a second between", [S.came(300_000, 0), S.sent(1_000, 24 * S.hour + 1)]),
    .no(
      12, "a payee known for months", before: S.settled + [S.sent(1_000, -20 * S.day, to: "landlady")],
      [S.came(300_000, 0), S.sent(1_000, 600, to: "landlady")]),
    .yes(
      12, .high, "a payee last paid 181 days ago", before: [S.sent(1_000, -181 * S.day, to: "landlady")],
      [S.came(300_000, 0), S.sent(1_000, 600, to: "landlady")]),
    .no(12, "from somebody else", [S.came(300_000, 0, own: false), S.sent(1_000, 600)]),
    .yes(13, .critical, "more than half", [S.sent(150_100, 0, left: 149_900)]),
    .no(13, "half", [S.sent(150_000, 0, left: 150_000)]),
    .yes(13, .critical, "in two steps", [S.sent(100_000, 0, left: 200_000), S.sent(51_000, 600, to: "b", left: 149_000)]),
    .yes(
      13, .critical, "24 h between the steps", [S.sent(100_000, 0, left: 200_000), S.sent(51_000, 24 * S.hour, to: "b", left: 149_000)]),
    .no(13, "24 h and a second between", [S.sent(100_000, 0, left: 200_000), S.sent(51_000, 24 * S.hour + 1, to: "b", left: 149_000)]),
    .no(13, "less than 200 000 ₽ there", [S.sent(150_000, 0, left: 1_000)]),
    .no(13, "no balance told", [S.sent(150_000, 0)]),
  ]
}
