import Foundation
import Model

/// How a source is to be understood that carries what somebody else's program forwarded: by which channel it came, who sent it, what its columns are. A
/// value, so that it can be kept with the source.
public struct SourceMapping: Hashable, Sendable {
  /// The channel that the messages came by before they were forwarded; nil for what the source says.
  public var channel: Channel?
  /// Where the sender stands; nil for where the format has it.
  public var sender: Sender?
  /// What columns of a table mean: the name of our field by the column's heading.
  public var columns: [String: String]
  /// What the text is in; nil to find out.
  public var encoding: TextEncoding?

  /// The names that columns can be given.
  public static var fields: [String] { MessageField.allCases.map(\.rawValue) }

  /// Where a forwarded message names its sender.
  public enum Sender: Hashable, Sendable {
    /// In the title; where there is none, in the first line of the text.
    case title
    /// Nowhere: it is always this one.
    case named(String)
  }

  public init(channel: Channel? = nil, sender: Sender? = nil, columns: [String: String] = [:], encoding: TextEncoding? = nil) {
    self.channel = channel
    self.sender = sender
    self.columns = columns
    self.encoding = encoding
  }

  /// Everything that decides what comes out of a file, for what the file is known by.
  var words: [String] {
    guard self != SourceMapping() else { return [] }
    let sender =
      switch sender {
      case nil: ""
      case .title: "title"
      case .named(let name): "=" + name
      }
    return [channel?.name ?? "", sender, encoding?.rawValue ?? ""] + columns.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
  }

  /// The message as it was before it was forwarded.
  func applied(to message: InboundMessage) -> InboundMessage {
    guard channel != nil || sender != nil else { return message }
    var message = message
    switch sender {
    case .named(let name): message.sender = name
    case .title: takeSender(&message)
    case nil:
      // What names an SMS's sender in its title or first line is the forwarder's doing.
      if channel == .sms, !message.namesSender { takeSender(&message) }
    }
    if let channel { message.channel = channel }
    return message
  }

  private func takeSender(_ message: inout InboundMessage) {
    if let title = message.title {
      message.sender = title
      message.title = nil
    } else if let (sender, text) = Self.parted(message.text) {
      message.sender = sender
      message.text = text
    }
  }

  /// A text whose first line is its sender, and behind it lines about the SIM and the time, as forwarders write it; nil when it doesn't look like one.
  private static func parted(_ text: String) -> (sender: String, text: String)? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    guard lines.count > 1 else { return nil }
    var first = lines.removeFirst()
    for label in ["From:", "От:", "Sender:", "Отправитель:"] where first.hasPrefix(label) {
      first = first.dropFirst(label.count).trimmingCharacters(in: .whitespaces)
    }
    guard isSender(first) else { return nil }
    while let last = lines.last, last.isEmpty || isAboutArrival(last) { lines.removeLast() }
    let rest = lines.joined(separator: "\n")
    return rest.isEmpty ? nil : (first, rest)
  }

  /// Sender ids have at most 11 characters, numbers at most 16 with their plus sign; blanks and brackets in numbers.
  private static func isSender(_ line: String) -> Bool {
    let isNumber = line.allSatisfy { $0.isNumber || "+-() ".contains($0) } && line.contains(where: \.isNumber)
    return !line.isEmpty && (isNumber ? line.count <= 24 : line.count <= 11)
  }

  private static func isAboutArrival(_ line: String) -> Bool {
    let upper = line.uppercased()
    if upper.hasPrefix("SIM"), upper.dropFirst(3).drop(while: { $0 == " " }).first?.isNumber == true { return true }
    var copy = line
    return copy.withUTF8(RFC3339.parse) != .notATime
  }
}

/// A message that a program on the phone forwarded as JSON inside another message's text.
enum ForwardedMessage {
  private static let texts = ["text", "body", "message", "msg", "content"]
  private static let senders = ["from", "sender", "number", "address", "phone"]
  private static let apps = ["package", "packageName", "app"]
  private static let sent = ["sentStamp", "sent", "date_sent", "dateSent"]
  private static let received = ["receivedStamp", "received", "timestamp", "date", "time"]

  /// Makes of the message what it was on the phone, when its text is JSON with a text and a sender.
  static func unpack(_ message: inout InboundMessage) {
    guard message.text.utf8.first == UInt8(ascii: "{") else { return }
    var copy = message.text
    var repair = TextRepair()
    let fields = copy.withUTF8 { bytes in try? JSONValue.object(bytes, repair: &repair) }
    guard let fields, let text = first(texts, fields) else { return }
    if let sender = first(senders, fields) {
      message.sender = sender
      message.channel = .sms
      message.title = nil
    } else if let app = first(apps, fields) {
      message.sender = app
      message.title = fields.text("title")
    } else {
      return
    }
    message.text = text
    message.namesSender = true
    let received = received.lazy.compactMap { fields.integer($0) }.first
    let sent = sent.lazy.compactMap { fields.integer($0) }.first
    if let times = try? BackupTimes(received: received, sent: sent, asWritten: nil) {
      message.time = times.time
      message.deliveredAt = times.deliveredAt
    }
  }

  private static func first(_ keys: [String], _ fields: JSONFields) -> String? {
    keys.lazy.compactMap { fields.text($0) }.first
  }
}
