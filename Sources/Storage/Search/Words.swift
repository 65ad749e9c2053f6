/// Texts as search sees them: lower-case words of letters and digits with ё written е, each between two blanks.
///
/// What is stored and what is searched for go through the same folding, so the full-text index needs no rules of its own (its tokenizer parts
/// at ASCII blanks and takes everything else as it is), and finding a word in a folded text is finding its bytes between blanks.
struct Words {
  /// The folded text in UTF-8: empty, or a blank before each word and one at the end.
  private(set) var bytes: [UInt8] = []
  /// Whether the last byte belongs to a word that may go on.
  private var isInWord = false

  static let blank: UInt8 = 0x20

  init() {}

  init(_ text: String) {
    append(text)
  }

  /// Forgets the text and keeps the memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isInWord = false
  }

  /// Adds the words of a text behind those that are there.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds the words of a text in UTF-8; what isn't UTF-8 parts words.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(bytes.count + text.count + 2)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        appendASCII(byte)
        index += 1
      } else if byte == 0xD0 || byte == 0xD1, index + 1 < text.count, text[index + 1] & 0xC0 == 0x80 {
        appendCyrillic(byte, text[index + 1])
        index += 2
      } else {
        index += appendOther(text[index...])
      }
    }
    endWord()
  }

  /// Adds a word that no text can hold.
  mutating func append(_ mark: Mark) {
    endWord()
    if bytes.isEmpty { bytes.append(Self.blank) }
    mark.write(to: &bytes)
    bytes.append(Self.blank)
  }

  /// The words one by one.
  var list: [String] {
    bytes.split(separator: Self.blank).map { String(decoding: $0, as: UTF8.self) }
  }

  var isEmpty: Bool { bytes.isEmpty }

  private mutating func endWord() {
    guard isInWord else { return }
    isInWord = false
    bytes.append(Self.blank)
  }

  private mutating func beginWord() {
    guard !isInWord else { return }
    isInWord = true
    if bytes.isEmpty { bytes.append(Self.blank) }
  }

  private mutating func appendASCII(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39:
      beginWord()
      bytes.append(byte)
    case 0x41...0x5A:
      beginWord()
      bytes.append(byte | 0x20)
    default:
      endWord()
    }
  }

  /// U+0400 to U+047F, all of them letters but U+0482 and beyond, which start at D2.
  private mutating func appendCyrillic(_ lead: UInt8, _ trail: UInt8) {
    beginWord()
    let scalar = UInt16(lead & 0x1F) << 6 | UInt16(trail & 0x3F)
    let folded: UInt16 =
      switch scalar {
      case 0x401, 0x451: 0x435
      case 0x400...0x40F: scalar + 0x50
      case 0x410...0x42F: scalar + 0x20
      case 0x460...0x47F: scalar | 1
      default: scalar
      }
    bytes.append(0xC0 | UInt8(folded >> 6))
    bytes.append(0x80 | UInt8(folded & 0x3F))
  }

  /// Adds the first character of what isn't ASCII or basic Cyrillic.
  /// - Returns: how many bytes it took.
  private mutating func appendOther(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    guard let scalar = Self.firstScalar(of: rest) else {
      endWord()
      return 1
    }
    switch scalar.value {
    case 0x306 where bytes.suffix(2) == [0xD0, 0xB8]:
      // и and a breve are й, which is a letter of its own.
      bytes[bytes.count - 1] = 0xB9
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF:
      // Accents of their own, soft hyphens, and what is invisible neither part a word nor belong to it.
      break
    default:
      if Self.isOfWords(scalar) {
        beginWord()
        for folded in scalar.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(folded.value) {
          bytes.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
        }
      } else {
        endWord()
      }
    }
    return UTF8.width(scalar)
  }

  private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
      .spacingMark, .nonspacingMark, .enclosingMark:
      true
    default: false
    }
  }

  private static func firstScalar(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var iterator = bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }
}
