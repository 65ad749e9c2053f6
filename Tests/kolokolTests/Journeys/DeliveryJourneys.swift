import Foundation
import Testing

/// Stories of people who show what a switch of the channel means, in a real terminal.
@Suite("Journeys of channels and devices", .serialized, .enabled(if: TerminalSession.isAvailable, "tmux isn't installed"))
struct DeliveryJourneys {
  private func demo(messages: Int) throws -> TerminalSession {
    let terminal = try TerminalSession("kolokol demo --messages \(messages)", width: 120, height: 36)
    try terminal.wait(forText: "unread")
    return terminal
  }

  @Test("a newcomer switches Sber's codes to SMS, sends one, sees where it went and who could read it, and goes one step back")
  func switchAndSend() throws {
    let terminal = try demo(messages: 800)
    try terminal.press("2")
    try terminal.wait(forText: "Who could read it: Xiaomi 12 ▲")
    try terminal.press("Space")
    try terminal.wait(forText: "Sber, code: SMS from now on")
    try terminal.wait(forText: "Who could read it: +7 9•• ••• 12")
    try terminal.press("+")
    try terminal.wait(forText: "2  a code")
    try terminal.press("2")
    try terminal.wait(forText: "a code → SMS +7 9•• ••• 12")
    try terminal.press("1")
    try terminal.wait(for: "the code by SMS on top of the list") { screen in
      screen.split(separator: "\n").first { $0.contains("code") }?.contains("·S·") ?? false
    }
    try terminal.press("2", "z")
    try terminal.wait(forText: "Undone; now Sber, code")
    try terminal.wait(forText: "Who could read it: Xiaomi 12 ▲")
  }

  @Test("he unlinks the strange device, a code goes to his own phone again, and one step back links it again")
  func unlinkAndUndo() throws {
    // Long enough a history to hold the day he linked his own phone.
    let terminal = try demo(messages: 5_000)
    try terminal.press("3")
    try terminal.wait(for: "the strange device") { $0.contains("Xiaomi 12") && $0.contains("suspected") }
    try terminal.press("u")
    try terminal.wait(forText: "Xiaomi 12 is unlinked: nothing goes to it any more")
    try terminal.press("+", "2")
    try terminal.wait(forText: "a code → push iPhone 13")
    try terminal.press("z")
    try terminal.wait(forText: "Undone; now Xiaomi 12 is linked")
    try terminal.wait(for: "the device as before") { screen in
      screen.split(separator: "\n").contains { $0.contains("▲") && $0.contains("Xiaomi 12") && $0.contains("suspected") }
    }
  }

  @Test("what another process does to a device, or answers for it, is on the screens Devices and Channels without a key being pressed")
  func twoProcesses() throws {
    let first = try TerminalSession(
      "kolokol import told.jsonl >/dev/null; kolokol", width: 120, height: 36, files: ["told.jsonl": Self.told])
    try first.wait(forText: "Nokia G22")
    try first.press("3")
    try first.wait(for: "the suspect") { $0.contains("Nokia G22") && $0.contains("suspected") }
    func run(_ command: String) throws {
      let second = try TerminalSession(command, home: first.home)
      try second.wait(forText: "[ended 0]")
    }
    try run("kolokol devices confirm 'Nokia G22'")
    try first.wait(for: "the answer") { $0.contains("Nokia G22") && $0.contains("trusted") && !$0.contains("suspected") }
    try run("kolokol devices undo")
    try first.wait(for: "the answer taken back") { $0.contains("Nokia G22") && $0.contains("suspected") }
    try run("kolokol devices unlink 'Nokia G22'")
    try first.wait(for: "the unlinking") { $0.contains("0 linked, 1 unlinked") }
    try first.press("2")
    try first.wait(forText: "Who could read it")
    try run("kolokol channels set code push --bank sberbank")
    try first.wait(for: "the choice") { $0.contains("Chosen today") && $0.contains("by you") }
  }

  /// A device that takes over the bank of somebody who had one before.
  private static let told = """
    {"type":"message","id":"p1","time":"2025-01-12T10:00:00Z","channel":"push","bank":"sberbank","sender":"ru.sberbankmobile","text":"Покупка 510 ₽ APTEKA. Баланс 7100 ₽"}
    {"type":"message","id":"s1","time":"2025-06-20T12:00:00Z","channel":"sms","bank":"sberbank","sender":"900","text":"Вы подключили новое устройство Nokia G22 к приложению банка"}

    """

  @Test("a speaker stops the story and goes through it message by message, and sees where the codes go from the switch on")
  func liveDemo() throws {
    let terminal = try TerminalSession("kolokol demo --live --messages 400", width: 120, height: 36)
    try terminal.wait(forText: "LIVE")
    try terminal.press(",")
    try terminal.wait(forText: "stopped")
    // On to the switch, however many everyday messages lie between.
    for _ in 0..<12 where try !terminal.screen.contains("Уведомления") {
      let before = try terminal.screen
      try terminal.press(".")
      try terminal.wait(for: "the next message") { $0 != before }
    }
    try terminal.wait(for: "the device and the switch") { $0.contains("Xiaomi 12") && $0.contains("Уведомления") }
    try terminal.press("2")
    try terminal.wait(forText: "Who could read it: Xiaomi 12 ▲")
  }

  @Test("a counterexample of the lab's plays step by step: the device nobody was told of, and the codes that go there")
  func playsCounterexample() throws {
    let terminal = try TerminalSession(
      "kolokol lab check sberbank --trace told.jsonl; kolokol demo --live --story told.jsonl", width: 120, height: 36)
    try terminal.wait(forText: "LIVE")
    try terminal.press(",")
    try terminal.wait(forText: "stopped")
    for words in ["PYATEROCHKA", "вход в банк", "Xiaomi 12", "Способ уведомлений", "перевод 17 500", "Руслан Г"] {
      if try terminal.screen.contains(words) { continue }
      try terminal.press(".")
      try terminal.wait(forText: words)
    }
    try terminal.press(",")
    try terminal.wait(forText: "the end")
    try terminal.press("2")
    try terminal.wait(forText: "Who could read it: Xiaomi 12 ▲")
  }

  @Test("on the Lab screen a key plays the adversary's path under the chosen policy")
  func playsFromLab() throws {
    let terminal = try demo(messages: 400)
    try terminal.press("5")
    try terminal.wait(forText: "links a device of his own")
    try terminal.press("p")
    try terminal.wait(forText: "LIVE")
    try terminal.press(",", ".")
    try terminal.wait(forText: "PYATEROCHKA")
  }
}
