import Foundation
import Model
import Screen
import Storage
import Testing

@testable import Interface

@Suite("The Security screen")
struct SecurityScreenTests {
  /// A takeover as messages tell it: a device, the switch to push, a code that only the device got.
  private static let story: [Model.Notification] = {
    func toDevice(_ text: String, minutesAgo: Int, category: Category, code: String? = nil, security: SecurityFact? = nil)
      -> Model.Notification
    {
      var message = Fixtures.message(
        text, minutesAgo: minutesAgo, channel: .push, category: category, code: code, security: security, isRead: false)
      message.deliveries[0].endpoint = "Xiaomi 12"
      return message
    }
    return [
      Fixtures.message("Покупка 310 ₽ KOFE", minutesAgo: 60_000, category: .payment, amount: -31_000, merchant: "KOFE"),
      Fixtures.message(
        "Новое устройство: Xiaomi 12, Казань. Если это не вы, звоните 900", minutesAgo: 9, category: .security,
        security: SecurityFact(kind: .deviceBound, device: "Xiaomi 12", place: "Казань"), isRead: false),
      toDevice(
        "Уведомления: вместо SMS теперь push", minutesAgo: 6, category: .security,
        security: SecurityFact(kind: .channelChanged, device: "Xiaomi 12", to: "push")),
      toDevice("Код 482913. Никому его не сообщайте", minutesAgo: 4, category: .code, code: "482913"),
    ]
  }()

  private func bell(_ width: Int = 80, _ height: Int = 24, language: Language = .english) throws -> TestBell {
    var bell = try TestBell(Self.story, width: width, height: height, language: language)
    bell.state.surroundings.bankPhones = ["sberbank": "900"]
    return bell
  }

  private func check(_ bell: TestBell, _ name: String) throws { try Golden.check(bell, name) }

  private func states(_ bell: TestBell) throws -> Set<FindingState> { Set(try bell.store.findings().map(\.finding.state)) }

  @Test("findings by severity with the timeline of the chosen one, at 80×24 and 160×50, in both languages")
  func screens() throws {
    for language in [Language.english, .russian] {
      let suffix = language == .russian ? "-ru" : ""
      var bell = try bell(language: language)
      bell.type("4")
      try check(bell, "security-80x24" + suffix)
      bell.press(.down, .enter)
      try check(bell, "security-events" + suffix)
      bell.type("!")
      try check(bell, "security-alert" + suffix)
      var wide = try self.bell(160, 50, language: language)
      wide.type("4")
      try check(wide, "security-160x50" + suffix)
    }
  }

  @Test(
    "Esc in a message that an event opened leads back to the event, and the inbox is as it was", arguments: [Key.escape, .character("q")])
  func backToEvent(key: Key) throws {
    var bell = try bell()
    bell.type("jj")
    let before = (bell.state.inbox.query, bell.state.inbox.list.current?.id)
    bell.type("4")
    bell.press(.enter, .down)
    let (finding, line) = (bell.state.security.current?.id, bell.state.security.line)
    bell.press(.enter)
    #expect(bell.state.screen == .inbox && bell.lines.last?.contains("Esc Security") == true)
    bell.press(.down, key)
    #expect(bell.state.screen == .security && !bell.state.isFinished)
    #expect(bell.state.security.paneHasKeys && bell.state.security.current?.id == finding && bell.state.security.line == line)
    bell.press(.escape, .escape)
    #expect(bell.state.screen == .inbox && bell.state.inbox.query == before.0 && bell.state.inbox.list.current?.id == before.1)
    bell.press(.escape)
    #expect(bell.state.screen == .inbox)
  }

  @Test("whoever goes on from there comes back to the message first, and whoever names a screen leaves for good")
  func onwardFromEvent() throws {
    var bell = try bell()
    bell.type("4")
    bell.press(.enter, .enter)
    bell.type("/Код")
    bell.press(.enter, .escape)
    #expect(bell.state.screen == .inbox && bell.state.inbox.query.search.isEmpty)
    bell.press(.escape)
    #expect(bell.state.screen == .security)
    bell.press(.enter)
    bell.type("21")
    bell.press(.escape, .escape)
    #expect(bell.state.screen == .inbox && bell.state.inbox.query.place == .inbox)
  }

