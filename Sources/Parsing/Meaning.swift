import Model

/// What a message says: the bank that sent it and the facts in its text.
public struct Meaning: Hashable, Sendable {
  /// The bank's key; nil for senders that are no known bank.
  public var bank: String?
  public var facts: Facts

  public init(bank: String? = nil, facts: Facts = Facts()) {
    self.bank = bank
    self.facts = facts
  }
}
