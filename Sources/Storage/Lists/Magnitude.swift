import Model

/// How large an amount is regardless of its sign and of its currency's minor unit: thousandths of the major unit.
/// Lists ordered by amount and filters like `amount>1000` compare these.
enum Magnitude {
  /// Stands for "no amount"; smaller than every magnitude.
  static let none: Int64 = -1
  /// Thousandths, because no currency has a smaller minor unit.
  static let perMajorUnit: Int64 = 1000

  /// The magnitude of an amount; `none` without one; the largest there is when it doesn't fit.
  static func of(_ amount: Money?) -> Int64 {
    guard let amount else { return none }
    let (product, overflow) = Int64(clamping: amount.minorUnits.magnitude).multipliedReportingOverflow(by: factor(of: amount.currency))
    return overflow ? .max : product
  }

  private static func factor(of currency: Currency) -> Int64 {
    switch currency.exponent {
    case 0: 1000
    case 3: 1
    default: 10
    }
  }
}
