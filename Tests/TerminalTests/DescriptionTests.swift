import Foundation
import Testing

@testable import Terminal

@Suite("The terminal's description", .serialized)
struct DescriptionTests {
  @Test("an unknown terminal has none")
  func unknown() {
    #expect(Description(of: "no-such-terminal") == nil)
  }

  @Test("xterm has 256 colours and places its cursor, a dumb terminal neither")
  func known() throws {
    let xterm = try #require(Description(of: "xterm-256color"))
    #expect(xterm.colours == 256)
    #expect(xterm.placesCursor)
    #expect(!xterm.isDirect)
    let dumb = try #require(Description(of: "dumb"))
    #expect(dumb.colours == 0)
    #expect(!dumb.placesCursor)
  }

  @Test("made to take colours directly, and read again by ncurses from what we compiled, it is the same but for the colours")
  func direct() throws {
    let xterm = try #require(Description(of: "xterm-256color"))
    setenv("TERMINFO", "b64:" + Data(xterm.takingColoursDirectly().compiled).base64EncodedString(), 1)
    defer { unsetenv("TERMINFO") }
    let direct = try #require(Description(of: "xterm-256color"))
    #expect(direct.colours == 0x100_0000)
    #expect(direct.isDirect)
    #expect(direct.extraTexts == xterm.extraTexts)
    let changed = zip(direct.texts, xterm.texts).filter { $0 != $1 }.map { $0.0.map { String(decoding: $0.prefix(4), as: UTF8.self) } }
    #expect(changed == ["\u{1B}[%?", "\u{1B}[%?"])
  }
}
