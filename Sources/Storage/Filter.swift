import Model

/// The filter line, read: `bank:sber is:unread amount>1000 since:2026-01-01 код`. The language is described in docs/query-language.md.
public struct Filter: Hashable, Sendable {
  /// The line as it was written.
  public let text: String
  let words: [String]

  /// - Parameters:
  ///   - text: the filter line.
  ///   - names: what there is to be named; values that name nothing of it are errors with suggestions. Without names any value passes.
  /// - Throws: `FilterError` with the column where reading stopped.
  public init(parsing text: String, names: FilterNames = FilterNames()) throws(FilterError) {
    self.text = text
    words = text.split(separator: " ").map(String.init)
  }

  /// What could be written at a place of the line.
  /// - Parameters:
  ///   - text: the filter line, which needn't be right.
  ///   - column: where the cursor stands, in characters from 0.
  ///   - names: what there is to be named.
  /// - Returns: the likeliest first; nothing where anything may be written.
  public static func completions(of text: String, at column: Int, names: FilterNames) -> [Completion] {
    []
  }
}

/// What filters can name: values of `bank:`, `sender:` and so on.
public struct FilterNames: Hashable, Sendable {
  public var banks: [BankName]
  public var senders: [String]
  public var accounts: [String]
  public var currencies: [String]

  public init(banks: [BankName] = [], senders: [String] = [], accounts: [String] = [], currencies: [String] = []) {
    self.banks = banks
    self.senders = senders
    self.accounts = accounts
    self.currencies = currencies
  }
}
