import Parsing

/// A text reduced to its words, in which two texts that read the same are the same: folded as bank texts are read (case, accents, ё, letters that
/// look alike), without marks, with one blank between words.
struct PlainText: Hashable {
  let bytes: [UInt8]

  var isEmpty: Bool { bytes.isEmpty }

  /// With `joined` without the blanks, as codes are compared.
  init(_ text: String, joined: Bool = false) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isInWord = false
    for scalar in text.unicodeScalars {
      switch Self.kind(of: scalar) {
      case .word:
        if !isInWord, !joined, !bytes.isEmpty { bytes.append(0x20) }
        isInWord = true
        let folded = Folding.folded(scalar)
        if folded.isASCII {
          bytes.append(UInt8(folded.value))
        } else {
          bytes.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
        }
      case .breve:
        // и with a breve of its own is й.
        if bytes.suffix(2) == [0xD0, 0xB8] { bytes[bytes.count - 1] = 0xB9 }
      case .invisible: break
      case .other: isInWord = false
      }
    }
    self.bytes = bytes
  }

  private enum Kind {
    case word, breve, invisible, other
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x400...0x52F: .word
    case ..<0x80: .other
    case 0x306: .breve
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF: .invisible
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .word : .other
    }
  }
}
