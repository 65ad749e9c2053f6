/// The filter line, read: `bank:sber is:unread amount>1000 since:2026-01-01 код`. The language is described in docs/query-language.md.
public struct Filter: Hashable, Sendable {
  /// The line as it was written.
  public let text: String
  let node: FilterNode

  /// Reads a line.
  /// - Parameters:
  ///   - text: the filter line; an empty one lets everything through.
  ///   - names: what there is to be named; values that name nothing of it are errors with suggestions. Without names any bank passes.
  /// - Throws: `FilterError` with the column where reading stopped.
  public init(parsing text: String, names: FilterNames = FilterNames()) throws(FilterError) {
    self.text = text
    node = try FilterParser.parse(text, names: names)
  }

  /// What could be written where the cursor stands.
  /// - Parameters:
  ///   - text: the filter line, which needn't be right.
  ///   - column: where the cursor stands, in characters from 0.
  ///   - names: what there is to be named.
  /// - Returns: the likeliest first; nothing where anything may be written.
  public static func completions(of text: String, at column: Int, names: FilterNames) -> [Completion] {
    FilterCompleter(text: text, column: column, names: names).completions
  }
}

/// What filters can name: values of `bank:`, `sender:` and so on.
public struct FilterNames: Hashable, Sendable {
  /// Banks and what they answer to.
  public var banks: [BankName]
  /// Sender ids and numbers that occur.
  public var senders: [String]
  /// Accounts that occur.
  public var accounts: [String]
  /// ISO 4217 codes of currencies that occur.
  public var currencies: [String]

  public init(banks: [BankName] = [], senders: [String] = [], accounts: [String] = [], currencies: [String] = []) {
    self.banks = banks
    self.senders = senders
    self.accounts = accounts
    self.currencies = currencies
  }
}
