import Model
import Screen
import Storage

/// Bars of what was spent, by month on the left and by merchant on the right (below it on a narrow screen), between header or banner and status.
struct SpendingView {
  let state: BellState
  let spending: SpendingState

  func draw(into grid: inout Grid) {
    let strings = state.strings
    let body = state.frame.body
    let size = Size(width: body.width - 6, height: body.height - 2)
    let separator = " " + state.surroundings.glyphs.separator + " "
    let title = strings.spendingTitle + (spending.currency.map { separator + $0.code } ?? "")
    let inside = OverlayBox(title: title, size: size, area: body).draw(into: &grid)
    guard let currency = spending.currency else {
      grid.write(strings.spendingNone, at: inside.origin, width: inside.width, style: Style(.muted))
      return
    }
    let months = bars(spending.shownMonths, in: currency)
    let merchants = bars(spending.shownMerchants, in: currency)
    let byMerchant = strings.spendingByMerchant + (period.map { separator + $0 } ?? "")
    if inside.width >= 90 {
      let half = inside.width / 2 - 1
      draw(months, title: strings.spendingByMonth, into: &grid, at: inside.leading(half))
      draw(merchants, title: byMerchant, into: &grid, at: inside.trailing(half))
    } else {
      let half = inside.height / 2
      draw(months, title: strings.spendingByMonth, into: &grid, at: inside.top(half))
      draw(merchants, title: byMerchant, into: &grid, at: inside.bottom(inside.height - half))
    }
  }

  /// The months that the sums by merchant are of, from the first to the last; nil without any.
  private var period: String? {
    guard let last = spending.shownMonths.first, let first = spending.shownMonths.last else { return nil }
    return first.key == last.key ? label(last.key) : state.strings.deliveryStrings.range(label(first.key), label(last.key))
  }

  /// One bar: what it is of, the sum, and its share of the largest, 0 to 1.
  private struct SpendingBar {
    var label: String
    var sum: String
    var share: Double
  }

  private func bars(_ sums: [SpendingSum], in currency: Currency) -> [SpendingBar] {
    let largest = sums.map(\.spentMinor).max() ?? 0
    return sums.map { sum in
      SpendingBar(
        label: label(sum.key), sum: state.strings.money(Money(minorUnits: sum.spentMinor, currency: currency)),
        share: largest > 0 ? Double(sum.spentMinor) / Double(largest) : 0)
    }
  }

  private func label(_ key: SpendingSum.Key) -> String {
    switch key {
    case .month(let year, let month): "\(state.strings.shortMonths[month - 1]) \(year)"
    case .merchant(let merchant): merchant.map(state.surroundings.glyphs.spelling) ?? state.strings.spendingUnknownMerchant
    }
  }

  private func draw(_ bars: [SpendingBar], title: String, into grid: inout Grid, at rect: Rect) {
    grid.write(title, at: rect.origin, width: rect.width, style: Style(.title, bold: true))
    let labelWidth = min(max(bars.map { TextWidth.of($0.label) }.max() ?? 0, 8), rect.width * 2 / 5)
    let sumWidth = min(max(bars.map { TextWidth.of($0.sum) }.max() ?? 0, 8), rect.width / 3)
    let barWidth = max(rect.width - labelWidth - sumWidth - 2, 0)
    for (offset, bar) in bars.dropFirst(spending.top).prefix(max(rect.height - 1, 0)).enumerated() {
      let y = rect.y + 1 + offset
      grid.write(bar.label, at: Point(x: rect.x, y: y), width: labelWidth, style: Style())
      grid.write(
        bar.sum, at: Point(x: rect.x + labelWidth + 1, y: y), width: sumWidth, style: Style(.moneyOut), alignment: .trailing)
      let drawn = Bar.horizontal(value: bar.share, width: barWidth, glyphs: state.surroundings.glyphs)
      grid.write(drawn, at: Point(x: rect.x + labelWidth + sumWidth + 2, y: y), width: barWidth, style: Style(.accent))
    }
  }
}
