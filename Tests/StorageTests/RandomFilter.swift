import Model

@testable import Storage

/// Filters and lines made of dice.
enum RandomFilter {
  static func node(depth: Int, _ random: inout Xorshift) -> FilterNode {
    switch depth > 0 ? Int.random(in: 0...5, using: &random) : 5 {
    case 0: .all(nodes(depth, &random))
    case 1: .any(nodes(depth, &random))
    case 2: .not(node(depth: depth - 1, &random))
    default: .term(term(&random))
    }
  }

  private static func nodes(_ depth: Int, _ random: inout Xorshift) -> [FilterNode] {
    (0..<Int.random(in: 2...3, using: &random)).map { _ in node(depth: depth - 1, &random) }
  }

  static func term(_ random: inout Xorshift) -> FilterTerm {
    func one<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    let text = one(["код", "не сообщайте", "a b c", "or", "b", "bank sber", "14 02", "пятерочка 5", "not", "или", "bank"])
    let date: FilterDate = one([
      .year(2026), .month(2025, month: 12), .day(2024, month: 2, day: 29), .today, .yesterday, .ago(7, .days), .ago(0, .hours),
      .ago(3, .months),
    ])
    let low = Int64.random(in: 0...5_000_000, using: &random)
    return one([
      .text(text, isPrefix: Bool.random(using: &random)), .bank(one(["sberbank", "vtb", "tbank"])), .sender(text),
      .channel(one(Channel.allCases)),
      .category(one(Category.allCases)), .state(one(FilterTerm.State.allCases)), .has(one(FilterTerm.Feature.allCases)),
      .amount(from: low, to: low + 5), .amount(from: nil, to: low), .amount(from: low, to: nil), .amount(from: low, to: low),
      .currency("RUB"),
      .card(one(["1234", "56"])), .merchant(text), .account(text), .security(one(SecurityFact.Kind.allCases)), .since(date), .until(date),
      .on(date),
    ])
  }

  /// Something that looks a little like a filter line.
  static func garbage(_ random: inout Xorshift) -> String {
    let pieces = [
      "bank:", "is:", "unread", "amount", ">", "<=", "=", "..", "1000", "99,5", "since:", "2026-", "01", "(", ")", "-", "\"", "«", "»", " ",
      " ", " or ",
      "not ", "|", ",", "*", ":", "код", "сумма>", "\u{0}", "🔔", "é", "\u{301}", "'", ";", "--", "%", "9999999999999999999999", "x",
    ]
    return (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}
