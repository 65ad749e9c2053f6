#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes strings of bytes, and counts those that had to be mended.
struct TextRepair: Sendable {
  /// How many texts held bytes that are no UTF-8, unpaired surrogates or NUL, which are now U+FFFD.
  var count = 0

  /// The text of these bytes; `mended` when they already hold a U+FFFD of ours.
  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>, mended: Bool = false) -> String {
    if let base = bytes.baseAddress, memchr(base, 0, bytes.count) != nil {
      count += 1
      // A C string ends at NUL, and so would the text in half of the programs it passes through.
      return String(decoding: bytes, as: UTF8.self).replacingNUL()
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      if mended { count += 1 }
      return text
    }
    count += 1
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate func replacingNUL() -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }
}
