import Screen
import Testing

@testable import Terminal

@Suite("Keys that the terminal's description lacks")
struct EscapeSequenceTests {
  /// What the characters after ESC come to, and how many were read.
  private func read(_ text: String) -> (EscapeSequence.Step, Int) {
    var sequence = EscapeSequence()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let step = sequence.read(scalar.value)
      if step != .more { return (step, index + 1) }
    }
    return (.more, text.unicodeScalars.count)
  }

  @Test(
    "the sequences of xterm, rxvt, the Linux console and tmux are keys",
    arguments: [
      ("[A", Key.up), ("OA", .up), ("[1;5C", .right), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[4~", .end),
      ("[8~", .end),
      ("[F", .end), ("[2~", .insert), ("[3~", .delete), ("[3;2~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab),
      ("OP", .function(1)), ("[11~", .function(1)), ("[[A", .function(1)), ("[[E", .function(5)), ("[15~", .function(5)),
      ("[17~", .function(6)), ("[24~", .function(12)), ("OM", .enter),
    ])
  func keys(text: String, key: Key) {
    let (step, count) = read(text)
    #expect(step == .done(key))
    #expect(count == text.unicodeScalars.count)
  }

  @Test(
    "a sequence that is no key is read to its end, and does nothing",
    arguments: ["[99~", "[?62;22c", "[<0;4;4M", "[M", "[1;2y", "[I", "Oz", "[[Z"])
  func unknown(text: String) {
    let (step, count) = read(text)
    #expect(step == .done(nil))
    #expect(count == text.unicodeScalars.count)
  }

  @Test("Escape before another key is Escape", arguments: ["j", "\u{1B}", "ж", "["])
  func plainEscape(text: String) {
    let (step, _) = read(text)
    #expect(step == (text == "[" ? .more : .none))
  }

  @Test("an endless sequence ends")
  func endless() {
    let (step, count) = read("[" + String(repeating: "1", count: 1000))
    #expect(step == .done(nil))
    #expect(count < 50)
  }
}
