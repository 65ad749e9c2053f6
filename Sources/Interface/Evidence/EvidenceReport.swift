import Foundation
import Ledger
import Model
import Screen
import Storage

/// The page that a package opens with: one HTML file that needs nothing else, for the screen and for paper, in every language of the program.
public struct EvidenceReport: Sendable {
  private let source: EvidenceSource
  private let surroundings: Surroundings
  private let now: Timestamp
  private let version: String
  private let rulesDigest: Hash
  private let isWhole: Bool

  /// How many copies of messages the page shows; all are in the data beside it.
  private static let messageLimit = 500

  /// - Parameters:
  ///   - source: what the package holds.
  ///   - surroundings: language, zone and the names of banks.
  ///   - now: when it is made.
  ///   - version: the program's.
  ///   - rulesDigest: the SHA-256 of the file of rules.
  ///   - isWhole: whether codes stand in the open.
  public init(_ source: EvidenceSource, surroundings: Surroundings, now: Timestamp, version: String, rulesDigest: Hash, isWhole: Bool) {
    self.source = source
    self.surroundings = surroundings
    self.now = now
    self.version = version
    self.rulesDigest = rulesDigest
    self.isWhole = isWhole
  }

  /// The page: the user's language first and shown, the others a click away, without any script.
  public var html: String {
    let languages = [surroundings.language] + Language.allCases.filter { $0 != surroundings.language }
    var html = HTML()
    html.add("<!DOCTYPE html>\n<html lang=\"\(languages[0].rawValue)\"><head><meta charset=\"utf-8\"/>")
    html.element("title", languages[0].evidenceStrings.title)
    html.add("<style>\(Self.style(languages))</style></head><body>\n")
    for (index, language) in languages.enumerated() {
      let check = index == 0 ? " checked=\"checked\"" : ""
      html.add("<input type=\"radio\" name=\"language\" id=\"choose-\(language.rawValue)\"\(check)/>")
      html.add("<label for=\"choose-\(language.rawValue)\">\(language.evidenceStrings.language)</label>\n")
    }
    for language in languages {
      html.add("<article class=\"\(language.rawValue)\" lang=\"\(language.rawValue)\">\n")
      write(language, to: &html)
      html.add("</article>\n")
    }
    html.add("</body></html>\n")
    return html.code
  }

  private func write(_ language: Language, to html: inout HTML) {
    let strings = language.evidenceStrings
    let timeText = TimeText(now: now, zone: surroundings.zone, language: language)
    html.element("h1", strings.title)
    html.element("p", strings.madeAt(moment(now, timeText), version), attributes: "class=\"made\"")
    writeLog(strings, to: &html)
    writeFindings(language, strings, timeText, to: &html)
    writeChain(language, strings, timeText, to: &html)
    writeDevices(strings, timeText, to: &html)
    writeMessages(language, strings, timeText, to: &html)
    html.element("h2", strings.proves)
    html.list("ul", strings.provesPoints)
    html.element("h2", strings.limits)
    html.list("ul", strings.limitPoints)
    html.element("h2", strings.howToCheck)
    html.list("ol", strings.howToCheckSteps)
  }

  private func writeLog(_ strings: EvidenceStrings, to html: inout HTML) {
    let checkpoint = source.checkpoint.checkpoint
    html.add("<section class=\"log\">")
    html.element("h2", strings.log)
    html.add("<dl>")
    let lines = [
      (strings.origin, checkpoint.origin), (strings.entries, String(checkpoint.size)), (strings.rootName, checkpoint.root.hex),
      (strings.keyName, source.key), (strings.rules, rulesDigest.hex),
    ]
    for (name, value) in lines {
      html.element("dt", name)
      html.element("dd", value)
    }
    html.add("</dl></section>\n")
  }

