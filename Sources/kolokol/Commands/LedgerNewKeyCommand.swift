import ArgumentParser
import Interface
import Ledger
import Storage

/// `kolokol ledger new-key`: goes on with another key when the old one is lost.
struct LedgerNewKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-key",
    abstract: "Begin a new signing key where the old one is lost; the log says so.")

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let setting = Setting()
    let store = try database.open(setting)
    defer { try? store.close() }
    do {
      try store.replaceLedgerKey()
    } catch {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
    Console.output(setting.strings.ledgerStrings.keyReplaced(KeyFile(besides: store.path).path) + "\n")
  }
}
