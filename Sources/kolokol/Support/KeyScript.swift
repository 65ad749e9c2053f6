import ArgumentParser
import Screen

/// Keys written as text: letters stand for themselves, `<Enter>`, `<Esc>`, `<C-d>` and the like for the others, `<<>` for `<`.
enum KeyScript {
  /// - Throws: `ValidationError` that names what isn't a key.
  static func keys(_ script: String) throws -> [Key] {
    var keys: [Key] = []
    var rest = script[...]
    while let first = rest.popFirst() {
      guard first == "<" else {
        keys.append(.character(first))
        continue
      }
      let name = String(rest.prefix { $0 != ">" })
      guard rest.dropFirst(name.count).first == ">", let key = key(named: name) else {
        throw ValidationError("--keys: “<\(name)” is no key. Known: \(names.keys.sorted().joined(separator: ", ")), C-a…C-z, <<> for <.")
      }
      rest = rest.dropFirst(name.count + 1)
      keys.append(key)
    }
    return keys
  }

  private static func key(named name: String) -> Key? {
    if name == "<" { return .character("<") }
    if name.hasPrefix("C-"), name.count == 3, let letter = name.last { return .control(letter) }
    return names[name]
  }

  private static let names: [String: Key] = [
    "Enter": .enter, "Esc": .escape, "Tab": .tab, "Space": .character(" "), "Backspace": .backspace, "Up": .up, "Down": .down,
    "Left": .left, "Right": .right, "PgUp": .pageUp, "PgDn": .pageDown, "Home": .home, "End": .end,
  ]
}
