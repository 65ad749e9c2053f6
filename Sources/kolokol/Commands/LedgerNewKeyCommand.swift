import ArgumentParser
import Interface
import Ledger
import Storage

/// `kolokol ledger new-key`: goes on with another key when the old one is lost.
struct LedgerNewKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-key",
    abstract: "Begin a new signing key where the old one is lost; the log says so.")

  @Flag(help: "Begin another even where the old one is there and fits; it is written over.")
  var replace = false
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let setting = Setting()
    let store = try database.open(setting, for: .changing)
    defer { try? store.close() }
    do {
      if !replace, try store.hasLedgerKey() {
        throw CommandFailure(
          message: setting.strings.ledgerStrings.keyIsThere(KeyFile(besides: store.path).path), status: ExitStatus.badUsage)
      }
      try store.replaceLedgerKey()
    } catch let error as StoreError {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
    Console.output("\(setting.strings.ledgerStrings.keyReplaced(KeyFile(besides: store.path).path))\n")
  }
}
