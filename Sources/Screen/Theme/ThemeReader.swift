import TOML

/// Reads one theme out of TOML. The format is described in docs/themes.md.
struct ThemeReader {
  private let file: String
  private let document: TOMLDocument
  private var palette: [String: Colour] = [:]

  static func read(_ source: String, name: String, file: String) throws(ThemeProblem) -> Theme {
    var reader = ThemeReader(file: file, source: source)
    return Theme(name: name, looks: try reader.looks())
  }

  private init(file: String, source: String) {
    self.file = file
    document = TOMLDocument(source)
  }

  private mutating func looks() throws(ThemeProblem) -> [Role: Theme.Look] {
    let root = try parse()
    try hold(root, to: ["about", "palette", "roles"], at: [])
    if let palette = try table(root, "palette", at: []) {
      for name in palette.keys {
        self.palette[name] = try colour(in: palette, name)
      }
    }
    var looks: [Role: Theme.Look] = [:]
    guard let roles = try table(root, "roles", at: []) else { return looks }
    try hold(roles, to: Role.allCases.map(\.rawValue), at: ["roles"])
    for role in Role.allCases {
      guard let table = try table(roles, role.rawValue, at: ["roles"]) else { continue }
      looks[role] = try look(table, at: ["roles", role.rawValue])
    }
    return looks
  }

  private func parse() throws(ThemeProblem) -> TOMLTable {
    if let first = document.problems.first {
      throw ThemeProblem(file: file, line: first.place.line, column: first.place.column, reason: .notTOML(first.reason))
    }
    return document.root
  }

  private func look(_ table: TOMLTable, at path: [String]) throws(ThemeProblem) -> Theme.Look {
    try hold(table, to: ["foreground", "background", "bar", "attributes", "mono"], at: path)
    return Theme.Look(
      foreground: try named(table, "foreground", at: path),
      background: try named(table, "background", at: path),
      bar: try named(table, "bar", at: path),
      attributes: try attributes(table, "attributes", at: path) ?? [],
      mono: try attributes(table, "mono", at: path))
  }

  /// A colour of the palette by name, or one written as `#rrggbb`.
  private func named(_ table: TOMLTable, _ key: String, at path: [String]) throws(ThemeProblem) -> Colour? {
    guard let value = table[key] else { return nil }
    if let name = value.string {
      if let colour = palette[name] { return colour }
      if let rgb = RGB(hex: name) { return Colour(rgb) }
    }
    throw wrong(path + [key], .colour)
  }

  /// A colour as the palette defines it: `"#rrggbb"`, or a table with its values at the depths.
  private func colour(in palette: TOMLTable, _ name: String) throws(ThemeProblem) -> Colour {
    let path = ["palette", name]
    if palette[name]?.string != nil { return Colour(try rgb(palette, name, at: ["palette"])) }
    guard let table = palette[name]?.table else { throw wrong(path, .rgb) }
    try hold(table, to: ["rgb", "256", "16", "8"], at: path)
    return Colour(
      try rgb(table, "rgb", at: path),
      indexed: try index(table, "256", at: path),
      sixteen: try ink(table, "16", of: 16, at: path),
      eight: try ink(table, "8", of: 8, at: path))
  }

  /// nil for the terminal's own colour.
  private func rgb(_ table: TOMLTable, _ key: String, at path: [String]) throws(ThemeProblem) -> RGB? {
    guard let text = table[key]?.string else { throw wrong(path + [key], .rgb) }
    if text == "default" { return nil }
    guard let rgb = RGB(hex: text) else { throw wrong(path + [key], .rgb) }
    return rgb
  }

  private func index(_ table: TOMLTable, _ key: String, at path: [String]) throws(ThemeProblem) -> UInt8? {
    guard let value = table[key] else { return nil }
    guard let index = value.int.flatMap({ UInt8(exactly: $0) }) else { throw wrong(path + [key], .index) }
    return index
  }

  private func ink(_ table: TOMLTable, _ key: String, of count: Int, at path: [String]) throws(ThemeProblem) -> Ink? {
    guard let value = table[key] else { return nil }
    let names = Palette.names.prefix(count)
    if value.string == "default" { return .terminalDefault }
    guard let index = value.string.flatMap({ names.firstIndex(of: $0) }) else { throw wrong(path + [key], .colourName(Array(names))) }
    return .palette(UInt8(index))
  }

  private func attributes(_ table: TOMLTable, _ key: String, at path: [String]) throws(ThemeProblem) -> Theme.Attributes? {
    guard let value = table[key] else { return nil }
    guard let list = value.array else { throw wrong(path + [key], .attributes(Theme.Attributes.names)) }
    var attributes: Theme.Attributes = []
    for value in list {
      guard let index = value.string.flatMap({ Theme.Attributes.names.firstIndex(of: $0) }) else {
        throw wrong(path + [key], .attributes(Theme.Attributes.names))
      }
      attributes.insert(Theme.Attributes(rawValue: 1 << index))
    }
    return attributes
  }

  private func table(_ table: TOMLTable, _ key: String, at path: [String]) throws(ThemeProblem) -> TOMLTable? {
    guard let value = table[key] else { return nil }
    guard let inner = value.table else { throw wrong(path + [key], .table) }
    return inner
  }

  private func hold(_ table: TOMLTable, to known: [String], at path: [String]) throws(ThemeProblem) {
    guard let stranger = table.keys.first(where: { !known.contains($0) }) else { return }
    throw problem(path + [stranger], .unknownKey(stranger, known: known))
  }

  private func wrong(_ path: [String], _ expected: ThemeProblem.Expected) -> ThemeProblem {
    problem(path, .wrongValue(key: path.joined(separator: "."), expected: expected))
  }

  private func problem(_ path: [String], _ reason: ThemeProblem.Reason) -> ThemeProblem {
    let place = place(of: path)
    return ThemeProblem(file: file, line: place?.line, column: place?.column, reason: reason)
  }
}

extension ThemeReader {
  /// Where the last key of a path stands, or the nearest one around it.
  private func place(of path: [String]) -> TOMLPlace? {
    var table: TOMLTable? = document.root
    var place: TOMLPlace?
    for key in path {
      guard let value = table?[key] else { break }
      place = value.keyPlace
      table = value.table
    }
    return place
  }
}

extension Theme.Attributes {
  /// In the order of their bits.
  static let names = ["bold", "dim", "italic", "underline", "reverse"]
}
