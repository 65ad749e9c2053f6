import ArgumentParser
import Interface
import Model
import Parsing
import Screen
import Storage

/// The ways findings are printed.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable { case table, json, ocsf, csv }

/// Prints findings, a line each.
struct FindingPrinter {
  let format: FindingFormat
  let setting: Setting
  private var known: Set<FindingID> = []

  init(format: FindingFormat, setting: Setting) {
    self.format = format
    self.setting = setting
  }

  private var strings: SecurityStrings { setting.strings.securityStrings }

  /// What stands above the first finding.
  var heading: Printout {
    format == .csv ? Printout(csv: Self.columns) : Printout()
  }

  private static let columns = [
    "id", "rule", "severity", "state", "resolution", "account", "bank", "device", "device_name", "time", "anchor", "evidence", "title",
    "advice", "comment",
  ]

  /// A finding, with its line's end.
  mutating func line(_ stored: StoredFinding) -> Printout {
    let finding = stored.finding
    let title = strings.name(of: finding.rule)
    let phone = finding.bank.flatMap { setting.catalog.bank(key: $0)?.phone }
    let advice = strings.advice(finding.rule, phone).joined(separator: " ")
    switch format {
    case .json:
      var object = finding.json(title: title, advice: advice)
      if let resolution = stored.resolution { object.add("resolution", resolution.name) }
      if let until = stored.until { object.add("until", until.rfc3339) }
      if let comment = stored.comment { object.add("comment", comment) }
      return Printout(object)
    case .ocsf:
      let isUpdate = !known.insert(finding.id).inserted
      return Printout(OCSF.finding(stored, title: title, advice: advice, isUpdate: isUpdate))
    case .csv:
      return Printout(csv: [
        finding.id.text, finding.rule.description, finding.severity.name, finding.state.name, stored.resolution?.name ?? "",
        finding.account,
        finding.bank ?? "", finding.device?.id ?? "", finding.device?.name ?? "", finding.time.rfc3339, finding.anchor,
        finding.evidence.joined(separator: " "), title, advice, stored.comment ?? "",
      ])
    case .table:
      let severity = strings.severity(finding.severity)
      let cells = [
        (severity, 11), (finding.rule.description, 4), (title, 31), (finding.account, 10), (finding.bank ?? "", 12),
        (finding.device?.label ?? "", 18), (finding.time.rfc3339, 24), (strings.state(finding.state), 12),
      ]
      return Printout("\(cells.map { Self.cell($0, $1) }.joined(separator: " ").trimmed)\n")
    }
  }

  private static func cell(_ text: String, _ width: Int) -> String {
    let safe = wrap(Visible.line(text), width: width, limit: 1).first ?? ""
    return safe + String(repeating: " ", count: max(width - TextWidth.of(safe), 0))
  }
}

extension String {
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
