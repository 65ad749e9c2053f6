import Model

/// A message as Android's telephony provider keeps it, whichever program wrote it down. Numbers mean what they mean there.
struct ProviderMessage {
  var isMMS = false
  /// `type` of an SMS, `msg_box` of an MMS.
  var box: Int64?
  /// `m_type` of an MMS: what kind of protocol unit it is.
  var kind: Int64?
  var sender: String?
  var title: String?
  var text: String?
  /// When the phone got it; in ms, some write seconds.
  var received: Int64?
  /// What the network stamped it with; 0 when unknown.
  var sent: Int64?
  /// The time of reception as it stands, for the report.
  var asWritten: String?
  var isRead: Bool?
  var id: String?

  /// - Throws: when it has no time.
  func item() throws(Refusal.Reason) -> Record.Item {
    if let reason = skipReason { return .skipped(reason) }
    if isMMS, text == nil, title == nil {
      // m-notification-ind: the network announced it, the phone never fetched it (OMA MMS encapsulation).
      return .skipped(kind == 130 ? .notDownloaded : .noText)
    }
    let times = try BackupTimes(received: received, sent: sent, asWritten: asWritten)
    return .message(
      InboundMessage(
        channel: .sms, sender: sender ?? "", title: title, text: text ?? "", time: times.time, deliveredAt: times.deliveredAt,
        isRead: isRead,
        sourceID: id))
  }

  /// Whatever isn't listed there counts as received, so that nothing is lost.
  private var skipReason: SkipReason? {
    switch (box, kind) {
    case (2, _): .sent
    case (nil, 128) where isMMS: .sent
    case (3, _): .draft
    case (4, _): .outbox
    case (5, _): .failed
    case (6, _) where !isMMS: .queued
    default: nil
    }
  }

  /// Phones write this where the sender of their own MMS would stand.
  static let ownAddress = "insert-address-token"
}
