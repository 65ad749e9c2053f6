/// What a bank is called in queries: `bank:сбер` finds `sberbank` through an alias.
public struct BankName: Hashable, Sendable {
  /// The bank's key in its bank file.
  public var key: String
  /// Its name as people write it.
  public var name: String
  /// Other names it answers to.
  public var aliases: [String]

  public init(key: String, name: String, aliases: [String] = []) {
    self.key = key
    self.name = name
    self.aliases = aliases
  }
}
