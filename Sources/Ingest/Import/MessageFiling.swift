import Model
import Parsing

/// Makes notifications of messages: finds the bank and reads the text.
struct MessageFiling: Sendable {
  private let parser: MessageParser
  private let bank: String?
  private let account: String?
  /// By which the database tells copies of one notification.
  let rule: BankMerging

  /// - Parameters:
  ///   - parser: What reads the texts.
  ///   - bank: The bank, by key or name, of messages whose source and sender name none.
  ///   - account: The account of messages whose source names none.
  init(parser: MessageParser, bank: String?, account: String?) {
    self.parser = parser
    self.bank = bank
    self.account = account
    rule = BankMerging(parser: parser)
  }

  func notification(of message: InboundMessage) -> Notification {
    var meaning: Meaning
    if let declared = message.bank {
      meaning = parser.meaning(of: message.delivery, from: declared)
    } else {
      meaning = parser.parse(sender: message.sender, channel: message.channel, title: message.title, text: message.text)
      if meaning.bank == nil, let bank { meaning = parser.meaning(of: message.delivery, from: bank) }
    }
    return Notification(
      bank: meaning.bank, account: message.account ?? account ?? Notification.defaultAccount, facts: meaning.facts,
      isRead: message.isRead ?? false, deliveries: [message.delivery])
  }

  /// Adds another copy to its notification, with what it says and the first left open.
  func add(_ message: InboundMessage, to notification: inout Notification) {
    notification.deliveries.append(message.delivery)
    notification.isRead = notification.isRead || message.isRead == true
    notification.facts.fill(from: parser.meaning(of: message.delivery, orFrom: notification.bank).facts)
  }

  /// An event with the account and bank it goes to when its source names none.
  func event(_ event: SecurityEvent) -> SecurityEvent {
    var filed = event
    if event.account == Notification.defaultAccount, let account { filed.account = account }
    filed.bank =
      event.bank.map { declared in
        let known = parser.catalog.bank(key: declared) ?? parser.catalog.bank(sender: declared)
        return known?.key ?? declared.excerpt(64)
      } ?? bank
    return filed
  }
}
