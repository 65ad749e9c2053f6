import ArgumentParser
import Foundation
import Interface
import Model
import Storage

/// `kolokol erase ID…`: messages for good, which the log remembers.
struct Erase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Erase messages for good; their entries in the log stay, without content.",
    discussion: "On a terminal it asks first; otherwise --yes must be given. It can't be undone.")

  @Argument(help: ArgumentHelp("The numbers that `kolokol list` prints first.", valueName: "id"))
  var ids: [Int64]
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Don't ask.")
  var yes = false

  func run() throws {
    let setting = Setting()
    let strings = setting.strings
    let store = try database.open(setting, for: .changing)
    defer { try? store.close() }
    do {
      for id in ids where try store.row(NotificationID(rawValue: id)) == nil {
        throw CommandFailure(message: strings.noSuchNotification(String(id)), status: ExitStatus.badUsage)
      }
      try ask(strings)
      let erased = try store.erase(ids.map(NotificationID.init(rawValue:)))
      Console.output("\(strings.ledgerStrings.erased(erased.count))\n")
      if !erased.isOffTheDisk {
        throw CommandFailure(message: strings.ledgerStrings.erasedWhileRead(store.path), status: ExitStatus.database)
      }
    } catch let error as StoreError {
      throw CommandFailure(message: strings.storeError(error), status: ExitStatus.database)
    }
  }

  private func ask(_ strings: Strings) throws {
    guard !yes else { return }
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure(message: strings.ledgerStrings.notErased + " --yes", status: ExitStatus.badUsage)
    }
    Console.ask(strings.ledgerStrings.askErase(ids.count))
    guard ["y", "yes", "д", "да"].contains(readLine()?.lowercased() ?? "") else {
      throw CommandFailure(message: strings.ledgerStrings.notErased, status: ExitStatus.badUsage)
    }
  }
}
