import Detection
import Model
import TOML

/// The thresholds of the rules as `config.toml` changes them, under `[rules]`: `hot = "24h"`, `prompts = 3`, `off = ["R19"]`.
struct LimitsReader {
  /// What a threshold is counted in.
  enum Unit: Sendable { case time, count, money, percent }

  struct Field: Sendable {
    let name: String
    let path: WritableKeyPath<Limits, Int64> & Sendable
    let unit: Unit
  }

  /// Every threshold that can be changed.
  static let fields: [Field] = [
    Field(name: "hot", path: \.hot, unit: .time), Field(name: "lateness", path: \.lateness, unit: .time),
    Field(name: "code_age", path: \.codeAge, unit: .time), Field(name: "notice", path: \.notice, unit: .time),
    Field(name: "copies", path: \.copies, unit: .time), Field(name: "dark_messages", path: \.darkMessages, unit: .count),
    Field(name: "cooling", path: \.cooling, unit: .time), Field(name: "small_loan", path: \.smallLoan, unit: .money),
    Field(name: "large_loan", path: \.largeLoan, unit: .money), Field(name: "small_loan_wait", path: \.smallLoanWait, unit: .time),
    Field(name: "large_loan_wait", path: \.largeLoanWait, unit: .time), Field(name: "own_transfer", path: \.ownTransfer, unit: .money),
    Field(name: "stranger_within", path: \.strangerWithin, unit: .time), Field(name: "payee_known", path: \.payeeKnown, unit: .time),
    Field(name: "drain_percent", path: \.drainPercent, unit: .percent), Field(name: "drain_within", path: \.drainWithin, unit: .time),
    Field(name: "drain_balance", path: \.drainBalance, unit: .money), Field(name: "burst_devices", path: \.burstDevices, unit: .count),
    Field(name: "burst_within", path: \.burstWithin, unit: .time), Field(name: "relink", path: \.relink, unit: .time),
    Field(name: "reset_within", path: \.resetWithin, unit: .time), Field(name: "alert", path: \.alert, unit: .time),
    Field(name: "unseen_device", path: \.unseenDevice, unit: .time), Field(name: "unseen_kind", path: \.unseenKind, unit: .time),
    Field(name: "learning", path: \.learning, unit: .time), Field(name: "sleep", path: \.sleep, unit: .time),
    Field(name: "prompts", path: \.prompts, unit: .count),
    Field(name: "prompts_approved", path: \.promptsApproved, unit: .count),
    Field(name: "prompts_within", path: \.promptsWithin, unit: .time),
    Field(name: "resend", path: \.resend, unit: .time), Field(name: "take_back", path: \.takeBack, unit: .time),
    Field(name: "flight", path: \.flight, unit: .time), Field(name: "not_honoured", path: \.notHonoured, unit: .count),
    Field(name: "not_honoured_within", path: \.notHonouredWithin, unit: .time),
  ]

  private let path: String
  private(set) var limits = Limits()
  private(set) var problems: [String] = []

  /// Reads the table; what is wrong in it keeps its default.
  init(_ table: TOMLTable, path: String) {
    self.path = path
    for key in table.keys.sorted() {
      guard let value = table[key] else { continue }
      switch key {
      case "off": limits.off = Set(words(value, key).compactMap { rule($0, value) })
      case "shared": limits.shared = Set(words(value, key))
      case "genuine": limits.genuine = Set(words(value, key))
      default: read(value, key)
      }
    }
  }

  private mutating func read(_ value: TOMLValue, _ key: String) {
    guard let field = Self.fields.first(where: { $0.name == key }) else {
      problems.append("\(place(value))rules.\(key): no threshold of that name; `kolokol rules limits` lists them")
      return
    }
    guard let number = Self.number(value, field.unit) else {
      problems.append("\(place(value))rules.\(key): expected \(Self.expected(field.unit))")
      return
    }
    limits[keyPath: field.path] = number
  }

  private mutating func words(_ value: TOMLValue, _ key: String) -> [String] {
    guard let array = value.array, array.allSatisfy({ $0.string != nil }) else {
      problems.append("\(place(value))rules.\(key): expected a list of texts")
      return []
    }
    return array.compactMap(\.string)
  }

  private mutating func rule(_ word: String, _ value: TOMLValue) -> Int? {
    guard let id = RuleBook.number(of: word) else {
      problems.append("\(place(value))rules.off: \(word): expected R01 to \(RuleBook.numbers.last?.description ?? "R01")")
      return nil
    }
    return id
  }

  private func place(_ value: TOMLValue) -> String { "\(path):\(value.keyPlace.line):\(value.keyPlace.column): " }

  private static func expected(_ unit: Unit) -> String {
    switch unit {
    case .time: "a time from 0 up, such as \"60s\", \"10m\", \"48h\", \"7d\""
    case .count: "a whole number from 1 up"
    case .money: "a sum in roubles, a whole number from 0 up"
    case .percent: "a whole number from 1 to 100"
    }
  }

  private static func number(_ value: TOMLValue, _ unit: Unit) -> Int64? {
    if unit == .time { return value.string.flatMap(milliseconds) }
    guard let number = value.int.map({ Int64($0) }) else { return nil }
    switch unit {
    case .count: return number > 0 ? number : nil
    case .percent: return (1...100).contains(number) ? number : nil
    default: return (0...Self.greatestSum).contains(number) ? number * 100 : nil
    }
  }

  private static let greatestSum: Int64 = 1_000_000_000_000
  private static let units: [Character: Int64] = ["s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]

  /// `48h` in ms; nil for what is no time, or longer than 10 years.
  private static func milliseconds(_ text: String) -> Int64? {
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()), (0...315_360_000).contains(number),
      number * unit <= 315_360_000_000
    else { return nil }
    return number * unit
  }

  /// The thresholds as they would stand in `config.toml`.
  static func text(_ limits: Limits) -> String {
    var text = "[rules]\n"
    for field in fields { text += "\(field.name) = \(written(limits[keyPath: field.path], field.unit))\n" }
    func list(_ words: [String]) -> String { "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
    text += "off = \(list(limits.off.sorted().map { $0 < 10 ? "R0\($0)" : "R\($0)" }))\n"
    return text + "shared = \(list(limits.shared.sorted()))\ngenuine = \(list(limits.genuine.sorted()))\n"
  }

  /// The thresholds for machines, under the names of `config.toml`: times in ms, sums in kopecks.
  static func object(_ limits: Limits) -> JSONObject {
    var object = JSONObject()
    for field in fields {
      let suffix =
        switch field.unit {
        case .time: "_ms"
        case .money: "_minor"
        case .count, .percent: ""
        }
      object.add(field.name + suffix, limits[keyPath: field.path])
    }
    object.add("off", limits.off.sorted().map { RuleID($0).description })
    object.add("shared", limits.shared.sorted())
    object.add("genuine", limits.genuine.sorted())
    return object
  }

  private static func written(_ value: Int64, _ unit: Unit) -> String {
    switch unit {
    case .count, .percent: return String(value)
    case .money: return String(value / 100)
    case .time:
      let fitting = units.sorted { $0.value > $1.value }.first { value % $0.value == 0 && value >= $0.value }
      return fitting.map { "\"\(value / $0.value)\($0.key)\"" } ?? "\"0s\""
    }
  }
}

extension RuleBook {
  /// The number of a rule by its word; nil for other words.
  fileprivate static func number(of word: String) -> Int? {
    numbers.first { $0.description == word.uppercased() }?.number
  }
}
