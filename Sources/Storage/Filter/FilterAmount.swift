/// Reads amounts: `amount>1000`, `amount:500..1000`, `amount<=99,50`, `amount>10k`.
enum FilterAmount {
  static func term(_ keyed: FilterLexer.Keyed) throws(FilterError) -> FilterTerm {
    if keyed.sign == ":" || keyed.sign == "=", let dots = keyed.value.firstRange(of: "..") {
      let low = keyed.value[..<dots.lowerBound]
      let high = keyed.value[dots.upperBound...]
      guard !low.isEmpty || !high.isEmpty else { throw notANumber(keyed.value, keyed.valueColumn) }
      let from = low.isEmpty ? nil : try thousandths(low, keyed.valueColumn)
      let to = high.isEmpty ? nil : try thousandths(high, keyed.valueColumn + low.count + 2)
      if let from, let to, from > to {
        throw FilterError(column: keyed.valueColumn, length: keyed.value.count, reason: .emptyRange(keyed.value))
      }
      return .amount(from: from, to: to)
    }
    let number = try thousandths(keyed.value[...], keyed.valueColumn)
    switch keyed.sign {
    case ">":
      guard number < .max else { throw notANumber(keyed.value, keyed.valueColumn) }
      return .amount(from: number + 1, to: nil)
    case "<":
      guard number > 0 else { throw FilterError(column: keyed.valueColumn, length: keyed.value.count, reason: .emptyRange("<0")) }
      return .amount(from: nil, to: number - 1)
    case ">=": return .amount(from: number, to: nil)
    case "<=": return .amount(from: nil, to: number)
    default: return .amount(from: number, to: number)
    }
  }

  /// A number in major units as thousandths: digits, perhaps up to three decimals behind a point or comma, perhaps k or m behind it.
  private static func thousandths(_ text: Substring, _ column: Int) throws(FilterError) -> Int64 {
    let failure = notANumber(String(text), column)
    var digits = text
    if let sign = digits.first, "+-−".contains(sign) { digits.removeFirst() }
    var factor: Int64 = 1
    switch digits.last.map({ FilterText.folded(String($0)) }) {
    case "k", "к": factor = 1000
    case "m", "м": factor = 1_000_000
    default: break
    }
    if factor > 1 { digits.removeLast() }
    let parts = digits.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard let whole = parts.first, !whole.isEmpty, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { throw failure }
    let decimals = parts.count > 1 ? parts[1] : ""
    guard parts.count == 1 || (1...3).contains(decimals.count) else { throw failure }
    let padded = decimals + String(repeating: "0", count: 3 - decimals.count)
    guard let number = Int64(whole + padded) else { throw failure }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    guard !overflow else { throw failure }
    return product
  }

  private static func notANumber(_ text: String, _ column: Int) -> FilterError {
    FilterError(column: column, length: max(text.count, 1), reason: .notANumber(text))
  }
}
