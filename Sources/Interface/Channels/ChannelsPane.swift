import Delivery
import Model
import Screen

/// What the chosen cell of the grid means: where the next message would go, who could read it, what the month was, who chose, what the bank breaks.
struct ChannelsPane {
  let state: BellState
  let width: Int

  typealias Line = [Span]

  private var strings: DeliveryStrings { state.strings.deliveryStrings }
  private var glyphs: Glyphs { state.surroundings.glyphs }

  var lines: [Line] {
    guard let picture = state.picture, let bank = state.chosenBank, let plan = picture.plan(bank, state.chosenCategory) else { return [] }
    if state.channels.showsHistory { return history(picture, bank) }
    let name = state.surroundings.name(ofBank: bank)
    var lines: [Line] = [[Span(strings.nextWouldGo(state.strings.category(state.chosenCategory), name), Style(.title, bold: true))]]
    lines += quiet(picture, bank)
    lines += steps(plan)
    lines += lastSent(bank)
    lines.append(readers(plan))
    lines.append(chosenBy(plan))
    lines += month(picture.use(bank), picture.policy(bank))
    lines += broken(picture.policy(bank))
    lines.append([])
    lines += layers(plan)
    return lines
  }

  private func steps(_ plan: DeliveryPlan) -> [Line] {
    var before: DeliveryPlan.PlannedStep?
    return plan.steps.enumerated().flatMap { number, step -> [Line] in
      defer { before = step }
      let when = before.map { strings.afterStop($0.stop, state.strings.labStrings.duration($0.waitSeconds)) } ?? strings.atOnce
      let channel = strings.cell(step.channel) + (step.chancePercent < 100 ? " (\(step.chancePercent) %)" : "")
      var line: Line = [Span(" \(number + 1)  ", Style(.muted)), Span(channel + " " + glyphs.arrowRight + " ", Style(.text, bold: true))]
      if step.endpoints.isEmpty { line.append(Span(strings.nowhere, Style(.warning))) }
      for (place, endpoint) in step.endpoints.enumerated() {
        if place > 0 { line.append(Span(", ", Style(.muted))) }
        line += name(of: endpoint)
      }
      return fitted(line, when)
    }
  }

  /// Where the last message that this bank was told to send has gone so far.
  private func lastSent(_ bank: String) -> [Line] {
    guard let sent = state.lastSent, sent.bank == bank else { return [] }
    let title = strings.justSent(strings.sending(sent.what), state.timeText.clockWithSeconds(sent.time))
    return [[Span(title, Style(.title, bold: true))]]
      + sent.copies.flatMap { copy in
        let place = copy.endpoint.map { DeliveryTable.masked($0.oneLine) } ?? strings.nobody
        let mark = copy.isOwn ? "" : " " + glyphs.warning
        let line: Line = [
          Span("    " + strings.cell(copy.channel) + " " + glyphs.arrowRight + " ", Style(.text, bold: true)),
          Span(place + mark, copy.isOwn ? Style() : Style(.critical, bold: true)),
        ]
        return fitted(line, fate(of: copy) + (copy.cost.map { "   " + state.strings.money($0) } ?? ""))
      }
  }

  /// A line with a remark behind it, or below it where there's no room.
  private func fitted(_ line: Line, _ remark: String) -> [Line] {
    let needed = line.reduce(3) { $0 + TextWidth.of($1.text) } + TextWidth.of(remark)
    return needed <= width ? [line + [Span("   " + remark, Style(.muted))]] : [line, [Span("      " + remark, Style(.muted))]]
  }

  private func wrapped(_ text: String, _ style: Style) -> [Line] {
    wrap(text, width: max(width, 10), limit: 3).map { [Span($0, style)] }
  }

  private func fate(of copy: SentMessage.Copy) -> String {
    if copy.time > state.now { return strings.underway(state.timeText.clockWithSeconds(copy.time)) }
    if let delivered = copy.deliveredAt { return strings.delivered(state.timeText.clockWithSeconds(delivered)) }
    return copy.failure.map(strings.why) ?? "—"
  }

  private func name(of endpoint: DeliveryPlan.PlannedEndpoint) -> Line {
    let name = endpoint.name.map { DeliveryTable.masked($0.oneLine) } ?? strings.unnamed(endpoint.channel)
    if let failure = endpoint.failure { return [Span(name + " (" + strings.why(failure) + ")", Style(.faint))] }
    return endpoint.isSuspect ? [Span(name + " " + glyphs.warning, Style(.critical, bold: true))] : [Span(name, Style())]
  }

  private func readers(_ plan: DeliveryPlan) -> Line {
    var line: Line = [Span(strings.whoCouldRead + " ", Style(.muted))]
    if plan.readers.isEmpty { line.append(Span(strings.nobody, Style())) }
    for (place, reader) in plan.readers.enumerated() {
      if place > 0 { line.append(Span(", ", Style(.muted))) }
      line += name(of: reader)
    }
    return line
  }

