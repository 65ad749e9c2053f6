import Delivery
import Detection
import Foundation
import Interface
import Model
import Parsing
import Screen
import Storage
import Synchronization

/// The setting a command runs in: the user's paths, configuration, language, zone and bank files.
struct Setting {
  let paths: Paths
  let configuration: Configuration
  let language: Language
  private let banks: BankFiles
  private let configurationProblems: [String]

  /// A language given here wins over configuration and environment.
  init(language: Language? = nil, environment: [String: String] = ProcessInfo.processInfo.environment) {
    paths = Paths(environment: environment)
    banks = BankFiles(userDirectory: paths.banks)
    Words.use(userDirectory: paths.words)
    (configuration, configurationProblems) = Configuration.read(paths.configurationFile) { chosen in
      (language ?? chosen ?? Language(environment: environment)).strings
    }
    self.language = language ?? configuration.language ?? Language(environment: environment)
  }

  /// The banks of the program and of the user, read when they are first asked for.
  var catalog: BankCatalog { banks.read.catalog }

  /// What is wrong with the user's own files; nothing that keeps a command from working.
  var problems: [String] {
    let strings = strings
    return configurationProblems + (banks.read.problems + Words.problems).map { strings.dataFileProblem($0) }
  }

  /// Runs something while the banks' files are read on another thread.
  func readingBanksMeanwhile<Result>(_ body: () throws -> Result) rethrows -> Result {
    let banks = banks
    Thread.detachNewThread { _ = banks.read }
    // Nothing may end the program while that thread is at work.
    defer { _ = banks.read }
    return try body()
  }

  var strings: Strings { language.strings }

  /// The names that banks answer to in queries.
  var bankNames: [BankName] {
    catalog.banks.map { BankName(key: $0.key, name: $0.name, aliases: $0.aliases + [$0.nameRu, $0.shortName]) }
  }

  /// What the interface is told of the world.
  func surroundings(glyphs: Glyphs = .unicode, themes: [String] = [], isDemo: Bool = false) -> Surroundings {
    Surroundings(
      language: language, zone: .current, glyphs: glyphs,
      banks: catalog.banks.map { Surroundings.BankLabel(key: $0.key, name: glyphs.spelling(label(of: $0))) },
      filterNames: FilterNames(banks: bankNames), themes: themes, isDemo: isDemo,
      policies: PolicyShelf { [folder = paths.policies] in PolicyBook.load(userDirectory: folder) },
      bankPhones: Dictionary(catalog.banks.compactMap { bank in bank.phone.map { (bank.key, $0) } }) { first, _ in first },
      limits: configuration.limits, labClients: [500, 2_000, 10_000])
  }

  /// A bank's name as lists show it; the key where no bank file names it.
  func label(ofBank key: String) -> String {
    catalog.bank(key: key).map(label) ?? key
  }

  /// The moment the command started.
  static var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }

  /// In Russian the bank's Russian name where it fits a list's column, else its short name.
  private func label(of bank: Bank) -> String {
    language == .russian && TextWidth.of(bank.nameRu) <= Self.labelWidth ? bank.nameRu : bank.shortName
  }

  private static let labelWidth = 11
}

extension Setting {
  /// The rules as configured, with what the bank files say of senders.
  var ruleBook: RuleBook {
    RuleBook(limits: configuration.limits, banks: catalog.banks.map { BankIdentity(key: $0.key, senders: $0.senders, hosts: $0.hosts) })
  }
}

/// The banks' files, read once, by whoever asks first; who asks meanwhile waits.
private final class BankFiles: Sendable {
  typealias Read = (catalog: BankCatalog, problems: [DataFileProblem])

  private let userDirectory: String
  private let known = Mutex<Read?>(nil)

  init(userDirectory: String) {
    self.userDirectory = userDirectory
  }

  var read: Read {
    known.withLock { known in
      let read = known ?? BankCatalog.load(userDirectory: userDirectory)
      known = read
      return read
    }
  }
}
