/// Dates, times and phone numbers.
extension Composer {
  mutating func number() {
    guard read + 1 < pieces.count else { return copy() }
    // What stands behind a number mostly tells what it can't be.
    let next = pieces[read + 1]
    if next.kind == .word {
      if !next.isSpaced, isMaskWord(next), mask() { return }
      if next.concept == .month, isDay(pieces[read]), monthDate(monthAt: read + 1) { return }
      copy()
    } else if next.isMark(",") {
      decimal()
    } else if next.isMark(":") {
      if !time(), !chain() { copy() }
    } else {
      if mayBeMasked(), mask() { return }
      if date() || phone() || chain() { return }
      decimal()
    }
  }

  private func isDay(_ number: Lexeme) -> Bool { number.digits <= 2 && number.value <= 31 }

  /// `20.02.2018`, `2018-03-07`, `25/01`, `05-MAY-2026`, `15JAN26`, `2 июня`, `07.01 15:18`.
  mutating func date() -> Bool {
    let first = pieces[read]
    guard first.digits <= 4, read + 1 < pieces.count else { return false }
    let separator = pieces[read + 1]
    guard separator.kind == .mark, !separator.isSpaced else { return false }
    if isGlued(read + 2, .word), separator.isMark("-") || separator.isMark("/") || separator.isMark(".") {
      return isDay(first) && monthDate(monthAt: read + 2)
    }
    guard isGlued(read + 2, .number), separator.isMark(".") || separator.isMark("/") || separator.isMark("-") else { return false }
    let second = pieces[read + 2]
    if isGlued(read + 3, .mark), pieces[read + 3].value == separator.value, isGlued(read + 4, .number) {
      let third = pieces[read + 4]
      if isGlued(read + 5, .mark), pieces[read + 5].value == separator.value, isGlued(read + 6, .number) { return false }
      guard isDate(first, second, third) else { return false }
      write(joined(.moment, next: read + 5), next: read + 5)
      return true
    }
    guard first.digits <= 2, second.digits <= 2, first.value <= 31, second.value <= 31 else { return false }
    if separator.isMark("/") {
      write(joined(.moment, next: read + 3), next: read + 3)
      return true
    }
    guard first.digits == 2, second.digits == 2, second.value >= 1, second.value <= 12, read + 5 < pieces.count,
      pieces[read + 3].kind == .number,
      pieces[read + 3].digits <= 2, isGluedMark(read + 4, ":"), isGlued(read + 5, .number)
    else { return false }
    write(joined(.moment, next: read + 3), next: read + 3)
    return true
  }

  func isDate(_ first: Lexeme, _ second: Lexeme, _ third: Lexeme) -> Bool {
    if first.digits == 4 { return second.digits <= 2 && third.digits <= 2 && second.value <= 31 && third.value <= 31 }
    guard first.digits <= 2, second.digits <= 2, third.digits <= 2 || third.digits == 4 else { return false }
    return first.value <= 31 && second.value <= 59 && (first.value <= 12 || second.value <= 12)
  }

  /// A day before a month in words, with the year if it follows.
  mutating func monthDate(monthAt month: Int) -> Bool {
    guard pieces[month].concept == .month else { return false }
    var next = month + 1
    if next + 1 < pieces.count, pieces[next].kind == .mark, !pieces[next].isSpaced, isGlued(next + 1, .number), isYear(next + 1) {
      next += 2
    } else if next < pieces.count, pieces[next].kind == .number, !pieces[next].startsLine, isYear(next) {
      next += 1
    }
    write(joined(.moment, next: next), next: next)
    return true
  }

  func isYear(_ index: Int) -> Bool {
    let piece = pieces[index]
    if isGluedMark(index + 1, ":") || isGluedMark(index + 1, ".") && isGlued(index + 2, .number) { return false }
    if piece.digits == 4 { return piece.value >= 1900 && piece.value < 2200 }
    return piece.digits == 2 && !piece.isSpaced
  }

  /// `12:31`, `12:31:11`, `06h15`.
  mutating func time() -> Bool {
    guard pieces[read].digits <= 2, isGlued(read + 1, .mark), pieces[read + 1].isMark(":"), isGlued(read + 2, .number),
      pieces[read + 2].digits <= 2, pieces[read].value < 25, pieces[read + 2].value < 60
    else { return false }
    var next = read + 3
    if isGluedMark(next, ":"), isGlued(next + 1, .number) {
      next += 2
      if isGluedMark(next, "."), isGlued(next + 1, .number) { next += 2 }
    }
    write(joined(.moment, next: next), next: next)
    return true
  }

  /// Groups of digits with hyphens, spaces and brackets that make a phone number: `+7 916 555-00-11`, `8-800-200-00-00`, `+7 916 ***-**-11`.
  mutating func phone() -> Bool {
    let international = pieces[read].isMark("+")
    var next = international ? read + 1 : read
    guard next < pieces.count, pieces[next].kind == .number, !international || !pieces[next].isSpaced else { return false }
    guard international || pieces[next].digits == 1 && (pieces[next].value == 8 || pieces[next].value == 7) else { return false }
    var digits = 0
    var masks = 0
    var end = next
    while next < pieces.count, next - read < Self.longest, !pieces[next].startsLine || next == read {
      if pieces[next].kind == .number {
        guard digits + Int(pieces[next].digits) <= 15 else { break }
        // What follows the end of a hidden number is another one.
        if masks > 0, pieces[next].isSpaced, end == next { break }
        digits += Int(pieces[next].digits)
        end = next + 1
        if !international, digits == 11 { break }
      } else if international, isMaskMark(pieces[next]) || isMaskWord(pieces[next]) {
        masks += isMaskMark(pieces[next]) ? 1 : 2
      } else if !(pieces[next].isMark("-") || pieces[next].isMark("(") || pieces[next].isMark(")")) {
        break
      }
      next += 1
    }
    steps += next - read
    let isWhole = international ? digits >= 10 : digits == 11
    // A single star is a footnote's.
    guard isWhole || masks > 1 && digits >= 3 && end > read + 2, end - read > (international ? 1 : 2) else { return false }
    write(joined(.chain, next: end), next: end)
    return true
  }

  /// Three or more runs of digits with the same sign between them that are no date and no amount: `130-262545-56`, `09.69.32.00.04`.
  mutating func chain() -> Bool {
    guard isGlued(read + 1, .mark), isGlued(read + 2, .number), isGlued(read + 3, .mark), isGlued(read + 4, .number) else { return false }
    let sign = pieces[read + 1]
    guard sign.value == pieces[read + 3].value, sign.isMark("-") || sign.isMark("/") || sign.isMark(":") || sign.isMark(".") else {
      return false
    }
    if sign.isMark("."), pieces[read + 2].digits == 3, pieces[read + 4].digits == 3 || !isGluedMark(read + 5, ".") { return false }
    var next = read + 5
    while next - read < 2 * Self.longest, isGlued(next, .mark), pieces[next].value == sign.value, isGlued(next + 1, .number) { next += 2 }
    write(joined(.chain, next: next), next: next)
    return true
  }
}
