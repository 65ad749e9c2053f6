import Model
import Screen
import Storage

/// The sums of what the current list shows, by month and by merchant, one currency at a time.
public struct SpendingState: Sendable {
  let months: [SpendingSum]
  let merchants: [SpendingSum]
  /// The currencies that occur, the one with the most messages first.
  let currencies: [String]
  private(set) var currencyIndex = 0
  private(set) var top = 0

  init(_ spending: Action.Spending) {
    months = spending.months
    merchants = spending.merchants
    var counts: [String: Int] = [:]
    for sum in spending.months { counts[sum.currency, default: 0] += sum.count }
    currencies = counts.keys.sorted { (counts[$1, default: 0], $0) < (counts[$0, default: 0], $1) }
  }

  var currency: Currency? { currencies.isEmpty ? nil : Currency(code: currencies[currencyIndex]) }

  /// The months of the chosen currency, the latest first.
  var shownMonths: [SpendingSum] { months.filter { $0.currency == currency?.code }.reversed() }
  var shownMerchants: [SpendingSum] { merchants.filter { $0.currency == currency?.code && $0.spentMinor > 0 } }

  mutating func nextCurrency() {
    guard !currencies.isEmpty else { return }
    currencyIndex = (currencyIndex + 1) % currencies.count
    top = 0
  }

  mutating func scroll(by count: Int) {
    top = min(max(top + count, 0), max(max(shownMonths.count, shownMerchants.count) - 1, 0))
  }
}

extension BellState {
  /// A key while the sums are shown.
  mutating func take(_ key: Key, in spending: SpendingState) -> [Effect] {
    var spending = spending
    switch KeyMap.standard.operation(for: key) {
    case .down: spending.scroll(by: 1)
    case .up: spending.scroll(by: -1)
    case .pageDown, .halfPageDown: spending.scroll(by: size.height / 2)
    case .pageUp, .halfPageUp: spending.scroll(by: -size.height / 2)
    case .first: spending.scroll(by: Int.min / 2)
    case .switchPane, .nextBank: spending.nextCurrency()
    case .theme: return perform(.theme)
    case .quitAtOnce: return perform(.quitAtOnce)
    default:
      mode = .browse
      return []
    }
    mode = .spending(spending)
    return []
  }
}
