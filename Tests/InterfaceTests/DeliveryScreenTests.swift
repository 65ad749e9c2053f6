import Delivery
import Foundation
import Model
import Screen
import Synchronization
import Testing

@testable import Interface

/// The screens Channels, Devices and Lab on a short history: an iPhone of long standing, a stranger's device that took over Sberbank's pushes.
@Suite("Channels, Devices and Lab")
struct DeliveryScreenTests {
  static let history: [Model.Notification] = {
    func push(_ text: String, minutesAgo: Int, to endpoint: String, _ category: Model.Category, _ security: SecurityFact? = nil)
      -> Model.Notification
    {
      var message = Fixtures.message(text, minutesAgo: minutesAgo, channel: .push, category: category, security: security)
      message.deliveries[0].endpoint = endpoint
      return message
    }
    let xiaomi = "Xiaomi 12"
    return [
      Fixtures.message(
        "Подключено устройство iPhone 13", minutesAgo: 400 * 1_440, category: .security,
        security: SecurityFact(kind: .deviceBound, device: "iPhone 13")),
      Fixtures.message("Код 118201 для входа", minutesAgo: 3 * 1_440, category: .code, code: "118201"),
      Fixtures.message("Покупка 300 ₽", minutesAgo: 2 * 1_440, bank: "tbank", channel: .push, category: .payment, amount: -30_000),
      Fixtures.message(
        "Новое устройство: Xiaomi 12, Казань", minutesAgo: 8, category: .security,
        security: SecurityFact(kind: .deviceBound, device: xiaomi, place: "Казань")),
      push(
        "Уведомления теперь приходят на Xiaomi 12", minutesAgo: 5, to: xiaomi, .security,
        SecurityFact(kind: .channelChanged, device: xiaomi, to: "push")),
      push("Код для перевода: 482913", minutesAgo: 4, to: xiaomi, .code),
    ]
  }()

  private func bell(
    width: Int = 120, height: Int = 30, language: Language = .english, isDemo: Bool = true, policies: [String] = ["sberbank", "tbank"]
  ) throws -> TestBell {
    let all = PolicyBook.load(userDirectory: nil).book
    return try TestBell(
      Self.history, width: width, height: height, language: language, policies: PolicyBook(policies.compactMap(all.policy(id:))),
      isDemo: isDemo)
  }

  @Test(
    "policies are read when a screen first wants them, and what is wrong with the user's own is told there, once", arguments: ["2", "5"])
  func brokenPolicy(screen: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kolokol-policies-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("nonsense = 1\n".utf8).write(to: folder.appendingPathComponent("own.toml"))
    let reads = Mutex(0)
    let shelf = PolicyShelf {
      reads.withLock { $0 += 1 }
      return PolicyBook.load(userDirectory: folder.path)
    }
    var bell = try TestBell(Self.history, width: 120, shelf: shelf)
    #expect(reads.withLock { $0 } == 0)
    #expect(bell.state.notice == nil)
    bell.type(screen)
    #expect(reads.withLock { $0 } == 1)
    #expect(bell.state.notice?.kind == .problem)
    #expect(bell.state.notice?.text.contains("own.toml") == true)
    bell.type("1")
    bell.press(Key.down)
    bell.type("25")
    #expect(reads.withLock { $0 } == 1)
    #expect(bell.state.notice?.kind != .problem)
  }

  @Test("a snooze holds back payments until it ends and codes not at all; the history has it, and z takes it back")
  func snooze() throws {
    var bell = try bell(height: 36)
    bell.type("2")
    bell.press(.right)
    bell.type("s1")
    #expect(bell.screen.contains("Sber: what can wait waits until today 15:10"))
    #expect(bell.screen.contains("held back until today 15:10"))
    bell.type("+1")
    #expect(bell.screen.contains("a payment → held back until today 15:10"))
    let before = bell.state.counters?.inbox.total
    bell.wait(milliseconds: 3_599_000)
    #expect(bell.state.counters?.inbox.total == before)
    bell.wait(milliseconds: 2_000)
    #expect(bell.state.counters?.inbox.total == (before ?? 0) + 1)
    bell.type("s2")
    bell.type("+2")
    #expect(bell.screen.contains("a code → "))
    bell.press(.left)
    #expect(!bell.screen.contains("held back until"))
    bell.type("h")
    #expect(bell.screen.contains("what can wait waits until"))
    bell.type("hz")
    bell.press(.right)
    #expect(!bell.screen.contains("held back until today 23:11"))
    bell.type("s5s6")
    bell.type("s6")
    #expect(bell.screen.contains("Nothing is held back"))
  }

