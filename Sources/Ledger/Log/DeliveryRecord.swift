import Model

/// A delivery as text: what its entry in the log vouches for. Everything of it that never changes, a field a line, then an empty line and the
/// message's text to the end, byte for byte as it came.
///
///     kolokol delivery 1
///     account: main
///     channel: sms
///     sender: 900
///     time: 1772362931000
///     status: delivered
///
///     New device linked: Xiaomi 12. If it was not you, call 900.
///
/// Fields without a value are left out. In a field a backslash, a line feed and a carriage return are written `\\`, `\n` and `\r`, so that no value can pose
/// as another field. The form must never change: what was logged is checked against it.
public enum DeliveryRecord {
  /// The record of a delivery in UTF-8.
  public static func bytes(of delivery: Delivery, account: String) -> [UInt8] {
    var record = RecordBuffer()
    append(delivery, account: account, to: &record)
    return record.bytes
  }

  /// Adds the record of a delivery.
  public static func append(_ delivery: Delivery, account: String, to record: inout RecordBuffer) {
    append(
      Fields(
        account: account.utf8, channel: delivery.channel, sender: delivery.sender.utf8, endpoint: delivery.endpoint?.utf8,
        time: delivery.time.milliseconds, deliveredAt: delivery.deliveredAt?.milliseconds, seenAt: delivery.seenAt?.milliseconds,
        status: delivery.status, reason: delivery.reason?.utf8, parts: delivery.parts.map(Int64.init), costMinor: delivery.costMinor,
        sourceID: delivery.sourceID?.utf8, title: delivery.title?.utf8, text: delivery.text.utf8), to: &record)
  }

  /// The same of fields that lie somewhere in memory in UTF-8; checking a million takes half the time this way.
  public static func append(_ fields: Fields<UnsafeBufferPointer<UInt8>>, to record: inout RecordBuffer) {
    append(generic: fields, to: &record)
  }

  /// What a record is made of; times in ms since 1970 UTC.
  public struct Fields<Text: Sequence<UInt8>> {
    public var account: Text
    public var channel: Channel
    public var sender: Text
    public var endpoint: Text?
    public var time: Int64
    public var deliveredAt: Int64?
    public var seenAt: Int64?
    public var status: DeliveryStatus
    public var reason: Text?
    public var parts: Int64?
    public var costMinor: Int64?
    public var sourceID: Text?
    public var title: Text?
    public var text: Text

    @inlinable public init(
      account: Text, channel: Channel, sender: Text, endpoint: Text?, time: Int64, deliveredAt: Int64?, seenAt: Int64?,
      status: DeliveryStatus,
      reason: Text?, parts: Int64?, costMinor: Int64?, sourceID: Text?, title: Text?, text: Text
    ) {
      self.account = account
      self.channel = channel
      self.sender = sender
      self.endpoint = endpoint
      self.time = time
      self.deliveredAt = deliveredAt
      self.seenAt = seenAt
      self.status = status
      self.reason = reason
      self.parts = parts
      self.costMinor = costMinor
      self.sourceID = sourceID
      self.title = title
      self.text = text
    }
  }

  private static func append(_ fields: Fields<String.UTF8View>, to record: inout RecordBuffer) {
    append(generic: fields, to: &record)
  }

  private static func append<Text: Sequence<UInt8>>(generic fields: Fields<Text>, to record: inout RecordBuffer) {
    record.append("kolokol delivery 1\naccount: ")
    append(fields.account, to: &record)
    record.append("\nchannel: ")
    record.append(channel(fields.channel))
    record.append("\nsender: ")
    append(fields.sender, to: &record)
    append("\nendpoint: ", fields.endpoint, to: &record)
    append("\ntime: ", number: fields.time, to: &record)
    append("\ndelivered: ", number: fields.deliveredAt, to: &record)
    append("\nseen: ", number: fields.seenAt, to: &record)
    record.append("\nstatus: ")
    record.append(status(fields.status))
    append("\nreason: ", fields.reason, to: &record)
    append("\nparts: ", number: fields.parts, to: &record)
    append("\ncost: ", number: fields.costMinor, to: &record)
    append("\nsource: ", fields.sourceID, to: &record)
    append("\ntitle: ", fields.title, to: &record)
    record.append("\n\n")
    append(plain: fields.text, to: &record)
  }

  @inline(__always)
  private static func append(_ name: StaticString, _ value: (some Sequence<UInt8>)?, to record: inout RecordBuffer) {
    guard let value else { return }
    record.append(name)
    append(value, to: &record)
  }

  private static func append(_ value: some Sequence<UInt8>, to record: inout RecordBuffer) {
    let isPlain = value.withContiguousStorageIfAvailable { bytes in
      // Without stopping at the first one, so that the processor can look at many at once.
      guard bytes.reduce(0, { $0 | escapeMark($1) }) == 0 else { return false }
      record.append(UnsafeRawBufferPointer(bytes))
      return true
    }
    if isPlain != true { append(escaping: value, to: &record) }
  }

  private static func append(plain text: some Sequence<UInt8>, to record: inout RecordBuffer) {
    if text.withContiguousStorageIfAvailable({ record.append(UnsafeRawBufferPointer($0)) }) == nil {
      for byte in text { record.append(byte) }
    }
  }

  private static func escapeMark(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "\\") ? 1 : byte == 0x0A ? 1 : byte == 0x0D ? 1 : 0 }

  private static func append(escaping value: some Sequence<UInt8>, to record: inout RecordBuffer) {
    for byte in value {
      switch byte {
      case UInt8(ascii: "\\"): record.append("\\\\")
      case 0x0A: record.append("\\n")
      case 0x0D: record.append("\\r")
      default: record.append(byte)
      }
    }
  }

  @inline(__always)
  private static func append(_ name: StaticString, number: Int64?, to record: inout RecordBuffer) {
    guard let number else { return }
    record.append(name)
    record.append(decimal: number)
  }

  // The words stand here once more, so that the form stays what it is should those elsewhere change.

  private static func channel(_ channel: Channel) -> StaticString {
    switch channel {
    case .push: "push"
    case .sms: "sms"
    case .messenger: "messenger"
    }
  }

  private static func status(_ status: DeliveryStatus) -> StaticString {
    switch status {
    case .queued: "queued"
    case .sent: "sent"
    case .delivered: "delivered"
    case .seen: "seen"
    case .failed: "failed"
    case .expired: "expired"
    case .notSent: "not_sent"
    }
  }
}
