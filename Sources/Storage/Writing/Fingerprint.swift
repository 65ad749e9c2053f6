import Model

/// What makes a delivery the same when it is imported again, besides its times (`Telling`): FNV-1a over channel, account,
/// sender, title and text, in which programs may write line ends as CR LF and leave blanks behind lines or take them away. The endpoint is left out, because one backup knows it and another doesn't; it is mixed in where that tells two
/// copies apart (`DeliveryTable.place`).
struct Fingerprint {
  private var hash = FNV1a()

  static func of(_ delivery: Delivery, account: String) -> Int64 {
    var fingerprint = Fingerprint()
    fingerprint.hash.mix(UInt8(truncatingIfNeeded: delivery.channel.rawValue))
    fingerprint.mix(account)
    fingerprint.mix(delivery.sender)
    fingerprint.mix(lines: delivery.title ?? "")
    fingerprint.mix(lines: delivery.text)
    return Int64(bitPattern: fingerprint.hash.value)
  }

  /// That of a copy to another endpoint than the one that has a fingerprint already.
  static func of(_ fingerprint: Int64, endpoint: String) -> Int64 {
    var mixed = Fingerprint()
    mixed.hash.value = UInt64(bitPattern: fingerprint)
    mixed.mix(endpoint)
    return Int64(bitPattern: mixed.hash.value)
  }

  /// Whether programs may have written the text in several ways, so that its bytes alone don't say what it is.
  static func isLoose(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() where isBlank(byte) {
        if index + 1 == bytes.count || byte == 0x0D || bytes[index + 1] == 0x0A { return true }
      }
      return bytes.last == 0x0A
    }
  }

  /// The same with what programs write in their own ways taken out.
  private mutating func mix(lines text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let last = bytes.lastIndex(where: { !Self.isBlank($0) && $0 != 0x0A }) else { return }
      let bytes = bytes[...last]
      var start = bytes.startIndex
      while start <= last {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
        var stop = end
        while end < bytes.endIndex, stop > start, Self.isBlank(bytes[stop - 1]) { stop -= 1 }
        hash.mix(UnsafeBufferPointer(rebasing: bytes[start..<stop]))
        if end < bytes.endIndex { hash.mix(UInt8(0x0A)) }
        start = end + 1
      }
    }
    hash.mix(UInt8.max)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0D || byte == 0x09 }

  /// A text and an end mark that no UTF-8 text contains, so that neighbours can't trade characters.
  private mutating func mix(_ text: String) {
    var text = text
    text.withUTF8 { hash.mix($0) }
    hash.mix(UInt8.max)
  }
}
