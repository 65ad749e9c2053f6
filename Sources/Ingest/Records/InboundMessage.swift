import Model

/// One record as its source tells it, before anything is made of its text.
struct InboundMessage: Hashable, Sendable {
  var channel: Channel
  /// An SMS sender id, a number, or an app's name; empty where the source names nobody.
  var sender: String
  var title: String?
  /// The text as it came. The only changes: bytes that are no UTF-8, unpaired surrogates and NUL are U+FFFD.
  var text: String
  /// When it was sent, or when it was received if that is all the source knows.
  var time: Timestamp
  var deliveredAt: Timestamp?
  var seenAt: Timestamp?
  /// Where it went: a device's id or name, or a phone number.
  var endpoint: String?
  var status: DeliveryStatus = .delivered
  /// Why it failed or wasn't sent, in the source's words.
  var reason: String?
  /// SMS parts, where the source counts them.
  var parts: Int?
  /// What it cost in minor units, where the source says so.
  var costMinor: Int64?
  /// The bank the source names; nil when only the sender tells.
  var bank: String?
  /// The account the source names.
  var account: String?
  /// Whether it was read; nil when the source doesn't say.
  var isRead: Bool?
  /// The record's own id in its source.
  var sourceID: String?
  /// What the source calls the notification that this is a copy of; the copies of one stand one after the other.
  var copyOf: String?
  /// Whether it says anew what an earlier message with its source id said.
  var isUpdate = false
  /// Whether who sent it is known for sure, and isn't the relay it came through.
  var namesSender = false

  /// Names and ids may have this many bytes: no program writes longer ones, and they go into events, whose entries in the log are bounded.
  static let longestName = 2_048

  /// The first of its names that is longer; nil when none is.
  var overlongName: String? {
    let names: [(MessageField, String?)] = [
      (.sender, sender), (.id, sourceID), (.account, account), (.bank, bank), (.endpoint, endpoint), (.reason, reason), (.copyOf, copyOf),
    ]
    return names.first { $0.1.map { $0.utf8.count > Self.longestName } ?? false }?.0.rawValue
  }

  /// Its one delivery.
  var delivery: Delivery {
    Delivery(
      channel: channel, endpoint: endpoint, time: time, deliveredAt: deliveredAt, seenAt: seenAt, status: status, reason: reason,
      parts: parts, costMinor: costMinor, sender: sender, title: title, text: text, sourceID: sourceID)
  }
}
