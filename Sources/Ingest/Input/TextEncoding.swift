/// An encoding of texts other than UTF-8.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case windows1251 = "windows-1251"
  case koi8r = "koi8-r"
  case cp866
  case iso8859_5 = "iso-8859-5"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// By the name that users and other programs have for it, in any case.
  public init?(name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    let known = Self.allCases.first { $0.rawValue.filter { $0.isLetter || $0.isNumber } == plain } ?? Self.synonyms[plain]
    guard let known else { return nil }
    self = known
  }

  private static let synonyms: [String: TextEncoding] = [
    "cp1251": .windows1251, "win1251": .windows1251, "1251": .windows1251, "ansi": .windows1251, "koi8": .koi8r, "koi8u": .koi8r,
    "ibm866": .cp866, "866": .cp866, "dos": .cp866, "utf16": .utf16LittleEndian, "unicode": .utf16LittleEndian,
  ]

  /// What the bytes from 0x80 on stand for; nil for encodings of several bytes a character.
  var upperHalf: [Unicode.Scalar]? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .windows1251: Self.windows1251Half
    case .koi8r: Self.koi8rHalf
    case .cp866: Self.cp866Half
    case .iso8859_5: Self.iso8859Half
    }
  }

  private static let windows1251Half = Array(
    ("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ"
      + "\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
      + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
      + "абвгдежзийклмнопрстуфхцчшщъыьэюя").unicodeScalars)
  private static let koi8rHalf = Array(
    ("─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷"
      + "═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
      + "юабцдефгхийклмнопярстужвьызшэщчъ"
      + "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ").unicodeScalars)
  private static let cp866Half = Array(
    ("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
      + "абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{A0}").unicodeScalars)
  private static let iso8859Half =
    [Unicode.Scalar](repeating: "\u{FFFD}", count: 32)
    + Array(("\u{A0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{AD}ЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ").unicodeScalars)
}

extension TextEncoding {
  /// What the bytes are in: nil for UTF-8, also with some of it broken, and for ASCII alone.
  /// - Throws: when they are in an encoding of one byte a character and nothing tells in which.
  static func detect(_ bytes: some Collection<UInt8>) throws(InputError.Reason) -> TextEncoding? {
    guard isSingleByte(bytes) else { return nil }
    let scores = [TextEncoding.windows1251, .koi8r].map { ($0, $0.russianness(of: bytes)) }.sorted { $0.1 > $1.1 }
    // A word at least: a single broken byte says nothing.
    guard scores[0].1 > 12, scores[0].1 > scores[1].1 * 1.2 else { throw .unknownEncoding }
    return scores[0].0
  }

  /// Whether the bytes from 0x80 on make no UTF-8. Some that do, by chance, and some that don't in a broken file, are outnumbered by the others.
  private static func isSingleByte(_ bytes: some Collection<UInt8>) -> Bool {
    var (whole, broken) = (0, 0)
    var rest = 0
    for byte in bytes {
      if rest > 0 {
        if byte & 0xC0 == 0x80 {
          rest -= 1
          if rest == 0 { whole += 1 }
          continue
        }
        broken += 1
        rest = 0
      }
      switch byte {
      case ..<0x80: break
      case 0xC2...0xDF: rest = 1
      case 0xE0...0xEF: rest = 2
      case 0xF0...0xF4: rest = 3
      default: broken += 1
      }
    }
    return broken > 4 * whole
  }

  /// How much the bytes look like Russian, Ukrainian or Belarusian in this encoding: by how common their letters are, capitals behind small letters and
  /// what is no letter counting against it.
  private func russianness(of bytes: some Collection<UInt8>) -> Double {
    guard let half = upperHalf else { return 0 }
    var sum = 0.0
    var isBehindSmall = false
    var isBehindLatin = false
    for byte in bytes {
      guard byte >= 0x80 else {
        let isLatin = (0x61...0x7A).contains(byte | 0x20)
        // Words of both alphabets at once are another language's.
        if isLatin, isBehindSmall { sum -= 6 }
        isBehindLatin = isLatin
        isBehindSmall = false
        continue
      }
      let scalar = half[Int(byte) - 0x80]
      defer { isBehindLatin = false }
      if let weight = Self.letters[scalar] {
        sum += isBehindLatin ? -6 : weight
        isBehindSmall = true
      } else if scalar.properties.isUppercase {
        sum += isBehindSmall ? -4 : 1
        isBehindSmall = false
      } else {
        sum += Self.marks.contains(scalar) ? 0 : -3
        isBehindSmall = false
      }
    }
    return sum
  }

  private static let marks: Set<Unicode.Scalar> = ["«", "»", "—", "–", "№", "…", "“", "”", "„", "€", "\u{A0}", "•", "°"]

  /// How often letters stand in Russian texts, in per cent.
  private static let letters: [Unicode.Scalar: Double] = [
    "о": 11, "е": 8.5, "а": 8, "и": 7.4, "н": 6.7, "т": 6.3, "с": 5.5, "р": 4.7, "в": 4.5, "л": 4.4, "к": 3.5, "м": 3.2, "д": 3, "п": 2.8,
    "у": 2.6, "я": 2, "ы": 1.9, "ь": 1.7, "г": 1.7, "з": 1.6, "б": 1.6, "ч": 1.4, "й": 1.2, "х": 1, "ж": 0.9, "ш": 0.7, "ю": 0.6, "ц": 0.5,
    "щ": 0.4, "э": 0.3, "ф": 0.3, "ъ": 0.1, "ё": 0.1, "і": 2, "ї": 0.5, "є": 0.5, "ґ": 0.1, "ў": 0.5,
  ]
}
