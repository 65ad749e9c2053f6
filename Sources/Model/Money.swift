/// An amount of money in minor units (kopecks, cents) with its currency; never floating point.
public struct Money: Hashable, Sendable {
  /// Minor units of `currency`; negative when money went out.
  public var minorUnits: Int64
  /// The currency that gives the minor unit its worth.
  public var currency: Currency

  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The same sum without its sign. Nothing is as far above zero as the least number is below; that becomes the greatest.
  public var unsigned: Money {
    Money(minorUnits: minorUnits == .min ? .max : minorUnits < 0 ? -minorUnits : minorUnits, currency: currency)
  }
}

/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// Three letters, upper case: `RUB`.
  public let code: String

  /// - Parameter code: an ISO 4217 code in any case; it isn't checked against the list of currencies in use.
  public init(code: String) {
    self.code = code.uppercased()
  }

  public var description: String { code }

  /// How many decimal digits the minor unit has (ISO 4217 "exponent"): 2 for most, 0 for yen, 3 for dinars.
  public var exponent: Int {
    if Self.withoutMinorUnit.contains(code) { return 0 }
    if Self.withThousandths.contains(code) { return 3 }
    return 2
  }

  /// The sign people write: ₽ for RUB; the code where there is none.
  public var symbol: String { Self.symbols[code] ?? code }

  /// The currencies that the program itself speaks of.
  public static let rub = Currency(code: "RUB")
  public static let usd = Currency(code: "USD")
  public static let eur = Currency(code: "EUR")

  private static let withoutMinorUnit: Set<String> = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
  ]
  private static let withThousandths: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
  private static let symbols: [String: String] = [
    "RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "KZT": "₸", "UAH": "₴",
    "TRY": "₺", "ILS": "₪", "KRW": "₩", "GEL": "₾", "AMD": "֏", "PHP": "₱", "VND": "₫", "NGN": "₦", "THB": "฿",
  ]
}
