/// A device that can be linked to an account, as an event tells of it.
public struct LinkedDevice: Hashable, Sendable {
  /// The bank's id of it, or its name where no id is known. Deliveries name it as their endpoint.
  public var id: String
  /// What people call it: `Xiaomi 12`.
  public var name: String?
  /// `android`, `ios`, `web`… in the source's word.
  public var platform: String?

  public init(id: String, name: String? = nil, platform: String? = nil) {
    self.id = id
    self.name = name
    self.platform = platform
  }

  /// The name, or the id where there is none. Untrusted text.
  public var label: String { name ?? id }
}
