import Foundation
import Model
import Screen
import Testing

@testable import Interface

@Suite("The screen Devices")
struct DevicesScreenTests {
  @Test("a device told of by the demo's bank appears among the devices, not trusted yet")
  func newDevice() throws {
    var bell = try TestBell.takeover()
    bell.type("2+43")
    #expect(bell.lines.contains { $0.contains("Galaxy S24") && $0.contains("cooling") })
  }

  @Test("an unlinked device is no reader from that moment on; undo links it again, and both stay in the log")
  func unlink() throws {
    var bell = try TestBell.takeover()
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
    var bell = try TestBell.takeover()
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
    var bell = try TestBell.takeover()
    bell.type("3n")
    #expect(bell.screen.contains("Read no code out to anybody, whoever calls."))
    #expect(bell.screen.contains("any key  close"))
    bell.press(.escape)
    #expect(bell.lines.contains { $0.contains("Xiaomi 12") && $0.contains("not yours") })
    bell.type("z")
    #expect(!bell.lines.contains { $0.contains("▲") && $0.contains("not yours") })
  }

  @Test("an answer that was given already is no second step to take back")
  func answerTwice() throws {
    var bell = try TestBell.takeover()
    bell.type("3yyyz")
    #expect(bell.lines.last?.contains("Undone; now Xiaomi 12: nobody has answered for it") == true)
    #expect(try bell.store.arrangements().count == 2)
  }

  @Test("an answer says how many alerts about the device are still unanswered; they are answered on Security")
  func openAlerts() throws {
    var bell = try TestBell.takeover()
    bell.type("3y")
    #expect(bell.lines.last?.contains("Xiaomi 12: it was you · 4 Security: \(bell.state.security.alerts.count) still open") == true)
    #expect(!bell.state.security.alerts.isEmpty)
    while let alert = bell.state.security.alerts.first {
      _ = try bell.store.answer(alert.id, wasMe: true)
      bell.seal()
      bell.wait(milliseconds: 60_000)
      if bell.state.security.alerts.first?.id == alert.id { break }
    }
    #expect(bell.state.security.alerts.isEmpty)
    bell.type("n")
    #expect(bell.state.notice?.text.contains("Xiaomi 12: reported as not yours") == true)
    #expect(bell.state.notice?.text.contains("still open") == false)
  }

  @Test("an answer that is taken back is told as no answer, or as the one before it")
  func answerTakenBack() throws {
    var bell = try TestBell.takeover()
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
    var russian = try TestBell.takeover(language: .russian)
    russian.type("3yz")
    #expect(russian.lines.last?.contains("Отменено; теперь Xiaomi 12: ваше ли оно, никто не ответил") == true)
  }

  @Test("unlinking what isn't linked, and linking what is, say so and change nothing")
  func linkedAlready() throws {
    var bell = try TestBell.takeover()
    bell.type("3l")
    #expect(bell.lines.last?.contains("Xiaomi 12 is linked already.") == true)
    bell.type("uu")
    #expect(bell.lines.last?.contains("Xiaomi 12 isn't linked.") == true)
    #expect(try bell.store.arrangements().count == 1)
  }

  @Test("whatever a code came to has a lane of its own, also a device that is only mentioned and one that nobody named")
  func lanes() throws {
    func code(to endpoint: String, minutesAgo: Int) -> Model.Notification {
      var message = Fixtures.message("Код 118201", minutesAgo: minutesAgo, bank: "tbank", channel: .push, category: .code, code: "118201")
      message.deliveries[0].endpoint = endpoint
      return message
    }
    let login = Fixtures.message(
      "Вход с iPhone 13", minutesAgo: 500, bank: "tbank", category: .service, security: SecurityFact(kind: .login, device: "iPhone 13"))
    var bell = try TestBell(
      [login, code(to: "iPhone 13 (Anna)", minutesAgo: 50), code(to: "Pixel 8", minutesAgo: 40), code(to: "Pixel 8", minutesAgo: 30)])
    bell.type("3")
    let lanes = bell.lines.filter { $0.contains("▬") }
    #expect(lanes.count { $0.hasPrefix(" iPhone 13 ") && $0.count { $0 == "c" } == 1 } == 1)
    #expect(lanes.count { $0.hasPrefix(" Pixel 8 ") && $0.count { $0 == "c" } == 2 } == 1)
  }

  @Test("z takes back what was done on this screen, whatever was done on Channels since, and the other way round")
  func undoByScreen() throws {
    var bell = try TestBell.takeover()
    bell.type("3u2 3z")
    #expect(bell.lines.last?.contains("Xiaomi 12 is linked") == true)
    bell.type("z")
    #expect(bell.lines.last?.contains("Nothing to undo here.") == true)
    bell.type("3u2z")
    #expect(bell.lines.last?.contains("Undone; now Sber, code") == true)
  }

  @Test("Esc leads from a device's messages back to the device, out of the pane first, and the search is gone")
  func backToDevice() throws {
    var bell = try TestBell.takeover()
    bell.type("3")
    bell.press(.enter)
    #expect(bell.state.screen == .inbox && bell.state.inbox.query.search == "Xiaomi 12")
    bell.press(.enter, .escape)
    #expect(bell.state.screen == .inbox)
    bell.press(.escape)
    #expect(bell.state.screen == .devices && bell.state.chosenDevice?.device.label == "Xiaomi 12")
    bell.press(.escape)
    #expect(bell.state.screen == .inbox && bell.state.inbox.query.search.isEmpty && bell.state.inbox.lastSearch.isEmpty)
  }

  @Test("mine: a confirmed device is trusted at once")
  func mine() throws {
    var bell = try TestBell.takeover()
    bell.type("3y")
    #expect(bell.lines.contains { $0.contains("Xiaomi 12") && $0.contains("trusted") })
  }
}
