import ArgumentParser
import Foundation
import Ingest
import Interface
import Model
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
  @Option(
    help: ArgumentHelp(
      "The channel by which forwarded messages came before: \(Channel.allCases.map(\.name).joined(separator: ", ")).", valueName: "name"))
  var channel: String?
  @Option(
    help: ArgumentHelp(
      "Who sent forwarded messages: title for whoever their title names, or else their first line; any other word is the sender itself.",
      valueName: "title|TEXT"))
  var sender: String?
  @Option(help: ArgumentHelp("The zone of times that name none, as Europe/Moscow or +03:00; otherwise this machine's.", valueName: "zone"))
  var timezone: String?
  @Option(
    help: ArgumentHelp(
      "What texts are in, where it can't be told: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "name"))
  var encoding: String?
  @Option(
    help: ArgumentHelp(
      "What a table's column means: our name of it and its heading; may be given several times, or with commas.",
      valueName: "name=heading"))
  var columns: [String] = []
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
    _ = try mapping()
    if let timezone, TimeZone(words: timezone) == nil {
      throw ValidationError("--timezone \(timezone): no such zone; expected one as Europe/Moscow or +03:00.")
    }
  }

  /// How to understand what was forwarded, as the options say.
  private func mapping() throws -> SourceMapping {
    var mapping = SourceMapping()
    if let channel {
      mapping.channel = Channel.allCases.first { $0.name == channel }
      guard mapping.channel != nil else {
        throw ValidationError("--channel \(channel): expected \(Channel.allCases.map(\.name).joined(separator: ", ")).")
      }
    }
    mapping.sender = sender.map { $0 == "title" ? .title : .named($0) }
    if let encoding {
      mapping.encoding = TextEncoding(name: encoding)
      guard mapping.encoding != nil else {
        throw ValidationError("--encoding \(encoding): expected \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
    }
    for pair in columns.flatMap({ $0.split(separator: ",") }) {
      let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, SourceMapping.fields.contains(parts[0]) else {
        throw ValidationError("--columns \(pair): expected name=heading with one of \(SourceMapping.fields.joined(separator: ", ")).")
      }
      mapping.columns[parts[1]] = parts[0]
    }
    return mapping
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
      options: ImportOptions(
        format: format, bank: bank, account: account, zone: timezone.flatMap { TimeZone(words: $0) } ?? .current, mapping: try mapping()),
      json: json, isDryRun: dryRun, setting: setting, log: log,
      cancellation: Interrupt.cancellation)
    var status = ExitStatus.done
    for path in paths where !Interrupt.cancellation.isCancelled {
      status = max(status, try importing.importAll(at: path))
    }
    if !dryRun { status = max(status, Self.seal(store, setting)) }
    if Interrupt.cancellation.isCancelled {
      Console.error(strings.stopped)
      Interrupt.passOn()
    }
    if status != ExitStatus.done { throw ExitCode(status) }
  }

  /// Signs what the log holds now. The messages are in without it, but nothing guards them yet.
  /// - Returns: the exit status.
  private static func seal(_ store: Store, _ setting: Setting) -> Int32 {
    do {
      _ = try store.makeCheckpoint(onTornFile: { Console.error(setting.strings.ledgerStrings.checkpointWasTorn($0)) })
      return ExitStatus.done
    } catch {
      Console.error(setting.strings.storeError(error))
      return ExitStatus.database
    }
  }
}

extension TimeZone {
  /// A zone by its name, or by how far its clocks are ahead of UTC.
  fileprivate init?(words: String) {
    if let zone = TimeZone(identifier: words) {
      self = zone
      return
    }
    let sign = words.first
    let digits = words.dropFirst().filter { $0 != ":" }
    guard sign == "+" || sign == "-", digits.count == 2 || digits.count == 4, let number = Int(digits), number >= 0 else { return nil }
    let (hours, minutes) = digits.count == 2 ? (number, 0) : (number / 100, number % 100)
    guard hours <= 18, minutes < 60 else { return nil }
    self.init(secondsFromGMT: (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1))
  }
}
