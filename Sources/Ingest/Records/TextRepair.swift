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
    guard let base = bytes.baseAddress, !bytes.isEmpty else {
      if mended { count += 1 }
      return ""
    }
    var text = String(decoding: bytes, as: UTF8.self)
    guard memchr(base, 0, bytes.count) == nil else {
      count += 1
      // A C string ends at NUL, and so would the text in half of the programs it passes through.
      return text.replacingNUL()
    }
    // `String(validating:as:)` would say at once whether there is anything to mend, but isn't specialised and took 7 % of an import.
    let isWhole = text.withUTF8 { whole in
      whole.count == bytes.count && whole.baseAddress.map { memcmp($0, base, bytes.count) == 0 } ?? false
    }
    if mended || !isWhole { count += 1 }
    return text
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
