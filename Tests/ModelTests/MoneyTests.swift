import Model
import Testing

@Suite("Money")
struct MoneyTests {
  @Test("the exponent is that of ISO 4217", arguments: [("rub", 2), ("JPY", 0), ("KWD", 3), ("XYZ", 2)])
  func exponents(_ code: String, _ exponent: Int) {
    #expect(Currency(code: code).exponent == exponent)
  }

  @Test("a currency without a sign of its own shows its code")
  func symbols() {
    #expect(Currency.rub.symbol == "₽")
    #expect(Currency(code: "CHF").symbol == "CHF")
  }

  @Test("the sum without its sign is there for every number")
  func unsigned() {
    #expect(Money(minorUnits: -5, currency: .rub).unsigned == Money(minorUnits: 5, currency: .rub))
    #expect(Money(minorUnits: .min, currency: .rub).unsigned == Money(minorUnits: .max, currency: .rub))
  }
}
