/// The vocabulary and the currencies as one tree of folded letters: a word is looked up letter by letter while it is being scanned.
///
/// Its tables are written once, before anybody sees them, and live as long as the program: that makes the pointers safe to share.
struct Lexicon: @unchecked Sendable {
  /// What the lexicon knows of a word.
  struct Entry {
    var concept: Concept = .none
    var currency: UInt8 = 0
  }

  /// A place in the tree.
  struct Node {
    /// Where its edges begin in `edges`.
    var base: UInt32 = 0
    /// The entry of the word that ends here, and of the stem; 0 for none.
    var whole: UInt16 = 0
    var stem: UInt16 = 0
  }

  /// A way down the tree.
  struct Walk {
    /// The node reached; 0 when no word of the lexicon begins so.
    var state: UInt16 = 1
    /// The entry of the longest stem passed.
    var stem: UInt16 = 0
  }

  /// A word of a script without spaces is at most this long.
  static let longestIdeographs = 12

  static let shared = Lexicon()

  /// `CharacterTable.low`.
  let characters: UnsafeBufferPointer<UInt32>
  private let lowClasses: UnsafeBufferPointer<UInt16>
  /// The classes of letters from U+0600 on, in a table by hash: the letter, shifted left by `classBits`, and its class.
  private let highClasses: UnsafeBufferPointer<UInt32>
  private let nodes: UnsafeBufferPointer<Node>
  /// The node an edge belongs to, shifted left by 16, and the one it leads to.
  private let edges: UnsafeBufferPointer<UInt32>
  private let entries: UnsafeBufferPointer<Entry>
  private let marks: UnsafeBufferPointer<UInt8>

  private init() {
    var builder = LexiconBuilder()
    for (concept, words) in Vocabulary.words { builder.add(words, Entry(concept: concept)) }
    for (place, currency) in Currencies.all.enumerated() where place > 0 {
      builder.add(currency.words, Entry(concept: .currency, currency: UInt8(place)))
    }
    let tree = builder.build()
    characters = Self.kept(CharacterTable.low)
    lowClasses = Self.kept(tree.lowClasses)
    highClasses = Self.kept(tree.highClasses)
    nodes = Self.kept(tree.nodes)
    edges = Self.kept(tree.edges)
    entries = Self.kept(tree.entries)
    marks = Self.kept(Currencies.byMark)
  }

  /// The elements in memory that is never freed.
  private static func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    return UnsafeBufferPointer(copy)
  }

  /// One letter further.
  @inline(__always)
  func step(_ walk: inout Walk, _ folded: UInt32) {
    guard walk.state != 0 else { return }
    let letter = folded < 0x600 ? Int(lowClasses[Int(folded)]) : highClass(folded)
    let edge = edges[Int(nodes[Int(walk.state)].base) + letter]
    walk.state = edge >> 16 == walk.state ? UInt16(truncatingIfNeeded: edge) : 0
    let stem = nodes[Int(walk.state)].stem
    if stem != 0 { walk.stem = stem }
  }

  /// The entry of the word walked: the whole word's, or that of the longest stem it begins with.
  @inline(__always)
  func word(_ walk: Walk) -> Entry {
    let whole = nodes[Int(walk.state)].whole
    return entries[Int(whole != 0 ? whole : walk.stem)]
  }

  /// The entry of the letters walked when they are a whole word or a stem.
  func whole(_ walk: Walk) -> Entry? {
    let entry = max(nodes[Int(walk.state)].whole, nodes[Int(walk.state)].stem)
    return entry == 0 ? nil : entries[Int(entry)]
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

  /// How many bits of an entry of `highClasses` are the class.
  static let classBits: UInt32 = 10

  /// The first place of a letter in a table of `count` entries, a power of two.
  static func place(ofHigh letter: UInt32, count: Int) -> Int {
    Int(letter &* 0x9E37_79B1 >> 16) & (count - 1)
  }

  private func highClass(_ folded: UInt32) -> Int {
    var place = Self.place(ofHigh: folded, count: highClasses.count)
    while true {
      let entry = highClasses[place]
      if entry == 0 { return 0 }
      if entry >> Self.classBits == folded { return Int(entry & (1 << Self.classBits - 1)) }
      place = (place + 1) & (highClasses.count - 1)
    }
  }
}
