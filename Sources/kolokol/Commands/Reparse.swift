import ArgumentParser
import Foundation
import Ingest
import Interface
import Model
import Parsing
import Screen
import Storage

/// `kolokol reparse`: what is stored, read by the parser of today.
struct Reparse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reparse", abstract: "Read stored messages anew, after an update or a new bank file.",
    discussion: """
      Shows first what is read otherwise than before, with some examples, and asks before it changes anything. Texts, deliveries and marks \
      stay; there is no undo. Devices, channels and numbers that are only recognised now become events, and the rules look at them. What was interrupted goes on when it is run again.
      """)

  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Change it without asking.")
  var yes = false
  @Flag(help: "One JSON object, with the number of messages of each change.")
  var json = false

  func run() throws {
    let setting = Setting()
    let store = try database.open(setting, for: .changing)
    defer { try? store.close() }
    let rereading = Rereading(store: store, parser: MessageParser(catalog: setting.catalog))
    let strings = setting.strings.reparseStrings
    var report = try run(rereading, isApplied: false, setting)
    if !json { show(report, setting) }
    let isApplied = try !report.isEmpty && isWanted(setting)
    if isApplied {
      // Until here nothing was written, so an interrupt may end the program as it would any other.
      Interrupt.watch()
      report = try run(rereading, isApplied: true, setting)
      if !json, !report.wasCancelled {
        if report.united > 0 { Console.output("\(strings.united(report.united))\n") }
        Console.output("\(strings.applied(report.changed))\n")
      }
    }
    if json { Console.output(object(report, isApplied: isApplied)) }
    if report.wasCancelled {
      Console.error(strings.stopped)
      Interrupt.passOn()
    }
  }

  private func run(_ rereading: Rereading, isApplied: Bool, _ setting: Setting) throws -> RereadingReport {
    var lastShown = ContinuousClock.now
    defer { if Console.errorIsTerminal { Console.clearStatus() } }
    do {
      return try rereading.run(isApplied: isApplied, cancellation: Interrupt.cancellation) { status in
        guard Console.errorIsTerminal, lastShown.duration(to: .now) > .milliseconds(100) else { return }
        lastShown = .now
        Console.status(setting.strings.reparseStrings.progress(status))
      }
    } catch {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }

  private func show(_ report: RereadingReport, _ setting: Setting) {
    let strings = setting.strings
    if report.united > 0 { Console.output("\(strings.reparseStrings.toldTwice(report.united))\n") }
    guard report.changed > 0 else {
      Console.output("\(strings.reparseStrings.nothingChanges(report.read))\n")
      return
    }
    Console.output("\(strings.reparseStrings.summary(report))\n")
    for line in strings.reparseCounts(report) { Console.output("  \(line)\n") }
    if report.events != RereadingReport.Events() { Console.output("  \(strings.reparseStrings.events(report.events))\n") }
    let text = PlainText(surroundings: setting.surroundings(), now: Setting.now)
    for change in report.examples {
      Console.output("\n" + text.line(change.covered) + "\n    " + SafeText(line: strings.reparseChange(change)) + "\n")
    }
  }

  /// Asks on a terminal; elsewhere only `--yes` is a yes.
  private func isWanted(_ setting: Setting) throws -> Bool {
    let strings = setting.strings.reparseStrings
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1, Console.errorIsTerminal, !json else {
      Console.error(strings.needsYes)
      return false
    }
    Console.ask("\n" + strings.ask)
    let answer = readLine()?.lowercased() ?? ""
    if ["y", "yes", "д", "да"].contains(answer) { return true }
    Console.error(strings.leftAsItWas)
    return false
  }

  private func object(_ report: RereadingReport, isApplied: Bool) -> JSONObject {
    var object = JSONObject()
    object.add("read", Int64(report.read))
    object.add("changed", Int64(report.changed))
    for field in RereadingReport.Field.allCases { object.add(field.rawValue, Int64(report.fields[field] ?? 0)) }
    object.add("united", Int64(report.united))
    object.add("events_added", Int64(report.events.added))
    object.add("events_changed", Int64(report.events.changed))
    object.add("events_withdrawn", Int64(report.events.withdrawn))
    object.add("applied", isApplied)
    object.add("complete", !report.wasCancelled)
    return object
  }
}

extension RereadingChange {
  /// The row as it is read now, what was covered before covered still.
  fileprivate var covered: NotificationRow {
    var row = row
    let before = row.facts.secrets
    row.facts = meaning.facts
    row.facts.covered += before.all.filter { !meaning.facts.secrets.all.contains($0) }
    return row
  }
}
