import Foundation
import Testing

@testable import Terminal

@Suite("What reaches the terminal")
struct PainterTests {
  @Test(
    "a locale that isn't installed counts as UTF-8 when its name says so",
    arguments: [
      (["LANG": "ru_RU.UTF-8"], true), (["LANG": "ru_RU.utf8"], true), (["LC_ALL": "C", "LANG": "ru_RU.UTF-8"], false),
      (["LC_ALL": "", "LC_CTYPE": "ru_RU.UTF-8@x"], true), (["LANG": "ru_RU.KOI8-R"], false), ([:], false),
    ] as [([String: String], Bool)])
  func localeNames(environment: [String: String], isUTF8: Bool) {
    #expect(TerminalLocale.namesUTF8(environment) == isUTF8)
  }

  @Test("pasted line ends are one kind")
  func pastedText() {
    #expect(PastedText.normalised("a\rb\r\nc\nd") == "a\nb\nc\nd")
  }

  @Test("padding marks of a description are not sent")
  func padding() {
    #expect(Sequences.withoutPadding(Array("\u{1B}[?5h$<100/>\u{1B}[?5l".utf8)) == Array("\u{1B}[?5h\u{1B}[?5l".utf8))
    #expect(Sequences.withoutPadding(Array("a$<".utf8)) == Array("a$<".utf8))
  }

  @Test("a character is shown only where the C library counts its cells as we do")
  func widths() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    #expect(Painter.fits("a", width: 1))
    #expect(Painter.fits("я", width: 1))
    #expect(Painter.fits("招", width: 2))
    #expect(!Painter.fits("招", width: 1))
    #expect(!Painter.fits("", width: 1))
  }
}
