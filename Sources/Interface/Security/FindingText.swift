import Model
import Screen
import Storage

/// A finding in words: what was found, the events as a timeline, why, what to do, and what was done about it.
struct FindingText {
  let detail: FindingDetail
  let state: BellState

  /// A line, and the event that it is about.
  struct Line {
    var spans: [Span]
    var event: SecurityEvent?
    var isEvidence = false
  }

  private var finding: Finding { detail.stored.finding }
  private var strings: SecurityStrings { state.strings.securityStrings }
  private var words: SecurityScreenStrings { strings.screen }
  private var glyphs: Glyphs { state.surroundings.glyphs }

  func lines(width: Int) -> [Line] {
    let rule = strings.rule(finding.rule, state.surroundings.limits)
    var lines = [Line(spans: title(rule)), Line(spans: [Span(subject, Style(.muted))])]
    if let former = detail.former {
      lines += text(words.again(state.timeText.dayAndMonth(former.finding.time)), width: width, style: Style(.warning))
    }
    lines += [Line(spans: [])] + timeline(width: width) + [Line(spans: [])]
    lines += paragraph(words.why, rule.condition, width: width)
    lines += paragraph(words.source, rule.source, width: width)
    if !rule.guardText.isEmpty { lines += paragraph(words.unless, rule.guardText, width: width) }
    lines.append(Line(spans: []))
    lines.append(Line(spans: [Span(words.now, Style(.title, bold: true))]))
    for (place, step) in advice.enumerated() { lines += text("\(place + 1). \(step)", width: width, style: Style()) }
    lines += history(width: width)
    return lines
  }

  private var advice: [String] {
    strings.advice(finding.rule, finding.bank.flatMap { state.surroundings.bankPhones[$0] })
  }

  private func title(_ rule: RuleText) -> [Span] {
    [
      Span("\(finding.rule) \(rule.name)", Style(.title, bold: true)), Span("  ", Style()),
      Span(strings.severity(finding.severity), Style(finding.severity.role, bold: true)),
      Span(" " + glyphs.separator + " " + outcome(detail.stored.finding.state, detail.stored.resolution), Style(.muted)),
    ]
  }

  /// Bank, device, and the account where it isn't the usual one.
  private var subject: String {
    let device = finding.device.map { DeliveryTable.masked($0.label) + ($0.platform.map { " (\($0))" } ?? "") }
    let account = finding.account == Notification.defaultAccount ? nil : words.account(finding.account)
    return [finding.bank.map(state.surroundings.name(ofBank:)), device, account].compactMap { $0?.oneLine }
      .joined(separator: " " + glyphs.separator + " ")
  }

  private func outcome(_ state: FindingState, _ resolution: Resolution?) -> String {
    strings.state(state) + (resolution.map { ": " + words.resolution($0) } ?? "")
  }

  // MARK: The timeline

  /// The evidence, marked, among what else happened.
  private func timeline(width: Int) -> [Line] {
    let evidence = Set(detail.events.map(\.id))
    var day = ""
    return (detail.events + detail.around).sorted(by: SecurityEvent.inOrder).flatMap { event -> [Line] in
      var lines: [Line] = []
      let date = state.timeText.date(event.time)
      if date != day { lines.append(Line(spans: [Span(date, Style(.muted, bold: true))])) }
      day = date
      return lines + self.lines(of: event, isEvidence: evidence.contains(event.id), width: width)
    }
  }

  private func lines(of event: SecurityEvent, isEvidence: Bool, width: Int) -> [Line] {
    let mark = isEvidence ? glyphs.unreadDot : glyphs.separator
    let style = Style(isEvidence ? .text : .muted, bold: isEvidence)
    let indent = 2 + 8 + 2
    let told = if case .message = event.source { true } else { false }
    let what = EventText(event: event, strings: state.strings).text + (isHidden(event) ? " " + glyphs.separator + " " + words.notToYou : "")
    let wrapped = wrap(what.oneLine, width: max(width - indent - 2, 10), limit: 3)
    return wrapped.enumerated().map { row, text in
      guard row == 0 else {
        return Line(spans: [Span(String(repeating: " ", count: indent) + text, style)], event: event, isEvidence: isEvidence)
      }
      return Line(
        spans: [
          Span(mark + " ", Style(isEvidence ? finding.severity.role : .muted, bold: true)),
          Span(state.timeText.clockWithSeconds(event.time) + "  ", Style(.muted)), Span(text, style),
          Span(told ? " " + glyphs.triangleRight : "", Style(.accent)),
        ], event: event, isEvidence: isEvidence)
    }
  }

