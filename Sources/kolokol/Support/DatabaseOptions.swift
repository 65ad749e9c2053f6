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
      return Self.prepared(try Store.open(database ?? setting.paths.database, access: access), setting)
    } catch let error as StoreError {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }

  /// A copy of it that is thrown away, or an empty database where there is none: what a dry run writes to, and what keys are pressed on for a picture.
  ///
  /// - Parameters:
  ///   - setting: whose.
  ///   - mayCreate: whether one that was named needn't be there.
  /// - Returns: the copy.
  /// - Throws: `CommandFailure` with exit status 3.
  func rehearsal(_ setting: Setting, mayCreate: Bool = false) throws -> Store {
    do {
      if database == nil || mayCreate, !FileManager.default.fileExists(atPath: database ?? setting.paths.database) {
        return Self.prepared(try Store.temporary(), setting)
      }
      let store = try open(setting, access: .readOnly)
      defer { try? store.close() }
      return Self.prepared(try store.throwawayCopy(), setting)
    } catch let error as StoreError {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }

  /// Makes known to a store what the setting knows of banks, copies and rules.
  private static func prepared(_ store: Store, _ setting: Setting) -> Store {
    store.register(banks: setting.bankNames)
    store.register(merging: BankMerging(parser: MessageParser(catalog: setting.catalog)))
    store.register(rules: setting.ruleBook)
    return store
  }
}
