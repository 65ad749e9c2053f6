/// Joins what the scanner cut: thousands and decimals to numbers, dates, times, phone numbers, masked cards, web addresses.
///
/// Works in place and in one pass; how far it looks ahead is bounded, so that no text makes it slow.
struct Composer {
  private let pieces: UnsafeMutableBufferPointer<Lexeme>
  private let bytes: UnsafeBufferPointer<UInt8>
  private var read = 0
  private var written = 0

  /// The most pieces one number, mask, chain or host name is made of.
  private static let longest = 24

  static func compose(_ lexemes: inout ContiguousArray<Lexeme>, bytes: UnsafeBufferPointer<UInt8>) {
    let count = lexemes.withUnsafeMutableBufferPointer { pieces in
      var composer = Composer(pieces: pieces, bytes: bytes)
      return composer.compose()
    }
    lexemes.removeLast(lexemes.count - count)
  }

  private init(pieces: UnsafeMutableBufferPointer<Lexeme>, bytes: UnsafeBufferPointer<UInt8>) {
    self.pieces = pieces
    self.bytes = bytes
  }

  private mutating func compose() -> Int {
    while read < pieces.count {
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
    return written
  }

  // MARK: Access

  private mutating func copy() {
    pieces[written] = pieces[read]
    written += 1
    read += 1
  }

  /// Writes one piece in place of those up to `next`.
  private mutating func write(_ piece: Lexeme, next: Int) {
    pieces[written] = piece
    written += 1
    read = next
  }

  /// A piece of `kind` that spans from `read` to before `next`.
  private func joined(_ kind: Lexeme.Kind, next: Int) -> Lexeme {
    var piece = pieces[read]
    piece.kind = kind
    piece.end = pieces[next - 1].end
    return piece
  }

  private func isGlued(_ index: Int, _ kind: Lexeme.Kind) -> Bool {
    index < pieces.count && pieces[index].kind == kind && !pieces[index].isSpaced
  }

  private func isGluedMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    isGlued(index, .mark) && pieces[index].isMark(scalar)
  }

  // MARK: Numbers, dates, times

  private mutating func number() {
    if mask() || date() || time() || phone() || chain() { return }
    decimal()
  }

