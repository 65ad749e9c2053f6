import Model

@testable import Parsing

/// Texts read as those of a bank that no file knows.
enum Sample {
  private static let parser = MessageParser(catalog: BankCatalog(files: []))

  static func facts(_ text: String) -> Facts {
    parser.parse(sender: "", channel: nil, title: nil, text: text).facts
  }

  /// `1240`, `89.50`: without a sign, and with the minor unit only where it isn't zero.
  static func decimal(_ money: Money) -> String {
    var scale: UInt64 = 1
    for _ in 0..<money.currency.exponent { scale *= 10 }
    let minor = money.minorUnits.magnitude % scale
    let whole = String(money.minorUnits.magnitude / scale)
    guard minor != 0 else { return whole }
    let digits = String(minor)
    return whole + "." + String(repeating: "0", count: money.currency.exponent - digits.count) + digits
  }
}
