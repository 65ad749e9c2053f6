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

  @Test("an event that is taken out by hand is found missing, withdrawn ones or not")
  func tampered() throws {
    let id = try story(Self.bound)
    _ = try bell.open { try $0.rewriteFacts([(id, "sberbank", Facts(category: .service))]) }
    try bell.edit("DELETE FROM event")
    #expect(try !bell.verdict().faults.isEmpty)
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
