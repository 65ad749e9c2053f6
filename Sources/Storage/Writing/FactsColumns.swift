import GRDB
import Model

/// The columns that hold what a text says, written when a notification is added and whenever its text is read anew.
enum FactsColumns {
  static let names = [
    "is_transaction", "direction", "is_reversal", "magnitude", "amount_minor", "currency_id", "balance_minor", "balance_currency_id",
    "card",
    "merchant_id",
    "code",
    "security_kind", "security_device", "security_place", "security_from", "security_to", "due", "minimum_minor", "minimum_currency_id",
    "covered",
  ]

  /// Binds the columns in the order of `names`, the first at `start`.
  static func bind(
    _ facts: Facts, merchantID: Int64?, to statement: GRDB.Statement, from start: Int32, _ db: Database, _ names: inout NameTables
  ) throws {
    statement.bind(facts.isTransaction ? 1 : 0, at: start)
    statement.bind(facts.direction.map { Int64($0.rawValue) }, at: start + 1)
    statement.bind(facts.isReversal ? 1 : 0, at: start + 2)
    statement.bind(Magnitude.of(facts.amount), at: start + 3)
    statement.bind(facts.amount?.minorUnits, at: start + 4)
    statement.bind(try facts.amount.map { try names.id(of: $0.currency.code, in: .currency, db) }, at: start + 5)
    statement.bind(facts.balance?.minorUnits, at: start + 6)
    statement.bind(try facts.balance.map { try names.id(of: $0.currency.code, in: .currency, db) }, at: start + 7)
    statement.bind(facts.card, at: start + 8)
    statement.bind(merchantID, at: start + 9)
    statement.bind(facts.code, at: start + 10)
    statement.bind(facts.security.map { Int64($0.kind.rawValue) }, at: start + 11)
    statement.bind(facts.security?.device, at: start + 12)
    statement.bind(facts.security?.place, at: start + 13)
    statement.bind(facts.security?.from, at: start + 14)
    statement.bind(facts.security?.to, at: start + 15)
    statement.bind(facts.due?.text, at: start + 16)
    statement.bind(facts.minimum?.minorUnits, at: start + 17)
    statement.bind(try facts.minimum.map { try names.id(of: $0.currency.code, in: .currency, db) }, at: start + 18)
    statement.bind(text(ofCovered: facts.covered), at: start + 19)
  }

  /// The column of what is covered besides the code: its parts hold no white space.
  private static func text(ofCovered covered: [String]) -> String? {
    covered.isEmpty ? nil : covered.joined(separator: " ")
  }

  /// What is covered besides the code, from its column.
  static func covered(_ text: String?) -> [String] {
    text.map { $0.split(separator: " ").map(String.init) } ?? []
  }
}
