/// Card and account numbers with parts of them hidden.
extension Composer {
  func isMaskMark(_ piece: Lexeme) -> Bool {
    guard piece.kind == .mark else { return false }
    switch piece.value {
    case 0x2A, 0x2022, 0xB7, 0x25CF, 0x2219, 0x23, 0x2026, 0xD7, 0x2217, 0x25AA, 0x2A09, 0xFF65, 0x30FB: return true
    default: return false
    }
  }

  /// A word of x, or of x with an O that stands for a zero.
  func isMaskWord(_ piece: Lexeme) -> Bool {
    guard piece.kind == .word, piece.end - piece.start <= 48 else { return false }
    var hasX = false
    var position = Int(piece.start)
    while position < Int(piece.end) {
      switch bytes[position] {
      case 0x58, 0x78: hasX = true
      case 0x4F, 0x6F: break
      case 0xD0 where position + 1 < Int(piece.end) && bytes[position + 1] == 0xA5:
        hasX = true
        position += 1
      case 0xD1 where position + 1 < Int(piece.end) && bytes[position + 1] == 0x85:
        hasX = true
        position += 1
      default: return false
      }
      position += 1
    }
    return hasX
  }

  /// `4**934`, `40817*372`, `XX1234`, `**** 2854`, `01-01***99-01`, `2..7728`.
  mutating func mask() -> Bool {
    if read < unmaskedUntil { return false }
    var next = read
    var end = read
    var digits = 0
    var masks = 0
    var weak = true
    var afterMask = false
    var isLettered = false
    while next < pieces.count, next - read < Self.longest {
      let piece = pieces[next]
      if next > read, piece.isSpaced {
        let joins =
          piece.kind == .number && afterMask && !weak && !isLettered && piece.digits <= 6 && piece.digits >= 3 && digits < 4
          && !hasCents(next) || masks > 0 && isSpacedMask(next)
        guard joins, !piece.startsLine else { break }
      }
      if piece.kind == .number {
        digits += Int(piece.digits)
        afterMask = false
        end = next + 1
      } else if isMaskMark(piece) {
        if piece.value != 0x23 { weak = false }
        masks += 1
        afterMask = true
        isLettered = false
        end = next + 1
      } else if isMaskWord(piece) {
        isLettered = true
        weak = weak && piece.end - piece.start == 1
        masks += 1
        afterMask = true
        end = next + 1
      } else if let last = lastDot(next), masks > 0 || digits > 0 {
        masks += 1
        weak = false
        afterMask = true
        next = last
      } else if piece.isMark("_"), digits > 0, !afterMask, isGlued(next + 1, .number) {
        // `40702810_4417`
        masks += 1
        weak = false
        afterMask = true
      } else if !(piece.isMark("-") || piece.isMark("=")) || !isGlued(next + 1, .number) && !isGlued(next + 1, .mark) {
        break
      }
      next += 1
    }
    steps += next - read
    if digits == 0, next - read >= Self.longest { unmaskedUntil = next }
    // `*100#` is dialled, not masked.
    if end > read, pieces[end - 1].isMark("#"), pieces[read].isMark("*") { return false }
    // Points behind a number hide nothing of it.
    guard masks > 0, digits >= 2, digits <= 40, end > read + 1 else { return false }
    var piece = joined(.masked, next: end)
    if weak { piece.flags.insert(.grouped) }
    write(piece, next: end)
    return true
  }

  /// Whether a mask can begin with the number at `read`, when no word stands behind it; mostly the next piece says that none does.
  @inline(__always)
  func mayBeMasked() -> Bool {
    guard read + 1 < pieces.count else { return false }
    let next = pieces[read + 1]
    if next.isSpaced { return isSpacedMask(read + 1) }
    return isMaskMark(next) || next.isMark("-") || next.isMark("=") || next.isMark(".") && isGluedMark(read + 2, ".")
      || next.isMark("+") && isGluedMark(read + 2, "+") || next.isMark("_") && isGlued(read + 2, .number)
  }

  /// Where a run of at least two points or pluses ends that hides digits: `4600...4887`, `479004++++++6677`; nil where none begins.
  private func lastDot(_ first: Int) -> Int? {
    guard pieces[first].isMark(".") || pieces[first].isMark("+") else { return nil }
    var last = first
    while last - first < Self.longest, isGlued(last + 1, .mark), pieces[last + 1].value == pieces[first].value { last += 1 }
    return last > first ? last : nil
  }

  /// `* 169,80`: a star between fields, and a sum with its decimals behind it.
  private func hasCents(_ index: Int) -> Bool {
    if index + 1 < pieces.count, pieces[index + 1].currency != 0, !pieces[index + 1].isSpaced { return true }
    return (isGluedMark(index + 1, ",") || isGluedMark(index + 1, ".")) && isGlued(index + 2, .number) && pieces[index + 2].digits == 2
  }

  func isSpacedMask(_ index: Int) -> Bool {
    index + 1 < pieces.count && pieces[index].isMark("*") && pieces[index + 1].isMark("*")
  }
}
