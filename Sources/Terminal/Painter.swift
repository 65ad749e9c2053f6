import CNcurses
import Foundation
import Screen

/// Puts grids on ncurses' screen: only the cells that changed since the last one.
struct Painter {
  private let colours: Colours
  private let isUTF8: Bool
  private var shown: Grid?
  private var theme: Theme?
  private var looks: [Style: Look] = [:]

  /// What ncurses wants for a style.
  private struct Look {
    var attributes: attr_t
    var pair: Int32
  }

  init(colours: Colours, isUTF8: Bool) {
    self.colours = colours
    self.isUTF8 = isUTF8
  }

  /// Makes the next grid be drawn in full.
  mutating func forget() {
    shown = nil
  }

  mutating func paint(_ grid: Grid, theme: Theme) {
    let grid = isUTF8 ? grid : grid.asciiOnly()
    if theme != self.theme {
      self.theme = theme
      looks = [:]
      shown = nil
    }
    for y in 0..<grid.size.height {
      let columns = shown.map { grid.changedColumns(from: $0, row: y) } ?? 0..<grid.size.width
      if let columns { paint(grid, theme: theme, columns: columns, row: y) }
    }
    shown = grid
  }

  private mutating func paint(_ grid: Grid, theme: Theme, columns: Range<Int>, row y: Int) {
    var characters: [cchar_t] = []
    characters.reserveCapacity(columns.count)
    let row = grid.row(y)
    var style: Style?
    var look = Look(attributes: 0, pair: 0)
    for x in columns {
      let cell = row[row.startIndex + x]
      if cell.isRightHalf { continue }
      if cell.style != style {
        style = cell.style
        look = self.look(of: cell.style, theme: theme)
      }
      let isWide = x + 1 < grid.size.width && row[row.startIndex + x + 1].isRightHalf
      characters += Self.wideCharacters(cell.text, width: isWide ? 2 : 1).map { kolokol_cell($0, look.attributes, look.pair) }
    }
    mvwadd_wchnstr(kolokol_screen(), Int32(y), Int32(columns.lowerBound), &characters, Int32(characters.count))
  }

  private mutating func look(of style: Style, theme: Theme) -> Look {
    if let look = looks[style] { return look }
    let paint = theme.paint(of: style, depth: colours.depth)
    let look = Look(attributes: paint.attributes.ncurses, pair: colours.pair(paint.foreground, paint.background))
    looks[style] = look
    return look
  }

  /// The cell's text as strings for ncurses, each one screen character. A character whose width the C library doesn't know, or knows otherwise, would shift all that
  /// follows it on its line, so the replacement character and spaces stand in.
  static func wideCharacters(_ text: String, width: Int) -> [[wchar_t]] {
    var scalars = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    guard let first = scalars.first else { return [] }
    if first >= 0x7F {
      guard kolokol_width(first) == width else { return [[0xFFFD, 0]] + Array(repeating: [0x20, 0], count: width - 1) }
    }
    if scalars.count > 1 { scalars = [first] + scalars.dropFirst().filter { kolokol_width($0) == 0 }.prefix(Int(CCHARW_MAX) - 1) }
    return [scalars + [0]]
  }
}

extension Theme.Attributes {
  fileprivate var ncurses: attr_t {
    let pairs: [(Theme.Attributes, attr_t)] = [
      (.bold, KOLOKOL_BOLD), (.dim, KOLOKOL_DIM), (.italic, KOLOKOL_ITALIC), (.underline, KOLOKOL_UNDERLINE), (.reverse, KOLOKOL_REVERSE),
    ]
    return pairs.reduce(0) { contains($1.0) ? $0 | $1.1 : $0 }
  }
}
