import Delivery
import Model
import Screen

/// A grid of banks × categories, and beside it (below it on a narrow screen) what the chosen cell means.
struct ChannelsView {
  let state: BellState

  private static let beside = 120
  private var strings: DeliveryStrings { state.strings.deliveryStrings }
  private var banks: [String] { state.channelBanks }
  private var isBeside: Bool { state.size.width >= Self.beside }

  private func areas(_ frame: ScreenFrame) -> (grid: Rect, divider: Rect, pane: Rect) {
    let body = frame.body
    if isBeside {
      let left = min(max(body.width * 11 / 20, 72), 84)
      return (
        Rect(x: 0, y: body.y, width: left, height: body.height), Rect(x: left, y: body.y, width: 1, height: body.height),
        Rect(x: left + 2, y: body.y, width: body.width - left - 3, height: body.height)
      )
    }
    let rows = min(banks.count + 2, max(body.height / 2, 4))
    return (
      Rect(x: 0, y: body.y, width: body.width, height: rows), Rect(x: 0, y: body.y + rows, width: body.width, height: 1),
      Rect(x: 1, y: body.y + rows + 1, width: body.width - 2, height: max(body.height - rows - 1, 0))
    )
  }

  private func table(width: Int) -> Table {
    Table(
      [Column(min: 9, max: 14, flex: 1, priority: 9)]
        + ChannelsState.categories.enumerated().map { index, _ in
          Column(min: 9, max: 12, flex: 1, priority: index == state.channels.column ? 8 : 6 - index)
        }, width: width - 1)
  }

  func draw(into grid: inout Grid, at frame: ScreenFrame) {
    guard state.picture != nil else {
      grid.write(state.strings.loading, at: Point(x: 2, y: frame.body.y + 1), style: Style(.muted))
      return
    }
    guard !banks.isEmpty else {
      for (row, line) in wrap(strings.noChannels, width: frame.body.width - 4, limit: 3).enumerated() {
        grid.write(line, at: Point(x: 2, y: frame.body.y + 1 + row), style: Style(.muted))
      }
      return
    }
    let areas = areas(frame)
    drawGrid(into: &grid, at: areas.grid)
    if isBeside {
      grid.verticalRule(at: areas.divider.origin, height: areas.divider.height)
    } else {
      grid.horizontalRule(at: areas.divider.origin, width: areas.divider.width)
    }
    let lines = ChannelsPane(state: state, width: areas.pane.width).lines.dropFirst(state.channels.paneTop)
    for (row, line) in lines.prefix(areas.pane.height).enumerated() {
      grid.write(line, at: Point(x: areas.pane.x, y: areas.pane.y + row), width: areas.pane.width)
    }
    grid.fill(frame.status, style: Style(.footer))
    grid.write(status, at: Point(x: 1, y: frame.status.y), width: frame.status.width - 2, style: Style(.footer))
  }

  /// The furthest the lines beside the grid can be scrolled.
  func lastTop(in frame: ScreenFrame) -> Int {
    let pane = areas(frame).pane
    return max(ChannelsPane(state: state, width: pane.width).lines.count - pane.height, 0)
  }

  /// Why the chosen cell can't be switched; else how the month was.
  private var status: String {
    guard let picture = state.picture, let bank = state.chosenBank else { return "" }
    if let refusal = picture.refusal(bank, state.chosenCategory) {
      return strings.refusal(refusal, state.surroundings.name(ofBank: bank))
    }
    return picture.policy(bank).flatMap(state.strings.labStrings.remark) ?? ""
  }

  private var firstRow: (Int) -> Int {
    { height in max(0, min(state.channels.row - height / 2, banks.count - height)) }
  }

  private func drawGrid(into grid: inout Grid, at rect: Rect) {
    let table = table(width: rect.width)
    let headings = [[Span("", Style())]] + ChannelsState.categories.map { [Span(state.strings.category($0), Style(.title, bold: true))] }
    grid.write(row: headings, table: table, at: Point(x: rect.x + 1, y: rect.y))
    let height = max(rect.height - 1, 1)
    let first = firstRow(height)
    for (offset, bank) in banks.dropFirst(first).prefix(height).enumerated() {
      let row = first + offset
      let y = rect.y + 1 + offset
      var cells = [[Span(state.surroundings.name(ofBank: bank), Style(.bank, bold: row == state.channels.row))]]
      cells += ChannelsState.categories.map { [cell(bank, $0)] }
      grid.write(row: cells, table: table, at: Point(x: rect.x + 1, y: y))
      guard row == state.channels.row, let place = table.places[state.channels.column + 1] else { continue }
      grid.restyle(Rect(x: rect.x + 1 + place.lowerBound, y: y, width: place.count, height: 1), background: .selection)
    }
  }

  private func cell(_ bank: String, _ category: Model.Category) -> Span {
    guard let picture = state.picture, let plan = picture.plan(bank, category) else { return Span("", Style()) }
    let refusal = picture.refusal(bank, category)
    var text = refusal == .bankDecides ? strings.bankCell : strings.cell(plan.decision.channel)
    if category == .payment, picture.policy(bank)?.price.packageCategories.contains(.payment) == true { text += " ₽" }
    if plan.readers.contains(where: \.isSuspect) { text += " " + state.surroundings.glyphs.warning }
    let isSuspect = plan.readers.contains(where: \.isSuspect)
    let chosen = plan.decision.layers.contains { $0.isInForce && $0.preference != nil }
    return Span(text, Style(isSuspect ? .critical : refusal == nil ? .text : .muted, bold: chosen || isSuspect))
  }

  /// The cell of the grid under a point.
  func cell(at point: Point, in frame: ScreenFrame) -> (row: Int, column: Int)? {
    let rect = areas(frame).grid
    guard rect.contains(point), point.y > rect.y else { return nil }
    let row = firstRow(max(rect.height - 1, 1)) + point.y - rect.y - 1
    let places = table(width: rect.width).places
    let column = places.indices.dropFirst().first { places[$0]?.contains(point.x - rect.x - 1) ?? false }
    guard banks.indices.contains(row), let column else { return nil }
    return (row, column - 1)
  }
}
