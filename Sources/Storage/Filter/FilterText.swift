/// How the filter language compares names, and how it guesses what was meant.
enum FilterText {
  /// Lower case, ё as е.
  static func folded(_ text: String) -> String {
    String(text.lowercased().map { $0 == "ё" ? "е" : $0 })
  }

  /// The folded words of a value that is compared word by word; nil when it holds none.
  static func words(_ text: String) -> String? {
    let list = Words(text).list
    return list.isEmpty ? nil : list.joined(separator: " ")
  }

  /// The names that look like a wrong one, the likeliest first, three at most: those that begin with it, then those that are two edits away
  /// at most or begin with something one edit away.
  static func suggestions(for text: String, among names: [String]) -> [String] {
    let wanted = Array(folded(text))
    let limit = wanted.count < 4 ? 1 : 2
    let ranked = names.enumerated().compactMap { index, name -> (rank: Int, index: Int)? in
      let candidate = Array(folded(name))
      if candidate.starts(with: wanted) { return (0, index) }
      let (whole, beginning) = distances(wanted, candidate)
      if whole <= limit { return (whole, index) }
      return beginning <= limit - 1 ? (limit + beginning, index) : nil
    }
    var found: [String] = []
    for (_, index) in ranked.sorted(by: { $0 < $1 }) where !found.contains(names[index]) { found.append(names[index]) }
    return Array(found.prefix(3))
  }

  /// How many characters have to be put in, taken out, replaced or exchanged with their neighbour to get from one text to another, and to the
  /// nearest beginning of it (optimal string alignment).
  private static func distances(_ left: [Character], _ right: [Character]) -> (whole: Int, beginning: Int) {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (index, character) in left.enumerated() {
      var next = [index + 1]
      for (column, other) in right.enumerated() {
        var cost = min(row[column] + (character == other ? 0 : 1), row[column + 1] + 1, next[column] + 1)
        if index > 0, column > 0, character == right[column - 1], left[index - 1] == other { cost = min(cost, before[column - 1] + 1) }
        next.append(cost)
      }
      before = row
      row = next
    }
    return (row[right.count], row.min() ?? right.count)
  }
}
