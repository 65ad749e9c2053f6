/// What moved the money that a message tells of, as far as rules care.
public enum Movement: Hashable, Sendable {
  /// A bank paid a loan out.
  case loan
  /// Somebody sent it to somebody.
  case transfer
}
