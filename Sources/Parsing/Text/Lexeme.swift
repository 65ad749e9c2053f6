import Model

/// One piece of a text: a word, a number, a date, a masked card, a link or a single mark.
struct Lexeme {
  /// What kind of piece it is.
  enum Kind: UInt8 {
    case word
    /// An amount-like number, with its grouping and decimals read.
    case number
    /// A date or a time of day.
    case moment
    /// A card or account number with parts of it hidden: `4*1234`, `XX1234`.
    case masked
    /// A phone number, or another chain of digits that is no amount.
    case chain
    /// A web address.
    case link
    /// Any other single character.
    case mark
  }

  /// How the piece stands in its surroundings.
  struct Flags: OptionSet {
    let rawValue: UInt8

    /// White space stands before it, or nothing.
    static let spaced = Flags(rawValue: 1)
    /// A line begins with it.
    static let startsLine = Flags(rawValue: 2)
    /// A word with upper-case letters.
    static let upper = Flags(rawValue: 4)
    /// A word with lower-case letters.
    static let lower = Flags(rawValue: 8)
    /// A number with thousands set apart; a mask of `#` or `x` alone.
    static let grouped = Flags(rawValue: 16)
    /// A number like `1.234`: one point, three digits after it. The currency decides whether they are decimals.
    static let ambiguous = Flags(rawValue: 32)
    /// A number with leading zero.
    static let zeroLed = Flags(rawValue: 64)
  }

  var kind: Kind
  var flags: Flags
  /// What the word means, where the lexicon knows it.
  var concept: Concept
  /// The currency the word or mark names: an index into `Currencies.all`, 0 for none.
  var currency: UInt8
  /// A number's digits, all in all, at most 255.
  var digits: UInt8
  /// How many of them stand after the decimal sign.
  var decimals: UInt8
  /// Where it stands in the text, in UTF-8 bytes.
  var start: Int32
  var end: Int32
  /// A number: its digits without separators, saturated at 18 digits. A word: the hash of its folded letters. A mark: its folded scalar.
  var value: UInt64

  var isSpaced: Bool { flags.contains(.spaced) }
  var startsLine: Bool { flags.contains(.startsLine) }

  @inline(__always)
  func isMark(_ scalar: Unicode.Scalar) -> Bool {
    kind == .mark && value == UInt64(scalar.value)
  }

  /// Whether it is `"`, `«` or `»`.
  @inline(__always)
  var isQuote: Bool { kind == .mark && (value == 0x22 || value | 0x10 == 0xBB) }

  /// The `value` of a word with these folded letters: FNV-1a over them.
  static func value(ofLetters letters: [UInt32]) -> UInt64 {
    var hash = FNV1a()
    for letter in letters { hash.mix(letter) }
    return hash.value
  }
}
