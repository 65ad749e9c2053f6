/// How a text travels as SMS: its encoding and the parts it is split into.
///
/// GSM 03.38: 160 septets in a single part, 153 in each of several; UCS-2: 70 units, or 67. A character of the extension table
/// counts two septets, and neither it nor a surrogate pair is split over two parts (3GPP TS 23.038, TS 23.040).
public struct Segmentation: Hashable, Sendable {
  /// The alphabets of an SMS.
  public enum Encoding: String, Sendable {
    case gsm7 = "GSM-7"
    case ucs2 = "UCS-2"

    /// How many septets or units a message of one part holds.
    public var single: Int { self == .gsm7 ? 160 : 70 }
    /// How many each part of a longer message holds; the rest is the header that joins them.
    public var partOfMany: Int { self == .gsm7 ? 153 : 67 }
  }

  /// GSM-7 where every character is in its alphabet, else UCS-2.
  public var encoding: Encoding
  /// Septets (GSM-7) or UTF-16 units (UCS-2) of the whole text.
  public var units: Int
  /// Where each part after the first begins, in Unicode scalars from the start of the text.
  public var splits: [Int]

  /// How many SMS the text takes. Never less than 1: an empty text is still a message.
  public var parts: Int { splits.count + 1 }

  /// Splits `text`. Without a forced alphabet it is GSM-7 when every character has a place in it, else UCS-2; characters that a forced GSM-7
  /// lacks travel as `?`, one septet each.
  public init(_ text: String, encoding forced: Encoding? = nil) {
    let scalars = text.unicodeScalars
    encoding = forced ?? (scalars.allSatisfy { GSMAlphabet.septets(of: $0) != nil } ? .gsm7 : .ucs2)
    units = 0
    for scalar in scalars { units += Self.width(of: scalar, in: encoding) }
    splits = []
    guard units > encoding.single else { return }
    var filled = 0
    for (index, scalar) in scalars.enumerated() {
      let width = Self.width(of: scalar, in: encoding)
      if filled + width > encoding.partOfMany {
        splits.append(index)
        filled = 0
      }
      filled += width
    }
  }

  private static func width(of scalar: Unicode.Scalar, in encoding: Encoding) -> Int {
    switch encoding {
    case .gsm7: GSMAlphabet.septets(of: scalar) ?? 1
    case .ucs2: scalar.value > 0xFFFF ? 2 : 1
    }
  }
}

/// The default alphabet of GSM 03.38 and its extension table.
enum GSMAlphabet {
  /// 1 for a character of the default alphabet, 2 for one that needs the escape, nil for all others.
  static func septets(of scalar: Unicode.Scalar) -> Int? {
    if extended.contains(scalar) { return 2 }
    switch scalar.value {
    case 0x20...0x5A: return 1
    case 0x61...0x7A, 0x0A, 0x0D: return 1
    default: return further.contains(scalar) ? 1 : nil
    }
  }

  private static let extended: Set<Unicode.Scalar> = ["\u{0C}", "^", "{", "}", "\\", "[", "~", "]", "|", "€"]
  private static let further: Set<Unicode.Scalar> = [
    "_", "£", "¥", "è", "é", "ù", "ì", "ò", "Ç", "Ø", "ø", "Å", "å", "Δ", "Φ", "Γ", "Λ", "Ω", "Π", "Ψ", "Σ", "Θ", "Ξ", "Æ", "æ", "ß",
    "É", "¤", "¡", "Ä", "Ö", "Ñ", "Ü", "§", "¿", "ä", "ö", "ñ", "ü", "à",
  ]
}
