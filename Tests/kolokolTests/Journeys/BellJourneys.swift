import Foundation
import Testing

/// Stories of people who use the bell in a real terminal.
@Suite("Journeys", .serialized, .enabled(if: TerminalSession.isAvailable, "tmux isn't installed"))
struct BellJourneys {
  @Test("a click whose press and release come at once counts")
  func clickAtOnce() throws {
    let terminal = try TerminalSession("kolokol demo --messages 60")
    try terminal.wait(forText: "unread")
    let header = try #require(try terminal.screen.split(separator: "\n").first)
    let place = try #require(header.firstRange(of: "3 Devices")?.lowerBound)
    let column = header.distance(from: header.startIndex, to: place) + 2
    let at = "\(Character(Unicode.Scalar(UInt8(33 + column))))!"
    try terminal.type("\u{1B}[M \(at)\u{1B}[M#\(at)")
    try terminal.wait(forText: "u unlink")
  }

  @Test("the demo and a policy's path open on top of one's own bell, and q comes back to where one was")
  func onTop() throws {
    let terminal = try TerminalSession(
      "kolokol import first.jsonl >/dev/null; kolokol", width: 120, height: 40, files: ["first.jsonl": Self.lines(1...30)])
    try terminal.wait(forText: "30 unread")
    try terminal.press("j", "j", "d")
    try terminal.wait(forText: "DEMO")
    try terminal.press("q")
    try terminal.wait(for: "the bell as it was") { $0.contains("30 unread") && !$0.contains("DEMO") }
    try terminal.press("5")
    try terminal.wait(forText: "links a device of his own")
    try terminal.press("e")
    try terminal.wait(forText: "is a copy")
    try terminal.press("p")
    try terminal.wait(forText: "LIVE")
    try terminal.press("q")
    try terminal.wait(for: "the copy as it was") { $0.contains("is a copy") && !$0.contains("LIVE") }
    try terminal.press("w")
    try terminal.wait(forText: "-copy-")
    try terminal.press("Q")
    try terminal.wait(forText: "[ended 0]")
    let files = try FileManager.default.contentsOfDirectory(atPath: terminal.home.path).filter { $0.hasSuffix(".toml") }
    let file = try #require(files.first)
    let check = try TerminalSession("kolokol lab check \(file) | head -3", home: terminal.home)
    try check.wait(forText: "[ended 0]")
  }

  @Test("a newcomer opens the demo, reads the newest message and leaves")
  func openAndRead() throws {
    let terminal = try TerminalSession("kolokol demo --messages 800")
    let unread = try unread(in: terminal.wait(forText: " unread"))
    #expect(try terminal.screen.contains("DEMO: invented data"))
    try terminal.press("Enter")
    try terminal.wait(forText: " \(unread - 1) unread")
    try terminal.press("Escape", "q")
    try terminal.wait(forText: "[ended 0]")
  }

  @Test("somebody looks for the strange device and opens what is found")
  func searchAndOpen() throws {
    let terminal = try TerminalSession("kolokol demo --messages 800")
    try terminal.wait(forText: "unread")
    try terminal.type("/xiaomi")
    try terminal.wait(for: "hits only") { $0.contains("search: xiaomi") && Self.rows(of: $0).allSatisfy { $0.contains("security") } }
    try terminal.press("Enter", "Enter")
    try terminal.wait(for: "the text with its deliveries") { $0.contains("Xiaomi 12") && $0.contains("Deliveries") }
    try terminal.press("Escape", "Escape")
    try terminal.wait(untilGone: "search: xiaomi")
  }

