import Model
import TOML

/// Reads a policy file and collects what is wrong in it, each with line and column.
struct PolicyReader {
  private let path: String
  private(set) var problems: [PolicyProblem] = []

  /// The policy of a file; nil with at least one problem when it can't be used.
  static func read(_ source: String, path: String) -> (policy: Policy?, problems: [PolicyProblem]) {
    let document = TOMLDocument(source)
    var reader = PolicyReader(path: path)
    reader.problems = document.problems.map {
      PolicyProblem(file: path, line: $0.place.line, column: $0.place.column, reason: .notTOML($0.reason))
    }
    let policy = reader.policy(document.root)
    return (reader.problems.isEmpty ? policy : nil, reader.problems)
  }

  private init(path: String) {
    self.path = path
  }

  private static let topKeys = [
    "id", "name", "name_ru", "banks", "since", "until", "decides", "initial", "initial_by_category", "push_to", "keeps_pushes", "remark",
    "remark_ru", "codes", "price", "binding", "switching", "number_change", "unlinking", "login", "step",
  ]

  private mutating func policy(_ table: TOMLTable) -> Policy {
    checkKeys(of: table, allowed: Self.topKeys)
    let name = text("name", of: table) ?? ""
    var policy = Policy(
      id: text("id", of: table) ?? "", name: name, nameRu: text("name_ru", of: table, isRequired: false) ?? name,
      banks: words("banks", of: table), since: date("since", of: table), until: date("until", of: table),
      decides: word("decides", of: table, Policy.Decider.allCases, \.rawValue) ?? .client,
      initial: word("initial", of: table, Channel.allCases, \.name) ?? .sms, initialByCategory: initialByCategory(table),
      steps: [], pushTarget: word("push_to", of: table, Policy.PushTarget.allCases, \.rawValue) ?? .newest,
      keepsPushes: word("keeps_pushes", of: table, Policy.Keeping.allCases, \.rawValue) ?? .unknown,
      codes: codes(section("codes", of: table)), price: price(section("price", of: table)),
      binding: change("binding", of: table), switching: change("switching", of: table), numberChange: change("number_change", of: table),
      unlinking: change("unlinking", of: table), login: change("login", of: table))
    policy.remark = text("remark", of: table, isRequired: false)
    policy.remarkRu = text("remark_ru", of: table, isRequired: false) ?? policy.remark
    policy.steps = steps(table)
    if problems.isEmpty { checkRoutes(of: policy, in: table) }
    return policy
  }

  private mutating func initialByCategory(_ table: TOMLTable) -> [Category: Channel] {
    guard let value = table["initial_by_category"] else { return [:] }
    guard let inner = value.table else {
      report("initial_by_category", of: table, .unexpected(key: "initial_by_category", expected: "a table: { code = \"sms\" }"))
      return [:]
    }
    var channels: [Category: Channel] = [:]
    for key in inner.keys {
      guard let category = Category(name: key), let channel = inner[key]?.string.flatMap(Channel.init(name:)) else {
        let known = Category.allCases.map(\.name).joined(separator: ", ")
        report(key, of: inner, .unexpected(key: key, expected: "one of \(known), with push, sms or messenger"))
        continue
      }
      channels[category] = channel
    }
    return channels
  }

  private mutating func codes(_ table: TOMLTable?) -> Policy.CodeRules {
    guard let table else { return Policy.CodeRules(validSeconds: 0, operations: 1, byMessenger: false) }
    checkKeys(of: table, allowed: ["valid_s", "operations", "by_messenger"])
    return Policy.CodeRules(
      validSeconds: number("valid_s", of: table, 1...86_400) ?? 600,
      operations: number("operations", of: table, 1...9) ?? 1,
      byMessenger: flag("by_messenger", of: table))
  }

  private mutating func price(_ table: TOMLTable?) -> Policy.Price {
    guard let table else {
      return Policy.Price(currency: .rub, smsPartMinor: 0, messengerMinor: 0, monthMinor: 0, packageCategories: [])
    }
    checkKeys(of: table, allowed: ["currency", "sms_part_minor", "messenger_minor", "month_minor", "package"])
    return Policy.Price(
      currency: Currency(code: text("currency", of: table) ?? "RUB"),
      smsPartMinor: Int64(number("sms_part_minor", of: table, 0...100_000) ?? 0),
      messengerMinor: Int64(number("messenger_minor", of: table, 0...100_000, isRequired: false) ?? 0),
      monthMinor: Int64(number("month_minor", of: table, 0...10_000_000, isRequired: false) ?? 0),
      packageCategories: Set(categories("package", of: table)))
  }

  private mutating func change(_ name: String, of table: TOMLTable) -> Policy.Change {
    guard let table = section(name, of: table) else {
      return Policy.Change(confirm: .session, announce: .nobody, coolingOffSeconds: 0, categories: nil)
    }
    checkKeys(of: table, allowed: ["confirm", "announce", "cooling_off_s", "categories"])
    return Policy.Change(
      confirm: word("confirm", of: table, Policy.Confirmation.allCases, \.rawValue) ?? .session,
      announce: word("announce", of: table, Policy.Announcement.allCases, \.rawValue) ?? .nobody,
      coolingOffSeconds: number("cooling_off_s", of: table, 0...2_592_000, isRequired: false) ?? 0,
      categories: table["categories"] == nil ? nil : Set(categories("categories", of: table)))
  }

