import Model

/// What came of a simulation: messages with their copies, and events that no message tells, as our own JSON lines hold them.
public struct SimulatedHistory: Sendable {
  /// One line, or the lines of one message.
  public enum Item: Sendable {
    /// Without facts, which follow from the texts.
    case message(Model.Notification)
    case event(SecurityEvent)

    /// When it happened: for a message, when the bank began to send it.
    public var time: Timestamp {
      switch self {
      case .message(let notification): notification.firstTime
      case .event(let event): event.time
      }
    }

    /// As our own JSON lines.
    public var json: [JSONObject] {
      switch self {
      case .message(let notification): notification.json
      case .event(let event): [event.json]
      }
    }
  }

  /// By time.
  public private(set) var items: [Item]

  /// In the order of time, whatever order they are given in.
  init(_ items: [Item]) {
    self.items = items.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  /// The messages alone.
  public var notifications: [Model.Notification] {
    items.compactMap { if case .message(let notification) = $0 { notification } else { nil } }
  }

  /// The events alone.
  public var events: [SecurityEvent] {
    items.compactMap { if case .event(let event) = $0 { event } else { nil } }
  }
}
