import Screen
import Testing

@Suite("The grid")
struct GridTests {
  private let small = Size(width: 12, height: 3)

  @Test("text that fits is written as it is, and the cells used are told")
  func writes() {
    var grid = Grid(small)
    #expect(grid.write("Sberbank", at: Point(x: 1, y: 1)) == 8)
    #expect(grid.text() == "\n Sberbank")
  }

  @Test("text that doesn't fit ends in an ellipsis, of the grid's glyphs")
  func cuts() {
    var grid = Grid(small)
    #expect(grid.write("Покупка 1240 р", at: Point(x: 0, y: 0)) == 12)
    #expect(grid.write("Покупка", at: Point(x: 2, y: 1), width: 4) == 4)
    #expect(grid.text() == "Покупка 124…\n  Пок…")
    var ascii = Grid(small, glyphs: .ascii)
    ascii.write("a longer text", at: Point(x: 0, y: 0))
    #expect(ascii.text() == "a longer te~")
  }

  @Test("runs are cut together, and the ellipsis looks as what was cut")
  func cutsRuns() {
    var grid = Grid(small)
    grid.write([Span("abc", Style(.title)), Span("defg", Style(.code)), Span("hij", Style(.muted))], at: Point(x: 0, y: 0), width: 6)
    #expect(grid.text() == "abcde…")
    #expect(grid[5, 0].style == Style(.code))
    grid.write([Span("abc", Style(.title)), Span("def", Style(.code)), Span("ghi", Style(.muted))], at: Point(x: 0, y: 1), width: 7)
    #expect(grid.text() == "abcde…\nabcdef…")
  }

  @Test("text stands where its alignment says")
  func alignment() {
    var grid = Grid(small)
    #expect(grid.write("−5 ₽", at: Point(x: 0, y: 0), width: 10, alignment: .trailing) == 10)
    #expect(grid.write("ab", at: Point(x: 0, y: 1), width: 10, alignment: .center) == 6)
    #expect(grid.text() == "      −5 ₽\n    ab")
  }

  @Test("nothing is written outside the grid")
  func clips() {
    var grid = Grid(small)
    let points = [Point(x: 0, y: -1), Point(x: 0, y: 3), Point(x: 12, y: 0), Point(x: 40, y: 40)]
    for point in points { #expect(grid.write("x", at: point) == 0) }
    grid.write("abc", at: Point(x: -1, y: 0))
    grid.write("招b", at: Point(x: -1, y: 1))
    grid.fill(Rect(x: 10, y: 2, width: 50, height: 50), with: "#")
    grid.restyle(Rect(x: -5, y: -5, width: 100, height: 100), background: .selection)
    #expect(grid.text() == "bc\n b\n          ##")
    #expect(grid[99, 99] == Cell())
    #expect(grid[0, 0].style.background == .selection)
  }

  @Test("a grid without cells takes everything, too")
  func empty() {
    var grid = Grid(Size(width: 0, height: 0))
    grid.write("x", at: Point(x: 0, y: 0))
    grid.box(Rect(x: 0, y: 0, width: 5, height: 5))
    #expect(grid.text() == "")
  }

  @Test("a wide character is left out rather than split")
  func keepsWideWhole() {
    var grid = Grid(small)
    grid.write("招商银行", at: Point(x: 0, y: 0), width: 6)
    #expect(grid.text() == "招商…")
    #expect(grid[1, 0].isRightHalf)
  }

  @Test("writing over half of a wide character leaves no other half behind")
  func overwritesHalves() {
    var grid = Grid(small)
    grid.write("招商", at: Point(x: 0, y: 0))
    grid.write("x", at: Point(x: 1, y: 0))
    #expect(grid.text() == " x商")
    grid.write("y", at: Point(x: 2, y: 0))
    #expect(grid.text() == " xy")
    grid.write("商行", at: Point(x: 0, y: 1))
    grid.write("中", at: Point(x: 1, y: 1))
    #expect(grid.text() == " xy\n 中")
    #expect(grid[3, 1].text == " ")
  }

  @Test("a joined emoji is its first part, a flag its letters, an emoji of a narrow character has room for two")
  func emoji() {
    var grid = Grid(small)
    grid.write("👨\u{200D}👩|🇷🇺|❤\u{FE0F}|", at: Point(x: 0, y: 0))
    #expect(grid.text() == "👨|RU|❤ |")
    #expect(grid[2, 0].text == "|" && grid[5, 0].text == "|" && grid[8, 0].text == "|")
  }

  @Test("a frame stands along the inside of its rectangle, with its title in the upper edge")
  func box() {
    var grid = Grid(small)
    grid.box(Rect(x: 0, y: 0, width: 12, height: 3), title: Span("Код"))
    #expect(grid.text() == "┌─ Код ────┐\n│          │\n└──────────┘")
  }

  @Test("the columns that differ are told, from the first to the last, wide characters whole")
  func differences() {
    var before = Grid(small)
    before.write("招商银行 ok", at: Point(x: 0, y: 0))
    #expect(before.changedColumns(from: before, row: 0) == nil)
    var after = before
    after.write("商", at: Point(x: 2, y: 0))
    #expect(after.changedColumns(from: before, row: 0) == nil)
    after.write("x", at: Point(x: 5, y: 0))
    #expect(after.changedColumns(from: before, row: 0) == 4..<6)
    after = before
    after.restyle(Rect(x: 9, y: 0, width: 2, height: 1), background: .selection)
    #expect(after.changedColumns(from: before, row: 0) == 9..<11)
    #expect(after.changedColumns(from: before, row: 1) == nil)
    #expect(after.changedColumns(from: Grid(Size(width: 3, height: 3)), row: 1) == 0..<12)
  }

  @Test("grids that show the same are equal, whatever was written before")
  func equality() {
    var one = Grid(small)
    one.write("e\u{301}\u{302}", at: Point(x: 0, y: 0))
    one.write("a\u{301}\u{302}", at: Point(x: 0, y: 0))
    var other = Grid(small)
    other.write("a\u{301}\u{302}", at: Point(x: 0, y: 0))
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    other.write("a\u{301}\u{303}", at: Point(x: 0, y: 0))
    #expect(one != other)
    #expect(one.changedColumns(from: other, row: 0) == 0..<1)
  }

  @Test("without UTF-8 every cell is ASCII, and stands where it stood")
  func ascii() {
    var grid = Grid(Size(width: 30, height: 2))
    grid.write("Щука «é» 5 ₽ — 招|é\u{301}", at: Point(x: 0, y: 0))
    grid.horizontalRule(at: Point(x: 0, y: 1), width: 3)
    #expect(grid.asciiOnly().text() == "Wuka \"e\" 5 R - ? |e\n---")
    #expect(grid.asciiOnly().text().utf8.allSatisfy { $0 < 0x80 })
  }
}
