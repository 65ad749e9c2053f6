import Detection
import Ledger
import Model
import Testing

@testable import Storage

@Suite("Events of messages that are read anew")
struct RetellingTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  private static let minute: Int64 = 60_000
  private static let bound = Facts(category: .security, security: SecurityFact(kind: .deviceBound, device: "Xiaomi 12"))

  private func message(_ text: String, minutes: Int64, _ facts: Facts = Facts(category: .service)) -> Notification {
    Notification(
      bank: "sberbank", facts: facts,
      deliveries: [
        Delivery(channel: .sms, endpoint: "+7900", time: Samples.noon.advanced(by: minutes * Self.minute), sender: "900", text: text)
      ])
  }

  /// A payment long ago, a message about a device that nobody understood, and a code after it.
  private func story(_ facts: Facts = Facts(category: .service)) throws -> NotificationID {
    try bell.open { store in
      let ids = try store.add([
        message("Покупка", minutes: -60 * 24 * 30, Facts(category: .payment)), message("Теперь и на Xiaomi 12", minutes: -30, facts),
        message("Код 482913", minutes: -20, Facts(category: .code, code: "482913")),
      ]).ids
      return ids[1]
    }
  }

  private func rewrite(_ id: NotificationID, _ facts: Facts) throws {
    _ = try bell.open { try $0.rewriteFacts([(id, "sberbank", facts)]) }
  }

  private func kinds() throws -> [EventKind] { try bell.open { try $0.events().map(\.kind) } }

  private func rules() throws -> [String] {
    try bell.open { try $0.findings().map(\.finding.rule.description).sorted() }
  }

  @Test("what is only recognised now is what an import would have made of it, and once")
  func added() throws {
    let id = try story()
    #expect(try kinds().isEmpty)
    for _ in 0..<2 { _ = try bell.open { try $0.rewriteFacts([(id, "sberbank", Self.bound)]) } }
    let events = try bell.open { try $0.events() }
    let found = try rules()
    let imported = try RetellingTests()
    _ = try imported.story(Self.bound)
    #expect(try imported.bell.open { try $0.events() } == events)
    #expect(try imported.rules() == found)
    #expect(found.contains("R01"))
    #expect(events.map(\.kind) == [.messageReceived, .deviceBound, .noticeSent, .codeDelivered])
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("what is read otherwise takes the place of what was told before")
  func changed() throws {
    let id = try story(Self.bound)
    let other = Facts(category: .security, security: SecurityFact(kind: .deviceBound, device: "Redmi 9"))
    _ = try bell.open { try $0.rewriteFacts([(id, "sberbank", other)]) }
    let events = try bell.open { try $0.events() }
    #expect(events.filter { $0.kind == .deviceBound }.map(\.device?.id) == ["Redmi 9"])
    #expect(events.count == 4)
    #expect(try bell.open { try $0.findings() }.allSatisfy { $0.finding.device?.id != "Xiaomi 12" })
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("what isn't told any more is withdrawn with what was evidence because of it; a finding somebody dealt with stays")
  func withdrawn() throws {
    let id = try story(Self.bound)
    let kept = try bell.open { store in
      let first = try #require(try store.findings().first)
      try store.triage([first.id], .acknowledge, comment: "asked the bank")
      _ = try store.rewriteFacts([(id, "sberbank", Facts(category: .service))])
      return first.id
    }
    #expect(try kinds() == [.messageReceived])
    #expect(try bell.open { try $0.findings().map(\.id) } == [kept])
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
  }

  @Test("withdrawn events are kept, counted, and held to their entries as before")
  func tampered() throws {
    let id = try story(Self.bound)
    try rewrite(id, Facts(category: .service))
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.withdrawn == 3)
    for harm in [
      "UPDATE withdrawn_event SET device_id = 'x' WHERE device_id IS NOT NULL", "UPDATE withdrawn_event SET withdrawal = 1",
      "DELETE FROM withdrawn_event WHERE kind = \(EventKind.deviceBound.rawValue)", "DELETE FROM withdrawn_event", "DELETE FROM event",
    ] {
      let copy = try RetellingTests()
      let id = try copy.story(Self.bound)
      try copy.rewrite(id, Facts(category: .service))
      try copy.bell.edit(harm)
      #expect(try !copy.bell.verdict().faults.isEmpty, "\(harm)")
    }
  }

  @Test("an event that is told again after it was withdrawn is there again, and both are in the log")
  func again() throws {
    let id = try story(Self.bound)
    let events = try bell.open { try $0.events() }
    let found = try rules()
    try rewrite(id, Facts(category: .service))
    try rewrite(id, Self.bound)
    #expect(try bell.open { try $0.events() } == events)
    #expect(try rules() == found)
    try rewrite(id, Facts(category: .service))
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.withdrawn == 6)
  }

  @Test("an entry that withdraws what no message told, or nothing, is a fault")
  func forged() throws {
    _ = try story(Self.bound)
    try bell.open { store in
      try store.add(events: [SecurityEvent(id: "u1", time: Samples.noon, kind: .denied, account: "main", bank: "sberbank", source: .user)])
      try store.writable().write { db, _ in
        try LedgerAppender.within(db, at: Samples.noon) { ledger in
          var withdrawn = WithdrawnEvents(by: .program)
          for event in try EventRows.logged(where: "e.source = 4", [], db) { try withdrawn.take(event, db) }
          try withdrawn.log(db, &ledger)
          try ledger.append(LedgerEntry(.withdrawal, by: .program, ["leaves": .numbers([0])]))
        }
      }
    }
    let unfounded = try bell.verdict().faults.filter { if case .withdrawalUnfounded = $0.reason { true } else { false } }
    #expect(unfounded.count == 2)
  }

  @Test("the packages of messages show what these told once, and the entry that withdraws it")
  func evidence() throws {
    let id = try story(Self.bound)
    try rewrite(id, Facts(category: .service))
    let source = try bell.open { try $0.evidence(EvidenceChoice(messages: [id])) }
    let withdrawn = source.events.filter { $0.withdrawal != nil }
    #expect(withdrawn.map(\.event.kind) == [.deviceBound, .noticeSent])
    #expect(withdrawn.allSatisfy { event in source.entries.contains { $0.sequence == event.withdrawal } })
  }

  @Test("a switch that an older program stored with a guess is corrected, though nothing says any more what its facts were")
  func older() throws {
    func switched(to channel: String?) -> Facts {
      Facts(category: .security, security: SecurityFact(kind: .channelChanged, device: nil, from: "push", to: channel))
    }
    let id = try story(switched(to: nil))
    try bell.edit("UPDATE notification SET security_from = NULL, security_to = NULL")
    func told() throws -> [String?] { try bell.open { try $0.events().filter { $0.kind == .channelChanged }.map(\.to) } }
    #expect(try told() == [SecurityEvent.bankDecides])
    #expect(try bell.open { try $0.factsTold(by: [id])[id]?.map(\.to) } == [SecurityEvent.bankDecides])
    try rewrite(id, switched(to: "sms"))
    #expect(try told() == ["sms"])
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("what another copy of the message told and still says stays")
  func copies() throws {
    let id = try story(Facts(category: .security, security: SecurityFact(kind: .deviceBound, device: "Xiaomi")))
    let other = try bell.open { try $0.add([message("Теперь и на Xiaomi 12!", minutes: -29, Self.bound)]).ids[0] }
    // As joining them does.
    try bell.edit("UPDATE event SET notification_id = \(id.rawValue) WHERE notification_id = \(other.rawValue)")
    try rewrite(id, Self.bound)
    let bound = try bell.open { try $0.events().filter { $0.kind == .deviceBound } }
    #expect(bound.map(\.id) == [MessageEvents.id(of: .deviceBound, in: other)])
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("a number that two clients share is found again after it was withdrawn")
  func shared() throws {
    let number = Facts(category: .security, security: SecurityFact(kind: .phoneChanged, device: nil, to: "+79000000012"))
    let ids = try bell.open { store in
      try store.add(
        ["main", "other"].map { account in
          var notification = message("Номер изменён", minutes: -30, number)
          notification.account = account
          return notification
        }
      ).ids
    }
    #expect(try rules().filter { $0 == "R15" }.count == 2)
    try rewrite(ids[1], Facts(category: .service))
    #expect(try !rules().contains("R15"))
    try rewrite(ids[1], number)
    #expect(try rules().filter { $0 == "R15" }.count == 2)
  }

  @Test("what an erased message told stays, also when what made it evidence is withdrawn")
  func erasedOrphan() throws {
    let id = try story(Self.bound)
    try bell.open { store in
      let code = try #require(try store.events().first { $0.kind == .codeDelivered })
      guard case .message(let message) = code.source else { return }
      _ = try store.erase([message])
    }
    try rewrite(id, Facts(category: .service))
    #expect(try kinds() == [.messageReceived, .codeDelivered])
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("erased messages tell what they told, and marks can be undone as before")
  func erasedAndUndone() throws {
    let id = try story()
    try bell.open { store in
      _ = try store.change(.read, on: [id])
      _ = try store.rewriteFacts([(id, "sberbank", Self.bound)])
      _ = try store.undo()
      #expect(try store.rows([id]).first?.isUnread == true)
      _ = try store.erase([id])
      let before = try store.events()
      _ = try store.rewriteFacts([(id, "sberbank", Facts(category: .service))])
      #expect(try store.events() == before)
    }
    #expect(try bell.verdict().faults.isEmpty)
  }
}
