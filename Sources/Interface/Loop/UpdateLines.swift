import Model
import Screen
import Storage

extension BellState {
  /// Opens the line for a search, a filter or a command.
  mutating func openLine(_ operation: Operation) -> [Effect] {
    switch operation {
    case .search:
      inbox.beforeSearch = InboxState.Place(query: inbox.query, id: inbox.list.current?.id)
      mode = .line(EditLine(.search, text: inbox.query.search, isSelected: true), error: nil)
    case .filter: mode = .line(EditLine(.filter, text: inbox.query.filter?.text ?? ""), error: nil)
    case .importFile: mode = .line(EditLine(.command, text: Operation.importFile.rawValue + " "), error: nil)
    default: mode = .line(EditLine(.command), error: nil)
    }
    inbox.paneHasKeys = false
    return []
  }

  /// A key while a line is open.
  mutating func take(_ key: Key, in line: EditLine) -> [Effect] {
    var line = line
    switch key {
    case .character(let character): line.insert(String(character))
    case .backspace, .control("h"):
      if line.characters.isEmpty { return cancel(line) }
      line.deleteBackward()
    case .delete: line.deleteForward()
    case .control("w"): line.deleteWord()
    case .control("u"): line.deleteToStart()
    case .left: line.move(by: -1)
    case .right: line.move(by: 1)
    case .home, .control("a"): line.moveToStart()
    case .end, .control("e"): line.moveToEnd()
    case .tab: complete(&line)
    case .up where line.purpose == .search: return perform(.up)
    case .down where line.purpose == .search: return perform(.down)
    case .escape, .control("c"), .control("g"): return cancel(line)
    case .enter: return enter(line)
    default: return []
    }
    return lineChanged(line)
  }

  /// The line's text is another one: the search follows as one types, the filter says whether it can be read.
  mutating func lineChanged(_ line: EditLine) -> [Effect] {
    switch line.purpose {
    case .search:
      mode = .line(line, error: nil)
      guard line.text != inbox.query.search else { return [] }
      inbox.query.search = line.text
      return [loadFirstPage()]
    case .filter:
      mode = .line(line, error: line.text.isEmpty ? nil : error(in: line))
      return []
    case .command, .comment:
      mode = .line(line, error: nil)
      return []
    }
  }

  /// What is wrong with the filter being written; what is only begun at the cursor and can be completed isn't wrong yet.
  private func error(in line: EditLine) -> FilterError? {
    do {
      _ = try Filter(parsing: line.text, names: surroundings.filterNames)
      return nil
    } catch {
      let isBegun = error.column + error.length == line.cursor && !completions(of: line).isEmpty
      return isBegun ? nil : error
    }
  }

  private mutating func cancel(_ line: EditLine) -> [Effect] {
    mode = .browse
    guard line.purpose == .search, let before = inbox.beforeSearch, before.query != inbox.query else { return [] }
    inbox.query = before.query
    return [before.id.map { load(around: $0) } ?? loadFirstPage()]
  }

  private mutating func enter(_ line: EditLine) -> [Effect] {
    switch line.purpose {
    case .search:
      mode = .browse
      if !inbox.query.search.isEmpty { inbox.lastSearch = inbox.query.search }
      return []
    case .filter: return apply(filter: line)
    case .command:
      mode = .browse
      return run(command: line.text)
    case .comment: return applyTriage(comment: line.text)
    }
  }

  private mutating func apply(filter line: EditLine) -> [Effect] {
    do {
      let isEmpty = line.text.allSatisfy(\.isWhitespace)
      inbox.query.filter = isEmpty ? nil : try Filter(parsing: line.text, names: surroundings.filterNames)
      mode = .browse
      return [freshList()]
    } catch {
      mode = .line(line, error: error)
      return []
    }
  }

  /// Tab: the first completion at the cursor, where there is one.
  private func complete(_ line: inout EditLine) {
    guard let first = completions(of: line).first else { return }
    line.replace(first.range, with: first.text)
  }

  /// What could stand at the cursor of an open line, the likeliest first.
  func completions(of line: EditLine) -> [LineCompletion] {
    switch line.purpose {
    case .search, .comment: []
    case .filter:
      Filter.completions(of: line.text, at: line.cursor, names: surroundings.filterNames).map {
        LineCompletion(range: $0.range, text: $0.text, note: strings.completion($0))
      }
    case .command: CommandLine.completions(of: line.text, at: line.cursor, in: self)
    }
  }
}
