import Ledger
import Model
import Testing

@testable import Storage

@Suite("The client's answers, and taking them back")
struct AnswerTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  private static let minute: Int64 = 60_000

  private func event(_ kind: EventKind, _ id: String, minutes: Int64, _ device: String? = nil) -> SecurityEvent {
    var event = SecurityEvent(id: id, time: Samples.noon.advanced(by: minutes * Self.minute), kind: kind, account: "anna", bank: "sberbank")
    event.device = device.map { LinkedDevice(id: $0, name: "Phone " + $0, platform: "android") }
    if kind == .channelChanged { (event.to, event.by) = ("push", "d2") }
    if kind == .codeDelivered { (event.endpoint, event.channel) = ("d2", .push) }
    return event
  }

  /// An own phone, a stranger's, a switch to push: R01 to R04.
  private func story() throws {
    _ = try bell.open { store in
      try store.add(events: [
        event(.deviceBound, "e0", minutes: -60 * 24 * 40, "d1"), event(.deviceBound, "e1", minutes: -30, "d2"),
        event(.channelChanged, "e2", minutes: -25),
      ])
    }
  }

  /// What the lists and the rules know.
  private struct Known: Equatable {
    var findings: [StoredFinding]
    var events: [SecurityEvent]
  }

  private func known() throws -> Known {
    try bell.open { Known(findings: try $0.findings(), events: try $0.events()) }
  }

  private func finding(_ rule: Int, _ store: Store) throws -> StoredFinding {
    try #require(try store.findings(FindingQuery(rule: RuleID(rule))).first)
  }

  @discardableResult
  private func answer(_ rule: Int, wasMe: Bool, minutes: Int64 = 0) throws -> Int {
    try bell.open(at: Samples.noon.advanced(by: minutes * Self.minute)) { store in
      try #require(try store.answer(finding(rule, store).id, wasMe: wasMe)).count
    }
  }

  @discardableResult
  private func undo(minutes: Int64 = 0) throws -> Int? {
    try bell.open(at: Samples.noon.advanced(by: minutes * Self.minute)) { try $0.undoTriage()?.count }
  }

  private func count(_ rule: Int) throws -> Int { try bell.open { try $0.findings(FindingQuery(rule: RuleID(rule))).count } }

  @Test("\"not me\" taken back leaves nothing behind but the log", arguments: [0, 5])
  func notMe(minutes: Int64) throws {
    try story()
    let before = try known()
    #expect(try answer(1, wasMe: false) == 5)
    #expect(try count(22) == 1)
    #expect(try undo(minutes: minutes) == 4)
    #expect(try known() == before)
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.withdrawn == 1)
    #expect(try undo() == nil)
  }

  @Test("taking back \"not me\" to what was in progress anyway takes back what the rules found in it")
  func inProgress() throws {
    try story()
    try bell.open { store in try #expect(store.triage(store.findings().map(\.id), .begin).count == 4) }
    let before = try known()
    #expect(try answer(1, wasMe: false) == 1)
    #expect(try undo() == 0)
    #expect(try known() == before)
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("\"it was me\" taken back makes every finding of the device as grave and as far dealt with as it was")
  func itWasMe() throws {
    try story()
    try bell.open { store in
      for rule in [1, 2] { try store.triage([finding(rule, store).id], .acknowledge) }
    }
    let before = try known()
    #expect(try answer(1, wasMe: true) == 4)
    #expect(try bell.open { try $0.openFindings(from: .low) }.isEmpty)
    #expect(try bell.open { try finding(1, $0).finding.severity } == .medium)
    #expect(try undo() == 4)
    #expect(try known() == before)
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("the same answer after it was taken back is an answer like the first")
  func again() throws {
    try story()
    let before = try known()
    try answer(1, wasMe: false)
    let answered = try known()
    try undo()
    try answer(1, wasMe: false)
    #expect(try known() == answered)
    #expect(try bell.verdict().faults.isEmpty)
    try undo()
    #expect(try known() == before)
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.withdrawn == 2)
  }

  @Test("\"not me\" to the finding that \"not me\" made, or said twice, makes no other one")
  func twice() throws {
    try story()
    try answer(1, wasMe: false)
    let answered = try known()
    #expect(try answer(22, wasMe: false, minutes: 1) == 0)
    #expect(try answer(1, wasMe: false, minutes: 2) == 0)
    #expect(try known() == answered)
    _ = try bell.open { try $0.triage([finding(22, $0).id], .reopen) }
    #expect(try answer(22, wasMe: false, minutes: 3) == 1)
    #expect(try known() == answered)
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("\"it was me\" after \"not me\" answers that too, and each is taken back by itself", arguments: [1, 22])
  func otherwise(rule: Int) throws {
    try story()
    let before = try known()
    try answer(1, wasMe: false)
    let answered = try known()
    #expect(try answer(rule, wasMe: true, minutes: 5) == 5)
    #expect(try bell.open { try $0.findings() }.allSatisfy { $0.finding.state == .resolved && $0.resolution == .benign })
    #expect(try undo(minutes: 6) == 5)
    #expect(try known() == answered)
    #expect(try undo(minutes: 7) == 4)
    #expect(try known() == before)
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("what grew graver behind a wrong \"it was me\" is open again when that is taken back")
  func rising() throws {
    try bell.open { store throws in
      try store.add(events: [
        event(.deviceBound, "e0", minutes: -60 * 24 * 40, "d1"), event(.deviceBound, "e1", minutes: -30, "d2"),
        event(.codeDelivered, "c1", minutes: -20),
      ])
      for rule in [1, 5] { try store.triage([finding(rule, store).id], .acknowledge) }
      #expect(try finding(5, store).finding.severity == .high)
    }
    try answer(1, wasMe: true)
    try bell.open(at: Samples.noon.advanced(by: 9 * Self.minute)) { store in
      try store.add(events: [event(.codeDelivered, "c2", minutes: 8)])
      #expect(try finding(5, store).resolution == .benign)
    }
    try undo(minutes: 10)
    try bell.open { store throws in
      #expect(try finding(1, store).finding.state == .acknowledged)
      let diverted = try finding(5, store).finding
      #expect(diverted.severity == .critical && diverted.state == .new)
    }
    #expect(try bell.verdict().faults.isEmpty)
  }
  @Test("withdrawing an answer that nobody took back is a fault, whoever is said to do it", arguments: Leaf.Actor.allCases)
  func unfounded(actor: Leaf.Actor) throws {
    try story()
    try answer(1, wasMe: false)
    try withdraw("e.source = 4", by: actor)
    #expect(try bell.reasons().contains { if case .withdrawalUnfounded = $0 { true } else { false } })
  }

  @Test("what wasn't an answer isn't withdrawn as one, also after an answer was")
  func noAnswer() throws {
    try story()
    try answer(1, wasMe: false)
    try undo()
    #expect(try bell.reasons().isEmpty)
    try withdraw("e.event_id = 'e1'", by: .user)
    #expect(try bell.reasons().contains { if case .withdrawalUnfounded = $0 { true } else { false } })
  }

  private func withdraw(_ condition: String, by actor: Leaf.Actor) throws {
    try bell.open { store in
      try store.writable().write { db, _ in
        try LedgerAppender.within(db, at: Samples.noon) { ledger in
          var withdrawn = WithdrawnEvents(by: actor)
          for event in try EventRows.logged(where: condition, [], db) { try withdrawn.take(event, db) }
          try withdrawn.log(db, &ledger)
        }
      }
    }
  }

  @Test(
    "an answer that was taken back is held to its entry, and so is the step that it came with",
    arguments: [
      "UPDATE withdrawn_event SET about = 'e0'", "UPDATE withdrawn_event SET source = 2", "UPDATE withdrawn_event SET withdrawal = 1",
      "DELETE FROM withdrawn_event", "UPDATE transition SET answer = NULL", "UPDATE transition SET answer = answer - 1",
      "UPDATE transition SET undoes = NULL",
    ])
  func tampered(harm: String) throws {
    try story()
    try answer(1, wasMe: false)
    try undo()
    try bell.edit(harm)
    #expect(try !bell.reasons().isEmpty)
  }

  @Test("a package shows the answer that was taken back, and the entry that withdraws it")
  func evidence() throws {
    try story()
    try answer(1, wasMe: false)
    try undo()
    let source = try bell.open { try $0.evidence(EvidenceChoice(findings: [finding(1, $0).id])) }
    let withdrawn = source.events.filter { $0.withdrawal != nil }
    #expect(withdrawn.map(\.event.kind) == [.denied] && withdrawn.map(\.event.source) == [.user])
    #expect(withdrawn.allSatisfy { event in source.entries.contains { $0.sequence == event.withdrawal } })
  }

  private static let d2 = LinkedDevice(id: "d2", name: "Phone d2", platform: "android")

  private func answerDevice(_ device: LinkedDevice = d2, wasMe: Bool, minutes: Int64 = 0) throws -> Int? {
    try bell.open(at: Samples.noon.advanced(by: minutes * Self.minute)) {
      try $0.answer(for: device, account: "anna", bank: "sberbank", wasMe: wasMe)?.count
    }
  }

  @Test("an answer for a device is the same as one to a finding about its binding", arguments: [true, false])
  func device(wasMe: Bool) throws {
    try story()
    let before = try known()
    try answer(1, wasMe: wasMe)
    let answered = try known()
    try undo()
    // Messages know a device by its name, events by the bank's id.
    for device in [Self.d2, LinkedDevice(id: "Phone d2")] {
      #expect(try answerDevice(device, wasMe: wasMe) == (wasMe ? 4 : 5))
      #expect(try known() == answered)
      #expect(try answerDevice(device, wasMe: wasMe) == 0)
      #expect(try bell.open { try $0.deviceSuspicions() }.isEmpty == wasMe)
      #expect(try undo() == 4)
      #expect(try known() == before)
    }
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("an answer is taken back as one for the device though another finding was dealt with since")
  func takenBackFirst() throws {
    try story()
    let before = try known()
    try answer(1, wasMe: false)
    try bell.open { store in try #expect(store.triage([finding(3, store).id], .resolve(.truePositive)).count == 1) }
    let given = try #require(try bell.open { try $0.lastDeviceAnswer(after: nil) })
    #expect(given.device.id == "d2" && !given.wasMe && given.bank == "sberbank")
    try bell.open { store in try #expect(store.undo(given)?.count == 3) }
    let after = try known()
    #expect(after.events == before.events)
    #expect(after.findings.filter { $0.finding.rule != RuleID(3) } == before.findings.filter { $0.finding.rule != RuleID(3) })
    #expect(try bell.open { try finding(3, $0).resolution } == .truePositive)
    #expect(try bell.open { try $0.lastDeviceAnswer(after: nil) == nil })
    #expect(try bell.open { try $0.undo(given) == nil })
    // The step since is taken back to what it was taken from.
    #expect(try undo() == 1)
    #expect(try bell.open { try finding(3, $0).finding.state } == .inProgress)
    #expect(try undo() == nil)
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("a device that nothing was found about has no finding to answer; what was arranged after an answer is taken back before it")
  func arranged() throws {
    try story()
    #expect(try answerDevice(LinkedDevice(id: "d1"), wasMe: true) == nil)
    #expect(try answerDevice(LinkedDevice(id: "nobody"), wasMe: true) == nil)
    func unlink() throws -> Int64 {
      try bell.open {
        try $0.arrange(
          Arrangement(time: Samples.noon, account: "anna", bank: "sberbank", step: .device(.unbound, Self.d2), by: Arrangement.client)
        ).id
      }
    }
    let first = try unlink()
    try answer(1, wasMe: true)
    let second = try unlink()
    #expect(try bell.open { try $0.lastDeviceAnswer(after: first) != nil })
    #expect(try bell.open { try $0.lastDeviceAnswer(after: second) == nil })
  }

  @Test("a device is suspected by what is open about it at high or above, until that is closed")
  func suspicions() throws {
    try story()
    func suspected() throws -> [String] {
      try bell.open { try $0.deviceSuspicions().map { "\($0.account) \($0.bank ?? "") \($0.device.label) \($0.findings.count)" } }
    }
    #expect(try suspected() == ["anna sberbank Phone d2 4"])
    try bell.open { store in
      try store.triage([finding(4, store).id], .acknowledge)
      try store.triage([finding(3, store).id], .resolve(.falsePositive))
    }
    #expect(try suspected() == ["anna sberbank Phone d2 3"])
    try bell.open { store in try store.triage(store.findings().map(\.id), .resolve(.benign)) }
    #expect(try suspected().isEmpty)
  }

  @Test("the first push of a bank at which a device was linked is known, of whichever account it is")
  func firstPushes() throws {
    try story()
    func told() throws -> [String] {
      try bell.open { try $0.firstPushes().map { "\($0.account) \($0.bank ?? "") \($0.time.milliseconds)" } }
    }
    #expect(try told().isEmpty)
    func push(_ hour: Int64, bank: String = "sberbank", account: String = "anna", _ channel: Channel = .push) -> Notification {
      let time = Samples.noon.advanced(by: hour * 3_600_000)
      return Notification(
        bank: bank, account: account,
        deliveries: [Delivery(channel: channel, time: time, status: .delivered, sender: bank, text: "Покупка \(hour) ₽")])
    }
    try bell.open { store in
      _ = try store.add([push(-9), push(-50), push(-80, bank: "tbank"), push(-90, account: "boris"), push(-99, .sms)])
    }
    #expect(try told() == ["anna sberbank \(Samples.noon.advanced(by: -50 * 3_600_000).milliseconds)"])
  }

  @Test("the last answer to a binding is one about its device, until it is taken back")
  func devices() throws {
    try story()
    func answers() throws -> [String] {
      try bell.open { try $0.deviceAnswers().map { "\($0.account) \($0.bank ?? "") \($0.device.id) \($0.device.label) \($0.wasMe)" } }
    }
    #expect(try answers().isEmpty)
    try answer(1, wasMe: false)
    #expect(try answers() == ["anna sberbank d2 Phone d2 false"])
    try answer(1, wasMe: true, minutes: 5)
    #expect(try answers() == ["anna sberbank d2 Phone d2 true"])
    try undo(minutes: 6)
    #expect(try answers() == ["anna sberbank d2 Phone d2 false"])
    try undo(minutes: 7)
    #expect(try answers().isEmpty)
  }
}
