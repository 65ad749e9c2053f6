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
    #expect(bell.lines.contains { $0.contains("▲") && $0.contains("Galaxy S24") && $0.contains("suspected") })
  }

  @Test("an unlinked device is no reader from that moment on; undo links it again, and both stay in the log")
  func unlink() throws {
    var bell = try TestBell.takeover()
    bell.type("3")
    #expect(bell.lines.contains { $0.contains("Xiaomi 12") && $0.contains("suspected: 3 findings open") })
    // The cursor stands on the device that needs an answer.
    bell.type("u")
    #expect(bell.screen.contains("Xiaomi 12 is unlinked: nothing goes to it any more"))
    bell.type("2")
    #expect(bell.screen.contains("Who could read it: iPhone 13, +7 9•• ••• 12"))
    bell.type("+2")
    #expect(bell.lines.last?.contains("a code → push iPhone 13") == true)
    bell.type("3z")
    #expect(bell.lines.contains { $0.contains("▲") && $0.contains("Xiaomi 12") && $0.contains("suspected") })
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
    bell.type("z")
    #expect(bell.lines.last?.contains("Nothing to undo here.") == true)
    // The phone that was there before everything else: no finding hangs on it.
    bell.type("gyyz")
    #expect(bell.lines.last?.contains("Undone; now iPhone 13: nobody has answered for it") == true)
    bell.type("z")
    #expect(bell.lines.last?.contains("Nothing to undo here.") == true)
    #expect(try bell.store.arrangements().count == 2)
  }

  @Test("an answer here and one on Security are the same: either settles both, and is taken back on either", arguments: ["3", "4"])
  func sameAnswer(undoneOn: String) throws {
    for (answered, key) in [("3", "y"), ("3", "n"), ("4", "y"), ("4", "n")] {
      var bell = try TestBell.takeover()
      bell.type("3")
      let before = (device: try #require(bell.chosenLine("Xiaomi 12")), alerts: bell.state.security.alerts.map(\.id))
      #expect(before.alerts.count == 3)
      bell.type(answered + key)
      bell.press(.escape)
      bell.type("3")
      #expect(bell.state.security.alerts.isEmpty)
      #expect(bell.chosenLine("Xiaomi 12")?.contains(key == "y" ? "trusted" : "not yours") == true)
      bell.type("4")
      let grave = bell.state.security.findings.filter { $0.finding.severity >= .high }
      #expect(grave.allSatisfy { $0.finding.state == .inProgress } && grave.isEmpty == (key == "y"))
      bell.type(undoneOn + "z3")
      #expect(bell.chosenLine("Xiaomi 12") == before.device)
      #expect(bell.state.security.alerts.map(\.id) == before.alerts)
      bell.type("z4z")
      #expect(bell.state.security.alerts.map(\.id) == before.alerts)
    }
  }

  @Test("the line says how many findings an answer settled")
  func settled() throws {
    var bell = try TestBell.takeover()
    bell.type("3y")
    #expect(bell.lines.last?.contains("Xiaomi 12: it was you · ") == true)
    #expect(bell.lines.last?.contains(" findings answered · z undoes") == true)
    var russian = try TestBell.takeover(language: .russian)
    russian.type("3y")
    #expect(russian.lines.last?.contains("Xiaomi 12: это вы · отвечено на ") == true)
  }

  @Test("a device stays suspected as long as a finding about it is open, on Channels as well, however long ago its cooling-off ended")
  func suspectedForLong() throws {
    var bell = try TestBell.takeover()
    bell.wait(milliseconds: 3 * 86_400_000)
    bell.type("3")
    #expect(bell.chosenLine("Xiaomi 12")?.contains("▲") == true)
    #expect(bell.chosenLine("Xiaomi 12")?.contains("suspected: 3 findings open") == true)
    bell.type("2")
    #expect(bell.screen.contains("Who could read it: Xiaomi 12 ▲"))
    for alert in bell.state.security.alerts { try bell.store.triage([alert.id], .resolve(.duplicate)) }
    bell.type("3")
    #expect(bell.chosenLine("Xiaomi 12")?.contains("not questioned") == true)
    #expect(bell.chosenLine("Xiaomi 12")?.contains("▲") == false)
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

extension TestBell {
  /// The line of the list that tells of a device.
  fileprivate func chosenLine(_ device: String) -> String? {
    lines.first { $0.contains(device) && ($0.contains("since") || $0.contains("push o")) }
  }
}
