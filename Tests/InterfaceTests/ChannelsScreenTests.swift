import Delivery
import Foundation
import Model
import Screen
import Synchronization
import Testing

@testable import Interface

@Suite("The screen Channels")
struct ChannelsScreenTests {
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
    var bell = try TestBell(Fixtures.takeover, width: 120, shelf: shelf)
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
    var bell = try TestBell.takeover(height: 36)
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
    var bell = try TestBell.takeover(height: 36)
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
    var bell = try TestBell.takeover()
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
    var bell = try TestBell.takeover()
    bell.type("2")
    bell.press(.down)
    bell.type(" ")
    #expect(bell.lines.last?.contains("T-Bank decides this itself; only its support can change it") == true)
  }

  @Test("a choice is kept with who made it and when")
  func choiceHistory() throws {
    var bell = try TestBell.takeover()
    bell.type("2 h")
    #expect(bell.lines.contains { $0.contains("code → SMS") && $0.contains("you") })
    #expect(bell.lines.contains { $0.contains("push") && $0.contains("“Xiaomi 12”") })
  }

  @Test("in the history days of the week keep their capital in English; today stands small")
  func historyDays() throws {
    var bell = try TestBell.takeover()
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

  @Test("the demo's bank sends a code to where the plan said, and the bell has it with the code covered")
  func bankSends() throws {
    var bell = try TestBell.takeover()
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

  @Test("outside the demo no bank can be told to send")
  func onlyInDemo() throws {
    var bell = try TestBell.takeover(isDemo: false)
    bell.type("2+")
    #expect(bell.lines.last?.contains("kolokol demo") == true)
  }
}
