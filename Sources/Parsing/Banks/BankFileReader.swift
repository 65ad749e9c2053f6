import Model
import TOML

/// Reads the tables of a bank file and collects what is wrong in them, with line and column.
struct BankFileReader {
  let path: String
  private(set) var problems: [DataFileProblem] = []

  private static let bankKeys = [
    "id", "name", "name_ru", "short_name", "aliases", "country", "currency", "languages", "senders", "apps", "hosts", "phone", "template",
  ]
  private static let templateKeys = ["text", "category", "direction", "transaction", "security", "example"]

  init(path: String) {
    self.path = path
  }

  mutating func contents(_ table: TOMLTable) -> (bank: Bank?, templates: [TemplateSource]) {
    checkKeys(of: table, allowed: Self.bankKeys)
    guard let key = string("id", of: table, required: true), let name = string("name", of: table, required: true)
    else { return (nil, []) }
    let bank = Bank(
      key: key, name: name, nameRu: string("name_ru", of: table), shortName: string("short_name", of: table),
      aliases: strings("aliases", of: table), senders: strings("senders", of: table), apps: strings("apps", of: table),
      hosts: strings("hosts", of: table),
      phone: string("phone", of: table), country: string("country", of: table),
      currency: string("currency", of: table), languages: strings("languages", of: table))
    var templates: [TemplateSource] = []
    if let value = table["template"] {
      if let array = value.array {
        for (number, element) in array.enumerated() {
          guard let template = element.table else { continue }
          if let source = self.template(template, number: number) { templates.append(source) }
        }
      } else {
        report("template", of: table, .unexpected(key: "template", expected: "[[template]] tables"))
      }
    }
    return (bank, templates)
  }

  private mutating func template(_ table: TOMLTable, number: Int) -> TemplateSource? {
    checkKeys(of: table, allowed: Self.templateKeys)
    guard let text = string("text", of: table, required: true) else { return nil }
    do {
      _ = try TemplatePattern(text)
    } catch {
      let place = table["text"]?.place
      problems.append(
        DataFileProblem(
          file: path, line: place?.line, column: place.map { $0.column + error.offset }, reason: .template(error.problem)))
      return nil
    }
    var source = TemplateSource(number: number + 1, text: text)
    source.category = word("category", of: table, among: Category.allCases, named: \.name)
    source.direction = word("direction", of: table, among: Direction.allCases, named: \.name)
    source.security = word("security", of: table, among: SecurityFact.Kind.allCases, named: \.name)
    if let value = table["transaction"] {
      source.isTransaction = value.bool
      if value.bool == nil { report("transaction", of: table, .unexpected(key: "transaction", expected: "true or false")) }
    }
    source.examples = examples(of: table)
    return source
  }

  private mutating func examples(of table: TOMLTable) -> [TemplateExample] {
    guard let value = table["example"] else { return [] }
    guard let array = value.array else {
      report("example", of: table, .unexpected(key: "example", expected: "[[template.example]] tables"))
      return []
    }
    var examples: [TemplateExample] = []
    for element in array {
      guard let example = element.table.flatMap(TemplateExample.init) else {
        report("text", of: element.table ?? table, .missing(key: "text"))
        continue
      }
      examples.append(example)
    }
    return examples
  }

  private mutating func word<Value>(
    _ key: String, of table: TOMLTable, among values: [Value], named name: (Value) -> String
  ) -> Value? {
    guard let text = string(key, of: table) else { return nil }
    if let value = values.first(where: { name($0) == text }) { return value }
    report(key, of: table, .unexpected(key: key, expected: values.map(name).joined(separator: ", ")))
    return nil
  }

  private mutating func string(_ key: String, of table: TOMLTable, required: Bool = false) -> String? {
    guard let value = table[key] else {
      if required { report(key, of: table, .missing(key: key)) }
      return nil
    }
    if let text = value.string, !text.isEmpty { return text }
    report(key, of: table, .unexpected(key: key, expected: "a text in quotes"))
    return nil
  }

  private mutating func strings(_ key: String, of table: TOMLTable) -> [String] {
    guard let value = table[key] else { return [] }
    let texts = value.array.map { array in array.compactMap(\.string) }
    if let texts, texts.count == value.array?.count { return texts }
    report(key, of: table, .unexpected(key: key, expected: "a list of texts in quotes"))
    return texts ?? []
  }

  private mutating func checkKeys(of table: TOMLTable, allowed: [String]) {
    for key in table.keys where !allowed.contains(key) { report(key, of: table, .unknownKey(key: key, allowed: allowed)) }
  }

  private mutating func report(_ key: String, of table: TOMLTable, _ reason: DataFileProblem.Reason) {
    let place = table.place(of: key)
    problems.append(DataFileProblem(file: path, line: place.line, column: place.column, reason: reason))
  }
}

extension TemplateExample {
  /// The example of a table; nil without its text.
  init?(_ table: TOMLTable) {
    guard let text = table["text"]?.string else { return nil }
    var expected: [String: String] = [:]
    for key in table.keys where key != "text" { expected[key] = table[key]?.string ?? table[key]?.int.map(String.init) ?? "" }
    self.init(text: text, expected: expected)
  }
}
