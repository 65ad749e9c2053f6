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
}
