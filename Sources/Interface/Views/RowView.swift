import Model
import Screen

/// One row of the list: marks, time, bank, category, channels, amount, and what the message says.
struct RowView {
  let row: NotificationRow
  let state: BellState
  let columns: RowColumns
  let highlighter: Highlighter
  let timeText: TimeText
  let isPicked: Bool

  func draw(into grid: inout Grid, at point: Point) {
    let faded = row.flags.contains(.archived)
    let base: Role = faded ? .faint : row.isUnread ? .text : .muted
    func put(_ text: String, _ columns: Range<Int>, _ style: Style, _ alignment: Alignment = .leading) {
      guard !columns.isEmpty else { return }
      grid.write(
        text, at: Point(x: point.x + columns.lowerBound, y: point.y), width: columns.count, style: style, alignment: alignment)
    }
    drawMarks(into: &grid, at: point)
    let moment = columns.time.count > 5 ? shortDate : timeText.clock(row.time)
    put(moment, columns.time, Style(.muted))
    put(row.bank.map(state.surroundings.name(ofBank:)) ?? row.sender, columns.bank, Style(faded ? .faint : .bank, bold: row.isUnread))
    put(row.facts.category.map(state.strings.category) ?? state.strings.uncategorised, columns.category, categoryStyle(base))
    put(Self.marks(row.channels), columns.channels, Style(.muted))
    if let amount = shownAmount {
      let role: Role = row.facts.isOpen ? .text : amount.minorUnits < 0 ? .moneyOut : .moneyIn
      put(
        state.strings.money(amount, signed: !row.facts.isOpen), columns.amount, Style(faded ? .faint : role, bold: row.isUnread), .trailing)
    }
    drawText(into: &grid, at: point, base: base)
  }

  private var shownAmount: Money? { state.inbox.showsRawText || columns.amount.isEmpty ? nil : row.facts.movedAmount }

  private var shortDate: String {
    let civil = Civil(row.time, in: timeText.zone)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(civil.day)).\(two(civil.month)).\(civil.year)"
  }

  private func drawMarks(into grid: inout Grid, at point: Point) {
    let glyphs = state.surroundings.glyphs
    if isPicked {
      grid.write(glyphs.selected, at: point, style: Style(.accent, bold: true))
    } else if row.facts.category == .security, row.isUnread {
      grid.write(glyphs.warning, at: point, style: Style(.critical, bold: true))
    } else if row.isUnread {
      grid.write(glyphs.unreadDot, at: point, style: Style(.unread, bold: true))
    }
    if row.flags.contains(.pinned) {
      grid.write(glyphs.pinned, at: Point(x: point.x + 1, y: point.y), style: Style(.accent))
    }
  }

  private func categoryStyle(_ base: Role) -> Style {
    switch row.facts.category {
    case .security: Style(row.isUnread ? .critical : .warning)
    case .code: Style(.code)
    default: Style(base)
    }
  }

  /// The text column: the merchant and what is left where they're known, else the text with its code covered.
  private func drawText(into grid: inout Grid, at point: Point, base: Role) {
    // Without an amount the text begins in its column: most of what such a row has to say is text.
    var columns = shownAmount == nil ? columns.amount.lowerBound..<columns.text.upperBound : columns.text
    let style = Style(base, bold: row.isUnread && base == .text)
    if showsFacts, let balance = row.facts.balance, columns.count >= 36 {
      let text = "= " + state.strings.money(balance)
      let width = TextWidth.of(text)
      grid.write(text, at: Point(x: point.x + columns.upperBound - width, y: point.y), style: Style(.faint))
      columns = columns.lowerBound..<(columns.upperBound - width - 1)
    }
    guard !columns.isEmpty else { return }
    // Without a search the grid cuts by itself what doesn't fit; counting characters first would take as long as drawing them.
    let spans = highlighter.isIdle ? [Span(summary, style)] : highlighter.spans(of: String(summary.prefix(columns.count * 2)), style: style)
    grid.write(spans, at: Point(x: point.x + columns.lowerBound, y: point.y), width: columns.count)
  }

  private var showsFacts: Bool { row.facts.merchant != nil && shownAmount != nil }

  private var summary: String {
    let glyphs = state.surroundings.glyphs
    if showsFacts, let merchant = row.facts.merchant { return glyphs.spelling(merchant) }
    let text = [row.title, row.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    return glyphs.spelling(state.readable(text, of: row).oneLine)
  }

  /// `PS·`: P for push, S for SMS, M for a messenger; a dot where a channel wasn't used.
  static func marks(_ channels: ChannelSet) -> String {
    (channels.contains(Channel.push) ? "P" : "·") + (channels.contains(Channel.sms) ? "S" : "·")
      + (channels.contains(Channel.messenger) ? "M" : "·")
  }
}

extension String {
  /// Line breaks and tabs as spaces, runs of them as one.
  var oneLine: String {
    utf8.mayHoldLineEnds ? joinedLines : self
  }

  private var joinedLines: String {
    split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
  }
}

extension String.UTF8View {
  /// Whether a byte can belong to a tab or a line end: these are U+0009 to U+000D, U+0085, U+2028 and U+2029. Most texts have none, and
  /// looking at bytes takes a hundredth of the time of looking at characters.
  fileprivate var mayHoldLineEnds: Bool {
    withContiguousStorageIfAvailable { bytes in
      bytes.indices.contains { index in
        switch bytes[index] {
        case 0x09...0x0D: true
        case 0x85: index > 0 && bytes[index - 1] == 0xC2
        case 0xA8, 0xA9: index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
        default: false
        }
      }
    } ?? true
  }
}
