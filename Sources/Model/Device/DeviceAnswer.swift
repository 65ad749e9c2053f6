/// What the client last said of a device's binding when he was asked whether it was him.
public struct DeviceAnswer: Hashable, Sendable {
  public var account: String
  /// The bank's key.
  public var bank: String?
  public var device: LinkedDevice
  public var wasMe: Bool
  public var time: Timestamp

  public init(account: String, bank: String?, device: LinkedDevice, wasMe: Bool, time: Timestamp) {
    self.account = account
    self.bank = bank
    self.device = device
    self.wasMe = wasMe
    self.time = time
  }
}
