/// Undoes the escapes of GLib's `g_strescape`: a byte outside ASCII as a backslash and three octal digits, control characters as in C.
enum OctalEscapes {
  /// What to do with escapes of one letter.
  enum Others {
    /// Leave them to whoever reads the rest as JSON.
    case keep
    case undo
  }

  static func undo(_ bytes: some Collection<UInt8>, others: Others) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        result.append(byte)
        continue
      }
      if let value = octal(rest) {
        rest = rest.dropFirst(3)
        if others == .keep, value < 0x20 || value == UInt8(ascii: "\"") || value == UInt8(ascii: "\\") {
          result += Array("\\u00".utf8) + [hexDigit(value >> 4), hexDigit(value & 15)]
        } else {
          result.append(value)
        }
        continue
      }
      rest = rest.dropFirst()
      if others == .keep {
        result += [byte, next]
      } else {
        result.append(letter(next))
      }
    }
    return result
  }

  private static func octal(_ bytes: some Collection<UInt8>) -> UInt8? {
    let digits = bytes.prefix(3)
    guard digits.count == 3, digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }) else { return nil }
    return UInt8(exactly: digits.reduce(0) { $0 * 8 + Int($1 - UInt8(ascii: "0")) })
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func letter(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "v"): 0x0B
    default: letter
    }
  }
}
