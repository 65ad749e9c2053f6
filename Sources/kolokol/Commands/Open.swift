import ArgumentParser
import Interface
import Screen
import Storage

/// `kolokol` itself: opens the bell, or prints the list where the output is no terminal.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the bell (the default).",
    discussion: "Where the output isn't a terminal, the list is printed as text instead.")

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let setting = Setting()
    let store = try database.open(setting, mayCreate: true)
    defer { try? store.close() }
    guard Console.outputIsTerminal else {
      try List.print(query: ListQuery(), store: store, setting: setting, limit: 100, json: false, revealsCodes: false)
      return
    }
    try Bell.open(store, setting: setting)
  }
}
