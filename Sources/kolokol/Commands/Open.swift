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
    try Self.run(database)
  }

  /// The options of the plainest calls, `kolokol` and `kolokol --database PATH`; nil for all others, which the parser reads. It takes a tenth of the
  /// time until the first screen to build its tree of commands.
  static func plainOptions(_ arguments: [String]) -> DatabaseOptions? {
    var options = DatabaseOptions()
    switch arguments.count {
    case 0: options.database = nil
    case 2 where arguments[0] == "--database" && !arguments[1].hasPrefix("-"): options.database = arguments[1]
    default: return nil
    }
    return options
  }

  /// Opens the bell, or prints the list.
  static func run(_ database: DatabaseOptions) throws {
    let setting = Setting()
    try setting.readingBanksMeanwhile {
      let store = try database.open(setting, for: .filling)
      defer { try? store.close() }
      guard Console.outputIsTerminal else {
        try List.print(query: ListQuery(), store: store, setting: setting, limit: 100, json: false, revealsCodes: false)
        return
      }
      try Bell.open(store, setting: setting)
    }
  }
}
