/// The smallest part of a text that is drawn or left out as a whole, made safe.
struct Piece {
  enum Shape {
    /// One character, in one cell or two.
    case character
    /// A narrow character shown as emoji: its cell and an empty one, for terminals disagree about the width.
    case padded
    /// Several narrow characters, a cell each: the mark of an unsafe character, the letters of a flag.
    case run
  }

  /// What to draw.
  var text: String
  /// In cells, at least 1.
  var width: Int
  var shape = Shape.character
  /// UTF-8 bytes of the source this stands for.
  var length: Int
  /// What it begins with, in the source.
  let first: Unicode.Scalar
  var kind: ScalarKind
  /// False when the source must not be shown as it is: an unsafe character, more marks than a cell holds.
  var isFaithful = true
  private var marks = 0

  init(_ first: Unicode.Scalar) {
    self.first = first
    kind = ScalarKind(first)
    text = String(first)
    width = kind == .wide ? 2 : 1
    length = first.utf8Length
  }

  /// Puts a combining mark on the character, unless it has its fill.
  mutating func add(_ mark: Unicode.Scalar) {
    if mark.properties.isVariationSelector {
      if mark.value == 0xFE0F, first.properties.isEmoji { becomeEmoji() }
    } else if marks < PieceReader.markLimit {
      text.unicodeScalars.append(mark)
      marks += 1
    } else {
      isFaithful = false
    }
  }

  mutating func becomeEmoji() {
    guard width == 1 else { return }
    width = 2
    shape = .padded
  }

  mutating func show(_ mark: String) {
    text = mark
    width = mark.unicodeScalars.count
    shape = width == 1 ? .character : .run
    isFaithful = false
  }
}
