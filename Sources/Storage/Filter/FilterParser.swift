/// Reads a filter line by recursive descent:
///
///     line        = [ either ]
///     either      = both { "or" both }
///     both        = negated { negated }
///     negated     = { "-" | "not" } primary
///     primary     = "(" either ")" | term
struct FilterParser {
  /// How deep parentheses and negations may nest.
  static let depthLimit = 30
  /// How many terms a line may have; what it becomes stays far from SQLite's limits.
  static let termLimit = 100

  private let tokens: [FilterLexer.Token]
  private let end: Int
  private let reader: FilterTermReader
  private var position = 0
  private var depth = 0
  private var terms = 0

  /// How long a line may be, in Unicode scalars: what people type, and far from what takes time to read.
  static let lengthLimit = 20_000

  static func parse(_ text: String, names: FilterNames) throws(FilterError) -> FilterNode {
    guard text.utf8.count <= lengthLimit || text.unicodeScalars.count <= lengthLimit else {
      throw FilterError(column: 0, length: 0, reason: .longLine(limit: lengthLimit))
    }
    var parser = FilterParser(tokens: FilterLexer.tokens(of: text), end: text.count, reader: FilterTermReader(names: names))
    guard !parser.tokens.isEmpty else { return .all([]) }
    let node = try parser.either()
    if let token = parser.current {
      throw FilterError(column: token.range.lowerBound, length: token.range.count, reason: .unexpectedParenthesis)
    }
    return node
  }

  private init(tokens: [FilterLexer.Token], end: Int, reader: FilterTermReader) {
    self.tokens = tokens
    self.end = end
    self.reader = reader
  }

  private var current: FilterLexer.Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func either() throws(FilterError) -> FilterNode {
    var nodes = [try both(after: nil)]
    while let token = current, Self.isOr(token) {
      position += 1
      nodes.append(try both(after: token))
    }
    return Self.any(nodes)
  }

  private mutating func both(after or: FilterLexer.Token?) throws(FilterError) -> FilterNode {
    var nodes: [FilterNode] = []
    while let token = current, token.kind != .close, !Self.isOr(token) {
      nodes.append(try negated())
    }
    if nodes.isEmpty {
      guard let blamed = or ?? current else { throw FilterError(column: end, length: 0, reason: .missingOperand(of: "or")) }
      if blamed.kind == .close, or == nil {
        throw FilterError(column: blamed.range.lowerBound, length: 1, reason: .unexpectedParenthesis)
      }
      throw FilterError(column: blamed.range.lowerBound, length: blamed.range.count, reason: .missingOperand(of: "or"))
    }
    return Self.all(nodes)
  }

  private mutating func negated() throws(FilterError) -> FilterNode {
    guard let token = current, let sign = Self.negation(token) else { return try primary() }
    position += 1
    guard let next = current, next.kind != .close, !Self.isOr(next) else {
      throw FilterError(column: token.range.lowerBound, length: token.range.count, reason: .missingOperand(of: sign))
    }
    try enter(token)
    let node = try negated()
    depth -= 1
    return .not(node)
  }

  private mutating func primary() throws(FilterError) -> FilterNode {
    guard let token = current else { throw FilterError(column: end, length: 0, reason: .missingOperand(of: "not")) }
    position += 1
    guard token.kind == .open else {
      terms += 1
      guard terms <= Self.termLimit else {
        throw FilterError(column: token.range.lowerBound, length: token.range.count, reason: .tooLong(limit: Self.termLimit))
      }
      return try reader.node(of: token)
    }
    try enter(token)
    let node = try either()
    depth -= 1
    guard current?.kind == .close else {
      throw FilterError(column: token.range.lowerBound, length: 1, reason: .unclosedParenthesis)
    }
    position += 1
    return node
  }

  private mutating func enter(_ token: FilterLexer.Token) throws(FilterError) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw FilterError(column: token.range.lowerBound, length: token.range.count, reason: .tooDeep(limit: Self.depthLimit))
    }
  }

  private static func isOr(_ token: FilterLexer.Token) -> Bool {
    guard case .word(let word) = token.kind else { return false }
    return ["or", "или", "|"].contains(FilterText.folded(word))
  }

  /// The sign of a negation as it was written; nil for anything else.
  private static func negation(_ token: FilterLexer.Token) -> String? {
    if token.kind == .minus { return "-" }
    guard case .word(let word) = token.kind, FilterText.folded(word) == "not" else { return nil }
    return word
  }

  private static func all(_ nodes: [FilterNode]) -> FilterNode {
    nodes.count == 1 ? nodes[0] : .all(nodes)
  }

  private static func any(_ nodes: [FilterNode]) -> FilterNode {
    nodes.count == 1 ? nodes[0] : .any(nodes)
  }
}