  @Test("what a snooze held back comes as soon as the snooze is ended")
  func snoozeEnded() throws {
    var bell = try bell(height: 36)
    bell.type("2")
    bell.press(.right)
    bell.type("s2")
    let before = bell.state.counters?.inbox.total ?? 0
    bell.type("+1")
    bell.wait(milliseconds: 60_000)
    #expect(bell.state.counters?.inbox.total == before)
    bell.type("s6")
    bell.wait(milliseconds: 1_000)
    #expect(bell.state.counters?.inbox.total == before + 1)
  }

  @Test("space switches the chosen cell, what stands beside it follows, and z takes it back")
  func switchAndUndo() throws {
    var bell = try bell()
    bell.type("2")
    #expect(bell.screen.contains("Who could read it: Xiaomi 12 ▲, +7 9•• ••• 12"))
    bell.type(" ")
    #expect(bell.screen.contains("Sber, code: SMS from now on"))
    #expect(bell.screen.contains("Who could read it: +7 9•• ••• 12"))
    bell.type("z")
    #expect(bell.screen.contains("Undone; now Sber, code"))
    #expect(bell.screen.contains("Who could read it: Xiaomi 12 ▲"))
    bell.type("z")
    #expect(bell.screen.contains("Nothing to undo here."))
  }

  @Test("what the bank decides itself can't be switched, and the footer says so")
  func refusal() throws {
    var bell = try bell()
    bell.type("2")
    bell.press(.down)
    bell.type(" ")
    #expect(bell.lines.last?.contains("T-Bank decides this itself; only its support can change it") == true)
  }

  @Test("a choice is kept with who made it and when")
  func choiceHistory() throws {
    var bell = try bell()
    bell.type("2 h")
    #expect(bell.lines.contains { $0.contains("code → SMS") && $0.contains("you") })
    #expect(bell.lines.contains { $0.contains("push") && $0.contains("“Xiaomi 12”") })
  }

  @Test("the demo's bank sends a code to where the plan said, and the bell has it with the code covered")
  func bankSends() throws {
    var bell = try bell()
    bell.type("2+")
    #expect(bell.screen.contains("Let Sber send…"))
    bell.type("2")
    #expect(bell.lines.last?.contains("a code → push Xiaomi 12 ▲ · nothing came to you") == true)
    #expect(bell.screen.contains("Sent at 14:10:00: a code"))
    bell.type(" +2")
    #expect(bell.lines.last?.contains("a code → SMS +7 9•• ••• 12") == true)
    bell.type("1")
    bell.wait(milliseconds: 1_000)
    #expect(bell.shownTexts.filter { $0.contains("перевод 5 000 ₽") }.count == 2)
    #expect(bell.lines.count { $0.contains("Код ••••••: перевод 5 000 ₽") } >= 2)
  }

  @Test("a device told of by the demo's bank appears among the devices, not trusted yet")
  func newDevice() throws {
    var bell = try bell()
    bell.type("2+43")
    #expect(bell.lines.contains { $0.contains("Galaxy S24") && $0.contains("cooling") })
  }

  @Test("outside the demo no bank can be told to send")
  func onlyInDemo() throws {
    var bell = try bell(isDemo: false)
    bell.type("2+")
    #expect(bell.lines.last?.contains("kolokol demo") == true)
  }

