import Model

extension Strings {
  /// `−1 240.50 ₽`: sign, grouped digits, the minor unit only where it isn't zero, the currency's sign. `signed` writes a plus before what came in.
  public func money(_ money: Money, signed: Bool = false) -> String {
    let scale = (0..<money.currency.exponent).reduce(UInt64(1)) { power, _ in power * 10 }
    let magnitude = money.minorUnits.magnitude
    let minor = magnitude % scale
    var text = grouped(magnitude / scale)
    if minor != 0 {
      let digits = String(minor)
      text += decimalSeparator + String(repeating: "0", count: money.currency.exponent - digits.count) + digits
    }
    let sign = money.minorUnits < 0 ? "−" : signed && money.minorUnits > 0 ? "+" : ""
    return sign + text + " " + money.currency.symbol
  }

  /// `48 213`: thousands set apart by spaces, in both languages.
  public func number(_ number: Int) -> String {
    (number < 0 ? "−" : "") + grouped(UInt64(number.magnitude))
  }

  private func grouped(_ number: UInt64) -> String {
    let digits = String(number).utf8
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: " ")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
