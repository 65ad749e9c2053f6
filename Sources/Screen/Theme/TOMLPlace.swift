/// Where a key stands in a TOML text. The parser tells places for broken syntax only; this finds those of values that are TOML but no
/// theme.
enum TOMLPlace {
  /// Line and column, from 1, of the key at `path`, or of the nearest key around it.
  static func find(_ path: [String], in source: String) -> (line: Int, column: Int)? {
    var section: [String] = []
    var best: (depth: Int, line: Int, column: Int)?
    for (number, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      let indent = line.count - content.count
      let isHeader = content.hasPrefix("[")
      let key = isHeader ? content.dropFirst().prefix { $0 != "]" } : content.prefix { $0 != "=" && $0 != "#" }
      let here = key.split(separator: ".").map { $0.trimmed }
      if isHeader { section = here }
      let full = isHeader ? here : section + here
      guard !here.isEmpty, path.starts(with: full), full.count > best?.depth ?? 0 else { continue }
      best = (full.count, number + 1, indent + 1)
      if let inner = column(of: path.dropFirst(full.count), in: line) { return (number + 1, inner) }
    }
    return best.map { ($0.line, $0.column) }
  }

  /// The column of the last of `keys`, when the line's inline tables hold them all.
  private static func column(of keys: ArraySlice<String>, in line: Substring) -> Int? {
    guard !keys.isEmpty, let equals = line.firstIndex(of: "=") else { return nil }
    var rest = line[equals...]
    for key in keys {
      guard let start = rest.wordStart(key) else { return nil }
      rest = rest[start...]
    }
    return line.distance(from: line.startIndex, to: rest.startIndex) + 1
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { " \t\"".contains($0) }.reversed().drop { " \t\"".contains($0) }.reversed())
  }

  /// Where `key` stands as a word followed by an equals sign.
  fileprivate func wordStart(_ key: String) -> Index? {
    indices.first { index in
      guard self[index...].hasPrefix(key), index == startIndex || " {,\"".contains(self[self.index(before: index)]) else { return false }
      return self[index...].dropFirst(key.count).first { !" \t\"".contains($0) } == "="
    }
  }
}