  private mutating func steps(_ table: TOMLTable) -> [Step] {
    guard let array = table["step"]?.array else {
      report("step", of: table, .missing(key: "step"))
      return []
    }
    return array.compactMap { element in element.table.map { step($0) } }
  }

  private mutating func step(_ table: TOMLTable) -> Step {
    checkKeys(
      of: table,
      allowed: ["channel", "chosen", "categories", "events", "origins", "stop", "wait_s", "chance_percent", "only_without_app"])
    let events = words("events", of: table).compactMap { name in
      matched("events", name, SecurityFact.Kind.allCases, \.name, of: table)
    }
    let origins = words("origins", of: table).compactMap { name in
      matched("origins", name, Step.Origin.allCases, \.rawValue, of: table)
    }
    return Step(
      word("channel", of: table, Channel.allCases, \.name) ?? .push,
      chosen: table["chosen"] == nil ? nil : word("chosen", of: table, Channel.allCases, \.name),
      categories: Set(categories("categories", of: table)), events: Set(events), origins: Set(origins),
      stop: word("stop", of: table, Step.Stop.allCases, \.rawValue) ?? .delivered,
      waitSeconds: number("wait_s", of: table, 0...604_800, isRequired: false) ?? 0,
      chancePercent: number("chance_percent", of: table, 1...100, isRequired: false) ?? 100,
      onlyWithoutApp: flag("only_without_app", of: table))
  }

  /// Whatever a client can choose, every message has a way, and no way tries a channel twice.
  private mutating func checkRoutes(of policy: Policy, in table: TOMLTable) {
    let choices = policy.decides == .client ? [Channel.push, .sms] : [policy.initial]
    for chosen in choices {
      for category in Category.allCases {
        for origin in Step.Origin.allCases {
          let steps = Route(policy, category: category, origin: origin, chosen: chosen).steps
          if steps.isEmpty { return report("step", of: table, .noStep(category: category.name, chosen: chosen.name)) }
          let always = steps.filter { $0.chancePercent == 100 && !$0.onlyWithoutApp }.map(\.channel)
          if let twice = always.first(where: { channel in always.count { $0 == channel } > 1 }) {
            return report("step", of: table, .repeatedChannel(twice.name))
          }
        }
      }
    }
  }
}

// MARK: Values

extension PolicyReader {
  private mutating func section(_ key: String, of table: TOMLTable) -> TOMLTable? {
    if let inner = table[key]?.table { return inner }
    report(key, of: table, .missing(key: "[\(key)]"))
    return nil
  }

  private mutating func text(_ key: String, of table: TOMLTable, isRequired: Bool = true) -> String? {
    guard let value = table[key] else {
      if isRequired { report(key, of: table, .missing(key: key)) }
      return nil
    }
    if let text = value.string, !text.isEmpty { return text }
    report(key, of: table, .unexpected(key: key, expected: "a text in quotes"))
    return nil
  }

  private mutating func number(
    _ key: String, of table: TOMLTable, _ range: ClosedRange<Int>, isRequired: Bool = true
  ) -> Int? {
    guard let value = table[key] else {
      if isRequired { report(key, of: table, .missing(key: key)) }
      return nil
    }
    if let number = value.int, range.contains(number) { return number }
    report(key, of: table, .unexpected(key: key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  private mutating func flag(_ key: String, of table: TOMLTable) -> Bool {
    guard let value = table[key] else { return false }
    if let flag = value.bool { return flag }
    report(key, of: table, .unexpected(key: key, expected: "true or false"))
    return false
  }

  private mutating func date(_ key: String, of table: TOMLTable) -> CivilDate? {
    guard table[key] != nil, let text = text(key, of: table) else { return nil }
    let parts = text.split(separator: "-").map { Int($0) }
    if parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month),
      (1...CivilDate.days(ofMonth: month, year: year)).contains(day)
    {
      return CivilDate(year: year, month: month, day: day)
    }
    report(key, of: table, .unexpected(key: key, expected: "a day as \"2021-08-04\""))
    return nil
  }

  private mutating func word<Value>(
    _ key: String, of table: TOMLTable, _ values: [Value], _ name: (Value) -> String
  ) -> Value? {
    text(key, of: table).flatMap { matched(key, $0, values, name, of: table) }
  }

  private mutating func matched<Value>(
    _ key: String, _ text: String, _ values: [Value], _ name: (Value) -> String, of table: TOMLTable
  ) -> Value? {
    if let value = values.first(where: { name($0) == text }) { return value }
    report(key, of: table, .unexpected(key: key, expected: "one of " + values.map(name).joined(separator: ", ")))
    return nil
  }

  private mutating func words(_ key: String, of table: TOMLTable) -> [String] {
    guard let value = table[key] else { return [] }
    let texts = value.array.map { array in array.compactMap(\.string) }
    if let texts, texts.count == value.array?.count { return texts }
    report(key, of: table, .unexpected(key: key, expected: "a list of texts in quotes"))
    return []
  }

  private mutating func categories(_ key: String, of table: TOMLTable) -> [Category] {
    words(key, of: table).compactMap { matched(key, $0, Category.allCases, \.name, of: table) }
  }

  private mutating func checkKeys(of table: TOMLTable, allowed: [String]) {
    for key in table.keys where !allowed.contains(key) { report(key, of: table, .unknownKey(key: key, allowed: allowed)) }
  }

  private mutating func report(_ key: String, of table: TOMLTable, _ reason: PolicyProblem.Reason) {
    let place = table.place(of: key)
    problems.append(PolicyProblem(file: path, line: place.line, column: place.column, reason: reason))
  }
}
