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
    var style: Style?
    var look = Look(attributes: 0, pair: 0)
    grid.forEachCell(inRow: y, columns: columns) { content, isWide, cellStyle in
      if cellStyle != style {
        style = cellStyle
        look = self.look(of: cellStyle, theme: theme)
      }
      Self.append(content, width: isWide ? 2 : 1, look: look, to: &characters)
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

  private static func append(_ content: CellContent, width: Int, look: Look, to characters: inout [cchar_t]) {
    switch content {
    case .scalar(let scalar) where fits(scalar, width: width):
      characters.append(kolokol_character(scalar.wide, look.attributes, look.pair))
    case .cluster(let text) where fits(text, width: width):
      let marked = text.unicodeScalars.enumerated().filter { $0.offset == 0 || kolokol_width($0.element.wide) == 0 }
      characters.append(kolokol_characters(marked.map(\.element.wide) + [0], look.attributes, look.pair))
    default:
      characters.append(kolokol_character(replacement.wide, look.attributes, look.pair))
      if width == 2 { characters.append(kolokol_character(0x20, look.attributes, look.pair)) }
    }
  }

  /// What stands for a character that the C library gives another width.
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Whether the C library, by which ncurses counts, gives the character the width that it has here. Another would shift all that follows
  /// on the line.
  static func fits(_ text: String, width: Int) -> Bool {
    text.unicodeScalars.first.map { fits($0, width: width) } ?? false
  }

  private static func fits(_ first: Unicode.Scalar, width: Int) -> Bool {
    first.value < 0x7F ? width == 1 : kolokol_width(first.wide) == width
  }
}

extension Unicode.Scalar {
  fileprivate var wide: wchar_t { wchar_t(bitPattern: value) }
}

extension Theme.Attributes {
  fileprivate var ncurses: attr_t {
    let pairs: [(Theme.Attributes, attr_t)] = [
      (.bold, KOLOKOL_BOLD), (.dim, KOLOKOL_DIM), (.italic, KOLOKOL_ITALIC), (.underline, KOLOKOL_UNDERLINE), (.reverse, KOLOKOL_REVERSE),
    ]
    return pairs.reduce(0) { contains($1.0) ? $0 | $1.1 : $0 }
  }
}
