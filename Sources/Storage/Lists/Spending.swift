/// Money that moved, summed for one month or one merchant in one currency.
public struct SpendingSum: Hashable, Sendable {
  public var key: Key
  /// The currency's ISO 4217 code.
  public var currency: String
  /// Minor units that went out; 0 or more. Transfers between own accounts are in neither sum, nor is money whose direction is open.
  public var spentMinor: Int64
  /// Minor units that came in; 0 or more.
  public var receivedMinor: Int64
  /// How many notifications the sums are made of.
  public var count: Int

  public init(key: Key, currency: String, spentMinor: Int64, receivedMinor: Int64, count: Int) {
    self.key = key
    self.currency = currency
    self.spentMinor = spentMinor
    self.receivedMinor = receivedMinor
    self.count = count
  }

  /// What a sum is of.
  public enum Key: Hashable, Sendable {
    /// A month of the store's calendar; `month` is 1 to 12.
    case month(year: Int, month: Int)
    /// The merchant as the texts write it; nil for money that names none.
    case merchant(String?)
  }

  /// What to sum by.
  public enum Grouping: Hashable, Sendable {
    /// Months come in order of time.
    case month
    /// Merchants come with the largest sum spent first.
    case merchant
  }
}
