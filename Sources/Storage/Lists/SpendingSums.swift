import Model

/// Adds up amounts by month or by merchant.
struct SpendingSums {
  let grouping: SpendingSum.Grouping
  let calendar: LocalCalendar
  private var sums: [Slot: SpendingSum] = [:]

  private struct Slot: Hashable {
    var key: SpendingSum.Key
    var currency: String
  }

  init(grouping: SpendingSum.Grouping, calendar: LocalCalendar) {
    self.grouping = grouping
    self.calendar = calendar
  }

  mutating func add(time: Timestamp, direction: Model.Direction?, minor: Int64, currency: String, merchant: String?) {
    // What moved between own accounts is in neither sum, nor is what no text says the direction of.
    guard direction == .incoming || direction == .outgoing else { return }
    let key: SpendingSum.Key =
      switch grouping {
      case .month: month(of: time)
      case .merchant: .merchant(merchant)
      }
    let slot = Slot(key: key, currency: currency)
    var sum = sums[slot] ?? SpendingSum(key: key, currency: currency, spentMinor: 0, receivedMinor: 0, count: 0)
    let size = Int64(clamping: minor.magnitude)
    if minor < 0 {
      sum.spentMinor = sum.spentMinor.addingReportingOverflow(size).overflow ? .max : sum.spentMinor + size
    } else {
      sum.receivedMinor = sum.receivedMinor.addingReportingOverflow(size).overflow ? .max : sum.receivedMinor + size
    }
    sum.count += 1
    sums[slot] = sum
  }

  var sorted: [SpendingSum] {
    sums.values.sorted { left, right in
      switch (left.key, right.key) {
      case (.month(let year, let month), .month(let otherYear, let otherMonth)):
        (year, month, left.currency) < (otherYear, otherMonth, right.currency)
      case (.merchant(let name), .merchant(let otherName)):
        (right.spentMinor, right.receivedMinor, name ?? "", left.currency)
          < (left.spentMinor, left.receivedMinor, otherName ?? "", right.currency)
      default: false
      }
    }
  }

  private func month(of time: Timestamp) -> SpendingSum.Key {
    let date = CivilDate(time, offsetSeconds: calendar.offset(time))
    return .month(year: date.year, month: date.month)
  }
}
