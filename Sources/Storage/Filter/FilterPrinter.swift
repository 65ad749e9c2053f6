import Model

/// Writes a filter out in one way: English keys, words in quotes. What it writes reads as the same filter.
extension FilterNode: CustomStringConvertible {
  var description: String {
    switch self {
    case .all(let nodes): nodes.map { $0.grouped }.joined(separator: " ")
    case .any(let nodes): nodes.map { if case .all = $0 { $0.description } else { $0.grouped } }.joined(separator: " or ")
    case .not(let node): "-" + node.grouped
    case .term(let term): term.description
    }
  }

  /// In parentheses where it would fall apart without them.
  private var grouped: String {
    switch self {
    case .all, .any: "(\(description))"
    case .not, .term: description
    }
  }
}

extension FilterTerm: CustomStringConvertible {
  var description: String {
    switch self {
    case .text(let text, let isPrefix): "\"\(text)\(isPrefix ? "*" : "")\""
    case .bank(let key): "bank:\"\(key)\""
    case .sender(let name): "sender:\"\(name)\""
    case .channel(let channel): "channel:\(channel.name)"
    case .category(let category): "category:\(category.name)"
    case .state(let state): "is:\(state.rawValue)"
    case .has(let feature): "has:\(feature.rawValue)"
    case .amount(let from, let to): "amount:\(Self.amount(from, to))"
    case .currency(let code): "currency:\(code)"
    case .card(let digits): "card:\(digits)"
    case .merchant(let name): "merchant:\"\(name)\""
    case .account(let name): "account:\"\(name)\""
    case .security(let kind): "security:\(kind.name)"
    case .since(let date): "since:\(date)"
    case .until(let date): "until:\(date)"
    case .on(let date): "on:\(date)"
    }
  }

  private static func amount(_ from: Int64?, _ to: Int64?) -> String {
    if let from, from == to { return number(from) }
    return (from.map(number) ?? "") + ".." + (to.map(number) ?? "")
  }

  private static func number(_ thousandths: Int64) -> String {
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

extension FilterDate: CustomStringConvertible {
  var description: String {
    switch self {
    case .year(let year): "\(year)"
    case .month(let year, let month): "\(year)-\(Self.twoDigits(month))"
    case .day(let year, let month, let day): "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
    case .today: "today"
    case .yesterday: "yesterday"
    case .ago(let count, let unit): "\(count)\(unit.rawValue)"
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
