import Screen
import Testing

@Suite("Tables and bars")
struct TableTests {
  private let columns: [Column] = [
    .fixed(2), Column(min: 4, max: 8, flex: 1), .fixed(6, alignment: .trailing, priority: 0), Column(min: 5, flex: 3),
  ]

  @Test("flexible columns share the room that is left, up to their most")
  func shares() {
    #expect(Table(columns, width: 24).widths == [2, 5, 6, 8])
    #expect(Table(columns, width: 60).widths == [2, 8, 6, 41])
    #expect(Table(columns, width: 20).widths == [2, 4, 6, 5])
  }

  @Test("when there isn't room for all, the least important go, then those to the right")
  func drops() {
    #expect(Table(columns, width: 19).widths == [2, 5, nil, 10])
    #expect(Table(columns, width: 12).widths == [2, 8, nil, nil])
    #expect(Table(columns, width: 1).widths == [nil, nil, nil, nil])
  }

  @Test("a row stands in its columns")
  func row() {
    var grid = Grid(Size(width: 24, height: 1))
    let table = Table(columns, width: 24)
    grid.write(row: [[Span("●")], [Span("Сбербанк")], [Span("−1 ₽")], [Span("PYATEROCHKA")]], table: table, at: Point(x: 0, y: 0))
    #expect(grid.text() == "●  Сбер…   −1 ₽ PYATERO…")
  }

  @Test("bars have eight steps a cell, and something for everything over nothing")
  func bars() {
    #expect(Bar.horizontal(value: 0, width: 4) == "    ")
    #expect(Bar.horizontal(value: 1, width: 4) == "████")
    #expect(Bar.horizontal(value: 0.5, width: 3) == "█▌ ")
    #expect(Bar.horizontal(value: 0.0001, width: 3) == "▏  ")
    #expect(Bar.horizontal(value: 7, width: 2) == "██")
    #expect(Bar.horizontal(value: .nan, width: 2) == "  ")
    #expect(Bar.horizontal(value: 0.6, width: 5, glyphs: .ascii) == "###  ")
    #expect(Bar.horizontal(value: 1, width: 0) == "")
  }
}
