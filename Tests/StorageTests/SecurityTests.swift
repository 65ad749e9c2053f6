import Detection
import GRDB
import Model
import Testing

@testable import Storage

@Suite("Events and findings")
struct SecurityTests {
  private let minute: Int64 = 60_000

  private func event(_ kind: EventKind, _ id: String, minutes: Int64, _ fill: (inout SecurityEvent) -> Void = { _ in }) -> SecurityEvent {
    var event = SecurityEvent(
      id: id, time: Samples.noon.advanced(by: minutes * minute), kind: kind, account: "anna", bank: "sberbank")
    fill(&event)
    return event
  }

  private func bound(_ device: String, _ id: String, minutes: Int64) -> SecurityEvent {
    event(.deviceBound, id, minutes: minutes) { $0.device = LinkedDevice(id: device, name: "Phone " + device, platform: "android") }
  }

  private func switched(_ id: String, minutes: Int64) -> SecurityEvent {
    event(.channelChanged, id, minutes: minutes) {
      $0.to = "push"
      $0.by = "d2"
    }
  }

  /// An account whose own phone was linked long ago, then the chain.
  private var chain: [SecurityEvent] {
    [bound("d1", "e0", minutes: -60 * 24 * 40), bound("d2", "e1", minutes: -30), switched("e2", minutes: -25)]
  }

  private func rules(_ store: Store, _ query: FindingQuery = FindingQuery()) throws -> [String] {
    try store.findings(query).map(\.finding.rule.description).sorted()
  }

