import ArgumentParser
import Foundation
import Interface
import Ledger
import Model
import Screen

/// `kolokol evidence verify PATH`: checks a package by nothing but itself.
struct EvidenceVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify a package by nothing but itself and, if given, checkpoints kept elsewhere.",
    discussion: "Exit status: 0 all of it is in the log, 1 something isn't, or there is nothing to verify, 2 there is no package.")

  @Argument(help: ArgumentHelp("The package: a directory or a .tar file.", valueName: "path"))
  var path: String
  @Option(help: ArgumentHelp("A checkpoint of the log that you kept; may be given several times.", valueName: "file"))
  var checkpoint: [String] = []
  @Flag(help: "One JSON object.")
  var json = false

  func run() throws {
    let setting = Setting()
    let strings = setting.language.evidenceStrings
    let kept = try KeptCheckpoints.read(checkpoint, setting: setting)
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(message: setting.strings.ledgerStrings.unreadableFile(path), status: ExitStatus.badUsage)
    }
    let contents: PackageContents
    do throws(PackageFault) {
      contents = try PackageContents(path: path)
    } catch {
      throw CommandFailure(message: strings.fault(error), status: ExitStatus.badUsage)
    }
    let verdict = PackageVerifier.verify(contents, against: kept)
    Console.output(json ? Printout(object(verdict, strings)) : Printout(SafeText(text(verdict, strings, setting.strings.ledgerStrings))))
    if !verdict.isGood { throw ExitCode(ExitStatus.findings) }
  }

  private func text(_ verdict: PackageVerdict, _ strings: EvidenceStrings, _ ledgerStrings: LedgerStrings) -> String {
    let checkpoint = verdict.checkpoint.map { "\($0.origin)  \($0.size)  \($0.root.hex)\n" } ?? ""
    guard !verdict.isGood else { return strings.verified(verdict) + "\n" + checkpoint }
    var lines = [strings.failed(verdict.faults.count)]
    lines += verdict.faults.prefix(Self.namedFaults).map { "  " + Visible.line(strings.fault($0)) }
    let rest = verdict.faults.count - Self.namedFaults
    if rest > 0 { lines.append("  " + ledgerStrings.moreFaults(rest)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func object(_ verdict: PackageVerdict, _ strings: EvidenceStrings) -> JSONObject {
    var object = JSONObject()
    object.add("ok", verdict.isGood)
    object.add("faults", verdict.faults.prefix(Self.namedFaults).map { strings.fault($0) })
    object.add("fault_count", Int64(verdict.faults.count))
    object.add("origin", verdict.checkpoint?.origin)
    object.add("size", verdict.checkpoint.map { Int64($0.size) })
    object.add("root", verdict.checkpoint?.root.hex)
    object.add("messages", Int64(verdict.messages))
    object.add("events", Int64(verdict.events))
    object.add("entries", Int64(verdict.entries))
    object.add("findings", Int64(verdict.findings))
    object.add("withheld", Int64(verdict.withheld))
    object.add("kept_checkpoints", Int64(verdict.kept))
    return object
  }

  private static let namedFaults = 20
}
