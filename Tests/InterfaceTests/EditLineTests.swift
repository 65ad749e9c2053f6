import Testing

@testable import Interface

@Suite("A typed line")
struct EditLineTests {
  @Test("characters go in at the cursor and come out before it")
  func editing() {
    var line = EditLine(.search, text: "код")
    line.moveToStart()
    line.insert("мой ")
    line.deleteBackward()
    #expect(line.text == "мойкод")
    #expect(line.cursor == 3)
    line.deleteForward()
    #expect(line.text == "мойод")
  }

  @Test("what is selected is replaced by what is typed, goes as a whole, and is let go of by moving")
  func selected() {
    func line(_ change: (inout EditLine) -> Void) -> String {
      var line = EditLine(.search, text: "кофе", isSelected: true)
      change(&line)
      line.insert("!")
      return line.text
    }
    #expect(EditLine(.search, text: "кофе", isSelected: true).isSelected && !EditLine(.search, isSelected: true).isSelected)
    #expect(line { _ in } == "!")
    #expect(line { $0.deleteBackward() } == "!")
    #expect(line { $0.deleteWord() } == "!")
    #expect(line { $0.moveToEnd() } == "кофе!")
    #expect(line { $0.move(by: -1) } == "коф!е")
    #expect(line { $0.moveToStart() } == "!кофе")
  }

  @Test("^W takes the word before the cursor with the spaces behind it")
  func words() {
    var line = EditLine(.filter, text: "bank:sber amount>100  ")
    line.deleteWord()
    #expect(line.text == "bank:sber ")
    line.deleteWord()
    #expect(line.text.isEmpty)
    line.deleteWord()
    #expect(line.cursor == 0)
  }

  @Test("a paste loses its line breaks and control characters, and what is too much")
  func pasting() {
    var line = EditLine(.search)
    line.insert("one\ntwo\u{1B}[31m\tthree")
    #expect(line.text == "one two[31m three")
    line.insert(String(repeating: "x", count: 5_000))
    #expect(line.characters.count == EditLine.limit)
    #expect(line.cursor == EditLine.limit)
  }

  @Test("a character that is all accents is cut to what a letter has")
  func accents() {
    var line = EditLine(.search)
    line.insert("e" + String(repeating: "\u{301}", count: 100_000) + "x👨‍👩‍👧‍👦")
    #expect(line.characters.count == 3)
    #expect(line.text.unicodeScalars.count == 16 + 1 + 7)
  }

  @Test("a completion replaces its range and leaves the cursor behind it")
  func completing() {
    var line = EditLine(.filter, text: "is:un код")
    line.replace(3..<5, with: "unread")
    #expect(line.text == "is:unread код")
    #expect(line.cursor == 9)
  }
}
