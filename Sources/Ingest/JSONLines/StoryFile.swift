import Model
import Parsing

/// A file of our own JSON lines read as a whole: messages with what their texts say, and events, each in the order of time.
///
/// Unlike an import it takes nothing that isn't right: a story with a line missing is another story.
public struct StoryFile: Sendable {
  /// By the time of their first copy.
  public var notifications: [Notification]
  public var events: [SecurityEvent]

  /// Why a file is no story.
  public enum Problem: Error, Sendable {
    case input(InputError)
    /// The first line that is neither message, event nor finding.
    case line(Refusal)
    /// There isn't a single message in it.
    case noMessages(file: String)
  }

  /// - Parameters:
  ///   - path: a file, a pipe, or `-` for the standard input.
  ///   - parser: reads the texts.
  /// - Throws: `Problem` for a file that can't be read, with its first mistake.
  public init(opening path: String, parser: MessageParser) throws(Problem) {
    notifications = []
    events = []
    do throws(InputError) {
      let file = try InputFile(opening: path)
      var reader = try JSONLinesReader(file.input, ReadingContext(zone: .gmt, changed: file.changed))
      try read(&reader, MessageFiling(parser: parser, bank: nil, account: nil))
    } catch {
      throw .input(error)
    }
    if let refused { throw .line(refused) }
    guard !notifications.isEmpty else { throw .noMessages(file: path) }
    notifications.sort { $0.firstTime < $1.firstTime }
    events.sort(by: SecurityEvent.inOrder)
  }

  /// A story that isn't read from a file.
  /// - Parameters:
  ///   - notifications: with their banks; facts are read from the texts.
  ///   - events: what no message tells.
  ///   - parser: reads the texts.
  public init(_ notifications: [Notification], events: [SecurityEvent], parser: MessageParser) {
    self.notifications = notifications.map { notification in
      guard let bank = notification.bank, let first = notification.deliveries.first else { return notification }
      var read = notification
      let meaning = parser.meaning(of: first, from: bank)
      (read.bank, read.facts) = (meaning.bank, meaning.facts)
      for copy in notification.deliveries.dropFirst() { read.facts.fill(from: parser.meaning(of: copy, orFrom: meaning.bank).facts) }
      return read
    }
    self.events = events
  }

  private var refused: Refusal?

  private mutating func read(_ reader: inout JSONLinesReader, _ filing: MessageFiling) throws(InputError) {
    var group = CopyGroup()
    while let record = try reader.next() {
      let continues = group.continues(with: record.item)
      group.read(record.item)
      switch record.item {
      case .message(let message) where continues: filing.add(message, to: &notifications[notifications.count - 1])
      case .message(let message): notifications.append(filing.notification(of: message))
      case .event(let event): events.append(filing.event(event))
      case .refused(let refusal):
        refused = refusal
        return
      case .skipped: break
      }
    }
  }

  /// The same with all times later by so many milliseconds.
  public func moved(by milliseconds: Int64) -> StoryFile {
    var moved = self
    moved.notifications = notifications.map { $0.moved(by: milliseconds) }
    moved.events = events.map { event in
      var event = event
      event.time = event.time.advanced(by: milliseconds)
      event.sentAt = event.sentAt?.advanced(by: milliseconds)
      return event
    }
    return moved
  }
}
