import Model
import TOML

/// One bank file: the bank and the templates of its texts, read from TOML (docs/bank-files.md).
struct BankFile {
  var bank: Bank
  var templates: LazyTemplates

  /// Everything a file says; without an `id` or a `name` there is no bank; a line that is no TOML and a template with a mistake are left out.
  struct Contents {
    var bank: Bank?
    var templates: [TemplateSource] = []
    var problems: [DataFileProblem] = []
  }

  /// Reads a user's file, templates and all, so that its mistakes come out at once.
  static func read(_ toml: String, path: String) -> (file: BankFile?, problems: [DataFileProblem]) {
    let contents = contents(of: toml, path: path)
    let templates = contents.templates
    return (contents.bank.map { BankFile(bank: $0, templates: LazyTemplates { templates }) }, contents.problems)
  }

  /// Reads a file that comes with the program: its templates, most of it, wait until the bank's first message comes.
  static func readBuiltIn(_ toml: String, path: String) -> (file: BankFile?, problems: [DataFileProblem]) {
    let head = toml.part(before: "\n[[template]]")
    let contents = contents(of: head, path: path)
    let file = contents.bank.map { BankFile(bank: $0, templates: LazyTemplates { Self.contents(of: toml, path: path).templates }) }
    return (file, contents.problems)
  }

  static func contents(of toml: String, path: String) -> Contents {
    let document = TOMLDocument(toml)
    var reader = BankFileReader(path: path)
    let (bank, templates) = reader.contents(document.root)
    let mistakes = document.problems.map {
      DataFileProblem(file: path, line: $0.place.line, column: $0.place.column, reason: .notTOML($0.reason))
    }
    return Contents(bank: bank, templates: templates, problems: mistakes + reader.problems)
  }
}

extension String {
  /// What stands before the first occurrence of `mark`; all of it where there is none.
  func part(before mark: String) -> String {
    let bytes = Array(utf8), wanted = Array(mark.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }) else { return self }
    return String(decoding: bytes[..<start], as: UTF8.self)
  }
}

/// A template as its file writes it, with what a match means.
struct TemplateSource: Hashable, Sendable {
  /// Which of the file's templates it is, from 1; those with mistakes count.
  var number = 1
  var text: String
  var category: Category?
  var direction: Direction?
  /// Whether a match tells of money that moved; nil leaves it to the category and direction.
  var isTransaction: Bool?
  var security: SecurityFact.Kind?
  var examples: [TemplateExample] = []

  var meaning: TemplateMeaning {
    TemplateMeaning(
      category: category, direction: direction,
      isTransaction: isTransaction ?? category.map { $0 == .payment } ?? (direction == nil ? nil : true), security: security)
  }
}

/// What a match tells; nil leaves it to the recognisers.
struct TemplateMeaning: Sendable {
  var category: Category?
  var direction: Direction?
  var isTransaction: Bool?
  var security: SecurityFact.Kind?
}

/// A text with the values that must be found in it: a test that stands in a data file.
struct TemplateExample: Hashable, Sendable {
  var text: String
  /// Expected values by placeholder name, as the file writes them.
  var expected: [String: String]
}
