import Testing

@testable import Screen

/// Text goes into the grid by two ways, of which one is fast: both must leave the same cells.
@Suite("Plain text written straight from its bytes")
struct PlainWritingTests {
  private static let texts = [
    "", " ", "Sberbank", "Покупка 1 240,50 ₽ в «Пятёрочке» — спасибо…", "a\u{301}b", "код\u{301}", "招商银行", "x招y", "👩‍👩‍👧 и я", "🇷🇺",
    "tab\there", "line\nend", "a\u{AD}b", "\u{202E}abc", "№ 7 • Ёлка", "ab\u{200D}c", "end\u{301}", "─│▌", "\u{7F}",
    "q\u{300}\u{301}\u{302}w",
  ]

  @Test("every text leaves the same cells as piece by piece", arguments: [Alignment.leading, .center, .trailing])
  func same(alignment: Alignment) {
    for text in Self.texts {
      for width in 1...48 {
        for x in [-3, 0, 1, 5] {
          var (fast, slow) = (Self.background, Self.background)
          let style = Style(.code, bold: true)
          let used = fast.write(text, at: Point(x: x, y: 1), width: width, style: style, alignment: alignment)
          // A second run, even an empty one, takes the way by pieces.
          let expected = slow.write(
            [Span(text, style), Span("", style)], at: Point(x: x, y: 1), width: width, alignment: alignment)
          #expect(used == expected && fast == slow, "“\(text)” in \(width) cells at \(x)")
        }
      }
    }
  }

  /// Wide characters at odd and even columns, so that every edge cuts one.
  private static var background: Grid {
    var grid = Grid(Size(width: 44, height: 3))
    for y in 0..<3 { grid.write(String(repeating: "宽", count: 22), at: Point(x: y % 2, y: y)) }
    return grid
  }

  @Test("the columns that changed are the same whether or not a frame holds clusters")
  func changedColumns() {
    for text in Self.texts {
      var old = Self.background
      var new = old
      new.write(text, at: Point(x: 7, y: 1), width: 20)
      let plain = (0..<3).map { new.changedColumns(from: old, row: $0) }
      old.write("e\u{301}", at: Point(x: 43, y: 2))
      new.write("e\u{301}", at: Point(x: 43, y: 2))
      let withClusters = (0..<3).map { new.changedColumns(from: old, row: $0) }
      #expect(plain[..<2] == withClusters[..<2])
    }
  }

  @Test("a row's cells are told as they stand, right halves left out")
  func cells() {
    var grid = Grid(Size(width: 8, height: 1))
    grid.write("a宽e\u{301}", at: Point(x: 0, y: 0), style: Style(.title))
    var told: [(CellContent, Bool)] = []
    grid.forEachCell(inRow: 0, columns: 0..<5) { content, isWide, _ in told.append((content, isWide)) }
    #expect(told.map(\.0) == [.scalar("a"), .scalar("宽"), .cluster("e\u{301}"), .scalar(" ")])
    #expect(told.map(\.1) == [false, true, false, false])
  }
}
