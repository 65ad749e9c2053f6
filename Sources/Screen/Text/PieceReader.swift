/// Reads a text piece by piece, in time linear in its length.
///
/// Pieces are what ncurses and terminals without grapheme clusters show alike, so that columns stay aligned whatever a text holds: a
/// character with at most four combining marks, of a joined emoji its first part, of a flag its two letters.
struct PieceReader: Sequence, IteratorProtocol {
  /// ncurses keeps a character and four marks in a cell (CCHARW_MAX is 5).
  static let markLimit = 4

  private var scalars: String.UnicodeScalarView.Iterator
  private var pending: Unicode.Scalar?

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    pending = scalars.next()
  }

  /// What was read: mostly a character that stands for itself in one cell, of which there is no more to say.
  enum Item {
    case plain(Unicode.Scalar)
    case piece(Piece)

    var width: Int {
      switch self {
      case .plain: 1
      case .piece(let piece): piece.width
      }
    }

    /// UTF-8 bytes of the source.
    var length: Int {
      switch self {
      case .plain(let scalar): scalar.utf8Length
      case .piece(let piece): piece.length
      }
    }

    var kind: ScalarKind {
      switch self {
      case .plain(" "): .space
      case .plain: .narrow
      case .piece(let piece): piece.kind
      }
    }
  }

  mutating func next() -> Piece? {
    switch nextItem() {
    case .plain(let scalar): Piece(scalar)
    case .piece(let piece): piece
    case nil: nil
    }
  }

  /// As `next`, several times as fast on plain text.
  mutating func nextItem() -> Item? {
    guard let first = pending else { return nil }
    pending = scalars.next()
    if first.isPlain, pending?.mayFollowPlain ?? true { return .plain(first) }
    return .piece(piece(first))
  }

  private mutating func piece(_ first: Unicode.Scalar) -> Piece {
    var piece = Piece(first)
    switch piece.kind {
    case .narrow, .wide:
      if let pending, pending.value >= 0x300 { join(to: &piece) }
    case .space where first.value != 0x3000:
      piece.text = " "
    case .space:
      piece.width = 2
    case .lineEnd:
      endLine(&piece)
    case .combining:
      piece.text = "◌"
      piece.isFaithful = false
      piece.add(first)
      join(to: &piece)
    case .regional:
      flag(&piece)
    case .joiner, .unsafe:
      piece.show(Visible.mark(of: first))
    }
    return piece
  }

  /// Takes what belongs to the character just read: combining marks, emoji variation, skin, joined emoji.
  private mutating func join(to piece: inout Piece) {
    while let scalar = pending {
      switch ScalarKind(scalar) {
      case .combining:
        take(into: &piece)
        piece.add(scalar)
      case .wide where scalar.properties.isEmojiModifier && piece.first.properties.isEmojiModifierBase:
        take(into: &piece)
        piece.becomeEmoji()
      case .joiner where piece.first.isPictograph:
        guard scalar.value == 0x200D, takeJoined(into: &piece) else { return }
      case .joiner where piece.first.joinsItsNeighbours:
        take(into: &piece)
        // A joiner sent to tmux glues the next cell's character to this one; a non-joiner is harmless.
        if scalar.value == 0x200C { piece.add(scalar) }
      case .unsafe where piece.first.value == 0x1F3F4:
        guard takeTags(into: &piece) else { return }
      default:
        return
      }
    }
  }

  private mutating func take(into piece: inout Piece) {
    guard let scalar = pending else { return }
    piece.length += scalar.utf8Length
    pending = scalars.next()
  }

  /// A zero-width joiner and the emoji after it; false, with nothing taken, when no emoji follows.
  private mutating func takeJoined(into piece: inout Piece) -> Bool {
    var ahead = scalars
    guard let emoji = ahead.next(), emoji.isPictograph else { return false }
    take(into: &piece)
    take(into: &piece)
    piece.becomeEmoji()
    return true
  }

  /// The tags after a black flag that make it England's, Scotland's or Wales's; any other tags are hidden text, and nothing is taken.
  private mutating func takeTags(into piece: inout Piece) -> Bool {
    var ahead = scalars
    var tags = pending.map { [$0.value] } ?? []
    while tags.count < 6, let scalar = ahead.next() { tags.append(scalar.value) }
    guard ["gbeng", "gbsct", "gbwls"].contains(where: { tags == $0.unicodeScalars.map { 0xE0000 + $0.value } + [0xE007F] }) else {
      return false
    }
    for _ in tags { take(into: &piece) }
    return true
  }

  private mutating func flag(_ piece: inout Piece) {
    piece.text = piece.first.flagLetter
    guard let second = pending, ScalarKind(second) == .regional else { return }
    take(into: &piece)
    piece.text += second.flagLetter
    piece.width = 2
    piece.shape = .run
  }

  private mutating func endLine(_ piece: inout Piece) {
    piece.text = " "
    guard piece.first == "\r" else { return }
    if pending == "\n" {
      take(into: &piece)
    } else {
      piece.kind = .unsafe
      piece.show(Visible.mark(of: piece.first))
    }
  }
}

extension Unicode.Scalar {
  var utf8Length: Int { UTF8.width(self) }

  /// Whether it takes one cell and is drawn as it is: printable ASCII, Latin, Cyrillic, common punctuation, currency signs, box drawing.
  var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0x400...0x482, 0x48A...0x52F, 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0,
      0x2500...0x25FC:
      true
    default: false
    }
  }

  /// Whether it can't join the character before it.
  fileprivate var mayFollowPlain: Bool { value < 0x300 || isPlain }

  /// Whether it can be part of a joined emoji; digits, # and * are emoji by Unicode's list, but not here.
  fileprivate var isPictograph: Bool { value > 0xFF && properties.isEmoji }

  /// Whether joiners are orthography in its script: Arabic, Syriac and the other cursive scripts, those of India and South-East Asia,
  /// Mongolian.
  fileprivate var joinsItsNeighbours: Bool {
    switch value {
    case 0x600...0x109F, 0x1780...0x18AF: true
    default: false
    }
  }

  /// A regional indicator as the letter it stands for.
  fileprivate var flagLetter: String {
    Unicode.Scalar(value - 0x1F1E6 + 0x41).map { String($0) } ?? ""
  }
}