  private func writeFindings(_ language: Language, _ strings: EvidenceStrings, _ timeText: TimeText, to html: inout HTML) {
    let security = language.strings.securityStrings
    html.element("h2", strings.findings)
    if source.findings.isEmpty { html.element("p", strings.nothingFound) }
    for history in source.findings.sorted(by: Self.graverFirst) {
      let finding = history.stored.finding
      let rule = security.rule(finding.rule, surroundings.limits)
      html.add("<section class=\"finding \(finding.severity.name)\">")
      html.element("h3", strings.reported(security.severity(finding.severity), "\(finding.rule) \(rule.name)"))
      html.add("<dl>")
      var lines = [(strings.columns.time, moment(finding.time, timeText)), (strings.account, account(finding))]
      if let device = finding.device { lines.append((strings.columns.device, device.label)) }
      lines += [(strings.condition, rule.condition), (strings.source, rule.source)]
      let state = security.state(finding.state) + (history.stored.comment.map { " — " + $0 } ?? "")
      lines += [(strings.history, state), (strings.columns.entry, entries([history.leaf].compactMap { $0 } + history.transitions))]
      for (name, value) in lines {
        html.element("dt", name)
        html.element("dd", value)
      }
      html.add("</dl></section>\n")
    }
  }

  private static func graverFirst(_ one: EvidenceSource.FindingHistory, _ other: EvidenceSource.FindingHistory) -> Bool {
    let (a, b) = (one.stored.finding, other.stored.finding)
    return (-a.severity.rawValue, a.time.milliseconds) < (-b.severity.rawValue, b.time.milliseconds)
  }

  private func account(_ finding: Finding) -> String {
    [finding.bank.map(surroundings.name(ofBank:)), finding.account].compactMap { $0 }.joined(separator: ", ")
  }

  private func writeChain(_ language: Language, _ strings: EvidenceStrings, _ timeText: TimeText, to html: inout HTML) {
    let told = source.events.filter { $0.salt != nil }
    guard !told.isEmpty else { return }
    html.element("h2", strings.chain)
    let grave = Set(source.findings.flatMap(\.stored.finding.evidence))
    html.add("<figure>")
    html.add(
      ReportTimeline(told.filter { $0.withdrawal == nil }.map(\.event), grave: grave, names: names, timeText: timeText).svg(
        title: strings.chain))
    html.element("figcaption", strings.timelineLegend + ". " + strings.compressed)
    html.add("</figure>\n")
    let security = language.strings.securityStrings
    html.table(
      [
        strings.columns.time, strings.columns.what, strings.columns.device, strings.columns.who, strings.columns.place,
        strings.columns.entry,
      ],
      told.map { item in
        let event = item.event
        let change = [event.from, event.to].compactMap { $0 }.joined(separator: " → ")
        let what = [
          security.event(event.kind), change, event.amount.map { language.strings.money($0, signed: false) } ?? "", event.payee ?? "",
          item.withdrawal == nil ? "" : event.source == .user ? strings.takenBack : strings.withdrawn,
        ]
        return [
          moment(event.time, timeText), what.filter { !$0.isEmpty }.joined(separator: ", "),
          event.device?.label ?? event.endpoint.map(name) ?? "",
          (event.by ?? event.confirmedBy).map(name) ?? "", event.place ?? "", entries([item.leaf] + (item.withdrawal.map { [$0] } ?? [])),
        ]
      })
  }

  private func writeDevices(_ strings: EvidenceStrings, _ timeText: TimeText, to html: inout HTML) {
    html.element("h2", strings.devices)
    let devices = EvidenceDevice.all(in: source)
    if devices.isEmpty { html.element("p", strings.noDevices) }
    if !devices.isEmpty {
      html.table(
        [strings.columns.device, strings.account, strings.columns.bound, strings.columns.unbound, strings.columns.entry],
        devices.map { device in
          [
            [device.device.label, device.device.platform].compactMap { $0 }.joined(separator: ", "),
            [device.bank.map(surroundings.name(ofBank:)), device.account].compactMap { $0 }.joined(separator: ", "),
            device.bound.map { moment($0, timeText) } ?? "", device.unbound.map { moment($0, timeText) } ?? "", entries(device.leaves),
          ]
        })
    }
    guard !source.arrangements.isEmpty else { return }
    html.element("h3", strings.steps)
    html.table(
      [strings.columns.time, strings.columns.what, strings.columns.who, strings.columns.entry],
      source.arrangements.map { arrangement, leaf in
        let what =
          switch arrangement.step {
          case .channel(let scope, let channel): scope.name + " → " + (channel?.name ?? "bank")
          case .snooze(let until): "snooze → " + (until.map { moment($0, timeText) } ?? "—")
          case .quietHours(let hours): "quiet_hours → " + (hours?.text ?? "—")
          case .device(let step, let device): step.name + ": " + device.label
          }
        return [
          moment(arrangement.time, timeText),
          [arrangement.bank.map(surroundings.name(ofBank:)), what].compactMap { $0 }.joined(separator: ", "),
          name(arrangement.fromDevice ?? arrangement.by), entries([leaf].compactMap { $0 }),
        ]
      })
  }

