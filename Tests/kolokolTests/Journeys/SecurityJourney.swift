import Foundation
import Testing

/// The story of an auditor who answers a finding in a real terminal, by keyboard alone.
@Suite("The auditor's journey", .serialized, .enabled(if: TerminalSession.isAvailable, "tmux isn't installed"))
struct SecurityJourney {
  @Test("an auditor opens the takeover from its banner, reads where both codes went, answers it and prints it")
  func answerTakeover() throws {
    let terminal = try TerminalSession("kolokol demo --messages 800")
    try terminal.wait(for: "the banner") { $0.contains("▲ Takeover chain") && $0.contains("! answer") }
    try terminal.press("!")
    try terminal.wait(for: "the question") { $0.contains("device bound: \"Xiaomi 12\", Казань") && $0.contains("not me: what now") }
    try terminal.press("Enter")
    try terminal.wait(for: "the chain") {
      $0.contains("R04 Takeover chain  critical") && $0.contains("● ") && $0.contains("channel switched")
    }
    // Below the binding: its notice, the switch, the notice of that, and the first code that went elsewhere.
    try terminal.press("Enter", "j", "j", "j", "j", "Enter")
    try terminal.wait(for: "the first code") { $0.contains("Код для кредита") && $0.contains("Deliveries") && $0.contains("Xiaomi 12") }
    try terminal.press("4", "j", "j", "j", "Enter")
    try terminal.wait(for: "the second code") { $0.contains("Код для перевода") && $0.contains("Deliveries") }
    try terminal.press("4", "n")
    try terminal.wait(forText: "Call the bank: 900.")
    try terminal.press("Escape", "Escape")
    try terminal.wait(for: "the answer") { $0.contains("R04 Takeover chain  critical · in progress") }
    try terminal.press("p")
    try terminal.wait(forText: "printed to kolokol-R04-")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: terminal.home.path).first { $0.hasPrefix("kolokol-R04-") })
    let printed = try String(contentsOf: terminal.home.appending(path: name), encoding: .utf8)
    #expect(printed.contains("R04 Takeover chain  critical · in progress") && printed.contains("code delivered: → Xiaomi 12 (push)"))
    try terminal.wait(forText: "R22")
    try terminal.press("z")
    try terminal.wait(for: "the answer taken back") { $0.contains("R04 Takeover chain  critical · new") && !$0.contains("R22") }
  }
}
