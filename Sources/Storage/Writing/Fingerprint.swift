import Model

/// What makes a delivery the same when it is imported again, besides its time: FNV-1a (64 bit, draft-eastlake-fnv) over channel, account,
/// sender, title and text. The endpoint is left out, because one backup knows it and another doesn't; it is mixed in where that tells two
/// copies apart (`DeliveryTable.place`).
struct Fingerprint {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  static func of(_ delivery: Delivery, account: String) -> Int64 {
    var fingerprint = Fingerprint()
    fingerprint.mix(UInt8(truncatingIfNeeded: delivery.channel.rawValue))
    fingerprint.mix(account)
    fingerprint.mix(delivery.sender)
    fingerprint.mix(delivery.title ?? "")
    fingerprint.mix(delivery.text)
    return Int64(bitPattern: fingerprint.hash)
  }

  /// That of a copy to another endpoint than the one that has a fingerprint already.
  static func of(_ fingerprint: Int64, endpoint: String) -> Int64 {
    var mixed = Fingerprint()
    mixed.hash = UInt64(bitPattern: fingerprint)
    mixed.mix(endpoint)
    return Int64(bitPattern: mixed.hash)
  }

  /// The hash of a text alone, to compare with published values.
  static func fnv1a(_ text: String) -> UInt64 {
    var fingerprint = Fingerprint()
    for byte in text.utf8 { fingerprint.mix(byte) }
    return fingerprint.hash
  }

  private mutating func mix(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// A text and an end mark that no UTF-8 text contains, so that neighbours can't trade characters.
  private mutating func mix(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes { mix(byte) }
    }
    mix(0xff)
  }
}
