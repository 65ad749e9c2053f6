/// Texts as search sees them: lower-case words of letters and digits with ё written е, each between two blanks. Between two texts stands one
/// more blank, so that no phrase reaches from one into the other; a NUL in a text counts as the end of one.
///
/// What is stored and what is searched for go through the same folding, so the full-text index needs no rules of its own (its tokenizer parts
/// at ASCII blanks and takes everything else as it is), and finding a word in a folded text is finding its bytes between blanks.
struct Words {
  /// The folded text in UTF-8: empty, or a blank before each word and one at the end.
  private(set) var bytes: [UInt8] = []

  static let blank: UInt8 = 0x20

  init() {}

  init(_ text: String) {
    append(text)
  }

  /// Forgets the text and keeps the memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds the words of a text behind those that are there.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds the words of a text in UTF-8; what isn't UTF-8 parts words.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    // No character's folding is more than three times as long as itself, and three blanks at most stand around the words.
    bytes.append(contentsOf: repeatElement(0, count: text.count * 3 + 3))
    let end = bytes.withUnsafeMutableBufferPointer { buffer in
      var writer = Writer(buffer: buffer, end: start)
      writer.append(text)
      return writer.end
    }
    bytes.removeLast(bytes.count - end)
  }

  /// Adds a word that no text can hold.
  mutating func append(_ tag: Tag) {
    if bytes.isEmpty { bytes.append(Self.blank) }
    tag.write(to: &bytes)
    bytes.append(Self.blank)
  }

  /// Adds what was folded before.
  mutating func append(folded: ArraySlice<UInt8>) {
    bytes.append(contentsOf: folded)
  }

  /// The words one by one.
  var list: [String] {
    bytes.split(separator: Self.blank).map { String(decoding: $0, as: UTF8.self) }
  }

  var isEmpty: Bool { bytes.isEmpty }
}

/// Folds one text into memory that is known to suffice.
private struct Writer {
  let buffer: UnsafeMutableBufferPointer<UInt8>
  var end: Int
  private var isInWord = false

  init(buffer: UnsafeMutableBufferPointer<UInt8>, end: Int) {
    self.buffer = buffer
    self.end = end
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    endText()
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0 {
        endText()
        index += 1
      } else if byte < 0x80 {
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

  private mutating func put(_ byte: UInt8) {
    buffer[end] = byte
    end += 1
  }

  private mutating func endWord() {
    guard isInWord else { return }
    isInWord = false
    put(Words.blank)
  }

  private mutating func endText() {
    endWord()
    if end >= 2, buffer[end - 2] != Words.blank { put(Words.blank) }
  }

  private mutating func beginWord() {
    guard !isInWord else { return }
    isInWord = true
    if end == 0 { put(Words.blank) }
  }

  private mutating func appendASCII(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39:
      beginWord()
      put(byte)
    case 0x41...0x5A:
      beginWord()
      put(byte | 0x20)
    default:
      endWord()
    }
  }

  /// U+0400 to U+047F, which are all letters.
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
    put(0xC0 | UInt8(folded >> 6))
    put(0x80 | UInt8(folded & 0x3F))
  }

  /// Adds the first character of what isn't ASCII or basic Cyrillic.
  /// - Returns: how many bytes it took.
  private mutating func appendOther(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    guard let scalar = Self.firstScalar(of: rest) else {
      endWord()
      return 1
    }
    switch scalar.value {
    case 0x306 where isInWord && end >= 2 && buffer[end - 2] == 0xD0 && buffer[end - 1] == 0xB8:
      // и and a breve are й, which is a letter of its own.
      buffer[end - 1] = 0xB9
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF:
      // Accents of their own, soft hyphens, and what is invisible neither part a word nor belong to it.
      break
    default:
      guard Self.isOfWords(scalar) else {
        endWord()
        break
      }
      beginWord()
      for folded in scalar.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(folded.value) {
        for byte in UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter { put(byte) }
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
