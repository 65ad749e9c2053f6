/// Joins what the scanner cut: thousands and decimals to numbers, dates, times, phone numbers, masked cards, web addresses.
///
/// Works in place and in one pass; how far it looks ahead is bounded, so that no text makes it slow.
struct Composer {
  let pieces: UnsafeMutableBufferPointer<Lexeme>
  let bytes: UnsafeBufferPointer<UInt8>
  var read = 0
  private var written = 0
  /// No mask begins before this piece: from one before it, as many as a mask may have were looked at, and no digit was among them.
  var unmaskedUntil = 0
  /// No host's name ends before this piece: from a word before it, all that could be one was looked at.
  var unlinkedUntil = 0
  /// How many pieces were looked at: what the bound is tested by.
  var steps = 0

  /// The most pieces one number, mask, chain or host name is made of.
  static let longest = 24

  /// Joins the pieces of a text.
  ///
  /// - Parameters:
  ///   - pieces: what the scanner cut; what is left of it stands at the beginning afterwards.
  ///   - bytes: the text.
  /// - Returns: how many pieces are left, and how many were looked at.
  static func compose(_ pieces: UnsafeMutableBufferPointer<Lexeme>, bytes: UnsafeBufferPointer<UInt8>) -> (count: Int, steps: Int) {
    var composer = Composer(pieces: pieces, bytes: bytes)
    composer.compose()
    return (composer.written, composer.steps)
  }

  private init(pieces: UnsafeMutableBufferPointer<Lexeme>, bytes: UnsafeBufferPointer<UInt8>) {
    self.pieces = pieces
    self.bytes = bytes
  }

  private mutating func compose() {
    while read < pieces.count {
      steps += 1
      let piece = pieces[read]
      switch piece.kind {
      case .number: number()
      case .word: word()
      case .mark:
        if isMaskMark(piece), mask() { continue }
        if piece.isMark("+"), phone() { continue }
        if piece.isMark("."), dotted() { continue }
        copy()
      default: copy()
      }
    }
  }

  // MARK: Access

  mutating func copy() {
    pieces[written] = pieces[read]
    written += 1
    read += 1
  }

  /// Writes one piece in place of those up to `next`.
  mutating func write(_ piece: Lexeme, next: Int) {
    pieces[written] = piece
    written += 1
    read = next
  }

  /// A piece of `kind` that spans from `read` to before `next`.
  func joined(_ kind: Lexeme.Kind, next: Int) -> Lexeme {
    var piece = pieces[read]
    piece.kind = kind
    piece.end = pieces[next - 1].end
    return piece
  }

  @inline(__always)
  func isGlued(_ index: Int, _ kind: Lexeme.Kind) -> Bool {
    index < pieces.count && pieces[index].kind == kind && !pieces[index].isSpaced
  }

  func isGluedMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    isGlued(index, .mark) && pieces[index].isMark(scalar)
  }
}

extension UnsafeMutableBufferPointer {
  subscript(safe index: Int) -> Element? {
    index >= 0 && index < count ? self[index] : nil
  }
}
