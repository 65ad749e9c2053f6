import Model
import TOMLKit

/// Reads the tables of a bank file and collects what is wrong in them, with line and column.
struct BankFileReader {
  let path: String
  let locator: TOMLLocator
  private(set) var problems: [BankFileProblem] = []

  private static let bankKeys = [
    "id", "name", "name_ru", "short_name", "aliases", "country", "currency", "languages", "senders", "apps", "hosts", "phone", "template",
  ]
  private static let templateKeys = ["text", "category", "direction", "transaction", "security", "example"]

  init(path: String, source: String) {
    self.path = path
    locator = TOMLLocator(source: source)
  }

  mutating func contents(_ table: TOMLTable) -> (bank: Bank?, templates: [TemplateSource]) {
    checkKeys(of: table, allowed: Self.bankKeys, in: .top)
    guard let key = string("id", of: table, in: .top, required: true), let name = string("name", of: table, in: .top, required: true)
    else { return (nil, []) }
    let bank = Bank(
      key: key, name: name, nameRu: string("name_ru", of: table, in: .top), shortName: string("short_name", of: table, in: .top),
      aliases: strings("aliases", of: table), senders: strings("senders", of: table), apps: strings("apps", of: table),
      hosts: strings("hosts", of: table),
      phone: string("phone", of: table, in: .top), country: string("country", of: table, in: .top),
      currency: string("currency", of: table, in: .top), languages: strings("languages", of: table))
    var templates: [TemplateSource] = []
    if let value = table["template"] {
      if let array = value.array {
        for (number, element) in array.enumerated() {
          guard let template = element.table else { continue }
          if let source = self.template(template, number: number) { templates.append(source) }
        }
      } else {
        report("template", in: .top, .unexpected(key: "template", expected: "[[template]] tables"))
      }
    }
    return (bank, templates)
  }

  private mutating func template(_ table: TOMLTable, number: Int) -> TemplateSource? {
    let section = TOMLLocator.Section.template(number)
    checkKeys(of: table, allowed: Self.templateKeys, in: section)
    guard let text = string("text", of: table, in: section, required: true) else { return nil }
    do {
      _ = try TemplatePattern(text)
    } catch {
      let place = locator.place(of: "text", in: section)
      problems.append(
        BankFileProblem(
          file: path, line: place?.line, column: place.map { $0.valueColumn + error.offset }, reason: .template(error.problem)))
      return nil
    }
    var source = TemplateSource(number: number + 1, text: text)
    source.category = word("category", of: table, in: section, among: Category.allCases, named: \.name)
    source.direction = word("direction", of: table, in: section, among: Direction.allCases, named: \.name)
    source.security = word("security", of: table, in: section, among: SecurityFact.Kind.allCases, named: \.name)
    if let value = table["transaction"] {
      source.isTransaction = value.bool
      if value.bool == nil { report("transaction", in: section, .unexpected(key: "transaction", expected: "true or false")) }
    }
    source.examples = examples(of: table, in: section)
    return source
  }

  private mutating func examples(of table: TOMLTable, in section: TOMLLocator.Section) -> [TemplateExample] {
    guard let value = table["example"] else { return [] }
    guard let array = value.array else {
      report("example", in: section, .unexpected(key: "example", expected: "[[template.example]] tables"))
      return []
    }
    var examples: [TemplateExample] = []
    for element in array {
      guard let example = element.table, let text = example["text"]?.string else {
        report("example", in: section, .missing(key: "text"))
        continue
      }
      var expected: [String: String] = [:]
      for key in example.keys where key != "text" {
        expected[key] = example[key]?.string ?? example[key]?.int.map(String.init) ?? ""
      }
      examples.append(TemplateExample(text: text, expected: expected))
    }
    return examples
  }

  private mutating func word<Value>(
    _ key: String, of table: TOMLTable, in section: TOMLLocator.Section, among values: [Value], named name: (Value) -> String
  ) -> Value? {
    guard let text = string(key, of: table, in: section) else { return nil }
    if let value = values.first(where: { name($0) == text }) { return value }
    report(key, in: section, .unexpected(key: key, expected: values.map(name).joined(separator: ", ")))
    return nil
  }

  private mutating func string(_ key: String, of table: TOMLTable, in section: TOMLLocator.Section, required: Bool = false) -> String? {
    guard let value = table[key] else {
      if required { report(nil, in: section, .missing(key: key)) }
      return nil
    }
    if let text = value.string, !text.isEmpty { return text }
    report(key, in: section, .unexpected(key: key, expected: "a text in quotes"))
    return nil
  }

  private mutating func strings(_ key: String, of table: TOMLTable) -> [String] {
    guard let value = table[key] else { return [] }
    let texts = value.array.map { array in array.compactMap(\.string) }
    if let texts, texts.count == value.array?.count { return texts }
    report(key, in: .top, .unexpected(key: key, expected: "a list of texts in quotes"))
    return texts ?? []
  }

  private mutating func checkKeys(of table: TOMLTable, allowed: [String], in section: TOMLLocator.Section) {
    for key in table.keys where !allowed.contains(key) { report(key, in: section, .unknownKey(key: key, allowed: allowed)) }
  }

  private mutating func report(_ key: String?, in section: TOMLLocator.Section, _ reason: BankFileProblem.Reason) {
    let place = key.flatMap { locator.place(of: $0, in: section) } ?? locator.start(of: section)
    problems.append(BankFileProblem(file: path, line: place?.line, column: place?.column, reason: reason))
  }
}
