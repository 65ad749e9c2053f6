import Delivery
import Detection
import Foundation
import Interface
import Model
import Parsing
import Screen
import Storage

/// The setting a command runs in: the user's paths, configuration, language, zone and bank files.
struct Setting {
  let paths: Paths
  let configuration: Configuration
  let language: Language
  let catalog: BankCatalog
  /// What is wrong with the user's own files; nothing that keeps a command from working.
  let problems: [String]

  /// A language given here wins over configuration and environment.
  init(language: Language? = nil, environment: [String: String] = ProcessInfo.processInfo.environment) {
    paths = Paths(environment: environment)
    let (configuration, configurationProblems) = Configuration.read(paths.configurationFile)
    let (catalog, bankProblems) = BankCatalog.load(userDirectory: paths.banks)
    self.configuration = configuration
    self.catalog = catalog
    self.language = language ?? configuration.language ?? Language(environment: environment)
    let strings = self.language.strings
    problems = configurationProblems + bankProblems.map { strings.bankFileProblem($0) }
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
      bankPhones: Dictionary(catalog.banks.compactMap { bank in bank.phone.map { (bank.key, $0) } }) { first, _ in first })
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
