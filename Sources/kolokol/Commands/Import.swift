import ArgumentParser
import Foundation
import Ingest
import Interface
import Parsing
import Storage

/// `kolokol import`: files of messages into the database.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring files of messages into the bell.",
    discussion: """
      Reads backups of SMS from Android, iPhones and Gammu, logs of a phone's or a desktop's notifications, what servers and modems print, \
      JSON lines and CSV, found by content; a directory stands for the files directly in it, and - for the standard input. Importing a file again adds nothing; one that was interrupted or has grown goes on where it ended. \
      docs/formats.md describes the formats.
      """)

  @Argument(help: ArgumentHelp("What to import.", valueName: "path"))
  var paths: [String]
  @OptionGroup var database: DatabaseOptions
  @Option(help: ArgumentHelp("Take files for this format: \(Format.names.joined(separator: ", ")).", valueName: "name"))
  var format: String?
  @Option(help: ArgumentHelp("The bank of messages whose file and sender name none.", valueName: "key"))
  var bank: String?
  @Option(help: ArgumentHelp("The account of messages whose file names none.", valueName: "name"))
  var account: String?
  @Flag(help: "Report what would be added, merged and refused, and write nothing.")
  var dryRun = false
  @Option(help: ArgumentHelp("Keep what was refused in this new file, as JSON lines; also in a dry run.", valueName: "file"))
  var refused: String?
  @Flag(help: "One JSON object a file.")
  var json = false

  func validate() throws {
    if let format, !Format.names.contains(format) {
      throw ValidationError("--format \(format): expected \(Format.names.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let setting = Setting()
    let strings = setting.strings.importStrings
    if let bank, setting.catalog.bank(key: bank) ?? setting.catalog.bank(sender: bank) == nil {
      throw CommandFailure(message: strings.noSuchBank(bank), status: ExitStatus.badUsage)
    }
    // A file that is there may be what is imported, or the database itself.
    if let refused, FileManager.default.fileExists(atPath: refused) {
      throw CommandFailure(message: setting.language.evidenceStrings.unwritable(refused, EEXIST), status: ExitStatus.badUsage)
    }
    let store = try dryRun ? database.rehearsal(setting, orNone: true) : database.open(setting, for: .filling)
    defer { try? store.close() }
    let log = try refused.map { try RefusalLog($0, strings: strings) }
    Interrupt.watch()
    let importing = ImportRun(
      importer: Importer(store: store, parser: MessageParser(catalog: setting.catalog)),
      options: ImportOptions(format: format, bank: bank, account: account), json: json, isDryRun: dryRun, setting: setting, log: log,
      cancellation: Interrupt.cancellation)
    var status = ExitStatus.done
    for path in paths where !Interrupt.cancellation.isCancelled {
      status = max(status, try importing.importAll(at: path))
    }
    if !dryRun { Self.seal(store, setting) }
    if Interrupt.cancellation.isCancelled {
      Console.error(strings.stopped)
      Interrupt.passOn()
    }
    if status != ExitStatus.done { throw ExitCode(status) }
  }

  /// Signs what the log holds now; that this can't be done doesn't make the import a failure, but is said.
  private static func seal(_ store: Store, _ setting: Setting) {
    do {
      _ = try store.makeCheckpoint()
    } catch {
      Console.error(setting.strings.storeError(error))
    }
  }
}
