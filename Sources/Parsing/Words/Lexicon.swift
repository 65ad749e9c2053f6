import Model

/// The words of all word files and the currencies by the hashes of their folded letters: a word is looked up by the hash that is made while it is scanned,
/// its stem by the hashes on the way.
struct Lexicon: Sendable {
  /// What the lexicon knows of a word.
  struct Entry: Sendable {
    var concept: Concept = .none
    var currency: UInt8 = 0
  }

  /// What every letter is looked up in: a pointer, which stays in a register while a word is scanned.
  struct Letters: Sendable {
    /// `CharacterTable.low`.
    fileprivate let characters: Kept<CharacterInfo>

    /// The character at a position and its length in bytes, when its scalar is below U+0600.
    @inline(__always)
    func low(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (info: CharacterInfo, length: Int)? {
      let first = bytes[position]
      if first < 0x80 { return (characters[Int(first)], 1) }
      guard first < 0xD8, first >= 0xC0, position &+ 1 < bytes.count, bytes[position &+ 1] & 0xC0 == 0x80 else { return nil }
      return (characters[Int(first & 0x1F) << 6 | Int(bytes[position &+ 1] & 0x3F)], 2)
    }
  }

  /// What the letters up to a place are.
  enum Part: UInt64 {
    case whole
    case stem
    /// The beginning of a word of a script without spaces.
    case beginning
    /// A whole word in Cyrillic letters that look like a month in Latin ones.
    case cyrillic
  }

  /// A place of the table: 48 bits of a key and the entry that belongs to it.
  struct Place: Sendable {
    private var raw: UInt64 = 0

    init() {}

    init(key: UInt64, entry: Entry) {
      raw = key & Self.keyBits | UInt64(entry.concept.rawValue) << 8 | UInt64(entry.currency)
    }

    private static let keyBits: UInt64 = 0xFFFF_FFFF_FFFF_0000

    var isEmpty: Bool { raw == 0 }
    /// The key, without its lowest bits.
    var key: UInt64 { raw & Self.keyBits }
    /// The entry's concept, as its raw value.
    var concept: UInt8 { UInt8(truncatingIfNeeded: raw >> 8) }
    var currency: UInt8 {
      get { UInt8(truncatingIfNeeded: raw) }
      set { raw = raw & ~0xFF | UInt64(newValue) }
    }

    @inline(__always)
    func has(_ key: UInt64) -> Bool { (raw ^ key) & Self.keyBits == 0 }

    @inline(__always)
    static func key(_ part: Part, _ hash: FNV1a) -> UInt64 { hash.value &+ part.rawValue &* 0x9E37_79B9_7F4A_7C15 }

    /// The first place of a key in a table, before the table's size cuts it.
    @inline(__always)
    static func index(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 16 ^ key >> 40) }
  }

  /// A word of a script without spaces is at most this long.
  static let longestIdeographs = 12

  static let shared = Lexicon()

  let letters: Letters
  /// How long the stems are that begin with the same letters, by the hash of these: bit n is set for one of n letters. Others share a place.
  private let stems: Kept<UInt32>
  /// The entries in a table by hash, each beside its key, so that a word is found with one look at memory.
  private let places: Kept<Place>
  private let marks: Kept<UInt8>
  /// The concepts by their raw values.
  private let concepts: Kept<Concept>

  init(_ book: WordBook = .shared) {
    var builder = LexiconBuilder()
    // What looks like a month in Latin letters gives way to it.
    for (concept, words) in book.meanings where concept == .month { builder.add(words, Entry(concept: concept)) }
    for (concept, words) in book.meanings where concept != .month { builder.add(words, Entry(concept: concept)) }
    for (place, currency) in Currencies.all.enumerated() where place > 0 {
      builder.add(currency.words, Entry(concept: .currency, currency: UInt8(place)))
    }
    builder.addTransliterated()
    var stems = [UInt32](repeating: 0, count: Self.stemPlaces)
    for stem in builder.stems { stems[Self.place(ofStem: stem.beginning)] |= 1 << UInt32(stem.letters) }
    letters = Letters(characters: Kept(CharacterTable.low))
    self.stems = Kept(stems)
    places = Kept(builder.places)
    marks = Kept(Currencies.byMark)
    concepts = Kept(Concept.allCases)
  }

  /// The entry of letters with this hash, when they are that part of a word.
  @inline(__always)
  func entry(_ part: Part, _ hash: FNV1a) -> Entry? {
    let key = Place.key(part, hash)
    // As many places as a power of two has.
    let mask = places.count &- 1
    var index = Place.index(of: key) & mask
    while !places[index].isEmpty {
      if places[index].has(key) { return Entry(concept: concepts[Int(places[index].concept)], currency: places[index].currency) }
      index = (index &+ 1) & mask
    }
    return nil
  }

  /// The entry of a word of so many letters: that of all of them, else that of the longest stem it begins with. `prefixes` are the hashes up to
  /// each of its letters.
  @inline(__always)
  func entry(_ hash: FNV1a, letters: Int, prefixes: UnsafePointer<FNV1a>) -> Entry {
    if let entry = entry(.whole, hash) { return entry }
    guard letters >= Self.shortestStem else { return Entry() }
    var lengths = stems[Self.place(ofStem: prefixes[Self.shortestStem - 1])]
    if letters < Self.longestStem { lengths &= (2 << UInt32(truncatingIfNeeded: letters)) &- 1 }
    while lengths != 0 {
      let length = 31 - lengths.leadingZeroBitCount
      if let entry = entry(.stem, prefixes[length - 1]) { return entry }
      lengths &= ~(1 << UInt32(length))
    }
    return Entry()
  }

  /// No stem is shorter: what every stem begins with is looked up at once.
  static let shortestStem = 3
  static let longestStem = 31

  private static let stemPlaces = 1 << 11

  @inline(__always)
  private static func place(ofStem beginning: FNV1a) -> Int {
    Int(truncatingIfNeeded: beginning.value ^ beginning.value >> 32) & (stemPlaces - 1)
  }

  /// The currency a mark stands for, 0 for none.
  @inline(__always)
  func currency(ofMark folded: UInt32) -> UInt8 {
    switch folded {
    case 0x24: marks[0]
    case 0xA3: marks[1]
    case 0xA5: marks[2]
    case 0x58F: marks[3]
    case 0xE3F: marks[4]
    case 0xFDFC: marks[5]
    case 0x20A0...0x20CF: marks[Int(folded - 0x20A0) + 6]
    default: 0
    }
  }
}
