/// Which of many equal copies belong together: the push of one purchase comes before the push of the next, and so do their SMS.
///
/// Of all ways to pair the copies of two channels without crossing in time it is the one with the most pairs, and of those the one whose pairs
/// lie nearest. Taking the nearest pair first instead gives the first SMS to the second push whenever it is a little late.
enum Alignment {
  private struct Cell {
    var pairs = 0
    var distance: UInt64 = 0
    var step = Step.start

    func isBetter(than other: Cell) -> Bool {
      pairs != other.pairs ? pairs > other.pairs : distance < other.distance
    }
  }

  private enum Step {
    case start, pair, skipRow, skipColumn
  }

  /// - Parameter pairs: those that may be made, all of the same two channels; copies lie in order of time.
  /// - Returns: those to make; no copy is in two of them.
  static func best(of pairs: [CopyPair]) -> [CopyPair] {
    guard pairs.count > 1 else { return pairs }
    let rows = Set(pairs.map(\.one)).sorted()
    let columns = Set(pairs.map(\.other)).sorted()
    // Before the first row and the first column lies an empty one.
    let width = columns.count + 1
    let rowPlaces = Dictionary(uniqueKeysWithValues: zip(rows, 1...))
    let columnPlaces = Dictionary(uniqueKeysWithValues: zip(columns, 1...))
    let possible = Dictionary(uniqueKeysWithValues: pairs.map { ((rowPlaces[$0.one] ?? 0) * width + (columnPlaces[$0.other] ?? 0), $0) })
    var cells = [Cell](repeating: Cell(), count: (rows.count + 1) * width)
    for row in 1...rows.count {
      for place in row * width + 1..<(row + 1) * width {
        var best = cells[place - width]
        best.step = .skipRow
        var other = cells[place - 1]
        other.step = .skipColumn
        if other.isBetter(than: best) { best = other }
        if let pair = possible[place] {
          let before = cells[place - width - 1]
          let made = Cell(pairs: before.pairs + 1, distance: before.distance + pair.distance, step: .pair)
          if !best.isBetter(than: made) { best = made }
        }
        cells[place] = best
      }
    }
    var made: [CopyPair] = []
    var place = cells.count - 1
    while place >= width, place % width > 0 {
      switch cells[place].step {
      case .pair:
        if let pair = possible[place] { made.append(pair) }
        place -= width + 1
      case .skipRow: place -= width
      case .skipColumn: place -= 1
      case .start: return made
      }
    }
    return made
  }
}
