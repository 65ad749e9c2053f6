/// Months before days, accounts with a slash, web addresses.
extension Composer {
  mutating func word() {
    if isMaskWord(pieces[read]), mask() { return }
    if pieces[read].concept == .month, monthFirst() { return }
    // Most words stand alone.
    guard read + 1 < pieces.count, !pieces[read + 1].isSpaced, accountSlash() || link() else { return copy() }
  }

  /// `Jan 8 2025`, `February 21, 2025`.
  mutating func monthFirst() -> Bool {
    guard read + 1 < pieces.count, pieces[read + 1].kind == .number, pieces[read + 1].digits <= 2, pieces[read + 1].value <= 31,
      !pieces[read + 1].startsLine,
      !isGluedMark(read + 2, ":"), !isGroup(read + 2)
    else { return false }
    var next = read + 2
    if isGluedMark(next, ","), next + 1 < pieces.count, pieces[next + 1].kind == .number, pieces[next + 1].digits == 4 {
      next += 2
    } else if next < pieces.count, pieces[next].kind == .number, pieces[next].digits == 4, isYear(next) {
      next += 1
    }
    write(joined(.moment, next: next), next: next)
    return true
  }

  /// The thousands of "za may 4 320".
  private func isGroup(_ index: Int) -> Bool {
    index < pieces.count && pieces[index].kind == .number && pieces[index].digits == 3 && !pieces[index].startsLine
  }

  /// `A/c`, `A/C`, and `A/cXX5468`, which hides a mask; Russian `р/с` and `r/s`.
  mutating func accountSlash() -> Bool {
    if pieces[read].end - pieces[read].start <= 2, isGluedMark(read + 1, "/"), isGlued(read + 2, .word),
      Self.settlements.contains(pieces[read].value), Self.accounts.contains(pieces[read + 2].value)
    {
      var account = joined(.word, next: read + 3)
      account.concept = .account
      account.currency = 0
      write(account, next: read + 3)
      return true
    }
    guard pieces[read].end - pieces[read].start == 1, bytes[Int(pieces[read].start)] | 0x20 == 0x61, isGluedMark(read + 1, "/"),
      isGlued(read + 2, .word)
    else { return false }
    var tail = pieces[read + 2]
    guard bytes[Int(tail.start)] | 0x20 == 0x63 else { return false }
    var account = pieces[read]
    account.concept = .account
    account.end = tail.start + 1
    if tail.end - tail.start == 1 {
      write(account, next: read + 3)
      return true
    }
    tail.start += 1
    tail.flags.insert(.spaced)
    guard isMaskWord(tail) else { return false }
    pieces[read + 2] = tail
    write(account, next: read + 2)
    return true
  }

  private static let settlements = WordSet(.settlementLetter)
  private static let accounts = WordSet(.accountLetter)

  /// `http://…`, `p.vtb24.ru/mob`, `akbars.ru`.
  mutating func link() -> Bool {
    guard mayBeginLink() else { return false }
    var host = 0
    if isGluedMark(read + 1, ":"), isGluedMark(read + 2, "/"), isGluedMark(read + 3, "/") {
      host = read + 4
    } else {
      var next = max(read + 1, unlinkedUntil)
      while next - read < Self.longest, next < pieces.count, !pieces[next].isSpaced {
        steps += 1
        let piece = pieces[next]
        if piece.isMark("."), isGlued(next + 1, .word) {
          let name = pieces[next + 1]
          let ends =
            next + 2 >= pieces.count || pieces[next + 2].isSpaced || pieces[next + 2].kind == .mark && !isGluedWordAfterDot(next + 2)
          if ends, isTopLevel(name) || isGluedMark(next + 2, "/") && name.currency == 0 { host = next + 2 }
          next += 2
        } else if piece.kind == .word || piece.kind == .number || piece.isMark("-") {
          next += 1
        } else {
          break
        }
      }
      if host == 0 { unlinkedUntil = next }
    }
    guard host > 0 else { return false }
    var next = host
    if next < pieces.count, pieces[next].isMark("/") || pieces[host - 1].isMark("/") {
      while next < pieces.count, !pieces[next].isSpaced { next += 1 }
    }
    next = min(next, pieces.count)
    write(joined(.link, next: next), next: next)
    return true
  }

  /// Whether what is glued to the word at `read` can go on as a web address does.
  private func mayBeginLink() -> Bool {
    guard read + 2 < pieces.count, !pieces[read + 2].isSpaced else { return false }
    let next = pieces[read + 1]
    return next.kind == .number || next.isMark(".") || next.isMark("-") || next.isMark(":")
  }

  private static let topLevelDomains = WordSet(.topLevelDomain)

  func isTopLevel(_ name: Lexeme) -> Bool {
    Self.topLevelDomains.contains(name.value)
  }

  func isGluedWordAfterDot(_ index: Int) -> Bool {
    isGluedMark(index, ".") && isGlued(index + 1, .word)
  }
}
