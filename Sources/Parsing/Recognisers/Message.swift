/// A text cut into pieces, with what is known of them: what the recognisers work on.
struct Message {
  let bytes: UnsafeBufferPointer<UInt8>
  let lexemes: UnsafeBufferPointer<Lexeme>
  /// The currency of sums that name none; 0 when the bank's file names none either.
  let defaultCurrency: UInt8
  /// Which concepts occur.
  let concepts: ConceptSet
  /// Which kinds of pieces occur, a bit each.
  private let kinds: UInt8
  /// Which words occur, known or not.
  private let words: WordFilter

  init(bytes: UnsafeBufferPointer<UInt8>, lexemes: UnsafeBufferPointer<Lexeme>, defaultCurrency: UInt8) {
    self.bytes = bytes
    self.lexemes = lexemes
    self.defaultCurrency = defaultCurrency
    var concepts = ConceptSet([])
    var words = WordFilter()
    var kinds: UInt8 = 0
    for lexeme in lexemes {
      kinds |= 1 &<< lexeme.kind.rawValue
      concepts.insert(lexeme.concept)
      words.insert(lexeme)
    }
    self.concepts = concepts
    self.words = words
    self.kinds = kinds
  }

  var count: Int { lexemes.count }

  @inline(__always)
  func has(_ concept: Concept) -> Bool { concepts.contains(concept) }

  @inline(__always)
  func hasPiece(of kind: Lexeme.Kind) -> Bool { kinds & 1 &<< kind.rawValue != 0 }

  /// Whether one of these words may occur; that none does is certain.
  @inline(__always)
  func mayHave(_ words: WordSet) -> Bool { words.mayOccur(in: self.words) }

  @inline(__always)
  func concept(at index: Int) -> Concept {
    index >= 0 && index < lexemes.count ? lexemes[index].concept : .none
  }

  @inline(__always)
  func isMark(at index: Int, _ scalar: Unicode.Scalar) -> Bool {
    index >= 0 && index < lexemes.count && lexemes[index].isMark(scalar)
  }

  @inline(__always)
  func isKind(_ kind: Lexeme.Kind, at index: Int) -> Bool {
    index >= 0 && index < lexemes.count && lexemes[index].kind == kind
  }

  /// Whether two pieces touch, with no white space between them.
  func isGlued(_ index: Int) -> Bool {
    index > 0 && index < lexemes.count && !lexemes[index].isSpaced
  }

  /// Whether a sentence ends before the piece at `index`: a full stop and white space, an exclamation or question mark.
  func endsSentence(before index: Int) -> Bool {
    guard index > 0, index < lexemes.count else { return false }
    let before = lexemes[index - 1]
    if before.isMark("!") || before.isMark("?") || before.isMark("。") { return true }
    guard before.isMark("."), lexemes[index].isSpaced else { return false }
    // "На сч. *7485".
    return lexemes[index].kind != .masked && !isAbbreviation(before: index)
  }

  /// Whether nothing more of a clause stands at `index`: its end, or a mark.
  func endsClause(at index: Int) -> Bool { index >= lexemes.count || lexemes[index].kind == .mark }

  /// No sentence of a bank is longer, in pieces.
  static let longestSentence = 64

  /// Where the sentence or line begins that the piece at `index` stands in.
  func sentenceStart(of index: Int) -> Int {
    var first = index
    while first > max(0, index - Self.longestSentence), !lexemes[first].startsLine, !endsSentence(before: first) { first -= 1 }
    return first
  }

  /// Whether the piece at `index` is one of these words.
  @inline(__always)
  func isWord(at index: Int, among words: @autoclosure () -> WordSet) -> Bool {
    isKind(.word, at: index) && words().contains(lexemes[index].value)
  }

  /// "Codul dvs. este": a short word in lower case, its point, and another word in lower case.
  private func isAbbreviation(before index: Int) -> Bool {
    guard index > 1, lexemes[index].kind == .word, !lexemes[index].flags.contains(.upper), !lexemes[index].startsLine else { return false }
    let word = lexemes[index - 2]
    // "Ивану И. отклонён": an initial.
    if word.kind == .word, word.flags.contains(.upper), word.end - word.start <= 2 { return true }
    // "500 руб. списан".
    if word.concept == .currency { return true }
    // "Мин. платёж": a letter of Cyrillic takes two bytes.
    let longest: Int32 = bytes[Int(word.start)] >= 0xD0 ? 6 : 3
    return word.kind == .word && word.end - word.start <= longest && !word.flags.contains(.upper) && word.concept == .none
  }

  /// The first piece in `range` with this concept.
  func first(_ concept: Concept, in range: Range<Int>) -> Int? {
    var index = max(range.lowerBound, 0)
    let end = min(range.upperBound, lexemes.count)
    while index < end {
      if lexemes[index].concept == concept { return index }
      index += 1
    }
    return nil
  }

  /// The piece that the byte at `position` belongs to, or the one before it.
  func piece(at position: Int32) -> Int {
    (lexemes.firstIndex { $0.start > position } ?? lexemes.count) - 1
  }

  /// The bytes of a sum's pieces.
  func bytes(of sum: Sums.Item) -> Range<Int32> { lexemes[sum.first].start..<lexemes[sum.last].end }

  /// The text of a range of bytes.
  func string(_ range: Range<Int32>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)]), as: UTF8.self)
  }
}

/// A set of concepts.
struct ConceptSet {
  private var bits: (UInt64, UInt64) = (0, 0)

  init(_ concepts: [Concept]) {
    for concept in concepts { insert(concept) }
  }

  @inline(__always)
  mutating func insert(_ concept: Concept) {
    // In memory, by place: which half comes next can't be guessed.
    withUnsafeMutableBytes(of: &bits) { raw in
      raw.assumingMemoryBound(to: UInt64.self)[Int(concept.rawValue >> 6 & 1)] |= 1 &<< UInt64(concept.rawValue)
    }
  }

  /// Whether one of the concepts is in both.
  @inline(__always)
  func meets(_ other: ConceptSet) -> Bool { bits.0 & other.bits.0 | bits.1 & other.bits.1 != 0 }

  @inline(__always)
  func contains(_ concept: Concept) -> Bool {
    (concept.rawValue < 64 ? bits.0 : bits.1) & 1 &<< UInt64(concept.rawValue) != 0
  }
}