  /// `20.02.2018`, `2018-03-07`, `25/01`, `05-MAY-2026`, `15JAN26`, `2 июня`, `07.01 15:18`.
  private mutating func date() -> Bool {
    let first = pieces[read]
    guard first.digits <= 4, read + 1 < pieces.count else { return false }
    let separator = pieces[read + 1]
    if separator.kind == .word { return first.digits <= 2 && first.value <= 31 && monthDate(monthAt: read + 1) }
    guard separator.kind == .mark, !separator.isSpaced else { return false }
    if isGlued(read + 2, .word), separator.isMark("-") || separator.isMark("/") || separator.isMark(".") {
      return first.digits <= 2 && first.value <= 31 && monthDate(monthAt: read + 2)
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

  private func isDate(_ first: Lexeme, _ second: Lexeme, _ third: Lexeme) -> Bool {
    if first.digits == 4 { return second.digits <= 2 && third.digits <= 2 && second.value <= 31 && third.value <= 31 }
    guard first.digits <= 2, second.digits <= 2, third.digits <= 2 || third.digits == 4 else { return false }
    return first.value <= 31 && second.value <= 59 && (first.value <= 12 || second.value <= 12)
  }

  /// A day before a month in words, with the year if it follows.
  private mutating func monthDate(monthAt month: Int) -> Bool {
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

  private func isYear(_ index: Int) -> Bool {
    let piece = pieces[index]
    if isGluedMark(index + 1, ":") || isGluedMark(index + 1, ".") && isGlued(index + 2, .number) { return false }
    if piece.digits == 4 { return piece.value >= 1900 && piece.value < 2200 }
    return piece.digits == 2 && !piece.isSpaced
  }

  /// `12:31`, `12:31:11`, `06h15`.
  private mutating func time() -> Bool {
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

  /// Groups of digits with hyphens, spaces and brackets that make a phone number: `+7 916 555-00-11`, `8-800-200-00-00`.
  private mutating func phone() -> Bool {
    let international = pieces[read].isMark("+")
    var next = international ? read + 1 : read
    guard next < pieces.count, pieces[next].kind == .number, !international || !pieces[next].isSpaced else { return false }
    guard international || pieces[next].digits == 1 && (pieces[next].value == 8 || pieces[next].value == 7) else { return false }
    var digits = 0
    var end = next
    while next < pieces.count, next - read < Self.longest, !pieces[next].startsLine || next == read {
      if pieces[next].kind == .number {
        guard digits + Int(pieces[next].digits) <= 15 else { break }
        digits += Int(pieces[next].digits)
        end = next + 1
        if !international, digits == 11 { break }
      } else if !(pieces[next].isMark("-") || pieces[next].isMark("(") || pieces[next].isMark(")")) {
        break
      }
      next += 1
    }
    guard international ? digits >= 10 : digits == 11, end - read > (international ? 1 : 2) else { return false }
    write(joined(.chain, next: end), next: end)
    return true
  }

  /// Three or more runs of digits with the same sign between them that are no date and no amount: `130-262545-56`, `09.69.32.00.04`.
  private mutating func chain() -> Bool {
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

  /// `1 034`, `1,892.00`, `17,95,899.53`, `12.345,67`, `0.650`.
  private mutating func decimal() {
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
  private func isPartOfName(_ index: Int) -> Bool {
    guard index > 0, !pieces[index].isSpaced else { return false }
    let before = pieces[index - 1]
    if before.kind == .word { return before.currency == 0 && before.concept == .none }
    return before.isMark("-") && !before.isSpaced && index > 1 && pieces[index - 2].kind == .word
  }

  private func spacedThousands(_ number: inout Lexeme, from start: Int) -> Int {
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
  private func separated(at index: Int) -> (part: Lexeme, after: Int)? {
    guard isGlued(index, .mark), isGlued(index + 1, .number) else { return nil }
    let sign = pieces[index]
    guard sign.isMark(".") || sign.isMark(",") || sign.isMark("'") else { return nil }
    return (pieces[index + 1], index + 2)
  }

  private func append(_ part: Lexeme, to number: inout Lexeme, decimals: Bool, next after: Int, _ next: inout Int) {
    extend(&number, by: part)
    if decimals { number.decimals = part.digits }
    next = after
  }

  private func separatedGroups(_ number: inout Lexeme, from start: Int) -> Int {
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
  private mutating func dotted() -> Bool {
    var next = read + 1
    while isGluedMark(next, "."), next - read < 4 { next += 1 }
    guard isGlued(next, .number) else { return false }
    var number = pieces[next]
    if next - read >= 2 {
      guard number.digits >= 3, number.digits <= 6 else { return false }
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

  private func extend(_ number: inout Lexeme, by part: Lexeme) {
    let digits = Int(number.digits) + Int(part.digits)
    if digits <= 18 {
      for _ in 0..<part.digits { number.value = number.value &* 10 }
      number.value = number.value &+ part.value
    } else {
      number.value = .max
    }
    number.digits = UInt8(min(digits, 255))
  }

  // MARK: Masks

  private func isMaskMark(_ piece: Lexeme) -> Bool {
    guard piece.kind == .mark else { return false }
    switch piece.value {
    case 0x2A, 0x2022, 0xB7, 0x25CF, 0x2219, 0x23, 0x2026, 0xD7, 0x2217, 0x25AA, 0x2A09: return true
    default: return false
    }
  }

  /// A word of x, or of x with an O that stands for a zero.
  private func isMaskWord(_ piece: Lexeme) -> Bool {
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
  private mutating func mask() -> Bool {
    var next = read
    var end = read
    var digits = 0
    var masks = 0
    var weak = true
    var afterMask = false
    var isLettered = false
    if pieces[read].kind == .number, !isGlued(read + 1, .mark), !isGlued(read + 1, .word), !isSpacedMask(read + 1) { return false }
    while next < pieces.count, next - read < Self.longest {
      let piece = pieces[next]
      if next > read, piece.isSpaced {
        let joins =
          piece.kind == .number && afterMask && !weak && !isLettered && piece.digits <= 6 && piece.digits >= 3 && digits < 4
          || masks > 0 && isSpacedMask(next)
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
      } else if piece.isMark("."), isGluedMark(next + 1, "."), masks > 0 || digits > 0 {
        masks += 1
        weak = false
        afterMask = true
        next += 1
      } else if !(piece.isMark("-") || piece.isMark("=")) || !isGlued(next + 1, .number) && !isGlued(next + 1, .mark) {
        break
      }
      next += 1
    }
    // `*100#` is dialled, not masked.
    if end > read, pieces[end - 1].isMark("#"), pieces[read].isMark("*") { return false }
    guard masks > 0, digits >= 2, digits <= 40 else { return false }
    var piece = joined(.masked, next: end)
    if weak { piece.flags.insert(.grouped) }
    write(piece, next: end)
    return true
  }

  private func isSpacedMask(_ index: Int) -> Bool {
    index + 1 < pieces.count && pieces[index].isMark("*") && pieces[index + 1].isMark("*")
  }

  // MARK: Words

  private mutating func word() {
    if isMaskWord(pieces[read]), mask() { return }
    if pieces[read].concept == .month, monthFirst() { return }
    if accountSlash() || link() { return }
    copy()
  }

  /// `Jan 8 2025`, `February 21, 2025`.
  private mutating func monthFirst() -> Bool {
    guard read + 1 < pieces.count, pieces[read + 1].kind == .number, pieces[read + 1].digits <= 2, pieces[read + 1].value <= 31,
      !pieces[read + 1].startsLine,
      !isGluedMark(read + 2, ":")
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

  /// `A/c`, `A/C`, and `A/cXX5468`, which hides a mask.
  private mutating func accountSlash() -> Bool {
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

  /// `http://…`, `p.vtb24.ru/mob`, `akbars.ru`.
  private mutating func link() -> Bool {
    guard isGlued(read + 1, .mark) || isGlued(read + 1, .number) else { return false }
    var host = 0
    if isGluedMark(read + 1, ":"), isGluedMark(read + 2, "/"), isGluedMark(read + 3, "/") {
      host = read + 4
    } else {
      var next = read + 1
      while next - read < Self.longest, next < pieces.count, !pieces[next].isSpaced {
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

  private func isTopLevel(_ name: Lexeme) -> Bool {
    name.concept == .topLevelDomain
  }

  private func isGluedWordAfterDot(_ index: Int) -> Bool {
    isGluedMark(index, ".") && isGlued(index + 1, .word)
  }
}

extension UnsafeMutableBufferPointer {
  fileprivate subscript(safe index: Int) -> Element? {
    index >= 0 && index < count ? self[index] : nil
  }
}