  private func writeMessages(_ language: Language, _ strings: EvidenceStrings, _ timeText: TimeText, to html: inout HTML) {
    html.element("h2", strings.messages)
    html.element("p", isWhole ? strings.codesOpen : strings.codesCovered)
    if source.messages.count > Self.messageLimit { html.element("p", strings.messagesCut(Self.messageLimit, source.messages.count)) }
    if source.erased > 0 { html.element("p", strings.erased(source.erased)) }
    let columns = strings.columns
    html.table(
      [columns.time, columns.sender, columns.channel, columns.endpoint, columns.state, columns.text, columns.entry],
      source.messages.prefix(Self.messageLimit).map { message in
        let delivery = message.delivery
        let text = [delivery.title, delivery.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
        return [
          moment(delivery.time, timeText), message.opening == nil ? "" : delivery.sender, language.strings.channel(delivery.channel),
          delivery.endpoint.map(name) ?? "", language.strings.status(delivery.status), message.opening == nil ? strings.withheld : text,
          entries([message.leaf]),
        ]
      }, kind: "messages")
  }

  /// What people call a device; the id itself where it has no other name.
  private func name(_ id: String) -> String { names[id] ?? id }

  private var names: [String: String] {
    let devices = EvidenceDevice.all(in: source).map(\.device)
    return Dictionary(devices.compactMap { device in device.name.map { (device.id, $0) } }) { first, _ in first }
  }

  private func entries(_ leaves: [Int]) -> String {
    leaves.sorted().map { "№ \($0)" }.joined(separator: ", ")
  }

  /// Date and time to the second, with the zone.
  private func moment(_ time: Timestamp, _ timeText: TimeText) -> String {
    let seconds = surroundings.zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1_000))
    let zone = "UTC" + (seconds < 0 ? "−" : "+") + String(abs(seconds) / 3_600) + (seconds % 3_600 == 0 ? "" : ":\(abs(seconds) / 60 % 60)")
    return timeText.full(time) + " " + zone
  }

  private static func style(_ languages: [Language]) -> String {
    let switches = languages.map { "#choose-\($0.rawValue):not(:checked)~article.\($0.rawValue){display:none}" }.joined(separator: "\n")
    return """
      \(switches)
      body{font:15px/1.45 "Liberation Sans",Arial,Helvetica,sans-serif;color:#111;background:#fff;max-width:62em;margin:2em auto;padding:0 1.2em}
      h1{font-size:1.75em;margin:.6em 0 .2em} h2{font-size:1.25em;margin:1.8em 0 .6em;border-bottom:2px solid #111;padding-bottom:.2em}
      h3{font-size:1.05em;margin:0 0 .4em} h1,h2,h3{break-after:avoid} .made{color:#444;margin-top:0} label{margin-right:1em}
      dl{display:grid;grid-template-columns:14em 1fr;gap:.15em .8em;margin:0} dt{color:#555} dd{margin:0;overflow-wrap:anywhere}
      .log dd{font-family:"Liberation Mono",Consolas,monospace;font-size:.86em}
      .finding{border-left:6px solid #999;padding:.5em .9em;margin:.8em 0;background:#f7f7f7;break-inside:avoid}
      .critical,.high{border-color:#b00020} .medium{border-color:#c77700}
      table{border-collapse:collapse;width:100%;font-size:.88em;margin:.6em 0} th{text-align:left;border-bottom:1.5px solid #111}
      th,td{padding:.28em .6em .28em 0;vertical-align:top;overflow-wrap:break-word} td{border-bottom:1px solid #ddd} tr{break-inside:avoid}
      td:last-child{color:#444} .messages td:nth-child(6){overflow-wrap:anywhere;min-width:14em}
      figure{margin:.6em 0;break-inside:avoid} svg{width:100%;height:auto} figcaption{font-size:.88em;color:#444} li{margin:.35em 0}
      @page{size:A4;margin:16mm} @media print{body{margin:0;max-width:none;padding:0;font-size:11px} input,label{display:none}}
      """
  }
}
