import Model

/// An answer for a device that came with a step of dealing with findings, and that nobody has taken back.
public struct GivenAnswer: Hashable, Sendable {
  /// The step's number.
  let step: Int64
  /// The answer's entry in the log: what came later has a greater one.
  let leaf: Int
  public let account: String
  /// The bank's key.
  public let bank: String?
  public let device: LinkedDevice
  public let wasMe: Bool
}
