import Foundation
import Screen
import Testing

@Suite("Frames as text, ANSI and SVG")
struct RenderTests {
  private func frame() -> Grid {
    var grid = Grid(Size(width: 8, height: 2))
    grid.write([Span("a<&", Style(.title)), Span("招", Style(.critical, background: .selection))], at: Point(x: 0, y: 0))
    return grid
  }

  private func theme() throws -> Theme { try ThemeLibrary().theme(named: "kolokol") }

  @Test("text has neither spaces at the ends of lines nor empty lines at the end")
  func text() {
    #expect(frame().text() == "a<&招")
    #expect(Grid(Size(width: 3, height: 3)).text() == "")
    #expect(Grid(Size(width: 0, height: 0)).text() == "")
  }

  @Test("ANSI sets each style once, resets at the end of a line, and holds no other control character")
  func ansi() throws {
    let lines = frame().ansi(theme: try theme(), depth: .eight).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0] == "\u{1B}[0;1;37;40ma<&\u{1B}[0;1;30;42m招\u{1B}[0;37;40m   \u{1B}[0m")
  }

  @Test(
    "ANSI speaks of colours as deep as asked",
    arguments: [
      (ColourDepth.trueColour, "\u{1B}[0;1;38;2;244;255;247;48;2;12;19;15m"), (.indexed, "\u{1B}[0;1;38;5;231;48;5;233m"),
      (.sixteen, "\u{1B}[0;1;97;40m"), (.none, "\u{1B}[0;1m"),
    ])
  func depths(depth: ColourDepth, start: String) throws {
    #expect(frame().ansi(theme: try theme(), depth: depth).hasPrefix(start + "a"))
  }

  @Test("SVG is well-formed whatever the frame and the title hold, and each character is there once")
  func svg() throws {
    var grid = frame()
    grid.write("\u{1B}]\"'>", at: Point(x: 0, y: 1))
    let svg = grid.svg(theme: try theme(), title: "<title> & \u{0}")
    let parser = SVGText()
    #expect(parser.read(svg))
    #expect(parser.texts == ["<title> & ␀", "a<&", "招", "␛", "]\"'>"])
  }

  @Test("reversed text has its colours the other way round in SVG")
  func reversed() throws {
    var grid = Grid(Size(width: 2, height: 1))
    grid.write("x", at: Point(x: 0, y: 0), style: Style(.text, reverse: true))
    let svg = grid.svg(theme: try theme(), title: "")
    #expect(svg.contains("<rect x=\"0\" y=\"0\" width=\"9\" height=\"17\" fill=\"#d6e6da\"/>"))
    #expect(svg.contains("fill=\"#0c130f\">x</text>"))
  }
}