  /// Whether the finding says that the client didn't get this.
  private func isHidden(_ event: SecurityEvent) -> Bool {
    [5, 6].contains(finding.rule.number) && event.kind != .deviceBound && event.endpoint != nil && detail.events.contains(event)
  }

  // MARK: Words

  private func paragraph(_ label: String, _ text: String, width: Int) -> [Line] {
    wrap(label + ": " + text, width: max(width, 10), limit: 6).enumerated().map { row, line in
      guard row == 0, line.hasPrefix(label + ":") else { return Line(spans: [Span(line, Style())]) }
      return Line(spans: [Span(label + ":", Style(.title, bold: true)), Span(String(line.dropFirst(label.count + 1)), Style())])
    }
  }

  private func text(_ text: String, width: Int, style: Style) -> [Line] {
    wrap(text.oneLine, width: max(width, 10), limit: 6).map { Line(spans: [Span($0, style)]) }
  }

  private func history(width: Int) -> [Line] {
    guard !detail.transitions.isEmpty || detail.stored.comment != nil else { return [] }
    var lines = [Line(spans: []), Line(spans: [Span(words.history, Style(.title, bold: true))])]
    for step in detail.transitions {
      let who = step.isUndo ? words.takenBack : words.actor(step.actor)
      var line = "\(state.timeText.dayAndMonth(step.at)) \(state.timeText.clock(step.at)) \(who): "
      line += strings.state(step.from) + " " + glyphs.arrowRight + " " + outcome(step.to, step.resolution)
      if let until = step.until { line += " " + words.until(state.timeText.dayAndMonth(until)) }
      if let comment = step.comment { line += " \"\(comment)\"" }
      lines += text(line, width: width, style: Style(.muted))
    }
    return lines
  }

  /// The finding for paper and mail: plain lines of 96 cells, safe to print.
  var plain: String {
    let heading = "Kolokol " + glyphs.separator + " " + words.printTitle(finding.id.text) + "\n"
    let printed = words.printedAt(state.timeText.full(state.now)) + "\n\n"
    return heading + printed + lines(width: 96).map { $0.spans.map { Visible.line($0.text) }.joined() + "\n" }.joined()
  }
}

/// An event in one line.
struct EventText {
  let event: SecurityEvent
  let strings: Strings

  var text: String {
    let words = strings.securityStrings.screen
    var parts: [String] = []
    if let device = event.device { parts.append("\"\(device.label)\"") }
    if let place = event.place { parts.append(place) }
    if let scope = event.scope { parts.append(Category(name: scope).map(strings.category) ?? scope) }
    if let change = strings.change(from: event.from, to: event.to) { parts.append(change) }
    if let amount = event.amount { parts.append(strings.money(amount)) }
    if let payee = event.payee { parts.append("→ " + payee) }
    if let operation = event.operation { parts.append(operation) }
    if let endpoint = event.endpoint {
      parts.append("→ " + DeliveryTable.masked(endpoint) + (event.channel.map { " (\(strings.channel($0)))" } ?? ""))
    } else if let channel = event.channel {
      parts.append(strings.channel(channel))
    }
    if let by = event.by { parts.append(words.by(DeliveryTable.masked(by))) }
    if let confirmed = event.confirmedBy ?? event.confirmedOn { parts.append(words.confirmedBy(DeliveryTable.masked(confirmed))) }
    if let age = event.codeAgeSeconds { parts.append(words.codeAge(age)) }
    if let sender = event.sender { parts.append(words.from(sender)) }
    if !event.hosts.isEmpty { parts.append(event.hosts.joined(separator: " ")) }
    let kind = strings.securityStrings.event(event.kind)
    return parts.isEmpty ? kind : kind + ": " + parts.joined(separator: ", ")
  }
}

extension Strings {
  /// What became what, `SMS → push`, numbers with their middle covered; nil when neither is known.
  func change(from: String?, to: String?) -> String? {
    guard from != nil || to != nil else { return nil }
    return [from, to].map { $0.map(side) ?? "?" }.joined(separator: " → ").replacing("? → ", with: "→ ")
  }

  private func side(_ word: String) -> String {
    if word == SecurityEvent.bankDecides { return deliveryStrings.bankCell }
    return Channel(name: word).map(channel) ?? DeliveryTable.masked(word)
  }
}

extension Severity {
  var role: Role {
    switch self {
    case .critical, .high: .critical
    case .medium: .warning
    case .low: .muted
    }
  }
}