  @Test("an unlinked device is no reader from that moment on; undo links it again, and both stay in the log")
  func unlink() throws {
    var bell = try bell()
    bell.type("3")
    #expect(bell.lines.contains { $0.contains("Xiaomi 12") && $0.contains("cooling, 11 h 52 min left") })
    // The cursor stands on the device that needs an answer.
    bell.type("u")
    #expect(bell.screen.contains("Xiaomi 12 is unlinked: nothing goes to it any more"))
    bell.type("2")
    #expect(bell.screen.contains("Who could read it: iPhone 13, +7 9•• ••• 12"))
    bell.type("+2")
    #expect(bell.lines.last?.contains("a code → push iPhone 13") == true)
    bell.type("3z")
    #expect(bell.lines.contains { $0.contains("▲") && $0.contains("Xiaomi 12") && $0.contains("cooling") })
    #expect(try bell.store.arrangements().count == 2)
  }

  @Test("the keys stay with a device that an answer puts elsewhere in the list")
  func cursorFollows() throws {
    var bell = try bell()
    bell.type("3")
    #expect(bell.state.chosenDevice?.device.label == "Xiaomi 12")
    bell.type("u")
    #expect(bell.state.chosenDevice?.device.label == "Xiaomi 12")
    bell.type("l")
    #expect(bell.state.chosenDevice?.isLinked == true && bell.state.chosenDevice?.device.label == "Xiaomi 12")
    bell.type("zz")
    #expect(bell.state.chosenDevice?.device.label == "Xiaomi 12")
  }

  @Test("not mine: the device is marked, and what to do now stands over the screen")
  func notMine() throws {
    var bell = try bell()
    bell.type("3n")
    #expect(bell.screen.contains("Read no code out to anybody, whoever calls."))
    #expect(bell.screen.contains("any key  close"))
    bell.press(.escape)
    #expect(bell.lines.contains { $0.contains("Xiaomi 12") && $0.contains("not yours") })
    bell.type("z")
    #expect(!bell.lines.contains { $0.contains("▲") && $0.contains("not yours") })
  }

  @Test("an answer that is taken back is told as no answer, or as the one before it")
  func answerTakenBack() throws {
    var bell = try bell()
    bell.type("3n")
    bell.press(.escape)
    bell.type("z")
    #expect(bell.lines.last?.contains("Undone; now Xiaomi 12: nobody has answered for it") == true)
    bell.type("yz")
    #expect(bell.lines.last?.contains("Undone; now Xiaomi 12: nobody has answered for it") == true)
    bell.type("yn")
    bell.press(.escape)
    bell.type("z")
    #expect(bell.lines.last?.contains("Undone; now Xiaomi 12: it was you") == true)
    var russian = try self.bell(language: .russian)
    russian.type("3yz")
    #expect(russian.lines.last?.contains("Отменено; теперь Xiaomi 12: ваше ли оно, никто не ответил") == true)
  }

  @Test("unlinking what isn't linked, and linking what is, say so and change nothing")
  func linkedAlready() throws {
    var bell = try bell()
    bell.type("3l")
    #expect(bell.lines.last?.contains("Xiaomi 12 is linked already.") == true)
    bell.type("uu")
    #expect(bell.lines.last?.contains("Xiaomi 12 isn't linked.") == true)
    #expect(try bell.store.arrangements().count == 1)
  }

  @Test("in the history days of the week keep their capital in English; today stands small")
  func historyDays() throws {
    var bell = try bell()
    _ = try bell.store.arrange(
      Arrangement(
        time: Timestamp(milliseconds: 1_566_302_400_000), bank: "sberbank", step: .channel(.category(.code), .sms), by: Arrangement.client))
    bell.type("2h")
    #expect(bell.screen.contains("Tue 20 August 2019"))
    #expect(bell.screen.contains("today 14:05") && !bell.screen.contains("tue 20"))
  }

