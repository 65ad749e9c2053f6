import ArgumentParser
import Storage

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The database file.", discussion: "Default: $XDG_DATA_HOME/kolokol/kolokol.sqlite.", valueName: "path"))
  var database: String?

  /// Opens it; a reader finds an empty list where there's no database yet.
  ///
  /// - Throws: `CommandFailure` with exit status 3.
  func open(_ setting: Setting, access: Store.Access = .readWrite) throws -> Store {
    do {
      let store = try Store.open(database ?? setting.paths.database, access: access)
      store.register(banks: setting.bankNames)
      return store
    } catch {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }
}
