/// Where the keys of a policy file stand. The TOML reader knows positions of broken syntax only; a mistake in a value needs its own.
struct PolicyPlaces {
  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  /// `binding`, or `step.2` for the third `[[step]]`; empty for the top of the file.
  typealias Section = String

  private var keys: [Section: [String: Place]] = [:]
  private var sections: [Section: Place] = ["": Place(line: 1, column: 1)]

  init(_ source: String) {
    var section = ""
    var counts: [String: Int] = [:]
    for (number, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      let column = line.count - content.count + 1
      if content.hasPrefix("[") {
        let name = String(content.drop { $0 == "[" }.prefix { $0 != "]" })
        section = name
        if content.hasPrefix("[[") {
          section += ".\(counts[name, default: 0])"
          counts[name, default: 0] += 1
        }
        sections[section] = Place(line: number + 1, column: column)
      } else if let equals = content.firstIndex(of: "="), !content.hasPrefix("#") {
        let key = content[..<equals].filter { !" \t\"".contains($0) }
        keys[section, default: [:]][key] = Place(line: number + 1, column: column)
      }
    }
  }

  /// The key's place; that of its section when the key isn't there.
  func place(of key: String, in section: Section) -> Place? {
    keys[section]?[key] ?? sections[key] ?? sections[key + ".0"] ?? sections[section]
  }
}
