import Screen

/// The searchable list of what the keys do: the same operations that the keys run, so it can't be out of date.
public struct HelpState: Sendable {
  /// One row: an operation, its keys, what it does.
  struct Entry: Hashable, Sendable {
    var operation: Operation
    var keys: String
    var text: String
  }

  private let all: [Entry]
  private(set) var search = ""
  private(set) var cursor = 0

  /// Those that have a key in `keyMap`: what they do on the screen one is on comes first.
  init(strings: Strings, keyMap: KeyMap) {
    all = keyMap.order.map { operation in
      Entry(
        operation: operation, keys: keyMap.keys(for: operation).map(\.label).joined(separator: " "),
        text: strings.operation(operation))
    }
  }

  /// The rows that hold every typed word in their text, keys or command word.
  var entries: [Entry] {
    let words = search.lowercased().split(separator: " ")
    return all.filter { entry in
      let haystack = (entry.text + " " + entry.keys + " " + entry.operation.rawValue).lowercased()
      return words.allSatisfy { haystack.contains($0) }
    }
  }

  var current: Entry? {
    let entries = entries
    return entries.indices.contains(cursor) ? entries[cursor] : nil
  }

  mutating func type(_ text: String) {
    search += text
    cursor = 0
  }

  mutating func deleteBackward() {
    _ = search.popLast()
    cursor = 0
  }

  mutating func move(by count: Int) {
    cursor = min(max(cursor + count, 0), max(entries.count - 1, 0))
  }
}

extension BellState {
  /// A key while the help is open: typing searches, Enter runs the chosen row, Esc closes.
  mutating func take(_ key: Key, in help: HelpState) -> [Effect] {
    var help = help
    switch key {
    case .escape, .control("c"), .function(1):
      mode = .browse
      return []
    case .character("?") where help.search.isEmpty, .character("q") where help.search.isEmpty, .character(",") where help.search.isEmpty:
      mode = .browse
      return []
    case .enter:
      mode = .browse
      return help.current.map { perform($0.operation) } ?? []
    case .down, .control("n"): help.move(by: 1)
    case .up, .control("p"): help.move(by: -1)
    case .pageDown: help.move(by: size.height - 8)
    case .pageUp: help.move(by: 8 - size.height)
    case .backspace: help.deleteBackward()
    case .character(let character): help.type(String(character))
    default: break
    }
    mode = .help(help)
    return []
  }
}