  @Test("a switch that a message tells of without a device is put down to nobody")
  func switchedByNobody() throws {
    let told = Fixtures.message(
      "Уведомления теперь приходят push", minutesAgo: 5, category: .security, security: SecurityFact(kind: .channelChanged, to: "push"))
    for language in [Language.english, .russian] {
      var bell = try TestBell(
        [told], width: 160, height: 30, language: language, policies: PolicyBook.load(userDirectory: nil).book, isDemo: true)
      bell.type("2h")
      #expect(bell.screen.contains(language == .english ? "somebody, a message says" : "кто-то, по сообщению"))
      bell.type("h")
      #expect(
        bell.screen.contains(
          language == .english ? "Chosen today 14:05 by somebody, a message says" : "Выбрано сегодня 14:05: кто-то, по сообщению"))
    }
  }

  @Test("in ASCII what has no bound and parts of a thousand have stand-ins")
  func asciiLab() throws {
    var bell = try TestBell(
      Self.history, width: 140, height: 40, glyphs: .ascii, policies: PolicyBook.load(userDirectory: nil).book, isDemo: true)
    bell.type("5")
    let line = try #require(bell.lines.first { $0.contains("Sberbank ") })
    #expect(line.contains(" inf ") && !line.contains("?"))
    #expect(bell.screen.contains("lost /1000"))
  }

  @Test("mine: a confirmed device is trusted at once")
  func mine() throws {
    var bell = try bell()
    bell.type("3y")
    #expect(bell.lines.contains { $0.contains("Xiaomi 12") && $0.contains("trusted") })
  }

  @Test("a path plays in the demo; the user's own bell stays open and says where", arguments: [Language.english, .russian])
  func plays(language: Language) throws {
    var demo = try bell(language: language, policies: ["sberbank"])
    demo.type("5p")
    #expect(demo.others.contains { if case .play = $0 { true } else { false } })
    var own = try bell(language: language, isDemo: false, policies: ["sberbank"])
    own.type("5p")
    #expect(!own.others.contains { if case .play = $0 { true } else { false } })
    #expect(own.screen.contains("kolokol demo"))
    #expect(own.screen.contains("sberbank"))
  }

  @Test("a switch is drawn as what it was to: push, SMS, messenger, or something else")
  func timelineLetters() {
    func letter(_ to: String?) -> String {
      var event = SecurityEvent(id: "e", time: TestBell.now, kind: .channelChanged)
      event.to = to
      let zone = TimeZone.gmt
      let svg = ReportTimeline(
        [event], grave: [], names: [:], timeText: TimeText(now: TestBell.now, zone: zone, language: .english)
      ).svg(title: "t")
      return ["P", "S", "M", "•"].filter { svg.contains(">\($0)</text>") }.joined()
    }
    #expect(["push", "sms", "messenger", "bank", nil].map(letter) == ["P", "S", "M", "•", "•"])
  }

  @Test("a copy of a policy is edited, and its line moves: Sberbank with a cooling-off of 12 hours")
  func editInLab() throws {
    var bell = try bell(height: 40, policies: ["sberbank"])
    bell.type("5")
    let original = try #require(bell.lines.first { $0.contains("Sberbank") })
    #expect(original.contains("∞"))
    bell.type("e")
    bell.press(.down, .down, .right, .right)
    #expect(bell.screen.contains("cooling-off of a new device: 12 h"))
    let copy = try #require(bell.lines.first { $0.contains("Sberbank*") })
    #expect(copy.contains("2     yes"))
    bell.press(.escape)
    #expect(bell.lines.contains(original))
  }

  @Test("while the policies are still counted, a key that needs one says why it does nothing", arguments: ["e", "p", "s", "\n"])
  func keysWhileCounting(_ key: String) throws {
    let answers = [
      (Language.english, "Still counting: no policy stands here yet."), (.russian, "Ещё считаю: ни одной политики здесь пока нет."),
    ]
    for (language, words) in answers {
      var bell = try bell(width: 80, height: 24, language: language, policies: ["sberbank"])
      bell.state.lab.isComputing = true
      bell.type("5")
      if key == "\n" { bell.press(.enter) } else { bell.type(key) }
      #expect(bell.lines.last?.contains(words) == true)
      #expect(!bell.state.lab.showsDetail && bell.state.lab.sorting == nil)
      bell.others += bell.state.settle(.compared(LabState.compare(bell.state.surroundings.policies.policies)), with: bell.effects)
      #expect(bell.lines.last?.contains(words) == false)
    }
  }

  @Test("the policies are sorted by a column, the best first")
  func sortLab() throws {
    var bell = try bell(policies: ["sberbank", "strict-sms"])
    bell.type("5s")
    let names = bell.lines.compactMap { line in ["Sberbank ", "Strict SMS "].first { line.hasPrefix(" " + $0) && line.contains("%") } }
    #expect(names == ["Strict SMS ", "Sberbank "])
  }
}
