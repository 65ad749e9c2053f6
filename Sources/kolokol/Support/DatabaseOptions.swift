import ArgumentParser
import Foundation
import Ingest
import Parsing
import Storage

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The database file.", discussion: "Default: $XDG_DATA_HOME/kolokol/kolokol.sqlite.", valueName: "path"))
  var database: String?

  /// What a command does with the database.
  enum Use {
    /// Reads what is there. Nothing is made, changed or locked, so it works on a copy that may only be read.
    case reading
    /// Changes what is there.
    case changing
    /// Keeps what the user tells of channels and devices: makes the user's own database where there is none yet; one that was named must be there, or
    /// a slip of the finger would look like an empty bell.
    case telling
    /// Brings messages in, and makes the database where there is none yet.
    case filling
  }

  /// Opens it. What only reads or changes makes none: an empty database would look like an all-clear.
  ///
  /// - Parameters:
  ///   - setting: whose.
  ///   - use: what for.
  /// - Returns: the open database.
  /// - Throws: `CommandFailure` with exit status 3.
  func open(_ setting: Setting, for use: Use) throws -> Store {
    let path = path(setting)
    do {
      let mustExist = use == .changing || use == .telling && database != nil
      if mustExist, !FileManager.default.fileExists(atPath: path) { throw StoreError(path: path, reason: .notFound) }
      return Self.prepared(try Store.open(path, access: use == .reading ? .readOnly : .readWrite), setting)
    } catch let error as StoreError {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }

  /// The file's path.
  func path(_ setting: Setting) -> String { database ?? setting.paths.database }

  /// Whether the file and its folder may be written to.
  func mayBeChanged(_ setting: Setting) -> Bool {
    let path = path(setting)
    return access(path, W_OK) == 0 && access((path as NSString).deletingLastPathComponent.nonEmpty ?? ".", W_OK) == 0
  }

  /// A copy of it that is thrown away, or an empty database where there is none: what a dry run writes to, and what keys are pressed on for a picture.
  ///
  /// - Parameters:
  ///   - setting: whose.
  ///   - orNone: whether there needn't be one: nil when one that was named must be there, and the user's own needn't.
  /// - Returns: the copy.
  /// - Throws: `CommandFailure` with exit status 3.
  func rehearsal(_ setting: Setting, orNone: Bool? = nil) throws -> Store {
    do {
      if orNone ?? (database == nil), !FileManager.default.fileExists(atPath: path(setting)) {
        return Self.prepared(try Store.temporary(), setting)
      }
      let store = try open(setting, for: .reading)
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

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
