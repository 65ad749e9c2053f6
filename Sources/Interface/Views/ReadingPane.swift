import Model
import Parsing
import Screen
import Storage

/// The whole of the notification under the cursor: what it says, the text itself, and how each copy of it came.
struct ReadingPane {
  let state: BellState
  /// Cells a line may take.
  let width: Int

  typealias Line = [Span]

  func draw(into grid: inout Grid, at rect: Rect) {
    let lines = lines(limit: state.inbox.paneTop + rect.height + 1)
    for (offset, line) in lines.dropFirst(state.inbox.paneTop).prefix(rect.height).enumerated() {
      grid.write(line, at: Point(x: rect.x, y: rect.y + offset), width: rect.width)
    }
    if lines.count > state.inbox.paneTop + rect.height, rect.height > 1 {
      let more = " " + state.strings.moreBelow + " "
      let moreWidth = TextWidth.of(more)
      let point = Point(x: rect.x + max(rect.width - moreWidth, 0), y: rect.y + rect.height - 1)
      grid.write(more, at: point, style: Style(.accent))
    }
  }

  /// The first lines of the pane, at most `limit`.
  func lines(limit: Int, showsCodeHint: Bool = true) -> [Line] {
    guard let row = state.inbox.list.current else { return [] }
    let detail = state.inbox.detail.flatMap { $0.row.id == row.id ? $0 : nil }
    var lines = heading(row)
    if !state.inbox.showsRawText { lines += facts(row) }
    lines.append([])
    lines += text(detail?.text ?? row.text, of: row, limit: limit)
    if showsCodeHint { lines += codeHint(row) }
    if let detail { lines += deliveries(detail, row) }
    lines += findings(row)
    return Array(lines.prefix(limit))
  }

  private var strings: Strings { state.strings }

  private func spelled(_ text: String) -> String { state.surroundings.glyphs.spelling(text) }

  private func heading(_ row: NotificationRow) -> [Line] {
    let category = row.facts.category.map(strings.category) ?? strings.uncategorised
    let bank = row.bank.map(state.surroundings.name(ofBank:)) ?? row.sender
    var title: Line = [
      Span(bank, Style(.bank, bold: true)), Span(" · ", Style(.muted)),
      Span(category, Style(row.facts.category == .security ? .critical : .title, bold: true)),
    ]
    if row.bank != nil, !row.sender.isEmpty { title.append(Span("  " + row.sender, Style(.muted))) }
    var lines: [Line] = [title, [Span(state.timeText.full(row.time), Style(.muted))]]
    if let title = row.title, !title.isEmpty {
      lines += wrap(spelled(state.readable(title, of: row).oneLine), width: width, limit: 4).map { [Span($0, Style(.title, bold: true))] }
    }
    return lines
  }

  /// What was read out of the text, a line for each fact.
  private func facts(_ row: NotificationRow) -> [Line] {
    let facts = row.facts
    var pairs: [(label: String, value: String, style: Style)] = []
    if let amount = facts.amount {
      let role: Role = !facts.isTransaction || facts.isOpen ? .text : amount.minorUnits < 0 ? .moneyOut : .moneyIn
      pairs.append((strings.amount, strings.money(amount, signed: facts.isTransaction && !facts.isOpen), Style(role, bold: true)))
    }
    if facts.isReversal {
      let reversed = state.inbox.detail.flatMap { $0.row.id == row.id ? $0.reversed : nil }
      pairs.append((strings.cameBack, reversed.map(whatItReverses) ?? strings.takenBack, Style(.text)))
    }
    if let merchant = facts.merchant { pairs.append((strings.merchant, merchant, Style(.text))) }
    if let card = facts.card { pairs.append((strings.card, "•" + card, Style(.text))) }
    if let balance = facts.balance { pairs.append((strings.balance, strings.money(balance), Style(.text))) }
    if let minimum = facts.minimum { pairs.append((strings.minimum, strings.money(minimum), Style(.text, bold: true))) }
    if let due = facts.due { pairs.append((strings.due, strings.day(due), Style(.text, bold: true))) }
    if let security = facts.security {
      pairs.append((strings.category(.security), strings.security(security.kind), Style(.critical, bold: true)))
      if let device = security.device { pairs.append((strings.device, device, Style(.text))) }
      if let place = security.place { pairs.append((strings.place, place, Style(.text))) }
      if let change = strings.change(from: security.from, to: security.to) { pairs.append((strings.change, change, Style(.text))) }
    }
    let labelWidth = (pairs.map { TextWidth.of($0.label) }.max() ?? 0) + 2
    let lines: [Line] = pairs.map { pair in
      let padding = String(repeating: " ", count: labelWidth - TextWidth.of(pair.label))
      return [Span(pair.label + padding, Style(.muted)), Span(spelled(pair.value), pair.style)]
    }
    return lines.isEmpty ? [] : [[]] + lines
  }

