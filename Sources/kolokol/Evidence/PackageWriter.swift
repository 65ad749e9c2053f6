import Foundation
import Interface
import Ledger
import Model
import Storage

/// Writes an evidence package.
struct PackageWriter {
  private var files: [(name: String, bytes: [UInt8])] = []
  private let manifest: String
  private let origin: String

  /// The SHA-256 of the manifest, which stands for all files.
  var manifestDigest: Hash { Hash(of: manifest.utf8) }

  /// - Parameters:
  ///   - source: what the package holds.
  ///   - setting: language, zone, banks and rules.
  ///   - isWhole: whether codes stand in the open.
  init(_ source: EvidenceSource, setting: Setting, isWhole: Bool) {
    origin = source.checkpoint.checkpoint.origin
    let lines = PackageLines(source, setting: setting)
    let rules = lines.rules
    let report = EvidenceReport(
      source, surroundings: setting.surroundings(), now: Setting.now, version: Version.text, rulesDigest: Hash(of: rules.utf8),
      isWhole: isWhole)
    let texts: [(PackageFile, String)] = [
      (.report, report.html), (.messages, lines.messages), (.events, lines.events), (.findings, lines.findings), (.log, lines.log),
      (.devices, lines.devices), (.rules, rules), (.proofs, lines.proofs), (.earlier, lines.earlier), (.checkpoint, source.checkpoint.text),
      (.key, source.key + "\n"),
    ]
    files = texts.map { ($0.rawValue, Array($1.utf8)) }.sorted { $0.name < $1.name }
    manifest = files.map { "\(Hash(of: $0.bytes).hex)  \($0.name)\n" }.joined()
  }

  /// Writes a directory, or one file when the path ends in `.tar`; nothing of it stays when that fails.
  /// - Throws: `CommandFailure` when it can't be written.
  func write(to path: String, signing: (String) throws -> SignedNote, strings: EvidenceStrings) throws {
    let note = try signing(PackageFile.noteText(origin: origin, manifest: manifestDigest)).note
    let all = files + [(PackageFile.manifest.rawValue, Array(manifest.utf8)), (PackageFile.manifestNote.rawValue, Array(note.utf8))]
    do throws(NewFile.Failure) {
      if path.hasSuffix(".tar") {
        let archive = TarArchive.archive(all, time: Setting.now.milliseconds / 1_000)
        try NewFile.write(Data(archive), to: path, isPrivate: true)
      } else {
        try NewFile.makeDirectory(path)
        for file in all { try NewFile.write(Data(file.bytes), to: path + "/" + file.name, isPrivate: true) }
      }
    } catch {
      // What was there before isn't ours: making it had failed.
      if error.errno != EEXIST { try? FileManager.default.removeItem(atPath: path) }
      throw CommandFailure(message: strings.unwritable(path, error.errno), status: ExitStatus.badUsage)
    }
  }
}
