/// Cuts texts into pieces, one text after the other in the same memory.
struct Pieces: ~Copyable {
  private var lexemes = ReusableBuffer<Lexeme>()

  /// The pieces of a text, which stand until the next text is cut.
  mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<Lexeme> {
    // A piece has at least one byte.
    lexemes.fill(atMost: min(bytes.count, Scanner.limit)) { room in
      let count = Scanner.scan(bytes, lexicon: .shared, into: room)
      return Composer.compose(UnsafeMutableBufferPointer(rebasing: room[..<count]), bytes: bytes).count
    }
    return lexemes.elements
  }
}