  @Test("an unanswered alert stands on every screen until it is answered, and an answer can be taken back")
  func banner() throws {
    var bell = try bell()
    for screen in ["1", "2", "3", "4", "5"] {
      bell.type(screen)
      #expect(bell.lines[1].contains("▲ Takeover chain  \"Xiaomi 12\", Sber, today 14:04") && bell.lines[1].contains("! answer"))
    }
    bell.type("1!")
    #expect(bell.screen.contains("device bound: \"Xiaomi 12\", Казань"))
    bell.type("y")
    #expect(!bell.screen.contains("! answer") && bell.screen.contains("it was you: ") && bell.screen.contains("z on 3 or 4 undoes"))
    #expect(try states(bell) == [.resolved])
    bell.type("4z")
    #expect(bell.screen.contains("! answer"))
    #expect(try states(bell).contains(.new))
  }

  @Test("\"not me\" says what to do with the bank's number, and takes the findings on")
  func notMe() throws {
    var bell = try bell()
    bell.type("4n")
    #expect(bell.screen.contains("Call the bank: 900."))
    bell.press(.escape)
    #expect(try states(bell) == [.inProgress])
    #expect(!bell.screen.contains("! answer"))
  }

  @Test("taking \"not me\" back takes its finding back too, and \"not me\" to that finding makes no other")
  func notMeTakenBack() throws {
    for language in [Language.english, .russian] {
      var bell = try bell(language: language)
      bell.type("4")
      let before = try bell.store.findings()
      bell.type("n")
      let taken = try bell.store.findings(FindingQuery(states: [.inProgress])).count
      #expect(
        bell.screen.contains(
          language == .english
            ? "not you: \(taken) findings of Xiaomi 12 in progress · z undoes"
            : "не вы: \(taken) \(Plural.russian(taken, "находка", "находки", "находок")) по Xiaomi 12 в работе · z отменит"))
      bell.press(.escape)
      let denied = try #require(bell.state.security.findings.firstIndex { $0.finding.rule == RuleID(22) })
      while bell.state.security.cursor > denied { bell.press(.up) }
      while bell.state.security.cursor < denied { bell.press(.down) }
      bell.type("n")
      #expect(bell.screen.contains(language == .english ? "You have given this answer already." : "Этот ответ уже дан."))
      bell.press(.escape)
      #expect(try bell.store.findings(FindingQuery(rule: RuleID(22))).count == 1)
      bell.type("z")
      #expect(try bell.store.findings() == before)
      #expect(!bell.screen.contains("R22") && bell.state.security.findings.count == before.count)
      #expect(bell.screen.contains(language == .english ? "findings as before" : "как было"))
      #expect(try bell.store.verifyLedger().faults.isEmpty)
    }
  }

  @Test("taking \"not me\" back says so also when no finding is otherwise than before")
  func onlyTheAnswer() throws {
    for language in [Language.english, .russian] {
      var bell = try bell(language: language)
      bell.type("4Aa")
      bell.press(.down, .enter, .enter)
      bell.type("n")
      bell.press(.escape)
      bell.type("z")
      #expect(bell.screen.contains(language == .english ? "the answer is taken back" : "ответ взят назад"))
      #expect(try states(bell) == [.inProgress])
    }
  }

  @Test("\"it was me\" says of which device it answers how many findings, and one z takes them all back")
  func itWasMe() throws {
    for language in [Language.english, .russian] {
      var bell = try bell(language: language)
      bell.type("4")
      let before = try bell.store.findings()
      bell.press(.end)
      bell.type("y")
      let answered = before.count - (try bell.store.openFindings(from: .low)).count
      #expect(answered > 1)
      #expect(
        bell.screen.contains(
          language == .english
            ? "it was you: \(answered) findings of Xiaomi 12 resolved · z undoes"
            : "это вы: \(answered) \(Plural.russian(answered, "находка", "находки", "находок")) по Xiaomi 12, закрыто · z отменит"))
      bell.type("z")
      #expect(try bell.store.findings() == before)
      #expect(try bell.store.verifyLedger().faults.isEmpty)
    }
  }

  @Test("from a finding to its message with the deliveries, and back from the message")
  func links() throws {
    var bell = try bell(120, 40)
    bell.type("4")
    bell.press(.enter, .end, .home)
    while !bell.lines.isEmpty, bell.state.findingLines[bell.state.security.line].event?.kind != .codeDelivered { bell.press(.down) }
    bell.press(.enter)
    #expect(bell.state.screen == .inbox && bell.currentText?.hasPrefix("Код") == true)
    #expect(bell.screen.contains("Deliveries") && bell.screen.contains("Xiaomi 12"))
    #expect(bell.screen.contains("Findings  f") && bell.screen.contains("R05 Code diverted"))
    bell.type("f")
    #expect(bell.state.screen == .security && bell.state.security.current?.finding.evidence.isEmpty == false)
    #expect(bell.screen.contains("R05 Code diverted  "))
  }

  @Test("filters narrow the list, and say so")
  func filters() throws {
    var bell = try bell()
    bell.type("4")
    let all = bell.state.security.findings.count
    bell.type("sss")
    #expect(bell.state.security.findings.allSatisfy { $0.finding.severity == .critical } && bell.screen.contains("critical and up"))
    #expect(bell.state.security.findings.count < all)
    bell.type("sff")
    #expect(bell.screen.contains("No finding is like that."))
    bell.type("ff")
    bell.type("b")
    #expect(bell.screen.contains("open · Sber") && bell.state.security.findings.count == all)
  }

  @Test("several are dealt with at once, with a comment; a critical one isn't put aside without")
  func bulk() throws {
    var bell = try bell()
    bell.type("4Aa")
    try check(bell, "security-triage")
    bell.press(.down, .down, .down, .down, .down, .down, .enter, .enter)
    #expect(bell.screen.contains("A critical finding is put aside only with a comment."))
    bell.type("holiday")
    bell.press(.enter)
    #expect(try states(bell) == [.suppressed])
    #expect(try bell.store.findings().allSatisfy { $0.comment == "holiday" && $0.until == TestBell.now.advanced(by: 86_400_000) })
    bell.type("fff")
    #expect(bell.screen.contains("put aside") || bell.screen.contains("suppressed"))
    bell.type("z")
    #expect(try states(bell) == [.new])
  }

  @Test("a finding is printed with its events, what to do and what was done, safe for a terminal")
  func printing() throws {
    var bell = try bell()
    bell.type("4a")
    bell.press(.enter)
    bell.type("asked support")
    bell.press(.enter)
    bell.type("p")
    guard case .print(let name, let text)? = bell.others.last else {
      Issue.record("nothing was printed")
      return
    }
    #expect(name.hasPrefix("kolokol-R") && name.hasSuffix(".txt"))
    #expect(text.contains("Printed 1 March 2026, 14:10:00") && text.contains("1. Call the bank: 900."))
    #expect(text.contains("1 Mar 14:10 you: new → acknowledged \"asked support\""))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
    #expect(!text.contains("482913"))
  }

  @Test("without findings the screen says so, and nothing stands in the way")
  func quiet() throws {
    var bell = try TestBell([Fixtures.message("Покупка 310 ₽ KOFE", minutesAgo: 60, category: .payment, amount: -31_000)])
    bell.type("4")
    #expect(bell.screen.contains("Nothing is open.") && !bell.screen.contains("! answer"))
    bell.type("ynap!A ")
    bell.press(.enter, .end, .tab)
    #expect(bell.screen.contains("Nothing is open."))
    bell.press(.escape)
    #expect(bell.state.screen == .inbox)
  }

  @Test("months are counted where they are asked for")
  func months() throws {
    var bell = try bell()
    bell.type("4m")
    #expect(bell.screen.contains("By month") && bell.screen.contains("2026-03  "))
    bell.type("m")
    #expect(!bell.screen.contains("By month"))
  }
}
