/// The vocabulary and the currencies as one tree of folded letters: a word is looked up letter by letter while it is being scanned.
final class Lexicon: Sendable {
  /// What the lexicon knows of a word.
  struct Entry {
    var concept: Concept = .none
    var currency: UInt8 = 0
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

  private let characters: [UInt32] = CharacterTable.low
  private let lowClasses: [UInt8]
  /// The classes of letters from U+0600 on, in a table by hash: the letter, shifted left by 8, and its class.
  private let highClasses: [UInt32]
  private let classCount: Int
  private let transitions: [UInt16]
  /// By node: the entry of the word that ends there, and of the stem.
  private let whole: [UInt16]
  private let stems: [UInt16]
  private let entries: [Entry]
  private let markCurrencies: [UInt8]

  private init() {
    var builder = LexiconBuilder()
    for (concept, words) in Vocabulary.words { builder.add(words, Entry(concept: concept)) }
    for (place, currency) in Currencies.all.enumerated() where place > 0 {
      builder.add(currency.words, Entry(concept: .currency, currency: UInt8(place)))
    }
    let tree = builder.build()
    lowClasses = tree.lowClasses
    highClasses = tree.highClasses
    classCount = tree.classCount
    transitions = tree.transitions
    whole = tree.whole
    stems = tree.stems
    entries = tree.entries
    markCurrencies = Currencies.byMark
  }

  /// The tables, for the time of one scan.
  struct Tables {
    let characters: UnsafeBufferPointer<UInt32>
    fileprivate let lowClasses: UnsafeBufferPointer<UInt8>
    fileprivate let highClasses: UnsafeBufferPointer<UInt32>
    fileprivate let transitions: UnsafeBufferPointer<UInt16>
    fileprivate let lexicon: Lexicon

    /// One letter further.
    @inline(__always)
    func step(_ walk: inout Walk, _ folded: UInt32) {
      guard walk.state != 0 else { return }
      let letter = folded < 0x600 ? Int(lowClasses[Int(folded)]) : highClass(folded)
      walk.state = transitions[Int(walk.state) * lexicon.classCount + letter]
      let stem = lexicon.stems[Int(walk.state)]
      if stem != 0 { walk.stem = stem }
    }

    /// The entry of the word walked: the whole word's, or that of the longest stem it begins with.
    @inline(__always)
    func word(_ walk: Walk) -> Entry {
      let whole = lexicon.whole[Int(walk.state)]
      return lexicon.entries[Int(whole != 0 ? whole : walk.stem)]
    }

    /// The entry of the letters walked when they are a whole word or a stem.
    func whole(_ walk: Walk) -> Entry? {
      let entry = max(lexicon.whole[Int(walk.state)], lexicon.stems[Int(walk.state)])
      return entry == 0 ? nil : lexicon.entries[Int(entry)]
    }

    /// The currency a mark stands for, 0 for none.
    @inline(__always)
    func currency(ofMark folded: UInt32) -> UInt8 {
      switch folded {
      case 0x24: lexicon.markCurrencies[0]
      case 0xA3: lexicon.markCurrencies[1]
      case 0xA5: lexicon.markCurrencies[2]
      case 0x58F: lexicon.markCurrencies[3]
      case 0xE3F: lexicon.markCurrencies[4]
      case 0xFDFC: lexicon.markCurrencies[5]
      case 0x20A0...0x20CF: lexicon.markCurrencies[Int(folded - 0x20A0) + 6]
      default: 0
      }
    }

    private func highClass(_ folded: UInt32) -> Int {
      var place = Int(folded &* 0x9E37_79B1 >> 16) & (highClasses.count - 1)
      while true {
        let entry = highClasses[place]
        if entry == 0 { return 0 }
        if entry >> 8 == folded { return Int(entry & 0xFF) }
        place = (place + 1) & (highClasses.count - 1)
      }
    }
  }

  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    characters.withUnsafeBufferPointer { characters in
      lowClasses.withUnsafeBufferPointer { low in
        highClasses.withUnsafeBufferPointer { high in
          transitions.withUnsafeBufferPointer { transitions in
            body(Tables(characters: characters, lowClasses: low, highClasses: high, transitions: transitions, lexicon: self))
          }
        }
      }
    }
  }
}
