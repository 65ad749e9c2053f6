import Model

extension Policy {
  /// The policy as a file of `Data/Policies` is written (docs/policies.md): reading it gives the same policy.
  public var toml: String {
    var lines = ["id = " + Self.quoted(id), "name = " + Self.quoted(name), "name_ru = " + Self.quoted(nameRu)]
    if !banks.isEmpty { lines.append("banks = " + Self.list(banks)) }
    if let since { lines.append("since = " + Self.quoted(Self.day(since))) }
    if let until { lines.append("until = " + Self.quoted(Self.day(until))) }
    if let remark { lines.append("remark = " + Self.quoted(remark)) }
    if let remarkRu { lines.append("remark_ru = " + Self.quoted(remarkRu)) }
    lines += ["decides = " + Self.quoted(decides.rawValue), "initial = " + Self.quoted(initial.name)]
    if !initialByCategory.isEmpty {
      let channels = Category.allCases.compactMap { category in initialByCategory[category].map { "\(category.name) = \"\($0.name)\"" } }
      lines.append("initial_by_category = { " + channels.joined(separator: ", ") + " }")
    }
    lines += ["push_to = " + Self.quoted(pushTarget.rawValue), "keeps_pushes = " + Self.quoted(keepsPushes.rawValue)]
    lines += ["", "[codes]", "valid_s = \(codes.validSeconds)", "operations = \(codes.operations)"]
    if codes.byMessenger { lines.append("by_messenger = true") }
    lines += ["", "[price]", "currency = " + Self.quoted(price.currency.code), "sms_part_minor = \(price.smsPartMinor)"]
    lines += ["messenger_minor = \(price.messengerMinor)", "month_minor = \(price.monthMinor)"]
    if !price.packageCategories.isEmpty { lines.append("package = " + Self.list(price.packageCategories)) }
    for (name, change) in [
      ("binding", binding), ("switching", switching), ("number_change", numberChange), ("unlinking", unlinking), ("login", login),
    ] {
      lines += [
        "", "[\(name)]", "confirm = " + Self.quoted(change.confirm.rawValue), "announce = " + Self.quoted(change.announce.rawValue),
      ]
      if change.coolingOffSeconds > 0 { lines.append("cooling_off_s = \(change.coolingOffSeconds)") }
      if let categories = change.categories { lines.append("categories = " + Self.list(categories)) }
    }
    for step in steps { lines += [""] + step.toml }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A basic string of TOML.
  fileprivate static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  fileprivate static func list(_ words: [String]) -> String {
    "[" + words.map(quoted).joined(separator: ", ") + "]"
  }

  fileprivate static func list(_ categories: Set<Category>) -> String {
    list(Category.allCases.filter(categories.contains).map(\.name))
  }

  private static func day(_ date: CivilDate) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)-\(two(date.month))-\(two(date.day))"
  }
}

extension Step {
  fileprivate var toml: [String] {
    var lines = ["[[step]]"]
    if let chosen { lines.append("chosen = " + Policy.quoted(chosen.name)) }
    if !categories.isEmpty { lines.append("categories = " + Policy.list(categories)) }
    if !events.isEmpty { lines.append("events = " + Policy.list(SecurityFact.Kind.allCases.filter(events.contains).map(\.name))) }
    if !origins.isEmpty { lines.append("origins = " + Policy.list(Origin.allCases.filter(origins.contains).map(\.rawValue))) }
    lines += ["channel = " + Policy.quoted(channel.name), "stop = " + Policy.quoted(stop.rawValue), "wait_s = \(waitSeconds)"]
    if chancePercent != 100 { lines.append("chance_percent = \(chancePercent)") }
    if onlyWithoutApp { lines.append("only_without_app = true") }
    return lines
  }
}
