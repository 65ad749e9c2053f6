/// Findings of high severity or above that name a device and that nobody has closed: as long as there are any it is suspected.
public struct DeviceSuspicion: Hashable, Sendable {
  public var account: String
  /// The bank's key; nil where the findings are about no one bank.
  public var bank: String?
  public var device: LinkedDevice
  /// By their names; never empty.
  public var findings: [FindingID]

  public init(account: String = Notification.defaultAccount, bank: String?, device: LinkedDevice, findings: [FindingID]) {
    self.account = account
    self.bank = bank
    self.device = device
    self.findings = findings
  }
}

/// When the first push of an account and bank came that is known of: somebody had a device then, whether or not a message names it.
public struct FirstPush: Hashable, Sendable {
  public var account: String
  /// The bank's key.
  public var bank: String?
  public var time: Timestamp

  public init(account: String = Notification.defaultAccount, bank: String?, time: Timestamp) {
    self.account = account
    self.bank = bank
    self.time = time
  }
}
