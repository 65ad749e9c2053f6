import ArgumentParser
import Detection
import Foundation
import Ingest
import Interface
import Model
import Storage

/// `kolokol audit`: what the rules find, in the database or in a stream of events.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Print findings of the database, or of a stream of events.",
    discussion: """
      With --stream it reads events as JSON lines from the standard input and writes findings as they come up, holding a bounded state for \
      each account. A finding whose id comes again takes the place of the one before; one in state "withdrawn" is none any more. \
      With --from-the-beginning it changes nothing and prints no findings, but what is stored otherwise than all messages and events give. \
      Exit status 1: there are findings of --fail-on or above, or something is stored otherwise; 2: none, but lines of the stream were refused.
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(help: "table, json, ocsf or csv; default: table on a terminal, else json.")
  var format: FindingFormat?
  @Flag(help: "The same as --format json.")
  var json = false
  @Flag(help: "Read events from the standard input instead of a database.")
  var stream = false
  @Flag(
    help: "Judge everything from the beginning, and say what is stored otherwise: what somebody kept out of the database, or changed there."
  )
  var fromTheBeginning = false
  @Flag(help: "With --stream: look for devices and phones that belong to several accounts (R15), and for nothing else.")
  var acrossAccounts = false
  @Option(help: ArgumentHelp("With --stream: how many accounts memory holds; the others wait in a file.", valueName: "n"))
  var openAccounts = EventWatch.defaultCapacity
  @Option(help: ArgumentHelp("Only findings from this day on: 2026-03-01, or RFC 3339.", valueName: "time"))
  var since: String?
  @Option(help: ArgumentHelp("Only findings of this rule: R04.", valueName: "rule"))
  var rule: String?
  @Option(
    help: ArgumentHelp(
      "Exit status 1 when something is found of this severity or above: low, medium, high, critical.", valueName: "severity"))
  var failOn = "low"

  func validate() throws {
    guard Severity(name: failOn) != nil else { throw ValidationError("--fail-on \(failOn): expected low, medium, high or critical.") }
    guard openAccounts > 0 else { throw ValidationError("--open-accounts \(openAccounts): expected a number from 1 up.") }
    if let rule, RuleID(name: rule).map({ RuleBook.numbers.contains($0) }) != true {
      throw ValidationError("--rule \(rule): expected R01 to \(RuleBook.numbers.last?.description ?? "R01").")
    }
    guard !fromTheBeginning || !stream else { throw ValidationError("--from-the-beginning: expected without --stream.") }
    if let since, Self.time(since) == nil { throw ValidationError("--since \(since): expected 2026-03-01 or 2026-03-01T14:02:11+03:00.") }
  }

  func run() throws {
    let setting = Setting()
    for problem in setting.problems { Console.error(problem) }
    if fromTheBeginning { return try judge(setting) }
    let format = json ? .json : self.format ?? (Console.outputIsTerminal ? .table : .json)
    var printer = FindingPrinter(format: format, setting: setting)
    var filter = Filter(since: since.flatMap(Self.time), rule: rule.flatMap { RuleID(name: $0) }, failOn: Severity(name: failOn) ?? .low)
    var hasRefusals = false
    if stream {
      Console.output(printer.heading)
      hasRefusals = try watch(setting, &printer, &filter)
    } else {
      let store = try database.open(setting, for: .reading)
      defer { try? store.close() }
      Console.output(printer.heading)
      try list(store, setting, &printer, &filter)
    }
    if filter.hasFailed { throw ExitCode(ExitStatus.findings) }
    // Nothing found in a stream of which a part couldn't be read is no all-clear.
    if hasRefusals { throw ExitCode(ExitStatus.badUsage) }
  }

  /// Which findings are wanted, and whether one was grave enough.
  private struct Filter {
    let since: Timestamp?
    let rule: RuleID?
    let failOn: Severity
    var count = 0
    private var grave: Set<FindingID> = []

    init(since: Timestamp?, rule: RuleID?, failOn: Severity) {
      self.since = since
      self.rule = rule
      self.failOn = failOn
    }

    var hasFailed: Bool { !grave.isEmpty }

    mutating func takes(_ finding: Finding) -> Bool {
      if let rule, finding.rule != rule { return false }
      if let since, finding.time < since { return false }
      count += 1
      if finding.severity >= failOn, finding.state != .withdrawn { grave.insert(finding.id) } else { grave.remove(finding.id) }
      return true
    }
  }

  private static func time(_ text: String) -> Timestamp? {
    // The formatter takes 30 February for 2 March.
    let day = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard day.count == 3 else { return nil }
    let date = CivilDate(year: day[0], month: day[1], day: day[2])
    guard CivilDate(daysSince1970: date.daysSince1970) == date else { return nil }
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = text.contains("T") ? [.withInternetDateTime] : [.withFullDate]
    return formatter.date(from: text).map { Timestamp(milliseconds: Int64($0.timeIntervalSince1970 * 1_000)) }
  }

  // MARK: The database

  private func list(_ store: Store, _ setting: Setting, _ printer: inout FindingPrinter, _ filter: inout Filter) throws {
    do throws(StoreError) {
      // What keeps alerts out would make this an all-clear that isn't one.
      let differences = try store.schemaDifferences()
      guard differences.isEmpty else { throw StoreError(path: store.path, reason: .schema(differences)) }
      let query = FindingQuery(rule: filter.rule, since: filter.since)
      for stored in try store.currentFindings(query) where filter.takes(stored.finding) { Console.output(printer.line(stored)) }
    } catch {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
    if filter.count == 0, Console.outputIsTerminal { Console.error(setting.strings.securityStrings.noFindings) }
  }

  /// What is to be caught up with is caught up with first; then nothing may differ.
  private func judge(_ setting: Setting) throws {
    let strings = setting.strings.securityStrings
    let judgement = try setting.withStore(database, for: database.mayBeChanged(setting) ? .changing : .reading) { store in
      if store.access == .readWrite { try store.catchUpWithFindings() }
      return try store.judgeFromTheBeginning()
    }
    if json {
      for difference in judgement.differences { Console.output(Self.object(difference, strings)) }
      var summary = JSONObject()
      summary.add("type", "judgement")
      summary.add("ok", judgement.differences.isEmpty)
      summary.add("messages", Int64(judgement.messages))
      summary.add("events", Int64(judgement.events))
      summary.add("differences", Int64(judgement.differences.count))
      Console.output(summary)
    } else if judgement.differences.isEmpty {
      Console.output("\(strings.judgedAlike(judgement))\n")
    } else {
      Console.output("\(strings.judgedOtherwise(judgement))\n")
      for difference in judgement.differences {
        Console.output("\(Console.item(strings.difference(difference), indent: "  ", width: Console.outputWidth))\n")
      }
    }
    if !judgement.differences.isEmpty { throw ExitCode(ExitStatus.findings) }
  }

  private static func object(_ difference: Judgement.Difference, _ strings: SecurityStrings) -> JSONObject {
    var object = JSONObject()
    object.add("type", "difference")
    let (kind, id, account): (String, String, String) =
      switch difference {
      case .eventMissing(let event): ("event_missing", event.id, event.account)
      case .findingMissing(let finding): ("finding_missing", finding.id.text, finding.account)
      case .findingDiffers(let finding, _): ("finding_differs", finding.id.text, finding.account)
      case .findingUnfounded(let finding): ("finding_unfounded", finding.id.text, finding.account)
      }
    object.add("kind", kind)
    object.add("id", id)
    object.add("account", account)
    object.add("reason", strings.difference(difference))
    return object
  }

  // MARK: A stream

  /// - Returns: whether lines were refused.
  private func watch(_ setting: Setting, _ printer: inout FindingPrinter, _ filter: inout Filter) throws -> Bool {
    var refused = 0
    var passedOver = 0
    var events = 0
    let strings = setting.strings
    var watch = EventWatch(setting.ruleBook, capacity: openAccounts, directory: NSTemporaryDirectory())
    var shared = SharedEndpoints(limits: setting.ruleBook.limits)
    var found: [Finding] = []
    do {
      var reader = try EventReader(opening: "-")
      while let item = try reader.next() {
        switch item {
        case .event(let event):
          events += 1
          if acrossAccounts { shared.take(event) } else { try watch.take(event, into: &found) }
        case .refused(let refusal):
          refused += 1
          Console.error(strings.importStrings.refusal(refusal))
        case .other: passedOver += 1
        }
        if !found.isEmpty { print(&found, &printer, &filter) }
      }
      if acrossAccounts { found = shared.findings } else { try watch.finish(into: &found) }
      print(&found, &printer, &filter)
    } catch let error as InputError {
      throw CommandFailure(message: strings.importStrings.inputError(error), status: ExitStatus.badUsage)
    } catch let error as AsideError {
      throw CommandFailure(message: "\(error.path): \(error.reason)", status: ExitStatus.database)
    }
    Console.error(strings.securityStrings.streamDone(events, filter.count, refused, passedOver))
    return refused > 0
  }

  private func print(_ found: inout [Finding], _ printer: inout FindingPrinter, _ filter: inout Filter) {
    var output = Printout()
    for finding in found where filter.takes(finding) { output += printer.line(StoredFinding(finding: finding)) }
    found.removeAll(keepingCapacity: true)
    Console.output(output)
  }
}
