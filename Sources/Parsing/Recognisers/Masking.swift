import Model

/// The text with every occurrence of a secret covered: `•` for each character of what is known to be one, `○` of what may be one.
///
/// The only place where codes are covered. A secret is found however it is grouped or spelled: up to three marks or blanks and any signs that aren't seen
/// may stand between two of its characters, its letters may be of either case, its digits of any script. What a cut text holds of a secret at
/// its end is covered too. The rest of the text stays as it is, byte for byte.
public func masked(_ text: String, _ secrets: Secrets) -> String {
  var result = text
  for secret in secrets.all { result = masked(result, secret, with: secrets.isDoubtful ? "○" : "•") }
  return result
}

private func masked(_ text: String, _ secret: String, with mark: Unicode.Scalar) -> String {
  guard let search = SecretSearch(secret) else { return text }
  let scalars = Array(text.unicodeScalars)
  let characters = scalars.map(SecretSearch.character)
  var result = String.UnicodeScalarView()
  var position = 0
  while position < scalars.count {
    if let found = search.occurrence(in: characters, at: position) {
      result.append(contentsOf: repeatElement(mark, count: found.length))
      position = found.end
    } else {
      result.append(scalars[position])
      position += 1
    }
  }
  return String(result)
}

/// Finds a secret in texts, whatever stands between its characters.
private struct SecretSearch {
  private let wanted: [UInt32]
  /// Whether it is found only as a word of its own: letters alone may be part of another word.
  private let isWord: Bool

  /// The most marks and blanks between two of its characters.
  private static let widestGap = 3
  /// The most signs that aren't seen between two of its characters.
  private static let mostIgnored = 32
  /// A cut secret is covered from so many characters on.
  private static let shortestPart = 3

  init?(_ secret: String) {
    let characters = secret.unicodeScalars.map(Self.character)
    let spelled = characters.filter { Self.isSpelled($0) }
    wanted = (spelled.isEmpty ? characters : spelled).map(\.folded)
    if wanted.isEmpty { return nil }
    isWord = !spelled.contains { $0.role == CharacterInfo.Role.digit.rawValue }
  }

  static func character(_ scalar: Unicode.Scalar) -> CharacterInfo {
    scalar.value < UInt32(CharacterTable.low.count) ? CharacterTable.low[Int(scalar.value)] : CharacterTable.high(scalar.value)
  }

  /// Whether a character is one that a secret is made of.
  private static func isSpelled(_ character: CharacterInfo) -> Bool {
    character.role == CharacterInfo.Role.letter.rawValue || character.role == CharacterInfo.Role.digit.rawValue
      || character.role == CharacterInfo.Role.ideograph.rawValue
  }

  /// Where the secret ends that begins at `start`, and how many of its characters stand there: all, or those before the end of the text.
  func occurrence(in text: [CharacterInfo], at start: Int) -> (end: Int, length: Int)? {
    guard text[start].folded == wanted[0], !isWord || start == 0 || !Self.isSpelled(text[start - 1]) else { return nil }
    var position = start + 1
    for length in 1..<wanted.count {
      guard let next = place(of: wanted[length], in: text, from: position) else {
        return isRest(of: text, from: position) && length >= Self.shortestPart ? (position, length) : nil
      }
      position = next + 1
    }
    if isWord, position < text.count, Self.isSpelled(text[position]) { return nil }
    return (position, wanted.count)
  }

  /// Where the next character of the secret stands, when nothing but a gap is before it.
  private func place(of folded: UInt32, in text: [CharacterInfo], from start: Int) -> Int? {
    var (gap, ignored) = (0, 0)
    var position = start
    while position < text.count {
      if text[position].folded == folded { return position }
      if text[position].role == CharacterInfo.Role.ignored.rawValue { ignored += 1 } else { gap += 1 }
      guard !Self.isSpelled(text[position]), gap <= Self.widestGap, ignored <= Self.mostIgnored else { return nil }
      position += 1
    }
    return nil
  }

  /// Whether a text ends here, but for marks such as the points that say it was cut.
  private func isRest(of text: [CharacterInfo], from position: Int) -> Bool {
    text.count - position <= Self.widestGap && !text[position...].contains { Self.isSpelled($0) }
  }
}
