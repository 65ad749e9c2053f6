import ArgumentParser
import Foundation
import Ingest
import Interface
import Model
import Parsing
import Screen
import Storage

/// `kolokol ledger verify`: works everything out anew.
struct LedgerVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Work out the whole log anew from what is stored, and say what differs.",
    discussion: "Exit status: 0 everything is as it was written down, 1 something isn't, or there is nothing to verify.")

  @OptionGroup var database: DatabaseOptions
  @Option(help: ArgumentHelp("Hold the log to a checkpoint you kept; may be given several times.", valueName: "file"))
  var checkpoint: [String] = []
  @Flag(help: "Also read all texts again, and compare what they say with what is stored of them: amount, bank, code, category and so on.")
  var readings = false
  @Flag(help: "Name every single thing that differs, not the first few of each kind.")
  var all = false
  @Flag(help: "One JSON object.")
  var json = false

  func run() throws {
    let setting = Setting()
    let strings = setting.strings.ledgerStrings
    let kept = try KeptCheckpoints.read(checkpoint, setting: setting)
    let store = try database.open(setting, for: .reading)
    defer { try? store.close() }
    let verdict: LedgerVerdict
    var reread: RereadingReport?
    do {
      verdict = try store.verifyLedger(against: kept, faultLimit: all ? .max : LedgerVerdict.faultLimit)
      if readings { reread = try Rereading(store: store, parser: MessageParser(catalog: setting.catalog)).run(isApplied: false) }
    } catch {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
    Console.output(json ? Printout(object(verdict, reread, strings)) : Printout(text(verdict, strings)))
    if let reread, !json {
      Console.output("\(reread.changed == 0 ? strings.readingsSame(reread.read) : strings.readingsDiffer(reread))\n")
    }
    if !verdict.isGood || reread.map({ $0.changed > 0 }) == true { throw ExitCode(ExitStatus.findings) }
  }

  private func text(_ verdict: LedgerVerdict, _ strings: LedgerStrings) -> SafeText {
    guard !verdict.isGood else {
      let verified: SafeText = "\(strings.verified(verdict))\n\(verdict.origin ?? "")  \(verdict.root.hex)\n"
      return verdict.keptElsewhere > 0 ? verified : verified + "\(strings.onlyItsOwn)\n"
    }
    var lines = [SafeText(strings.failed(verdict.faultCount))]
    func line(_ fault: LedgerFault) -> SafeText { Console.item(strings.fault(fault), indent: "  ", width: Console.outputWidth) }
    if all {
      lines += verdict.faults.map(line)
    } else {
      for kind in verdict.kinds {
        lines += kind.first.map(line)
        if kind.count > kind.first.count { lines.append("  \(strings.moreOfKind(kind.count - kind.first.count))") }
      }
      if verdict.kinds.contains(where: { $0.count > $0.first.count }) { lines.append(SafeText(strings.allFaults)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func object(_ fault: LedgerFault, _ strings: LedgerStrings) -> JSONObject {
    var object = JSONObject()
    object.add("leaf", fault.leaf.map(Int64.init))
    object.add("kind", fault.reason.kind)
    object.add("reason", strings.fault(fault))
    return object
  }

  private func object(_ kind: LedgerFaultKind) -> JSONObject {
    var object = JSONObject()
    object.add("kind", kind.name)
    object.add("count", Int64(kind.count))
    object.add("leaf", kind.first.first?.leaf.map(Int64.init))
    return object
  }

  private func object(_ verdict: LedgerVerdict, _ reread: RereadingReport?, _ strings: LedgerStrings) -> JSONObject {
    var object = JSONObject()
    object.add("ok", verdict.isGood && (reread?.changed ?? 0) == 0)
    if let reread {
      var readings = JSONObject()
      readings.add("ok", reread.changed == 0)
      readings.add("read", Int64(reread.read))
      readings.add("changed", Int64(reread.changed))
      readings.add("first", reread.examples.first?.row.id.rawValue)
      object.add("readings", readings)
    }
    if let fault = verdict.faults.first {
      object.add("leaf", fault.leaf.map(Int64.init))
      object.add("reason", strings.fault(fault))
      object.add("faults", Int64(verdict.faultCount))
      object.add("kinds", verdict.kinds.map { self.object($0) })
      if all { object.add("all", verdict.faults.map { self.object($0, strings) }) }
    }
    object.add("size", Int64(verdict.size))
    object.add("root", verdict.root.hex)
    object.add("origin", verdict.origin)
    object.add("deliveries", Int64(verdict.deliveries))
    object.add("records", Int64(verdict.records))
    object.add("erased", Int64(verdict.erased))
    object.add("withdrawn", Int64(verdict.withdrawn))
    object.add("checkpoints", Int64(verdict.checkpoints))
    object.add("newest_checkpoint", verdict.newestCheckpoint.map(Int64.init))
    object.add("kept_checkpoints", Int64(verdict.keptElsewhere))
    return object
  }
}
