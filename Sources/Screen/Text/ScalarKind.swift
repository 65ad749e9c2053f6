/// What a Unicode scalar does on a terminal.
enum ScalarKind {
  /// Takes one cell.
  case narrow
  /// Takes two cells.
  case wide
  /// A space of whatever width; drawn as the plain one.
  case space
  /// Ends a line.
  case lineEnd
  /// Joins the character before it and takes no cell.
  case combining
  /// Zero-width joiner or non-joiner: right inside an emoji or a joining script, a disguise elsewhere.
  case joiner
  /// Half of a flag.
  case regional
  /// Moves, hides, reverses or does nothing to be seen: shown as a mark.
  case unsafe

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x377, 0x400...0x482, 0x48A...0x52F: self = .narrow
    case 0x20, 0x09, 0xA0: self = .space
    case 0x0A, 0x0D, 0x2028, 0x2029: self = .lineEnd
    case 0x300...0x34E: self = .combining
    case 0x200C, 0x200D: self = .joiner
    // Letters and marks that look like nothing: Hangul fillers, the empty Braille cell, the grapheme joiner.
    case 0x34F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0: self = .unsafe
    case 0x1161...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: self = .combining  // vowels and finals of a decomposed Hangul syllable
    case 0x600...0x605, 0x6DD, 0x70F, 0x8E2: self = .narrow  // format characters that are seen: Arabic number signs
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0, 0x2190...0x2319, 0x2500...0x25FC: self = .narrow
    case 0x1F1E6...0x1F1FF: self = .regional
    default: self = WideRanges.contains(scalar) ? .wide : ScalarKind(category: scalar.properties.generalCategory)
    }
  }

  private init(category: Unicode.GeneralCategory) {
    switch category {
    case .nonspacingMark, .enclosingMark: self = .combining
    case .spaceSeparator: self = .space
    case .control, .format, .surrogate, .unassigned: self = .unsafe
    case .lineSeparator, .paragraphSeparator: self = .lineEnd
    default: self = .narrow
    }
  }
}
