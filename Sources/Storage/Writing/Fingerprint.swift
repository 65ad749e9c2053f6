import Model

/// What makes a delivery the same when it is imported again, besides its time: FNV-1a over channel, account,
/// sender, title and text. The endpoint is left out, because one backup knows it and another doesn't; it is mixed in where that tells two
/// copies apart (`DeliveryTable.place`).
struct Fingerprint {
  private var hash = FNV1a()

  static func of(_ delivery: Delivery, account: String) -> Int64 {
    var fingerprint = Fingerprint()
    fingerprint.hash.mix(UInt8(truncatingIfNeeded: delivery.channel.rawValue))
    fingerprint.mix(account)
    fingerprint.mix(delivery.sender)
    fingerprint.mix(delivery.title ?? "")
    fingerprint.mix(delivery.text)
    return Int64(bitPattern: fingerprint.hash.value)
  }

  /// That of a copy to another endpoint than the one that has a fingerprint already.
  static func of(_ fingerprint: Int64, endpoint: String) -> Int64 {
    var mixed = Fingerprint()
    mixed.hash.value = UInt64(bitPattern: fingerprint)
    mixed.mix(endpoint)
    return Int64(bitPattern: mixed.hash.value)
  }

  /// A text and an end mark that no UTF-8 text contains, so that neighbours can't trade characters.
  private mutating func mix(_ text: String) {
    var text = text
    text.withUTF8 { hash.mix($0) }
    hash.mix(UInt8.max)
  }
}