  /// The lines of the list: those that give an hour before anything is said.
  private static func rows(of screen: String) -> [Substring] {
    screen.split(separator: "\n").filter { $0.prefix(10).contains(#/[0-9][0-9]:[0-9][0-9] /#) }
  }

  @Test("a mistyped filter is shown where it is wrong, and repaired")
  func repairFilter() throws {
    let terminal = try TerminalSession("kolokol demo --messages 800")
    try terminal.wait(forText: "unread")
    try terminal.type("\\bank:sbre")
    try terminal.press("Enter")
    try terminal.wait(for: "the mark under the mistake") { $0.contains("▾") && $0.contains("sbre") }
    try terminal.press("BSpace", "BSpace", "BSpace")
    try terminal.type("ber")
    try terminal.press("Enter")
    try terminal.wait(for: "the filter in the header") { $0.contains("filter: bank:sber") && !$0.contains("▾") }
  }

  @Test("everything is marked read after a question, and one undo takes it back")
  func markAllAndUndo() throws {
    let terminal = try TerminalSession("kolokol demo --messages 800")
    let unread = try unread(in: terminal.wait(forText: " unread"))
    try terminal.press("M")
    try terminal.wait(forText: "Mark \(unread) messages as read?")
    try terminal.press("y")
    try terminal.wait(forText: "\(unread) marked read")
    try terminal.wait(forText: " 0 unread")
    try terminal.press("z")
    try terminal.wait(forText: " \(unread) unread")
  }

  @Test("the window changes its size in the middle of a search, and nothing is lost")
  func resizeWhileSearching() throws {
    let terminal = try TerminalSession("kolokol demo --messages 800", width: 140, height: 40)
    try terminal.wait(forText: "unread")
    try terminal.type("/xiao")
    try terminal.wait(forText: "search: xiao")
    try terminal.resize(width: 30, height: 8)
    try terminal.wait(forText: "Kolokol needs at least")
    try terminal.resize(width: 80, height: 24)
    try terminal.wait(forText: "search: xiao")
    try terminal.type("mi")
    try terminal.wait(for: "the search goes on") { $0.contains("search: xiaomi") && $0.contains("/xiaomi") }
  }

  @Test("an import in one terminal shows up in the bell of another, and the selection stays")
  func importWhileOpen() throws {
    let first = try TerminalSession("kolokol import first.jsonl && kolokol", files: ["first.jsonl": Self.lines(1...30)])
    try first.wait(forText: "30 unread")
    try first.press("j", "j", "j")
    try first.wait(for: "the fourth message in the pane") { $0.contains("Покупка 27 ₽") }
    let second = try TerminalSession("kolokol import second.jsonl", files: ["second.jsonl": Self.lines(31...33)], home: first.home)
    try second.wait(forText: "[ended 0]")
    try first.wait(forText: "33 unread")
    try first.wait(for: "the new ones above and the same text in the pane") { screen in
      screen.contains("14:33 Sber") && screen.contains("Покупка 27 ₽")
    }
  }

  @Test("a file is imported from within the bell, once")
  func importFromWithin() throws {
    let terminal = try TerminalSession("kolokol", files: ["phone.jsonl": Self.lines(1...9)])
    try terminal.wait(forText: "The bell is empty")
    try terminal.type(":import ~/phone.jsonl")
    try terminal.press("Enter")
    try terminal.wait(forText: "Imported: 9 added")
    try terminal.wait(forText: " 9 unread")
    try terminal.type(":import ~/phone.jsonl")
    try terminal.press("Enter")
    try terminal.wait(forText: "Imported: 0 added, 0 merged, 9 already there")
    try terminal.type(":import ~/nothing.jsonl")
    try terminal.press("Enter")
    try terminal.wait(forText: "nothing.jsonl: ")
  }

  @Test("an empty bell offers the demo, and shows it")
  func emptyToDemo() throws {
    let terminal = try TerminalSession("kolokol")
    try terminal.wait(forText: "The bell is empty")
    try terminal.press("d")
    try terminal.wait(forText: "DEMO: invented data")
  }

  @Test("the bell speaks Russian where the locale does")
  func russian() throws {
    let terminal = try TerminalSession("LANGUAGE=ru kolokol demo --messages 300")
    try terminal.wait(for: "Russian words") { $0.contains("Входящие") && $0.contains("непрочитанных") }
  }

  @Test("^Z gives the terminal back to the shell, and fg brings the bell back as it was")
  func suspend() throws {
    let terminal = try TerminalSession("PS1='ready> ' exec bash --norc -i")
    try terminal.wait(forText: "ready>")
    try terminal.type("kolokol demo --messages 300\n")
    try terminal.wait(forText: "DEMO: invented data")
    try terminal.press("C-z")
    try terminal.wait(forText: "Stopped")
    try terminal.type("fg\n")
    try terminal.wait(forText: "DEMO: invented data")
    try terminal.press("Q")
    try terminal.wait(untilGone: "DEMO: invented data")
  }

  @Test("an unknown terminal is named, with what to do, and nothing is drawn")
  func unknownTerminal() throws {
    let terminal = try TerminalSession("TERM=no-such-terminal kolokol demo --messages 10")
    try terminal.wait(for: "the message and the status") { $0.contains("no-such-terminal") && $0.contains("[ended 2]") }
  }

  /// How many messages the status line says are unread.
  private func unread(in screen: String) throws -> Int {
    let count = try #require(screen.firstMatch(of: /(\d+) unread/))
    return try #require(Int(count.1))
  }

  /// Own JSON lines of invented purchases, one a minute; the highest number is the newest.
  private static func lines(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { number in
      let minute = number < 10 ? "0\(number)" : "\(number)"
      return """
        {"type":"message","id":"m\(number)","time":"2026-03-01T14:\(minute):00+03:00","channel":"sms","sender":"900","text":"Покупка \(number) ₽ LAVKA"}
        """
    }
    .joined(separator: "\n") + "\n"
  }
}
