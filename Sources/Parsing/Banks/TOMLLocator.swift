/// Where a key of a bank file stands. The TOML reader knows positions of syntax errors only; a mistake in a value needs its own.
struct TOMLLocator {
  /// A part of a bank file.
  enum Section: Hashable {
    case top
    /// The `[[template]]` with this number, from 0.
    case template(Int)
  }

  /// 1-based; `valueColumn` is the first character inside the quotes of a text value.
  struct Place: Hashable {
    var line: Int
    var column: Int
    var valueColumn: Int
  }

  private let lines: [Substring]

  init(source: String) {
    lines = source.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Where `key = …` stands in a section, not counting its examples.
  func place(of key: String, in section: Section) -> Place? {
    for index in range(of: section) {
      let line = lines[index]
      let name = line.drop { $0 == " " || $0 == "\t" }
      guard name.hasPrefix(key) else { continue }
      let rest = name.dropFirst(key.count).drop { $0 == " " || $0 == "\t" }
      guard rest.first == "=" else { continue }
      let value = rest.dropFirst().drop { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "'" }
      return Place(line: index + 1, column: line.count - name.count + 1, valueColumn: line.count - value.count + 1)
    }
    return nil
  }

  /// The first line of a section.
  func start(of section: Section) -> Place? {
    let lines = range(of: section)
    let first = section == .top ? 0 : lines.lowerBound - 1
    return Place(line: first + 1, column: 1, valueColumn: 1)
  }

  private func range(of section: Section) -> Range<Int> {
    var wanted = section == .top ? 0 : lines.count
    var number = -1
    for (index, line) in lines.enumerated() {
      let header = line.drop { $0 == " " || $0 == "\t" }
      guard header.hasPrefix("[") else { continue }
      if case .template(let own) = section, wanted < lines.count, number == own { return wanted..<index }
      if section == .top { return 0..<index }
      if header.hasPrefix("[[template]]") {
        number += 1
        if case .template(number) = section { wanted = index + 1 }
      }
    }
    return min(wanted, lines.count)..<lines.count
  }
}
