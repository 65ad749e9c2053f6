import Model

/// What a phone's notification looks like once KDE Connect or GSConnect has shown it on a desktop: the relay is the application, the phone's app stands in
/// the summary or behind the relay's name, and its title before the text.
enum PhoneRelay {
  private static let relays = ["KDE Connect", "KDEConnect", "GSConnect", "Zorin Connect"]
  /// The names that programs for SMS go by on phones, in small letters.
  private static let messengers: Set<String> = [
    "messages", "messaging", "messages by google", "google messages", "samsung messages", "sms", "sms organizer", "quik", "qksms",
    "fossify messages", "textra", "silence", "сообщения", "смс", "sms/mms", "повідомлення",
  ]

  /// Makes of a relayed notification what it was on the phone.
  static func unpack(_ message: inout InboundMessage) {
    guard let relay = relays.first(where: { message.sender.hasPrefix($0) }) else { return }
    let behind = message.sender.dropFirst(relay.count)
    let named = behind.drop { " \u{B7}•|:–—-".contains($0) }
    if behind.isEmpty || named.isEmpty {
      guard let app = message.title else { return }
      message.sender = app
      message.title = nil
    } else {
      message.sender = String(named)
    }
    guard messengers.contains(message.sender.lowercased()) else { return }
    message.channel = .sms
    if let title = message.title {
      message.sender = title
      message.title = nil
    } else if let colon = message.text.firstRange(of: ": "), colon.lowerBound > message.text.startIndex {
      message.sender = String(message.text[..<colon.lowerBound])
      message.text = String(message.text[colon.upperBound...])
    }
  }
}