  private func chosenBy(_ plan: DeliveryPlan) -> Line {
    guard let layer = plan.decision.layers.first(where: \.isInForce) else { return [] }
    guard let preference = layer.preference else { return [Span(strings.layer(layer.kind), Style(.muted))] }
    let isStranger = state.picture?.devices.devices.contains { $0.isSuspect && $0.device.id == preference.device } ?? false
    return [
      Span(strings.chosenBy(moment(preference.setAt), strings.who(preference)), Style(isStranger ? .critical : .muted)),
      Span(isStranger ? " " + glyphs.warning : "", Style(.critical, bold: true)),
    ]
  }

  private func moment(_ time: Timestamp) -> String { state.dayAndClock(time) }

  /// That the message would be held back, and until when; of what isn't held back, that it comes all the same.
  private func quiet(_ picture: DeliveryPicture, _ bank: String) -> [Line] {
    if let until = picture.heldUntil(bank, state.chosenCategory) {
      return wrapped(strings.heldUntil(moment(until)), Style(.warning, bold: true))
    }
    let quiet = picture.quiet(bank)
    guard quiet.snoozedUntil != nil || quiet.hours != nil else { return [] }
    let holds = [quiet.snoozedUntil.map { strings.snoozed(nil, moment($0)) }, quiet.hours.map { strings.quietHours(nil, $0.text) }]
    return wrapped(holds.compactMap(\.self).joined(separator: "; "), Style(.muted))
  }

  private func month(_ use: MonthUse, _ policy: Policy?) -> [Line] {
    let currency = policy?.price.currency ?? .rub
    func money(_ minor: Int64) -> String { state.strings.money(Money(minorUnits: minor, currency: currency)) }
    let lost = strings.lostAsPush(use.lostAsPush, use.lostCodes, use.lostReason.map(strings.reason))
    return wrapped(strings.lastMonth(use.smsParts, money(use.smsCostMinor), use.pushes), Style(.muted))
      + wrapped(strings.allBySMS(use.allSMSParts, money(use.allSMSCostMinor)), Style(.muted))
      + wrapped(lost, Style(use.lostAsPush > 0 ? .warning : .muted))
  }

  private func broken(_ policy: Policy?) -> [Line] {
    guard let policy else { return [] }
    let broken = AdversarySearch.run(policy, depth: 4).broken
    guard !broken.isEmpty else { return [] }
    return [[Span(strings.breaks, Style(.warning, bold: true))]]
      + broken.flatMap { broken in
        wrap(state.strings.labStrings.invariant(broken.invariant), width: max(width - 4, 10), limit: 3).enumerated().map { row, text in
          [Span(row == 0 ? "  " + glyphs.warning + " " : "    ", Style(.warning)), Span(text, Style(.warning))]
        }
      }
  }

  private func layers(_ plan: DeliveryPlan) -> [Line] {
    [[Span(strings.layers, Style(.title, bold: true))]]
      + plan.decision.layers.map { layer in
        let mark = layer.isInForce ? glyphs.triangleRight : " "
        let channel = layer.channel.map(strings.cell) ?? "—"
        let by = layer.preference.map { "   " + moment($0.setAt) + ", " + strings.who($0) } ?? ""
        return [
          Span(" " + mark + " ", Style(.accent)), Span(strings.layer(layer.kind) + ": ", Style(.muted)),
          Span(channel, Style(.text, bold: layer.isInForce)), Span(by, Style(.muted)),
        ]
      }
  }

  private func history(_ picture: DeliveryPicture, _ bank: String) -> [Line] {
    let choices = picture.preferences.history.filter { $0.bank == nil || $0.bank == bank }.map { ($0.setAt, line(of: $0)) }
    let pauses = picture.log.steps.filter { $0.bank == nil || $0.bank == bank }.compactMap { step in line(of: step).map { (step.time, $0) }
    }
    var lines: [Line] = [[Span(strings.history, Style(.title, bold: true))]]
    if choices.isEmpty, pauses.isEmpty { lines.append([Span(strings.noHistory, Style(.muted))]) }
    for (time, line) in (choices + pauses).sorted(by: { $0.0 > $1.0 }) {
      lines += wrap([Span(moment(time) + "  ", Style(.muted))] + line, width: max(width, 10), limit: 2)
    }
    return lines
  }

  private func line(of choice: Preference) -> Line {
    [
      Span(state.strings.scope(choice.scope) + " " + glyphs.arrowRight + " ", Style()),
      Span(choice.channel.map(strings.cell) ?? "—", Style(.text, bold: true)), Span("  " + strings.who(choice), Style(.muted)),
    ]
  }

  /// What was held back; nil for other steps.
  private func line(of step: Arrangement) -> Line? {
    switch step.step {
    case .snooze(let until): [Span(strings.snoozed(nil, until.map(moment)), Style()), Span("  " + strings.you, Style(.muted))]
    case .quietHours(let hours): [Span(strings.quietHours(nil, hours?.text), Style()), Span("  " + strings.you, Style(.muted))]
    case .channel, .device: nil
    }
  }
}
