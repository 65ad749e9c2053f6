import ArgumentParser
import Foundation
import Ingest
import Parsing
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
      store.register(merging: BankMerging(parser: MessageParser(catalog: setting.catalog)))
      store.register(rules: setting.ruleBook)
      return store
    } catch {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }

  /// A copy of it that is thrown away, or an empty database where there is none: what a dry run writes to.
  ///
  /// - Throws: `CommandFailure` with exit status 3.
  func rehearsal(_ setting: Setting) throws -> Store {
    do {
      guard FileManager.default.fileExists(atPath: database ?? setting.paths.database) else { return try Store.temporary() }
      let store = try open(setting, access: .readOnly)
      defer { try? store.close() }
      return try store.throwawayCopy()
    } catch let error as StoreError {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }
}