  /// "12 Jun 14:02 · −640 ₽ · LAVKA": what was taken back.
  private func whatItReverses(_ row: NotificationRow) -> String {
    let parts = [state.timeText.full(row.time), row.facts.amount.map { strings.money($0) }, row.facts.merchant]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private func text(_ text: String, of row: NotificationRow, limit: Int) -> [Line] {
    let highlighter = Highlighter(search: spelled(state.inbox.query.search))
    return wrap(spelled(Visible.text(state.readable(text, of: row))), width: width, limit: limit)
      .map { highlighter.spans(of: $0, style: Style()) }
  }

  private func codeHint(_ row: NotificationRow) -> [Line] {
    let secrets = row.facts.secrets
    if secrets.isEmpty { return [] }
    let hint: String
    if case .shown(let until)? = state.inbox.reveal?.stage, state.inbox.showsCode(of: row.id, at: state.now) {
      hint = strings.codeShown(Int((until.milliseconds - state.now.milliseconds + 999) / 1_000))
    } else {
      let isOld = state.now.milliseconds - row.time.milliseconds > InboxState.oldCodeAge
      hint = isOld ? strings.codeOld : secrets.isDoubtful ? strings.codeDoubted : strings.codeHidden
    }
    return [[Span(hint, Style(.code))]]
  }

  /// What the rules found in it.
  private func findings(_ row: NotificationRow) -> [Line] {
    guard let related = state.security.related, related.message == row.id, !related.findings.isEmpty else { return [] }
    let words = strings.securityStrings
    let keys = KeyMap.standard.keys(for: .showRelated).map(\.label).joined()
    return [[], [Span(words.screen.related, Style(.title, bold: true)), Span("  " + keys, Style(.muted))]]
      + related.findings.map { stored in
        let finding = stored.finding
        return [
          Span(words.severity(finding.severity), Style(finding.severity.role, bold: true)),
          Span("  \(finding.rule) \(words.name(of: finding.rule))", Style()), Span("  " + words.state(finding.state), Style(.muted)),
        ]
      }
  }

  private func deliveries(_ detail: Detail, _ row: NotificationRow) -> [Line] {
    var heading: Line = [Span(strings.deliveries, Style(.title, bold: true))]
    if detail.copies.count > 1 { heading.append(Span("  " + strings.merging.splitHint, Style(.muted))) }
    var lines: [Line] = [[], heading]
    // In a story that unfolds, what becomes of a copy may still lie ahead.
    var detail = detail
    if state.live != nil { detail.deliveries = detail.deliveries.map { $0.known(at: state.now) } }
    lines += DeliveryTable(detail: detail, timeText: state.timeText).lines(width: width)
    for delivery in detail.copies where delivery.text != detail.text {
      lines.append([])
      lines.append([Span(strings.channel(delivery.channel), Style(.text, bold: true)), Span("  " + delivery.sender, Style(.muted))])
      if let title = delivery.title, !title.isEmpty {
        lines += wrap(spelled(state.readable(title, of: row).oneLine), width: width, limit: 4).map { [Span($0, Style(.muted, bold: true))] }
      }
      let text = spelled(Visible.text(state.readable(delivery.text, of: row)))
      lines += wrap(text, width: width, limit: 40).map { [Span($0, Style(.muted))] }
    }
    return lines
  }
}
