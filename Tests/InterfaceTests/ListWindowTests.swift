import Testing

@testable import Interface

@Suite("The window on a long list")
struct ListWindowTests {
  struct Line: Identifiable, Hashable, Sendable {
    var id: Int
    var group: Int { id / 10 }
  }

  static let byGroup: @Sendable (Line) -> Int = { $0.group }

  private func window(_ ids: Range<Int>, reachesStart: Bool = true, reachesEnd: Bool = true) -> ListWindow<Line> {
    var window = ListWindow<Line>()
    window.replace(ids.map(Line.init), reachesStart: reachesStart, reachesEnd: reachesEnd)
    return window
  }

  @Test("the cursor stops at both ends")
  func ends() {
    var list = window(0..<5)
    let moves = [-1, 99, 1].map { step in list.move(by: step) }
    #expect(moves == [false, true, false])
    #expect(list.current == Line(id: 4))
  }

  @Test("rows that come in above leave the cursor on its row and the screen where it is")
  func prepending() {
    var list = window(10..<20, reachesStart: false)
    list.move(by: 3)
    list.showCursor(height: 4, group: Optional(Self.byGroup))
    let top = list.rows[list.top]
    list.prepend((5..<10).map(Line.init), reachesStart: true)
    #expect(list.current == Line(id: 13))
    #expect(list.rows[list.top] == top)
  }

  @Test("more rows are wanted on the side the cursor is near to, but not beyond the list's end")
  func wanting() {
    var list = window(0..<300, reachesStart: true, reachesEnd: false)
    #expect(list.wanted(margin: 60).isEmpty)
    list.move(by: 250)
    #expect(list.wanted(margin: 60) == [.end])
    list.append((300..<400).map(Line.init), reachesEnd: true)
    list.move(by: 400)
    #expect(list.wanted(margin: 60).isEmpty)
  }

  @Test("a window that is scrolled through stays bounded and forgets the far side")
  func bounded() {
    var list = window(0..<300, reachesEnd: false)
    for page in 1...30 {
      list.move(by: 1_000)
      list.showCursor(height: 40, group: Optional(Self.byGroup))
      let start = page * 300
      list.append((start..<(start + 300)).map(Line.init), reachesEnd: false)
    }
    #expect(list.rows.count <= ListWindow<Line>.capacity + 300)
    #expect(!list.reachesStart)
    #expect(list.current == Line(id: 9_000 - 1))
  }

  @Test("headings take lines: the first line is one, and one stands before each new group")
  func headings() {
    let list = window(8..<13)
    let lines = list.lines(height: 5, group: Optional(Self.byGroup))
    #expect(lines == [.heading(rowIndex: 0), .row(index: 0), .row(index: 1), .heading(rowIndex: 2), .row(index: 2)])
  }

  @Test("the cursor's row is always on the screen, whatever the height", arguments: [1, 2, 3, 7, 24])
  func cursorIsVisible(height: Int) {
    var list = window(0..<100)
    for step in [1, 1, 30, -5, 60, -90, 45] {
      list.move(by: step)
      list.showCursor(height: height, group: Optional(Self.byGroup))
      let lines = list.lines(height: height, group: Optional(Self.byGroup))
      if height > 1 { #expect(lines.contains(.row(index: list.cursor))) }
      #expect(lines.count <= height)
    }
  }

  @Test("rows that came in between find their places, and one that no longer matches stays")
  func merging() {
    var list = window(0..<5)
    list.moveCursor(to: 2)
    list.merge([0, 1, 3, 4, 7].map(Line.init), reachesStart: true, reachesEnd: true) { $0.id < $1.id }
    #expect(list.rows.map(\.id) == [0, 1, 2, 3, 4, 7])
    #expect(list.current == Line(id: 2))
  }

  @Test("the wheel takes the cursor along only when it would leave the screen")
  func wheel() {
    var list = window(0..<100)
    list.move(by: 10)
    list.showCursor(height: 20, group: Optional(Self.byGroup))
    list.scroll(by: 3, height: 20, group: Optional(Self.byGroup))
    #expect(list.cursor == 10)
    list.scroll(by: 30, height: 20, group: Optional(Self.byGroup))
    #expect(list.cursor == list.top)
  }

  @Test("the wheel stops when the last row is on the screen")
  func wheelAtTheEnd() {
    var list = window(0..<30)
    list.scroll(by: 500, height: 10, group: Optional(Self.byGroup))
    #expect(list.lines(height: 10, group: Optional(Self.byGroup)).last == .row(index: 29))
    #expect(list.lines(height: 10, group: Optional(Self.byGroup)).count >= 9)
  }

  @Test("the screen moves to the first place from which the cursor is seen", arguments: [1, 2, 3, 7, 20], [1, 2, 5, 10])
  func cursorIsSeen(height: Int, groupSize: Int) {
    for hasGroups in [true, false] {
      let byGroup: @Sendable (Line) -> Int = { $0.id / groupSize }
      let group = hasGroups ? Optional(byGroup) : nil
      var list = window(0..<90)
      for step in [1, 1, 5, 30, -3, 17, -40, 60, -90] {
        let before = list.top
        list.move(by: step)
        var expected = max(min(before, list.cursor), list.cursor - height + 1)
        list.showCursor(height: height, group: group)
        while expected < list.cursor, !isSeen(list, from: expected, height, group) { expected += 1 }
        #expect(list.top == expected)
      }
    }
  }

  /// Whether the cursor's row is among the lines of a screen that begins with a row.
  private func isSeen(_ list: ListWindow<Line>, from top: Int, _ height: Int, _ group: ((Line) -> Int)?) -> Bool {
    var lines = 0
    var last: Int?
    for index in top...list.cursor {
      let current = group?(list.rows[index])
      lines += current != last || (index == top && current != nil) ? 2 : 1
      last = current
    }
    return lines <= height
  }
}