  @Test("what a message told is found by the message, not among all events of the kind")
  func plan() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    let plan = try store.totals.read { db, _ in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + MessageWatch.toldSQL, arguments: [0, 1]).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("event_notification") })
  }

  @Test("an event comes back as it was stored, and only once")
  func events() throws {
    let store = try Samples.store([])
    var full = bound("d2", "e1", minutes: 0)
    full.confirmedBy = "d1"
    full.codeAgeSeconds = 7
    full.amount = Money(minorUnits: 5, currency: .usd)
    full.own = true
    full.hosts = ["a.ru", "b.ru"]
    full.sentAt = Samples.noon
    #expect(try store.add(events: [full]) == 1)
    #expect(try store.add(events: [full]) == 0)
    #expect(try store.events(account: "anna") == [full])
    #expect(try store.events(account: "boris").isEmpty)
  }

  @Test("findings come with the events, and are the same in whatever pieces these come")
  func pieces() throws {
    let whole = try Samples.store([])
    try whole.add(events: chain)
    let pieces = try Samples.store([])
    for event in chain.reversed() { try pieces.add(events: [event]) }
    #expect(try rules(whole) == ["R01", "R02", "R03", "R04"])
    #expect(try pieces.findings() == whole.findings())
    let detail = try #require(try whole.finding(whole.findings(FindingQuery(rule: RuleID(4)))[0].id))
    #expect(detail.events.map(\.id) == ["e1", "e2"])
    #expect(detail.stored.finding.device == LinkedDevice(id: "d2", name: "Phone d2", platform: "android"))
  }

  @Test("events dated years ahead, however many, take nothing away from what comes after them")
  func farFuture() throws {
    let wrong = (0..<20).map { number in
      event(.login, "wrong \(number)", minutes: 30 * 365 * 24 * 60 + Int64(number)) { $0.device = LinkedDevice(id: "d1") }
    }
    let right = try Samples.store([])
    try right.add(events: chain)
    let store = try Samples.store([])
    try store.add(events: wrong)
    for event in chain { try store.add(events: [event]) }
    let found = try store.findings().map(\.finding).filter { !$0.anchor.hasPrefix("wrong") }
    #expect(try found == right.findings().map(\.finding))
    #expect(try store.events(account: "anna").count == wrong.count + chain.count)
  }

  @Test("a rule that is switched off takes its findings back, unless somebody has dealt with them")
  func otherRules() throws {
    let store = try Samples.store([])
    try store.add(events: chain)
    let second = try #require(try store.findings(FindingQuery(rule: RuleID(2))).first)
    try store.triage([second.id], .acknowledge)
    var limits = Limits()
    limits.off = [1, 2]
    let book = RuleBook(limits: limits)
    store.register(rules: book)
    try store.catchUpWithFindings()
    #expect(try rules(store) == ["R02", "R03", "R04"])
    store.register(rules: RuleBook())
    try store.catchUpWithFindings()
    #expect(try rules(store) == ["R01", "R02", "R03", "R04"])
    #expect(try store.findings(FindingQuery(states: [.new])).count == 3)
  }

  @Test("dealing with findings is one step, with its history, and can be undone")
  func triage() throws {
    let store = try Samples.store([])
    try store.add(events: chain)
    let ids = try store.findings().map(\.id)
    #expect(try store.triage(ids, .acknowledge, comment: "asked support").count == 4)
    #expect(try store.triage(ids, .resolve(.benign)).count == 4)
    #expect(try store.findings().allSatisfy { $0.finding.state == .resolved && $0.resolution == .benign && $0.comment == "asked support" })
    #expect(try store.undoTriage()?.count == 4)
    #expect(try store.findings().allSatisfy { $0.finding.state == .acknowledged && $0.resolution == nil })
    #expect(try store.undoTriage()?.count == 4)
    #expect(try store.findings().allSatisfy { $0.finding.state == .new && $0.comment == nil })
    #expect(try store.undoTriage() == nil)
    let history = try #require(try store.finding(ids[0])).transitions
    #expect(history.map(\.to) == [.acknowledged, .resolved, .acknowledged, .new])
    #expect(history.map(\.isUndo) == [false, false, true, true])
  }

  @Test("a finding that grows graver is open again")
  func rising() throws {
    let store = try Samples.store([])
    let code = { (id: String, minutes: Int64) in
      self.event(.codeDelivered, id, minutes: minutes) {
        $0.endpoint = "d2"
        $0.channel = .push
      }
    }
    try store.add(events: [bound("d1", "e0", minutes: -60 * 24 * 40), bound("d2", "e1", minutes: -30), code("c1", -20)])
    let diverted = FindingQuery(rule: RuleID(5))
    let id = try #require(try store.findings(diverted).first).id
    try store.triage([id], .acknowledge)
    try store.add(events: [code("c2", -10)])
    let found = try #require(try store.findings(diverted).first)
    #expect(found.finding.severity == .critical && found.finding.state == .new)
    #expect(try store.finding(id)?.transitions.last?.actor == .detection)
  }

  @Test("what is put aside comes back when its time is over")
  func suppressed() throws {
    let store = try Samples.store([])
    try store.add(events: chain)
    let ids = try store.findings().map(\.id)
    try store.triage([ids[0]], .suppress(until: Samples.noon), comment: "on holiday")
    try store.triage([ids[1]], .suppress(until: Samples.noon.advanced(by: 1)), comment: "on holiday")
    try store.catchUpWithFindings()
    let states = try ids.prefix(2).map { try store.finding($0)?.stored.finding.state }
    #expect(states == [.new, .suppressed])
  }

  @Test("the client's answer resolves what hangs on the same event, or takes it on")
  func answers() throws {
    let store = try Samples.store([])
    try store.add(events: chain)
    let first = try #require(try store.findings(FindingQuery(rule: RuleID(1))).first)
    #expect(try store.answer(first.id, wasMe: true)?.count == 4)
    #expect(try store.findings().allSatisfy { $0.finding.state == .resolved })
    #expect(try store.finding(first.id)?.stored.finding.severity == .medium)

    let other = try Samples.store([])
    try other.add(events: chain)
    _ = try other.answer(first.id, wasMe: false)
    #expect(try rules(other, FindingQuery(states: [.inProgress])) == ["R01", "R02", "R03", "R04", "R22"])
    #expect(try other.openFindings(from: .low).isEmpty)
  }

  @Test("a device on two accounts is found on both")
  func shared() throws {
    let store = try Samples.store([])
    var other = bound("d1", "x1", minutes: -5)
    other.account = "boris"
    try store.add(events: chain)
    try store.add(events: [other])
    let found = try store.findings(FindingQuery(rule: RuleID(15)))
    #expect(found.map(\.finding.account).sorted() == ["anna", "boris"])
  }

  @Test("messages are evidence: a binding, its notice, the switch, the code that went elsewhere")
  func byMessage() throws {
    func message(_ text: String, _ minutes: Int64, to endpoint: String, by channel: Channel, _ facts: Facts) -> Notification {
      Notification(
        bank: "sberbank", facts: facts,
        deliveries: [
          Delivery(
            channel: channel, endpoint: endpoint, time: Samples.noon.advanced(by: minutes * minute), sender: "900", text: text)
        ])
    }
    let store = try Samples.store([])
    _ = try store.add([
      message("Покупка", -60 * 24 * 30, to: "+7900", by: .sms, Facts(category: .payment)),
      // A code comes first in the file although it is later.
      message("Код 1234", -20, to: "Xiaomi 12", by: .push, Facts(category: .code, code: "1234")),
      message("Код 5678", -60 * 24 * 10, to: "+7900", by: .sms, Facts(category: .code, code: "5678")),
    ])
    #expect(try store.events().isEmpty)
    _ = try store.add([
      message(
        "Новое устройство Xiaomi 12", -30, to: "+7900", by: .sms,
        Facts(category: .security, security: SecurityFact(kind: .deviceBound, device: "Xiaomi 12", place: "Казань"))),
      message(
        "Вместо СМС push", -25, to: "Xiaomi 12", by: .push,
        Facts(category: .security, security: SecurityFact(kind: .channelChanged, device: "Xiaomi 12", from: "sms", to: "push"))),
    ])
    let kinds = try store.events().map(\.kind)
    // The first message stands there because it shows that the account is older than the binding.
    #expect(kinds == [.messageReceived, .deviceBound, .noticeSent, .channelChanged, .noticeSent, .codeDelivered])
    #expect(try rules(store).contains("R04") && rules(store).contains("R05"))
    let binding = try #require(try store.page(ListQuery(place: .everything), from: nil, limit: 10).rows.first { $0.text.contains("Новое") })
    #expect(try store.findings(about: binding.id).contains { $0.finding.rule == RuleID(4) })
    let ordinary = try #require(try store.page(ListQuery(place: .everything), from: nil, limit: 10).rows.first { $0.text == "Покупка" })
    #expect(try store.findings(about: ordinary.id).isEmpty)
  }

  @Test("counts by state, severity and month")
  func counts() throws {
    let store = try Samples.store([])
    try store.add(events: chain)
    let counts = try store.findingCounts()
    #expect(counts.states == [.new: 4])
    #expect(counts.open == [.high: 3, .critical: 1])
    #expect(counts.months.last?.month == "2026-03" && counts.months.first?.month == "2025-04" && counts.months.count == 12)
    #expect(counts.months.map { $0.counts.values.reduce(0, +) } == Array(repeating: 0, count: 11) + [4])
    #expect(try store.findingCounts(FindingQuery(severity: .critical)).states == [.new: 1])
    #expect(try store.findingCounts(FindingQuery(bank: "vtb")).months.isEmpty)
  }

  @Test("findings are counted by the user's months, up to the present one or up to the last that has any")
  func localMonths() throws {
    /// Half past eleven in the evening of 31 December 2024 in London is the next year's in Moscow.
    let newYear = Timestamp(milliseconds: 1_735_687_800_000)
    func months(now: Timestamp, hours: Int) throws -> [String] {
      let store = try Store.temporary(calendar: .fixed(now: now, offsetSeconds: hours * 3_600))
      var bound = SecurityEvent(id: "b", time: newYear, kind: .deviceBound, account: "anna", bank: "sberbank")
      bound.device = LinkedDevice(id: "d2", name: "Nokia")
      var before = bound
      (before.id, before.time, before.device) = ("a", newYear.advanced(by: -90 * 86_400_000), LinkedDevice(id: "d1", name: "Old"))
      try store.add(events: [before, bound])
      return try store.findingCounts().months.filter { !$0.counts.isEmpty }.map(\.month)
    }
    let soon = newYear.advanced(by: 40 * 86_400_000)
    #expect(try months(now: soon, hours: 0) == ["2024-12"])
    #expect(try months(now: soon, hours: 3) == ["2025-01"])
    #expect(try months(now: newYear.advanced(by: 3_000 * 86_400_000), hours: 3) == ["2025-01"])
  }
}
