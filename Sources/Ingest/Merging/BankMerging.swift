import Model
import Parsing
import Storage

/// The rule by which the database merges push and SMS of a bank.
public struct BankMerging: MergingRule {
  private let parser: MessageParser

  /// - Parameter parser: reads what a single copy says when a notification is taken apart.
  public init(parser: MessageParser) {
    self.parser = parser
  }

  /// 5 minutes, in ms.
  public var window: Int64 { Sameness.window }

  /// What the copies of one notification have in common: account, bank, and its code, amount or text.
  public func mark(of notification: Notification) -> Int64? {
    MergingCandidate(notification)?.mark
  }

  /// See `Pairing`.
  public func groups(of copies: [Notification], areApart: (Int, Int) -> Bool) -> [[Int]] {
    Pairing.groups(of: copies, areApart: areApart)
  }

  /// What a copy says when it comes from this bank, as an import would read it.
  public func facts(of delivery: Delivery, bank: String?) -> Facts {
    let meaning = parser.parse(sender: delivery.sender, channel: delivery.channel, title: delivery.title, text: delivery.text)
    guard let bank, meaning.bank != bank else { return meaning.facts }
    return parser.meaning(of: delivery, from: bank).facts
  }
}

extension MessageParser {
  /// What a copy says: its sender tells the bank, and where nobody knows the sender it is this one, by key.
  func meaning(of copy: Delivery, orFrom bank: String?) -> Meaning {
    let meaning = parse(sender: copy.sender, channel: copy.channel, title: copy.title, text: copy.text)
    guard meaning.bank == nil, let bank else { return meaning }
    return self.meaning(of: copy, from: bank)
  }

  /// What a message says when it comes from the bank of this key or name. A bank nobody knows is kept under the word it was given.
  func meaning(of delivery: Delivery, from declared: String) -> Meaning {
    let known = catalog.bank(key: declared) ?? catalog.bank(sender: declared)
    var meaning = parse(
      sender: known.map { $0.senders.first ?? $0.name } ?? delivery.sender, channel: delivery.channel, title: delivery.title,
      text: delivery.text)
    meaning.bank = known?.key ?? declared.excerpt(64)
    return meaning
  }
}
