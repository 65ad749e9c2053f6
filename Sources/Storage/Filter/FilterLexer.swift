/// Cuts a filter line into pieces that know where they stand.
struct FilterLexer {
  /// One piece of a line.
  struct Token: Hashable {
    var kind: Kind
    /// Columns in characters from 0.
    var range: Range<Int>
  }

  enum Kind: Hashable {
    case open
    case close
    /// A `-` with something right behind it.
    case minus
    /// A word without blanks, parentheses and quotes.
    case word(String)
    /// What stands between quotes, and whether the closing one is there.
    case quoted(String, isClosed: Bool)
    /// A key, the sign behind it and where the value begins; the value is empty when nothing follows at once.
    case keyed(Keyed)
  }

  /// `key:value`.
  struct Keyed: Hashable {
    var key: String
    /// `:`, `=`, `>`, `<`, `>=` or `<=`.
    var sign: String
    var value: String
    var valueColumn: Int
    /// Whether a quote was opened in the value and not closed.
    var isUnclosed = false
    /// Whether the value stood in quotes, so that commas in it part nothing.
    var isQuoted = false
  }

  private let characters: [Character]
  private var position = 0

  static func tokens(of text: String) -> [Token] {
    var lexer = FilterLexer(characters: Array(text))
    var tokens: [Token] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  private init(characters: [Character]) {
    self.characters = characters
  }

  private mutating func next() -> Token? {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    let kind = kind()
    return Token(kind: kind, range: start..<position)
  }

  private mutating func kind() -> Kind {
    switch characters[position] {
    case "(":
      position += 1
      return .open
    case ")":
      position += 1
      return .close
    case "-" where position + 1 < characters.count && !characters[position + 1].isWhitespace && characters[position + 1] != ")":
      position += 1
      return .minus
    case let quote where Self.closing(of: quote) != nil:
      let (text, isClosed) = quoted()
      return .quoted(text, isClosed: isClosed)
    default:
      return keyed().map(Kind.keyed) ?? .word(bare())
    }
  }

  /// A key of letters with a sign right behind it; nil, and nothing read, when there is none. Signs after what isn't a word of letters,
  /// as in `14:02`, are part of a word.
  private mutating func keyed() -> Keyed? {
    var end = position
    while end < characters.count, characters[end].isLetter { end += 1 }
    guard end > position, end < characters.count, ":=<>".contains(characters[end]) else { return nil }
    let key = String(characters[position..<end])
    var sign = String(characters[end])
    end += 1
    if sign == ">" || sign == "<", end < characters.count, characters[end] == "=" {
      sign += "="
      end += 1
    }
    position = end
    var keyed = Keyed(key: key, sign: sign, value: "", valueColumn: end)
    if position < characters.count, Self.closing(of: characters[position]) != nil {
      let (text, isClosed) = quoted()
      keyed.value = text
      keyed.isUnclosed = !isClosed
      keyed.isQuoted = true
    } else {
      keyed.value = bare()
    }
    return keyed
  }

  private mutating func bare() -> String {
    let start = position
    while position < characters.count, !characters[position].isWhitespace, !"()".contains(characters[position]),
      Self.closing(of: characters[position]) == nil
    { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func quoted() -> (text: String, isClosed: Bool) {
    guard let closing = Self.closing(of: characters[position]) else { return ("", false) }
    let start = position + 1
    position = start
    while position < characters.count, characters[position] != closing { position += 1 }
    let text = String(characters[start..<position])
    let isClosed = position < characters.count
    if isClosed { position += 1 }
    return (text, isClosed)
  }

  private static func closing(of quote: Character) -> Character? {
    switch quote {
    case "\"": "\""
    case "«": "»"
    case "“", "„": "”"
    default: nil
    }
  }
}
