import Model
import Parsing

/// Makes notifications of messages: finds the bank and reads the text.
struct MessageFiling: Sendable {
  private let parser: MessageParser
  private let bank: String?
  private let account: String?

  /// - Parameters:
  ///   - parser: What reads the texts.
  ///   - bank: The bank, by key or name, of messages whose source and sender name none.
  ///   - account: The account of messages whose source names none.
  init(parser: MessageParser, bank: String?, account: String?) {
    self.parser = parser
    self.bank = bank
    self.account = account
  }

  func notification(of message: InboundMessage) -> Notification {
    var meaning: Meaning
    if let declared = message.bank {
      meaning = self.meaning(of: message, from: declared)
    } else {
      meaning = parser.parse(sender: message.sender, channel: message.channel, title: message.title, text: message.text)
      if meaning.bank == nil, let bank { meaning = self.meaning(of: message, from: bank) }
    }
    return Notification(
      bank: meaning.bank, account: message.account ?? account ?? Notification.defaultAccount, facts: meaning.facts,
      isRead: message.isRead ?? false, deliveries: [message.delivery])
  }

  /// What the message says when it comes from the bank of this key or name. A bank nobody knows is kept under the word it was given.
  private func meaning(of message: InboundMessage, from declared: String) -> Meaning {
    let known = parser.catalog.bank(key: declared) ?? parser.catalog.bank(sender: declared)
    var meaning = parser.parse(
      sender: known.map { $0.senders.first ?? $0.name } ?? message.sender, channel: message.channel, title: message.title,
      text: message.text)
    meaning.bank = known?.key ?? declared.excerpt(64)
    return meaning
  }
}
