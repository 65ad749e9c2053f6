import ArgumentParser
import Foundation
import Interface
import Ledger
import Model
import Storage

/// `kolokol evidence --out PATH`: makes a package.
struct EvidenceMakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make a package: a directory, or one file when the name ends in .tar.",
    discussion: "A finding brings its events and the messages of two days around them; a query brings what it lists. Codes are covered.")

  @Argument(help: ArgumentHelp("Messages, in the language of the filter line.", valueName: "query"))
  var query: [String] = []
  @Option(help: ArgumentHelp("Where to put it; must not be there yet.", valueName: "path"))
  var out: String
  @Option(help: ArgumentHelp("A finding, as `kolokol audit` names it; may be given several times.", valueName: "id"))
  var finding: [String] = []
  @Option(
    help: ArgumentHelp("A checkpoint somebody kept, which the package is to be held to; may be given several times.", valueName: "file"))
  var checkpoint: [String] = []
  @Flag(help: "Put one-time codes in the open; on a terminal it asks first.")
  var fullText = false
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let setting = Setting()
    let strings = setting.language.evidenceStrings
    guard !FileManager.default.fileExists(atPath: out) else {
      throw CommandFailure(message: strings.unwritable(out, EEXIST), status: ExitStatus.badUsage)
    }
    let sizes = try KeptCheckpoints.read(checkpoint, setting: setting).map { path, text in
      guard let signed = SignedCheckpoint(text) else {
        throw CommandFailure(message: strings.fault(.keptUnsigned(path)), status: ExitStatus.badUsage)
      }
      return signed.checkpoint.size
    }
    try CodeConsent.ask(fullText, setting: setting)
    let (store, isCopy) = try self.store(setting)
    defer { try? store.close() }
    do {
      let choice = EvidenceChoice(
        messages: try messages(store, setting), findings: try findings(store, strings), isWhole: fullText, sizes: sizes)
      guard !choice.messages.isEmpty || !choice.findings.isEmpty else {
        throw CommandFailure(message: strings.nothingChosen, status: ExitStatus.badUsage)
      }
      if query.isEmpty, finding.isEmpty { Console.error(strings.wholeInbox(choice.messages.count)) }
      let source = try store.evidence(choice)
      let package = PackageWriter(source, setting: setting, isWhole: fullText)
      try package.write(to: out, signing: store.signWithLedgerKey, strings: strings)
      do {
        try store.logExport(
          manifest: package.manifestDigest, messages: source.messages.count, events: source.events.count, findings: source.findings.count,
          isWhole: fullText)
      } catch {
        // A package that the log doesn't tell of isn't handed out.
        try? FileManager.default.removeItem(atPath: out)
        throw error
      }
      _ = try store.makeCheckpoint()
      Console.output("\(strings.made(out, source.messages.count, source.events.count, source.findings.count))\n")
      if isCopy { Console.error(strings.notLogged(database.path(setting))) }
      if Console.errorIsTerminal { Console.error(strings.keepCheckpoint) }
    } catch let error as StoreError {
      throw CommandFailure(
        message: setting.strings.storeError(error), status: error.isAboutLedger ? ExitStatus.findings : ExitStatus.database)
    }
  }

  /// The database, or a throwaway copy of one that may only be read: the package is signed with its key all the same, but its log can't tell of it.
  private func store(_ setting: Setting) throws -> (store: Store, isCopy: Bool) {
    if database.mayBeChanged(setting) { return (try database.open(setting, for: .changing), false) }
    return (try database.rehearsal(setting, orNone: false), true)
  }

  /// What the query lists.
  private func messages(_ store: Store, _ setting: Setting) throws -> [NotificationID] {
    guard !query.isEmpty || finding.isEmpty else { return [] }
    let query = try List.query(query.joined(separator: " "), everywhere: false, setting: setting)
    var ids: [NotificationID] = []
    var cursor: Cursor?
    while true {
      let page = try store.page(query, from: cursor, limit: 1_000)
      ids += page.rows.map(\.id)
      guard let last = page.rows.last, !page.reachesEnd else { return ids }
      cursor = Cursor(row: last, order: query.order)
    }
  }

  private func findings(_ store: Store, _ strings: EvidenceStrings) throws -> [FindingID] {
    try store.catchUpWithFindings()
    return try finding.map { text in
      guard try store.finding(FindingID(text: text)) != nil else {
        throw CommandFailure(message: strings.noSuchFinding(text), status: ExitStatus.badUsage)
      }
      return FindingID(text: text)
    }
  }
}
