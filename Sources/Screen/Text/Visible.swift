/// Makes untrusted text safe to show: what would move the cursor, start an escape sequence, reverse the direction of reading, or hide,
/// becomes a mark that is seen.
///
/// Marks are the control pictures (`␛`, `␀`) for C0 and DEL and `<U+202E>` for the others. Joiners stay where they are orthography: in a
/// joined emoji and in cursive and Indic scripts. A character keeps at most four combining marks. Text that was made safe stays as it is
/// when made safe again.
public enum Visible {
  /// The text on one line: line ends and tabs become spaces.
  public static func line(_ raw: String) -> String {
    make(raw, lineEnd: " ")
  }

  /// The text with its line ends, all as `\n`; tabs become spaces.
  public static func text(_ raw: String) -> String {
    make(raw, lineEnd: "\n")
  }

  static func mark(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x00...0x1F: String(Unicode.Scalar(UInt8(scalar.value)).picture)
    case 0x7F: "␡"
    default: "<U+" + String(repeating: "0", count: max(0, 4 - scalar.hex.count)) + scalar.hex + ">"
    }
  }

  private static func make(_ raw: String, lineEnd: String) -> String {
    if raw.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return raw }
    var safe = ""
    var copied = raw.startIndex
    var end = raw.startIndex
    var reader = PieceReader(raw)
    while let item = reader.nextItem() {
      let start = end
      end = raw.utf8.index(start, offsetBy: item.length)
      guard case .piece(let piece) = item else { continue }
      let replacement: String
      if piece.kind == .lineEnd {
        replacement = lineEnd
      } else if !piece.isFaithful || piece.first == "\t" {
        replacement = piece.text
      } else {
        continue
      }
      safe += raw[copied..<start]
      safe += replacement
      copied = end
    }
    return copied == raw.startIndex ? raw : safe + raw[copied...]
  }
}

extension Unicode.Scalar {
  fileprivate var hex: String { String(value, radix: 16, uppercase: true) }

  /// The control picture of a C0 character.
  fileprivate var picture: Unicode.Scalar { Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" }
}
