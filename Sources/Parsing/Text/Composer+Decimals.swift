/// Thousands and decimals.
extension Composer {
  /// `1 034`, `1,892.00`, `17,95,899.53`, `12.345,67`, `0.650`.
  mutating func decimal() {
    var number = pieces[read]
    var next = read + 1
    if number.digits <= 3, !isPartOfName(read) { next = spacedThousands(&number, from: next) }
    if number.flags.contains(.grouped) {
      if let (part, after) = separated(at: next), part.digits <= 2 { append(part, to: &number, decimals: true, next: after, &next) }
    } else {
      next = separatedGroups(&number, from: next)
    }
    number.end = pieces[next - 1].end
    write(number, next: next)
  }

  /// Whether the number belongs to a name before it: `PERM-5`.
  func isPartOfName(_ index: Int) -> Bool {
    guard index > 0, !pieces[index].isSpaced else { return false }
    let before = pieces[index - 1]
    if before.kind == .word { return before.currency == 0 && before.concept == .none }
    return before.isMark("-") && !before.isSpaced && index > 1 && pieces[index - 2].kind == .word
  }

  func spacedThousands(_ number: inout Lexeme, from start: Int) -> Int {
    guard !number.flags.contains(.zeroLed) else { return start }
    var next = start
    while next < pieces.count, next - start < 4, pieces[next].kind == .number, pieces[next].digits == 3, pieces[next].isSpaced,
      !pieces[next].startsLine, pieces[next].start - pieces[next - 1].end <= 3, !isGluedMark(next + 1, ":")
    {
      extend(&number, by: pieces[next])
      number.flags.insert(.grouped)
      next += 1
    }
    return next
  }

  /// The digits after a `.`, `,` or `'` that follows at `index`.
  func separated(at index: Int) -> (part: Lexeme, after: Int)? {
    guard isGlued(index, .mark), isGlued(index + 1, .number) else { return nil }
    let sign = pieces[index]
    guard sign.isMark(".") || sign.isMark(",") || sign.isMark("'") else { return nil }
    return (pieces[index + 1], index + 2)
  }

  func append(_ part: Lexeme, to number: inout Lexeme, decimals: Bool, next after: Int, _ next: inout Int) {
    extend(&number, by: part)
    if decimals { number.decimals = part.digits }
    next = after
  }

  func separatedGroups(_ number: inout Lexeme, from start: Int) -> Int {
    var next = start
    let firstDigits = number.digits
    guard let (first, _) = separated(at: next) else { return next }
    let sign = pieces[next].value
    // Grouping goes on while the sign is the same and the groups have two or three digits, the last of them three.
    var last = next
    var groups = 0
    while groups < 6, let (part, after) = separated(at: last), pieces[last].value == sign,
      part.digits == 3 || part.digits == 2 && sign == 0x2C
    {
      if part.digits == 2, !(pieces[safe: after]?.value == sign && isGlued(after, .mark) && isGlued(after + 1, .number)) { break }
      groups += 1
      last = after
    }
    let followedByOther = separated(at: last).map { $0.part.digits <= 3 && pieces[last].value != sign } ?? false
    // `70.000.00`: points before the decimals too.
    let followedByCents = groups > 0 && separated(at: last).map { $0.part.digits == 2 } ?? false
    let isGrouping =
      groups > 0 && firstDigits <= 3 && (groups > 1 || followedByOther || followedByCents || sign != 0x2E)
      && !number.flags.contains(.zeroLed)
    if isGrouping {
      while next < last { append(pieces[next + 1], to: &number, decimals: false, next: next + 2, &next) }
      number.flags.insert(.grouped)
      if let (part, after) = separated(at: next), pieces[next].value != sign && part.digits <= 3 || part.digits == 2 {
        append(part, to: &number, decimals: true, next: after, &next)
      }
      return next
    }
    guard first.digits <= 4, first.digits <= 2 || sign == 0x2E || number.flags.contains(.zeroLed) else { return next }
    if first.digits == 3, firstDigits <= 3, !number.flags.contains(.zeroLed) { number.flags.insert(.ambiguous) }
    append(first, to: &number, decimals: true, next: next + 2, &next)
    return next
  }

  /// `.93`, and `...5494`, which hides what stands before.
  mutating func dotted() -> Bool {
    var next = read + 1
    while isGluedMark(next, "."), next - read < 4 { next += 1 }
    guard isGlued(next, .number) else { return false }
    var number = pieces[next]
    if next - read >= 2 {
      guard number.digits >= 3, number.digits <= 20 else { return false }
      write(joined(.masked, next: next + 1), next: next + 1)
      return true
    }
    guard pieces[read].isSpaced, number.digits <= 2, !isGluedMark(next + 1, "."), !isGluedMark(next + 1, "/"), read > 0,
      pieces[read - 1].currency != 0
    else {
      return false
    }
    number.decimals = number.digits
    number.start = pieces[read].start
    number.flags = pieces[read].flags
    write(number, next: next + 1)
    return true
  }

  func extend(_ number: inout Lexeme, by part: Lexeme) {
    let digits = Int(number.digits) + Int(part.digits)
    if digits <= 18 {
      for _ in 0..<part.digits { number.value = number.value &* 10 }
      number.value = number.value &+ part.value
    } else {
      number.value = .max
    }
    number.digits = UInt8(min(digits, 255))
  }
}
