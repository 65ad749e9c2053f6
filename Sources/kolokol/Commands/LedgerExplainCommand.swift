import ArgumentParser
import Interface
import Storage

/// `kolokol ledger explain N TEXT`: why the clock was set back.
struct LedgerExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Write into the log why the clock was set back at an entry; verifying then accepts it.")

  @Argument(help: ArgumentHelp("The entry's number.", valueName: "n"))
  var leaf: Int
  @Argument(help: ArgumentHelp("Why.", valueName: "text"))
  var text: String
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let setting = Setting()
    let store = try database.open(setting, for: .changing)
    defer { try? store.close() }
    do {
      guard try store.ledgerProof(of: leaf) != nil else {
        throw CommandFailure(message: setting.strings.ledgerStrings.noSuchLeaf(String(leaf)), status: ExitStatus.badUsage)
      }
      guard try store.explain(leaf: leaf, text) else {
        throw CommandFailure(message: setting.strings.ledgerStrings.nothingToExplain(leaf), status: ExitStatus.badUsage)
      }
    } catch let error as StoreError {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
    Console.output("\(setting.strings.ledgerStrings.explained(leaf))\n")
  }
}
