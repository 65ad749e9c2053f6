/// Which characters count as the same in bank texts.
///
/// Case, accents and the ё fold; Cyrillic letters that look like Latin ones become these, whichever of the two a bank typed ("Рokupkа");
/// full-width and mathematical letters and the digits of other scripts become plain ones. What is folded is compared, never shown.
public enum Folding {
  /// The folded form of one scalar; scalars without one stay as they are.
  public static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < UInt32(low.count) { return Unicode.Scalar(low[Int(value)]) ?? scalar }
    return Unicode.Scalar(high(value)) ?? scalar
  }

  /// The folded forms of the scalars below U+0600.
  static let low: [UInt32] = {
    var table = (0..<UInt32(0x600)).map { $0 }
    for value in 0x41...0x5A { table[value] = UInt32(value + 0x20) }
    for value in 0xC0..<0x590 where value < 0x250 || value >= 0x370 {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      if let first = lower.first, lower.count == 1 { table[value] = first.value }
    }
    for (plain, variants) in sameLetters {
      for variant in variants.unicodeScalars { table[Int(variant.value)] = plain.value }
    }
    // Upper-case letters took the lower-case form above; a second round folds that form.
    for value in 0..<0x600 where table[value] < 0x600 { table[value] = table[Int(table[value])] }
    return table
  }()

  /// Accented letters by their plain one, and Cyrillic letters by the Latin letter they look like (in either case, so в is B and н is H).
  private static let sameLetters: [(Unicode.Scalar, String)] = [
    ("a", "àáâãäåāăąǎа"), ("b", "в"), ("c", "çćčĉċс"), ("d", "ďđð"), ("e", "èéêëēĕėęěеёє"), ("g", "ğĝġģґ"), ("h", "ĥħнһ"),
    ("i", "ìíîïĩīĭįıії"), ("j", "ĵј"), ("k", "ķкқ"), ("l", "ĺļľŀł"), ("m", "м"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőơо"), ("p", "р"),
    ("r", "ŕŗř"),
    ("s", "śŝşšșſѕ"), ("t", "ţťŧțт"), ("u", "ùúûüũūŭůűųư"), ("w", "ŵ"), ("y", "ýÿŷу"), ("x", "х"), ("z", "źżž"), ("й", "ѝ"),
  ]

  /// The folded forms of scalars from U+0600 on.
  static func high(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x0660...0x0669: return 0x30 + value - 0x0660
    case 0x06F0...0x06F9: return 0x30 + value - 0x06F0
    case 0x064A, 0x0649: return 0x06CC
    case 0x0643: return 0x06A9
    // The scripts of India, Thai, Lao, Tibetan, Burmese, Khmer, Mongolian.
    case 0x0966...0x0DEF where value & 0x7F >= 0x66 && value & 0x7F <= 0x6F: return 0x30 + (value & 0x7F) - 0x66
    case 0x0E50...0x0E59: return 0x30 + value - 0x0E50
    case 0x0ED0...0x0ED9: return 0x30 + value - 0x0ED0
    case 0x0F20...0x0F29: return 0x30 + value - 0x0F20
    case 0x1040...0x1049: return 0x30 + value - 0x1040
    case 0x17E0...0x17E9: return 0x30 + value - 0x17E0
    case 0x1810...0x1819: return 0x30 + value - 0x1810
    // In circles.
    case 0x2460...0x2468: return 0x31 + value - 0x2460
    case 0x24EA: return 0x30
    case 0x2776...0x277E: return 0x31 + value - 0x2776
    case 0x1E00...0x1EFF: return latinAdditional(value)
    case 0xFF10...0xFF19: return 0x30 + value - 0xFF10
    case 0xFF21...0xFF3A: return 0x61 + value - 0xFF21
    case 0xFF41...0xFF5A: return 0x61 + value - 0xFF41
    // A full-width comma or point parts sentences, never the digits of a number.
    case 0xFF0C, 0xFF0E: return value
    case 0xFF01...0xFF5E: return 0x21 + value - 0xFF01
    case 0x1D400...0x1D6A3: return 0x61 + (value - 0x1D400) % 26
    case 0x1D7CE...0x1D7FF: return 0x30 + (value - 0x1D7CE) % 10
    default: return value
    }
  }

  /// The plain letters of Latin Extended Additional (Vietnamese and others) by runs of scalars.
  private static func latinAdditional(_ value: UInt32) -> UInt32 {
    for (last, letter) in additionalRuns where value <= last { return letter.value }
    return value
  }

  private static let additionalRuns: [(UInt32, Unicode.Scalar)] = [
    (0x1E01, "a"), (0x1E07, "b"), (0x1E09, "c"), (0x1E13, "d"), (0x1E1D, "e"), (0x1E1F, "f"), (0x1E21, "g"), (0x1E2B, "h"), (0x1E2F, "i"),
    (0x1E35, "k"), (0x1E3D, "l"), (0x1E43, "m"), (0x1E4B, "n"), (0x1E53, "o"), (0x1E57, "p"), (0x1E5F, "r"), (0x1E69, "s"), (0x1E71, "t"),
    (0x1E7B, "u"), (0x1E7F, "v"), (0x1E89, "w"), (0x1E8D, "x"), (0x1E8F, "y"), (0x1E95, "z"), (0x1E96, "h"), (0x1E97, "t"), (0x1E98, "w"),
    (0x1E99, "y"), (0x1E9A, "a"), (0x1E9F, "s"), (0x1EB7, "a"), (0x1EC7, "e"), (0x1ECB, "i"), (0x1EE3, "o"), (0x1EF1, "u"), (0x1EF9, "y"),
  ]
}
