import Screen
import Testing

@Suite("Wrapping")
struct WrapTests {
  @Test("lines break at spaces, which fall away")
  func words() {
    #expect(wrap("Покупка 1240 р в магазине", width: 10) == ["Покупка", "1240 р в", "магазине"])
    #expect(wrap("one  two   three", width: 5) == ["one", "two", "three"])
    #expect(wrap("exactly", width: 7) == ["exactly"])
    #expect(wrap("ab cd", width: 2) == ["ab", "cd"])
  }

  @Test("a word longer than a line is broken")
  func longWords() {
    #expect(wrap("abcdefgh", width: 3) == ["abc", "def", "gh"])
    #expect(wrap("ab cdefghi", width: 4) == ["ab", "cdef", "ghi"])
  }

  @Test("the text's own line ends hold, indents too; the last one ends a line and begins none")
  func lineEnds() {
    #expect(wrap("a\n\n  b\r\nc\n", width: 10) == ["a", "", "  b", "c"])
    #expect(wrap("", width: 10).isEmpty)
    #expect(wrap("\n", width: 10) == [""])
    #expect(wrap("a   \nb", width: 10) == ["a", "b"])
  }

  @Test("amounts with no-break spaces stay whole")
  func noBreakSpaces() {
    #expect(wrap("сумма 1\u{A0}240\u{202F}₽ ок", width: 9) == ["сумма", "1\u{A0}240\u{202F}₽", "ок"])
  }

  @Test("ideographs may part, wide characters and joined emoji are never split")
  func wide() {
    #expect(wrap("您尾号1234的账户", width: 7) == ["您尾号", "1234的", "账户"])
    #expect(wrap("a👨\u{200D}👩\u{200D}👧b", width: 2) == ["a", "👨\u{200D}👩\u{200D}👧", "b"])
    #expect(wrap("中文", width: 1) == ["中", "文"])
  }

  @Test("unsafe characters are counted as the marks they become")
  func marks() {
    #expect(wrap("ab\u{202E}cd ef", width: 10) == ["ab<U+202E>", "cd ef"])
    #expect(wrap("ab\u{1B}cd", width: 5) == ["ab␛cd"])
  }

  @Test("a limit ends the last line in an ellipsis, if there is more")
  func limit() {
    #expect(wrap("one two three four", width: 5, limit: 2) == ["one", "two…"])
    #expect(wrap("one two", width: 3, limit: 2) == ["one", "two"])
    #expect(wrap("abcdefghij", width: 5, limit: 1) == ["abcd…"])
  }

  @Test("no line is wider than asked, and nothing is lost but spaces", arguments: 1...24)
  func invariants(width: Int) {
    let text =
      "Код 123456. Никому! 招商银行 尾号 \u{202E}evil\u{1B}[0m 👨\u{200D}👩\u{200D}👧 https://example.com/very/long/path?x=1 e\u{301}\u{302} конец"
    let lines = wrap(text, width: width)
    for line in lines where width >= 9 {
      #expect(TextWidth.of(line) <= width)
    }
    #expect(lines.joined().filter { $0 != " " } == Visible.line(text).filter { $0 != " " })
  }

  @Test("runs keep their styles across lines")
  func spans() {
    let lines = wrap([Span("Код ", Style(.text)), Span("123 456", Style(.code)), Span(" ок", Style(.muted))], width: 8)
    #expect(
      lines == [
        [Span("Код ", Style(.text)), Span("123", Style(.code))], [Span("456", Style(.code)), Span(" ок", Style(.muted))],
      ])
  }

  @Test("a megabyte in one word, in spaces, in marks is wrapped all the same")
  func large() {
    #expect(wrap(String(repeating: "Я", count: 500_000), width: 100).count == 5000)
    #expect(wrap(String(repeating: " ", count: 1_000_000), width: 100).allSatisfy { $0.count <= 100 })
    #expect(wrap("e" + String(repeating: "\u{301}", count: 500_000), width: 100).count == 1)
    #expect(wrap(String(repeating: "слово ", count: 100_000), width: 60, limit: 3).count == 3)
  }
}
