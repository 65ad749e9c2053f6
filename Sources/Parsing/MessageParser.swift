import Model

/// Reads messages: from sender and text to the bank and what the text says.
public struct MessageParser: Sendable {
  public let catalog: BankCatalog

  public init(catalog: BankCatalog) {
    self.catalog = catalog
  }

  /// What a message says. Texts of any length and content are safe; the first 16 KB are read.
  ///
  /// - Parameters:
  ///   - sender: the SMS sender id or number, or the app's package name or label.
  ///   - title: a push's title; it is read as the text's first line.
  public func parse(sender: String, channel: Channel?, title: String?, text: String) -> Meaning {
    var facts = Facts()
    if let code = Codes.find(in: text) {
      facts.code = code
      facts.category = .code
    }
    return Meaning(bank: catalog.bank(sender: sender)?.key, facts: facts)
  }
}
