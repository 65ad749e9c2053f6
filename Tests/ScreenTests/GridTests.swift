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

  @Test("text that doesn't fit ends in an ellipsis")
  func cuts() {
    var grid = Grid(small)
    #expect(grid.write("Покупка 1240 р", at: Point(x: 0, y: 0)) == 12)
    #expect(grid.write("Покупка", at: Point(x: 2, y: 1), width: 4) == 4)
    #expect(grid.text() == "Покупка 124…\n  Пок…")
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
  }
}
