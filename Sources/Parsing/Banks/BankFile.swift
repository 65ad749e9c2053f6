import Model
import TOMLKit

/// One bank file: the bank and the templates of its texts, read from TOML (docs/bank-files.md).
struct BankFile {
  var bank: Bank
  var templates: [TemplateSource]

  /// Reads a file. A mistake in one template loses that template; without an `id` or a `name`, or when it isn't TOML, there is no bank.
  static func read(_ toml: String, path: String) -> (file: BankFile?, problems: [BankFileProblem]) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: toml)
    } catch let error as TOMLParseError {
      let position = error.source.begin
      return (nil, [BankFileProblem(file: path, line: position.line, column: position.column, reason: .notTOML(error.description))])
    } catch {
      return (nil, [BankFileProblem(file: path, reason: .notTOML(String(describing: error)))])
    }
    var reader = BankFileReader(path: path, source: toml)
    let file = reader.file(table)
    return (file, reader.problems)
  }
}

/// A template as its file writes it, with what a match means.
struct TemplateSource: Hashable, Sendable {
  var text: String
  var category: Category?
  var direction: Direction?
  /// Whether a match tells of money that moved; nil leaves it to the category and direction.
  var isTransaction: Bool?
  var security: SecurityFact.Kind?
  var examples: [TemplateExample] = []
}

/// A text that a template must match, with the values it must find: a test that stands in the bank file.
struct TemplateExample: Hashable, Sendable {
  var text: String
  /// Expected values by placeholder name, as the file writes them.
  var expected: [String: String]
}
