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
  @Flag(help: "One JSON object.")
  var json = false

  func run() throws {
    let setting = Setting()
    let strings = setting.strings.ledgerStrings
    let kept = try KeptCheckpoints.read(checkpoint, setting: setting)
    let store = try database.open(setting, access: .readOnly)
    defer { try? store.close() }
    let verdict: LedgerVerdict
    var reread: RereadingReport?
    do {
      verdict = try store.verifyLedger(against: kept)
      if readings { reread = try Rereading(store: store, parser: MessageParser(catalog: setting.catalog)).run(isApplied: false) }
    } catch {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
    Console.output(json ? object(verdict, reread, strings).line + "\n" : text(verdict, strings))
    if let reread, !json {
      Console.output((reread.changed == 0 ? strings.readingsSame(reread.read) : strings.readingsDiffer(reread)) + "\n")
    }
    if !verdict.isGood || reread.map({ $0.changed > 0 }) == true { throw ExitCode(ExitStatus.findings) }
  }

  private func text(_ verdict: LedgerVerdict, _ strings: LedgerStrings) -> String {
    guard !verdict.isGood else { return strings.verified(verdict) + "\n\(verdict.origin ?? "")  \(verdict.root.hex)\n" }
    var lines = [strings.failed(verdict.faultCount)]
    lines += verdict.faults.prefix(Self.namedFaults).map { "  " + Visible.line(strings.fault($0)) }
    if verdict.faultCount > Self.namedFaults { lines.append("  " + strings.moreFaults(verdict.faultCount - Self.namedFaults)) }
    return lines.joined(separator: "\n") + "\n"
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
    return object
  }

  private static let namedFaults = 20
}
