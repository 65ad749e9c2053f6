import ArgumentParser
import Foundation
import Ingest
import Parsing
import Storage

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The database file.", discussion: "Default: $XDG_DATA_HOME/kolokol/kolokol.sqlite.", valueName: "path"))
  var database: String?

  /// Opens it. The user's own is made where there is none yet; one that was named must be there, or a slip of the finger would look like an empty
  /// bell.
  ///
  /// - Parameters:
  ///   - setting: whose.
  ///   - access: what may be done with it.
  ///   - mayCreate: whether one that was named is made, too: for what brings messages in.
  /// - Returns: the open database.
  /// - Throws: `CommandFailure` with exit status 3.
  func open(_ setting: Setting, access: Store.Access = .readWrite, mayCreate: Bool = false) throws -> Store {
    do {
      if let database, !mayCreate, !FileManager.default.fileExists(atPath: database) { throw StoreError(path: database, reason: .notFound) }
      let store = try Store.open(database ?? setting.paths.database, access: access)
      store.register(banks: setting.bankNames)
      store.register(merging: BankMerging(parser: MessageParser(catalog: setting.catalog)))
      store.register(rules: setting.ruleBook)
      return store
    } catch let error as StoreError {
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
