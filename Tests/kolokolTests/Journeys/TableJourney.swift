import Foundation
import Testing

/// What the command line prints on a terminal of 80 columns.
@Suite("Tables and lists on a narrow terminal", .serialized, .enabled(if: TerminalSession.isAvailable, "tmux isn't installed"))
struct TableJourney {
  @Test("rules keep their columns, and what doesn't fit goes on below in its own")
  func rules() throws {
    let terminal = try TerminalSession("kolokol rules | cat; clear; kolokol rules", width: 80, height: 90)
    let lines = try terminal.wait(forText: "[ended 0]").split(separator: "\n").map(String.init)
    let name = try #require(lines.first { $0.hasPrefix("R02") })
    let start = try #require(name.range(of: "no authentication"))
    let column = name.distance(from: name.startIndex, to: start.lowerBound)
    #expect(name.hasPrefix("R02  Bound without re-authentication  no authentication"))
    let rest = lines.filter { !$0.hasPrefix("R") && !$0.hasPrefix("[") && !$0.allSatisfy(\.isWhitespace) }
    #expect(!rest.isEmpty && rest.allSatisfy { $0.prefix(column).allSatisfy(\.isWhitespace) && $0.count <= 80 })
  }

  @Test("a long name of a device goes on below, its state beside it, and refused records are broken between words")
  func devicesAndRefusals() throws {
    let link = "kolokol devices link 'iPhone 13 Pro Max in the kitchen drawer' --bank sberbank"
    let refused = #"{"id":"3","time":"not a time at all","sender":"900","text":"x"}"# + "\n"
    let terminal = try TerminalSession(
      "\(link); kolokol devices; kolokol import bad.jsonl", width: 80, height: 40, files: ["bad.jsonl": refused])
    let screen = try terminal.wait(forText: "[ended")
    let lines = screen.split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix("iPhone 13 Pro Max in the kitchen ") && $0.contains("Sber  trusted") })
    #expect(lines[first + 1].hasPrefix("drawer"))
    let refusal = try #require(lines.firstIndex { $0.contains("expected ms since 1970") })
    #expect(lines[refusal].hasPrefix("bad.jsonl:1:") && lines[refusal + 1].hasPrefix("  "))
  }
}
