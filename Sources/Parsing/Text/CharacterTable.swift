/// What the scanner needs to know of a scalar, packed into 32 bits: its folded form, its role and its case.
struct CharacterInfo: Sendable {
  private var raw: UInt32

  /// The part a character plays in a text.
  enum Role: UInt32 {
    case mark = 0
    case letter = 1
    case digit = 2
    case space = 3
    case line = 4
    /// Invisible: joiners, direction marks, combining marks.
    case ignored = 5
    /// A letter of a script that writes no spaces between words.
    case ideograph = 6
  }

  init(folded: UInt32, role: Role, isUpper: Bool = false, isLower: Bool = false) {
    let flags: UInt32 = (isUpper ? Self.upper : 0) | (isLower ? Self.lower : 0) | (folded >= 0x600 ? Self.high : 0)
    raw = folded & 0x1F_FFFF | role.rawValue << 21 | flags
  }

  private static let upper: UInt32 = 1 << 24
  private static let lower: UInt32 = 1 << 25
  /// The folded form is U+0600 or above: a script of another kind than Latin, Greek and Cyrillic.
  private static let high: UInt32 = 1 << 26

  @inline(__always) var folded: UInt32 { raw & 0x1F_FFFF }
  @inline(__always) var role: UInt32 { raw >> 21 & 7 }
  @inline(__always) var isUpper: Bool { raw & Self.upper != 0 }
  @inline(__always) var isLower: Bool { raw & Self.lower != 0 }

  /// Whether two characters play the same part and are of the same kind of script, so that two letters can stand in one word.
  @inline(__always)
  func goes(with other: CharacterInfo) -> Bool { (raw ^ other.raw) & (7 << 21 | Self.high) == 0 }

  /// Takes the case of another character as well.
  @inline(__always)
  mutating func join(caseOf other: CharacterInfo) { raw |= other.raw & (Self.upper | Self.lower) }
}

/// The roles of all characters.
enum CharacterTable {
  /// Scalars below U+0600 by value.
  static let low: [CharacterInfo] = (0..<UInt32(0x600)).map { value in
    CharacterInfo(folded: Folding.low[Int(value)], role: role(low: value), isUpper: isUpper(value), isLower: isLower(value))
  }

  private static func isUpper(_ value: UInt32) -> Bool {
    (0x41...0x5A).contains(value) || (0x410...0x42F).contains(value) || value == 0x401 || (0xC0...0xDE).contains(value)
  }

  private static func isLower(_ value: UInt32) -> Bool {
    (0x61...0x7A).contains(value) || (0x430...0x45F).contains(value) || (0xDF...0xFF).contains(value)
  }

  private static func role(low value: UInt32) -> CharacterInfo.Role {
    switch value {
    case 0x0A, 0x0D, 0x85: .line
    case 0x09, 0x0B, 0x0C, 0x20, 0xA0: .space
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA: .letter
    case 0xAD, 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: .ignored
    case 0xD7, 0xF7, 0x37E, 0x387, 0x55A...0x55F, 0x589...0x58F, 0x5BE, 0x5C0, 0x5C3, 0x5C6, 0x5F3, 0x5F4: .mark
    case 0xC0...: .letter
    default: .mark
    }
  }

  /// The character at a position of a text, when its scalar is none below U+0600 in two bytes or one, and its length in bytes. Bytes that
  /// are no UTF-8 count as marks.
  @inline(never)
  static func character(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (info: CharacterInfo, length: Int) {
    let first = UInt32(bytes[position])
    var left = 1
    while left < 4, position + left < bytes.count, bytes[position + left] & 0xC0 == 0x80 { left += 1 }
    if first & 0xE0 == 0xC0, left > 1 { return (high((first & 0x1F) << 6 | UInt32(bytes[position + 1]) & 0x3F), 2) }
    if first & 0xF0 == 0xE0, left > 2 {
      let value = (first & 0xF) << 12 | (UInt32(bytes[position + 1]) & 0x3F) << 6 | UInt32(bytes[position + 2]) & 0x3F
      return (high(value), 3)
    }
    if first & 0xF8 == 0xF0, left > 3 {
      let beginning = (first & 7) << 18 | (UInt32(bytes[position + 1]) & 0x3F) << 12
      return (high(beginning | (UInt32(bytes[position + 2]) & 0x3F) << 6 | UInt32(bytes[position + 3]) & 0x3F), 4)
    }
    return (CharacterInfo(folded: 0xFFFD, role: .mark), 1)
  }

  /// Any scalar.
  static func info(of value: UInt32) -> CharacterInfo { value < 0x600 ? low[Int(value)] : high(value) }

  static func isIdeograph(_ value: UInt32) -> Bool { info(of: value).role == CharacterInfo.Role.ideograph.rawValue }

  /// Scalars from U+0600 on, folded marks included.
  static func high(_ value: UInt32) -> CharacterInfo {
    // Kana and most Chinese characters: whole texts of them come, and no other one folds to anything.
    if value >= 0x3040, value < 0x3200 || value >= 0x3400 && value < 0xA000 { return CharacterInfo(folded: value, role: .ideograph) }
    let folded = Folding.high(value)
    if folded < 0x600, folded != value { return CharacterInfo(folded: folded, role: role(low: folded)) }
    return CharacterInfo(folded: foldedMark(folded), role: role(high: value))
  }

  /// Signs that stand for one another: hyphens, minus and the separators of Arabic numbers.
  private static func foldedMark(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x2010, 0x2011, 0x2212, 0xFE63: 0x2D
    case 0x2012...0x2015: 0x2014
    case 0x066B: 0x2E
    case 0x066C, 0x060C: 0x2C
    case 0x2019, 0x2018: 0x27
    case 0x201C...0x201F: 0x22
    default: value
    }
  }

  private static func role(high value: UInt32) -> CharacterInfo.Role {
    switch value {
    case 0x60C, 0x61B, 0x61E, 0x61F, 0x66A...0x66D, 0x6D4: .mark
    case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: .ignored
    case 0x600...0xDFF: .letter
    case 0xE3F: .mark
    case 0xE00...0xEFF: .ideograph
    case 0xF00...0x1FFF: .letter
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x2028, 0x2029: .line
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFEFF: .ignored
    case 0x2C00...0x2DFF: .letter
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .ideograph
    case 0xA4D0...0xD7FF, 0xFB00...0xFDFB, 0xFE70...0xFEFC, 0xFF66...0xFFDC, 0x1D400...0x1D6A3: .letter
    default: .mark
    }
  }
}
