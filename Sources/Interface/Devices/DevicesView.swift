import Delivery
import Model
import Screen

/// One bank's devices, and under them a timeline with a lane for the number and for each device.
struct DevicesView {
  let state: BellState

  private var strings: DeliveryStrings { state.strings.deliveryStrings }
  private var glyphs: Glyphs { state.surroundings.glyphs }

  func draw(into grid: inout Grid, at frame: ScreenFrame) {
    let body = frame.body
    guard state.picture != nil else {
      grid.write(state.strings.loading, at: Point(x: 2, y: body.y + 1), style: Style(.muted))
      return
    }
    let rows = state.deviceRows
    guard !rows.isEmpty, let bank = state.deviceBank else {
      for (row, line) in wrap(strings.noDevices, width: body.width - 4, limit: 3).enumerated() {
        grid.write(line, at: Point(x: 2, y: body.y + 1 + row), style: Style(.muted))
      }
      return
    }
    drawHeading(bank, rows, into: &grid, at: body)
    let timeline = DeviceTimeline(state: state, bank: bank)
    let laneRows = min(timeline.laneCount + 1, max(body.height / 2, 4))
    let listHeight = max(body.height - laneRows - 3, 2)
    drawList(rows, into: &grid, at: Rect(x: 0, y: body.y + 1, width: body.width, height: min(rows.count, listHeight)))
    let top = body.y + 2 + min(rows.count, listHeight)
    let room = Rect(x: 1, y: top, width: body.width - 2, height: body.y + body.height - top - 1)
    grid.draw(timeline.timeline(width: room.width), at: Rect(x: room.x, y: room.y, width: room.width, height: min(room.height, laneRows)))
    if room.height > laneRows {
      grid.write(strings.legend, at: Point(x: 1, y: room.y + laneRows), width: body.width - 2, style: Style(.muted))
    }
    drawLatest(timeline, into: &grid, at: Rect(x: 1, y: room.y + laneRows + 1, width: room.width, height: room.height - laneRows))
    grid.fill(frame.status, style: Style(.footer))
    grid.write(status, at: Point(x: 1, y: frame.status.y), width: frame.status.width - 2, style: Style(.footer))
  }

  /// What the timeline shows, in words and with the times, where there's room for some of it.
  private func drawLatest(_ timeline: DeviceTimeline, into grid: inout Grid, at rect: Rect) {
    guard rect.height > 3 else { return }
    grid.write(strings.lately, at: Point(x: rect.x, y: rect.y + 1), style: Style(.title, bold: true))
    for (row, line) in timeline.latest(rect.height - 2).enumerated() {
      grid.write(line, at: Point(x: rect.x, y: rect.y + 2 + row), width: rect.width)
    }
  }

  private func drawHeading(_ bank: String, _ rows: [KnownDevice], into grid: inout Grid, at rect: Rect) {
    let name = state.surroundings.name(ofBank: bank)
    let others = state.deviceBanks.count > 1 ? "  b " + glyphs.arrowRight + " \(state.devices.bank + 1)/\(state.deviceBanks.count)" : ""
    grid.write([Span(" " + name, Style(.bank, bold: true)), Span(others, Style(.muted))], at: rect.origin)
    let linked = rows.count(where: \.isLinked)
    let unlinked = rows.count { $0.state == .unlinked }
    let text = strings.linkedCount(linked, unlinked, rows.count - linked - unlinked)
    grid.write(text, at: Point(x: rect.width - TextWidth.of(text) - 1, y: rect.y), style: Style(.muted))
  }

  private func drawList(_ rows: [KnownDevice], into grid: inout Grid, at rect: Rect) {
    let table = Table(
      [
        .fixed(1, priority: 9), Column(min: 14, max: 28, flex: 2, priority: 8), Column(min: 7, max: 9, priority: 1),
        Column(min: 17, max: 25, flex: 3, priority: 5), Column(min: 13, max: 22, flex: 3, priority: 3),
        Column(min: 9, max: 10, priority: 2), Column(min: 24, max: 36, flex: 3, priority: 7),
      ], width: rect.width - 2, gap: 2)
    let first = max(0, min(state.devices.row - rect.height + 1, rows.count - rect.height))
    for (offset, device) in rows.dropFirst(first).prefix(rect.height).enumerated() {
      let y = rect.y + offset
      grid.write(row: cells(device), table: table, at: Point(x: 1, y: y))
      if first + offset == state.devices.row {
        grid.restyle(Rect(x: 0, y: y, width: rect.width, height: 1), background: .selection)
      }
    }
  }

  private func cells(_ device: KnownDevice) -> [[Span]] {
    let isGone = !device.isLinked
    let style = device.needsAnswer ? Style(.critical, bold: true) : Style(isGone ? .muted : .text)
    let mark = device.needsAnswer ? glyphs.warning : " "
    let since: String =
      switch (device.since, device.until) {
      case (let since?, let until?) where device.state == .unlinked: strings.range(day(since), day(until))
      case (let since?, _): strings.sinceDay(day(since), isLately(since))
      default: device.lastPush != nil ? strings.byPush : strings.inMessages
      }
    let used = isGone ? "" : device.lastUsed.map { strings.usedDay(day($0)) } ?? ""
    return [
      [Span(mark, Style(.critical, bold: true))], [Span(device.device.label.oneLine, style)],
      [Span((device.device.platform ?? "").oneLine, Style(.muted))], [Span(since, Style(.muted))], [Span(used, Style(.muted))],
      [Span(isGone ? "" : device.isPushOn ? strings.pushOn : strings.pushOff, Style(.muted))], [stateSpan(device)],
    ]
  }

  private func stateSpan(_ device: KnownDevice) -> Span {
    let text = strings.state(of: device, state.now)
    let role: Role =
      switch device.state {
      case .suspected: .critical
      case .cooling, .pending, .unquestioned: .warning
      case .linked: .good
      case .seen, .unlinked: .muted
      }
    return Span(text, Style(device.isReported && device.state != .unlinked ? .critical : role))
  }

  /// `today 14:02`, `2 May`, `16 Dec 2017`.
  private func day(_ time: Timestamp) -> String {
    isLately(time) ? state.timeText.dayWithinLine(time) + " " + state.timeText.clock(time) : state.timeText.dayAndMonth(time)
  }

  private func isLately(_ time: Timestamp) -> Bool {
    state.now.milliseconds - time.milliseconds < 86_400_000
  }

  private var status: String {
    guard let device = state.chosenDevice else { return "" }
    return [device.device.label.oneLine, device.place?.oneLine, device.isConfirmed ? strings.confirmed : nil].compactMap { $0 }
      .joined(separator: " " + glyphs.separator + " ")
  }
}
