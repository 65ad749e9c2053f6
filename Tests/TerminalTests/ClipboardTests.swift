import Foundation
import Testing

@testable import Terminal

@Suite("The clipboard")
struct ClipboardTests {
  private func sequence(_ text: String, _ environment: [String: String] = [:]) throws -> String {
    String(decoding: try #require(Clipboard.sequence(for: text, environment: environment)), as: UTF8.self)
  }

  @Test("text goes out as OSC 52 in base64, whatever it holds")
  func plain() throws {
    #expect(try sequence("код") == "\u{1B}]52;c;0LrQvtC0\u{07}")
    #expect(try sequence("\u{1B}[31m\u{07}") == "\u{1B}]52;c;G1szMW0H\u{07}")
  }

  @Test("under tmux it goes to the terminal around it and to tmux itself")
  func tmux() throws {
    #expect(try sequence("a", ["TMUX": "/tmp/x,1,0"]) == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{07}\u{1B}\\\u{1B}]52;c;YQ==\u{07}")
  }

  @Test("under GNU screen it is wrapped, in pieces that screen takes, which together are the whole")
  func screen() throws {
    let text = String(repeating: "0123456789", count: 100)
    let wrapped = try sequence(text, ["STY": "1.x"])
    let pieces = wrapped.components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 256 })
    #expect(pieces.map { $0.dropFirst(2) }.joined() == (try sequence(text)))
  }

  @Test("what terminals would drop isn't sent")
  func tooLong() throws {
    #expect(Clipboard.sequence(for: String(repeating: "a", count: 56_246), environment: [:]) == nil)
    #expect(Clipboard.sequence(for: String(repeating: "a", count: 56_244), environment: [:]) != nil)
  }
}
