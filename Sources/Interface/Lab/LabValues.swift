import Delivery
import Model
import Screen

/// One policy's line of the lab: what the comparison and the search came to.
public struct LabRow: Sendable {
  public var policy: Policy
  public var result: LabResult
  public var search: AdversarySearch.Result
  /// The same search with access to an operator's switch.
  public var searchWithSS7: AdversarySearch.Result

  public init(policy: Policy, result: LabResult, search: AdversarySearch.Result, searchWithSS7: AdversarySearch.Result) {
    self.policy = policy
    self.result = result
    self.search = search
    self.searchWithSS7 = searchWithSS7
  }

  /// What a column estimates from the clients that were counted; nil for a column that isn't an estimate with an interval.
  func estimate(_ column: LabColumn) -> Estimate? {
    switch column {
    case .reachedSoon: result.reachedSoon
    case .reached: result.reached
    case .costPer1000: result.costPer1000
    case .costPerMonth: result.costPerClientMonth
    case .lost: result.lost
    case .kept: result.kept
    case .exposed: result.exposedCodes
    case .warned: result.warned
    case .findings: result.findings
    case .median, .alert, .oneCode, .warnedFirst: nil
    }
  }

  /// The number a column sorts and draws by; nil where there is none. More is not always better.
  public func value(_ column: LabColumn) -> Double? {
    switch column {
    case .reachedSoon: result.reachedSoon.mean
    case .reached: result.reached.mean
    case .median: result.medianSeconds
    case .costPer1000: result.costPer1000.mean
    case .costPerMonth: result.costPerClientMonth.mean
    case .lost: result.lost.mean
    case .kept: result.kept.mean
    case .exposed: result.exposedCodes.mean
    case .warned: result.warned.mean
    case .alert: result.secondsToAlert
    case .findings: result.findings.mean
    case .oneCode: search.operations.count > 1 ? search.operations[1].sortable : nil
    case .warnedFirst: search.isWarnedBeforeFirstLoss ? 1 : 0
    }
  }
}

extension Operations {
  fileprivate var sortable: Double {
    switch self {
    case .count(let count): Double(count)
    case .unbounded: .infinity
    }
  }
}

extension Strings {
  /// A column's value as it stands in a table.
  public func lab(_ column: LabColumn, of row: LabRow) -> String {
    let result = row.result
    switch column {
    case .reachedSoon: return percent(result.reachedSoon)
    case .reached: return percent(result.reached)
    case .kept: return percent(result.kept)
    case .warned: return percent(result.warned)
    case .median: return result.medianSeconds.map { labStrings.duration(Int($0)) } ?? labStrings.never
    case .costPer1000: return fixed(result.costPer1000.mean / 100, 0)
    case .costPerMonth: return fixed(result.costPerClientMonth.mean / 100, 0)
    case .lost: return fixed(result.lost.mean, 1)
    case .exposed: return fixed(result.exposedCodes.mean, 1)
    case .alert: return result.secondsToAlert.map { labStrings.duration(Int($0)) } ?? labStrings.never
    case .findings: return fixed(result.findings.mean, 1)
    case .oneCode: return row.search.operations.count > 1 ? labStrings.operations(row.search.operations[1]) : ""
    case .warnedFirst: return row.search.isWarnedBeforeFirstLoss ? labStrings.yes : labStrings.no
    }
  }

  /// Half the width of a column's interval; nil for a column that has none.
  public func labMargin(_ column: LabColumn, of row: LabRow) -> String? {
    guard let margin = row.estimate(column)?.margin else { return nil }
    return switch column {
    case .reachedSoon, .reached, .kept, .warned: "±" + fixed(margin * 100, 1)
    case .costPer1000, .costPerMonth: "±" + fixed(margin / 100, 0)
    case .lost, .exposed, .findings, .median, .alert, .oneCode, .warnedFirst: "±" + fixed(margin, 1)
    }
  }

  private func percent(_ estimate: Estimate) -> String {
    fixed(estimate.mean * 100, 0) + " %"
  }

  /// A number with so many digits behind the separator.
  func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "—" }
    let scale = digits == 0 ? 1.0 : 10
    let whole = Int((abs(value) * scale).rounded())
    let sign = value < 0 && whole > 0 ? "−" : ""
    return digits == 0 ? sign + number(whole) : sign + number(whole / 10) + decimalSeparator + String(whole % 10)
  }
}
