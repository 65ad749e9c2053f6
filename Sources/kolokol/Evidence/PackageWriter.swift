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

  /// Writes a directory, or one file when the path ends in `.tar`.
  /// - Throws: `CommandFailure` when it can't be written.
  func write(to path: String, signing: (String) throws -> SignedNote, strings: EvidenceStrings) throws {
    let note = try signing(PackageFile.noteText(origin: origin, manifest: manifestDigest)).note
    let all = files + [(PackageFile.manifest.rawValue, Array(manifest.utf8)), (PackageFile.manifestNote.rawValue, Array(note.utf8))]
    do {
      if path.hasSuffix(".tar") {
        let archive = TarArchive.archive(all, time: Setting.now.milliseconds / 1_000)
        try Self.create(path, archive)
      } else {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        for file in all { try Self.create(path + "/" + file.name, file.bytes) }
      }
    } catch {
      throw CommandFailure(message: strings.unwritable(path, error.localizedDescription), status: ExitStatus.badUsage)
    }
  }

  /// Writes a file that isn't there yet and that nobody but its owner may read, from its first byte on.
  private static func create(_ path: String, _ bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    fchmod(descriptor, 0o600)
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }
}
