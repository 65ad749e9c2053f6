import Model
import Parsing
import Screen
import Storage

/// How the copies of a notification came, side by side: a column for each, a line for each thing that is told.
struct DeliveryTable {
  let detail: Detail
  let timeText: TimeText

  var strings: Strings { timeText.strings }

  private static let gap = 2
  /// Cells that a copy's column has at least, if the pane is that wide.
  private static let narrowest = 14
  private static let widest = 30

  /// The table in so many cells; where not all copies fit beside each other, in several below each other.
  func lines(width: Int) -> [[Span]] {
    let labels = Self.facts.map { TextWidth.of(strings.merging[keyPath: $0.label]) }
    let labelWidth = (labels.max() ?? 0) + Self.gap
    let room = max(width - labelWidth - 2, Self.narrowest)
    let beside = max(1, min(detail.deliveries.count, (room + Self.gap) / (Self.narrowest + Self.gap)))
    let columnWidth = min((room + Self.gap) / beside - Self.gap, Self.widest)
    var lines: [[Span]] = []
    for start in stride(from: 0, to: detail.deliveries.count, by: beside) {
      if start > 0 { lines.append([]) }
      lines += block(start..<min(start + beside, detail.deliveries.count), labelWidth, columnWidth)
    }
    return lines
  }

  private func block(_ places: Range<Int>, _ labelWidth: Int, _ columnWidth: Int) -> [[Span]] {
    let head = places.map { Cell(text: strings.channel(detail.deliveries[$0].channel), style: Style(.text, bold: true)) }
    return row("", head, labelWidth, columnWidth)
      + Self.facts.flatMap { fact -> [[Span]] in
        let cells = places.map { fact.cell(self, $0) }
        guard cells.contains(where: { $0 != nil }) else { return [] }
        let unknown = Cell(text: strings.merging.unknown, style: Style(.faint))
        return row(strings.merging[keyPath: fact.label], cells.map { $0 ?? unknown }, labelWidth, columnWidth)
      }
  }

  /// One thing told of all copies; a text that doesn't fit goes on below itself.
  private func row(_ label: String, _ cells: [Cell], _ labelWidth: Int, _ columnWidth: Int) -> [[Span]] {
    let columns = cells.map { wrap($0.text, width: columnWidth, limit: 4) }
    return (0..<(columns.map(\.count).max() ?? 0)).map { index in
      var line = [Span("  " + Self.padded(index == 0 ? label : "", labelWidth), Style(.muted))]
      for (place, cell) in cells.enumerated() {
        let text = columns[place].indices.contains(index) ? columns[place][index] : ""
        line.append(Span(place == cells.count - 1 ? text : Self.padded(text, columnWidth + Self.gap), cell.style))
      }
      return line
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - TextWidth.of(text), 0))
  }

  private struct Cell {
    var text: String
    var style = Style(.text)
  }

  /// What is told of a copy; nil where it doesn't tell.
  private struct Fact {
    var label: KeyPath<MergingStrings, String> & Sendable
    var cell: @Sendable (DeliveryTable, Int) -> Cell?

    init(_ label: KeyPath<MergingStrings, String> & Sendable, _ cell: @escaping @Sendable (DeliveryTable, Int) -> Cell?) {
      self.label = label
      self.cell = cell
    }
  }

  private static let facts = [
    Fact(\.endpoint) { table, place in table.detail.deliveries[place].endpoint.map { Cell(text: Visible.line(masked($0))) } },
    Fact(\.status) { table, place in
      let delivery = table.detail.deliveries[place]
      // What was never sent has a time all the same: when it would have been.
      let moment = delivery.wasSent ? "" : " " + table.moment(delivery.time)
      return Cell(text: table.strings.status(delivery.status) + moment, style: delivery.status.style)
    },
    Fact(\.why) { table, place in
      table.detail.deliveries[place].reason.map { Cell(text: table.strings.deliveryStrings.reason($0), style: Style(.warning)) }
    },
    Fact(\.sent) { table, place in
      let delivery = table.detail.deliveries[place]
      return delivery.wasSent ? Cell(text: table.moment(delivery.time)) : nil
    },
    Fact(\.delivered) { table, place in table.detail.deliveries[place].deliveredAt.map { Cell(text: table.moment($0)) } },
    Fact(\.seen) { table, place in table.detail.deliveries[place].seenAt.map { Cell(text: table.moment($0)) } },
    Fact(\.parts) { table, place in
      let delivery = table.detail.deliveries[place]
      let parts = delivery.parts ?? (delivery.channel == .sms ? Segmentation(delivery.text).parts : nil)
      return parts.map { Cell(text: String($0)) }
    },
    Fact(\.cost) { table, place in
      // Prices of Russian operators and banks are all in roubles.
      table.detail.deliveries[place].costMinor.map { Cell(text: table.strings.money(Money(minorUnits: $0, currency: .rub))) }
    },
    Fact(\.source) { table, place in
      table.detail.sources[place].map { path in
        Cell(text: Visible.line(path.split(separator: "/").last.map(String.init) ?? path), style: Style(.muted))
      }
    },
  ]

  private func moment(_ time: Timestamp) -> String {
    timeText.day(time) == timeText.day(detail.row.time) ? timeText.clockWithSeconds(time) : timeText.full(time)
  }

  /// A phone number with its middle covered: `+7 9•• ••• 12`. Anything else stays as it is.
  static func masked(_ endpoint: String) -> String {
    let digits = endpoint.filter(\.isNumber)
    guard digits.count >= 9, endpoint.allSatisfy({ $0.isNumber || "+-() ".contains($0) }) else { return endpoint }
    let country = digits.count > 10 ? digits.prefix(digits.count - 10) : ""
    let local = digits.dropFirst(country.count)
    return "+" + (country.isEmpty ? "" : country + " ") + local.prefix(1) + "•• ••• " + local.suffix(2)
  }
}

extension Delivery {
  /// Whether it left the bank, as far as is known.
  fileprivate var wasSent: Bool { status != .notSent && status != .queued }
}

extension DeliveryStatus {
  fileprivate var style: Style {
    switch self {
    case .delivered, .seen: Style(.good)
    case .failed, .expired, .notSent: Style(.critical)
    case .queued, .sent: Style(.warning)
    }
  }
}
