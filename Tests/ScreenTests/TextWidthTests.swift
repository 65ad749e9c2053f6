import Screen
import Testing

@Suite("Text width")
struct TextWidthTests {
  @Test(
    "cells by character",
    arguments: [
      ("", 0), ("Sberbank", 8), ("Сбербанк", 8), ("ё", 1), ("е\u{308}", 1), ("−1 240,00 ₽", 11), ("№ «»—…•─", 8), ("招商银行", 8), ("ｆ", 2),
      ("ﾊ", 1), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{3000}", 2), ("🔔", 2), ("☂", 1), ("☔", 2), ("⚠", 1), ("©", 1), ("กำลัง", 4),
      ("العربية", 7), ("\u{200B}", 8),
    ])
  func characters(text: String, width: Int) {
    #expect(TextWidth.of(text) == width, "\(text.debugDescription)")
  }

  @Test(
    "an emoji takes two cells, however many characters it is joined of",
    arguments: [
      "❤\u{FE0F}", "⚠\u{FE0F}", "👍", "👍🏽", "👨\u{200D}👩\u{200D}👧\u{200D}👦", "🏳\u{FE0F}\u{200D}🌈", "🇷🇺", "1\u{FE0F}\u{20E3}",
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "👩🏿\u{200D}💻", "🧑\u{200D}❤\u{FE0F}\u{200D}🧑",
    ])
  func emoji(text: String) {
    #expect(TextWidth.of(text) == 2, "\(text.debugDescription)")
  }

  @Test("what stands side by side adds up, flags and all")
  func sums() {
    #expect(TextWidth.of("🇷🇺🇰🇿 курс ₸") == 11)
    #expect(TextWidth.of(Character("한")) == 2)
    #expect(TextWidth.of("a🇷b") == 3)
  }

  @Test("combining marks take no cell, however many")
  func marks() {
    #expect(TextWidth.of("e" + String(repeating: "\u{301}", count: 10_000) + "x") == 2)
    #expect(TextWidth.of("नमस्ते") == 4)
    #expect(TextWidth.of("\u{301}") == 1)
  }

  @Test(
    "the width told is the width drawn",
    arguments: [
      "a\u{1B}[31m", "\u{202E}x", "👨\u{200D}x", "x\u{200D}y", "👨\u{200D}👩", "1\u{FE0F}", "\u{FE0F}", "🇷", "\r\n", "\r", "\t", "\u{E0041}",
      "\u{115F}\u{1160}", "가\u{301}", "\u{FFFF}",
      "🏴\u{E0067}\u{E0062}", "می\u{200C}خواهم",
    ])
  func drawn(text: String) {
    var grid = Grid(Size(width: 60, height: 1))
    let used = grid.write(text, at: Point(x: 3, y: 0))
    #expect(used == TextWidth.of(text))
    #expect(grid[3 + used, 0].text == " ")
    #expect(!grid[3 + used - 1, 0].text.isEmpty || TextWidth.of(grid[3 + used - 2, 0].text) == 2)
  }
}
