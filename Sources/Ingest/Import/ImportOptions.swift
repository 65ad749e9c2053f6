import Foundation

/// What an import is told beside the file.
public struct ImportOptions: Hashable, Sendable {
  /// The format by name; nil to find it by content.
  public var format: String?
  /// The key or a name of the bank of messages whose source and sender name none.
  public var bank: String?
  /// The account of messages whose source names none.
  public var account: String?
  /// The zone of clocks that don't say theirs.
  public var zone: TimeZone
  /// How to understand what somebody else's program forwarded or wrote down.
  public var mapping: SourceMapping

  public init(
    format: String? = nil, bank: String? = nil, account: String? = nil, zone: TimeZone = .current, mapping: SourceMapping = SourceMapping()
  ) {
    self.format = format
    self.bank = bank
    self.account = account
    self.zone = zone
    self.mapping = mapping
  }
}
