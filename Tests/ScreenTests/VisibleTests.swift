import Screen
import Testing

@Suite("Untrusted text")
struct VisibleTests {
  @Test(
    "what would act or hide becomes a mark",
    arguments: [
      ("NUL", "\u{0}", "␀"), ("bell", "\u{7}", "␇"), ("backspace", "\u{8}", "␈"), ("escape", "\u{1B}[2J", "␛[2J"),
      ("unit separator", "\u{1F}", "␟"),
      ("vertical tab", "\u{B}", "␋"), ("form feed", "\u{C}", "␌"), ("DEL", "\u{7F}", "␡"), ("C1 CSI", "\u{9B}31m", "<U+009B>31m"),
      ("next line", "\u{85}", "<U+0085>"), ("LRE", "\u{202A}", "<U+202A>"), ("RLO", "\u{202E}", "<U+202E>"),
      ("LRI", "\u{2066}", "<U+2066>"),
      ("PDI", "\u{2069}", "<U+2069>"), ("LRM", "\u{200E}", "<U+200E>"), ("RLM", "\u{200F}", "<U+200F>"), ("ALM", "\u{61C}", "<U+061C>"),
      ("zero-width space", "a\u{200B}b", "a<U+200B>b"), ("non-joiner in Latin", "a\u{200C}b", "a<U+200C>b"),
      ("joiner in Latin", "a\u{200D}b", "a<U+200D>b"),
      ("joiner in Cyrillic", "С\u{200D}бер", "С<U+200D>бер"), ("word joiner", "\u{2060}", "<U+2060>"),
      ("byte order mark", "\u{FEFF}", "<U+FEFF>"),
      ("soft hyphen", "\u{AD}", "<U+00AD>"), ("tag", "\u{E0041}", "<U+E0041>"), ("language tag", "\u{E0001}", "<U+E0001>"),
      ("tags after a flag", "🏴\u{E0068}\u{E0069}", "🏴<U+E0068><U+E0069>"), ("invisible times", "\u{2062}", "<U+2062>"),
      ("interlinear annotation", "\u{FFF9}", "<U+FFF9>"), ("Hangul filler", "\u{3164}", "<U+3164>"),
      ("empty Braille", "\u{2800}", "<U+2800>"),
      ("noncharacter", "\u{FFFF}", "<U+FFFF>"), ("unassigned", "\u{378}", "<U+0378>"),
      ("Mongolian vowel separator", "\u{180E}", "<U+180E>"),
      ("musical format", "\u{1D173}", "<U+1D173>"), ("carriage return alone", "100\r999", "100␍999"),
      ("mark with nothing under it", "\u{301}", "◌\u{301}"),
    ])
  func marks(name: String, raw: String, safe: String) {
    #expect(Visible.line(raw) == safe, "\(name)")
    #expect(Visible.text(raw) == safe, "\(name)")
    #expect(Visible.line(safe) == safe, "made safe again, it stays")
  }

  @Test(
    "what is right stays as it came",
    arguments: [
      "Покупка 1 240 ₽ — «Пятёрочка»", "a\u{A0}b\u{202F}c", "👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}", "👍🏽", "🇷🇺",
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
      "می\u{200C}خواهم", "क\u{94D}\u{200D}ष", "é", "e\u{301}", "招商银行", "1\u{FE0F}\u{20E3}", "\u{E000}", "שלום",
    ])
  func faithful(text: String) {
    #expect(Array(Visible.line(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test("line ends are spaces on one line, and newlines in a text")
  func lineEnds() {
    let raw = "one\r\ntwo\nthree\u{2028}four\u{2029}five\tsix"
    #expect(Visible.line(raw) == "one two three four five six")
    #expect(Visible.text(raw) == "one\ntwo\nthree\nfour\nfive six")
  }

  @Test("a character keeps four combining marks of ten thousand")
  func zalgo() {
    let safe = Visible.line("e" + String(repeating: "\u{301}", count: 10_000) + "x")
    #expect(safe.unicodeScalars.count == 6)
    #expect(Visible.line(safe) == safe)
  }

  @Test("of all there are, no control, format or line character but the Arabic and Kaithi number signs comes through")
  func everyScalar() {
    let acting: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
    let all = (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }.filter { acting.contains($0.properties.generalCategory) }
    #expect(all.count > 150)
    for scalar in all {
      let shown = Visible.line("a" + String(scalar) + "b").unicodeScalars.filter { acting.contains($0.properties.generalCategory) }
      let isNumberSign = (0x600...0x8E2).contains(scalar.value) || (0x110BD...0x110CD).contains(scalar.value)
      #expect(shown.isEmpty || (isNumberSign && scalar.value != 0x61C), "\(String(scalar.value, radix: 16))")
    }
  }
}
