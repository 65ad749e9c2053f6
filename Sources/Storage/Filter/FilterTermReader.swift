import Model

/// Turns one piece of a filter line into a condition, or says what is wrong with it.
struct FilterTermReader {
  let names: FilterNames

  func node(of token: FilterLexer.Token) throws(FilterError) -> FilterNode {
    switch token.kind {
    case .word(let word): return .term(try text(word, token))
    case .quoted(let text, let isClosed):
      guard isClosed else { throw FilterError(column: token.range.lowerBound, length: token.range.count, reason: .unclosedQuote) }
      return .term(try self.text(text, token))
    case .keyed(let keyed): return try node(of: keyed, token)
    case .open, .close, .minus:
      throw FilterError(column: token.range.lowerBound, length: token.range.count, reason: .unexpectedParenthesis)
    }
  }

  private func text(_ text: String, _ token: FilterLexer.Token) throws(FilterError) -> FilterTerm {
    guard let words = FilterText.words(text) else {
      throw FilterError(column: token.range.lowerBound, length: token.range.count, reason: .noWord(text))
    }
    return .text(words, isPrefix: text.last == "*")
  }

  private func node(of keyed: FilterLexer.Keyed, _ token: FilterLexer.Token) throws(FilterError) -> FilterNode {
    let start = token.range.lowerBound
    guard let key = FilterKey(name: keyed.key) else {
      let suggestions = FilterText.suggestions(for: keyed.key, among: FilterKey.allNames)
      throw FilterError(column: start, length: keyed.key.count, reason: .unknownKey(keyed.key, suggestions: suggestions))
    }
    guard key.takesComparison || keyed.sign == ":" || keyed.sign == "=" else {
      throw FilterError(column: start, length: keyed.valueColumn - start, reason: .comparison(key: keyed.key, sign: keyed.sign))
    }
    guard !keyed.isUnclosed else {
      throw FilterError(column: keyed.valueColumn, length: keyed.value.count + 1, reason: .unclosedQuote)
    }
    guard !keyed.value.isEmpty else {
      throw FilterError(column: start, length: token.range.count, reason: .missingValue(key: keyed.key))
    }
    if key == .amount { return .term(try FilterAmount.term(keyed)) }
    var nodes: [FilterNode] = []
    for (value, column) in Self.values(keyed) {
      nodes.append(try FilterValueReader(names: names, key: key, written: keyed.key, value: value, column: column).node())
    }
    return nodes.count == 1 ? nodes[0] : .any(nodes)
  }

  /// The values of a list parted by commas with their columns; quotes keep commas.
  private static func values(_ keyed: FilterLexer.Keyed) -> [(value: String, column: Int)] {
    if keyed.isQuoted { return [(keyed.value, keyed.valueColumn + 1)] }
    var column = keyed.valueColumn
    var values: [(value: String, column: Int)] = []
    for part in keyed.value.split(separator: ",", omittingEmptySubsequences: false) {
      if !part.isEmpty { values.append((String(part), column)) }
      column += part.count + 1
    }
    return values.isEmpty ? [(keyed.value, keyed.valueColumn)] : values
  }
}
