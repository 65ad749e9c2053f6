import Model
import Storage

/// One way to go on writing a typed line.
struct LineCompletion: Hashable {
  /// The characters to replace.
  var range: Range<Int>
  var text: String
  /// What it stands for, where it doesn't say so itself.
  var note = ""
}

/// The commands of the `:` line: every operation by its word, and those that take an argument.
enum CommandLine {
  /// Splits `word argument…`.
  static func split(_ text: String) -> (word: String, argument: String) {
    let trimmed = text.drop { $0 == " " }
    let word = trimmed.prefix { $0 != " " }
    let argument = trimmed.dropFirst(word.count).drop { $0 == " " }
    return (String(word), String(argument.reversed().drop { $0 == " " }.reversed()))
  }

  static let withArgument = ["bank", "category", "sort", "theme", "search", "filter", "import"]

  /// What could stand at the end of the line.
  static func completions(of text: String, at cursor: Int, in state: BellState) -> [LineCompletion] {
    guard cursor == text.count else { return [] }
    let (word, argument) = split(text)
    if text.contains(" ") {
      let start = text.count - argument.count
      return arguments(of: word, in: state).filter { $0.hasPrefix(argument) && $0 != argument }
        .map { LineCompletion(range: start..<text.count, text: $0) }
    }
    let words = Set(Operation.allCases.map(\.rawValue) + withArgument).sorted()
    return words.filter { $0.hasPrefix(word) && $0 != word }
      .map { LineCompletion(range: 0..<text.count, text: $0 + (withArgument.contains($0) ? " " : "")) }
  }

  /// The arguments a command takes, where they can be listed.
  static func arguments(of word: String, in state: BellState) -> [String] {
    switch word {
    case "bank": ["all"] + (state.counters?.banks.keys.sorted() ?? [])
    case "category": ["all"] + Category.allCases.map(\.name)
    case "sort": ListQuery.Order.allCases.map(\.word)
    case "theme": state.surroundings.themes
    default: []
    }
  }
}

extension BellState {
  /// Runs what was typed after `:`.
  mutating func run(command text: String) -> [Effect] {
    let (word, argument) = CommandLine.split(text)
    guard !word.isEmpty else { return [] }
    switch word {
    case "bank" where !argument.isEmpty: return run(argument, of: word) { $0.choose(argument == "all" ? .all : .bank(argument)) }
    case "category" where !argument.isEmpty:
      return run(argument, of: word) { state in
        state.inbox.query.category = Category(name: argument)
        return [state.freshList()]
      }
    case "sort" where !argument.isEmpty:
      return run(argument, of: word) { state in
        state.sort(by: ListQuery.Order.allCases.first { $0.word == argument } ?? .newest)
      }
    case "theme" where !argument.isEmpty: return run(argument, of: word) { $0.useTheme(argument) }
    case "search" where !argument.isEmpty:
      inbox.query.search = argument
      inbox.lastSearch = argument
      return [loadFirstPage()]
    case "filter" where !argument.isEmpty:
      return take(.enter, in: EditLine(.filter, text: argument))
    case "import":
      guard !argument.isEmpty else { return openLine(.importFile) }
      return [.importFile(argument)]
    default:
      guard let operation = Operation(rawValue: word) else {
        notice = Notice(kind: .problem, text: strings.unknownCommand(word))
        return []
      }
      return perform(operation)
    }
  }

  /// Runs a command whose argument must be one of a list.
  private mutating func run(_ argument: String, of word: String, _ body: (inout BellState) -> [Effect]) -> [Effect] {
    let choices = CommandLine.arguments(of: word, in: self)
    guard choices.contains(argument) else {
      notice = Notice(kind: .problem, text: strings.unknownArgument(argument, choices.joined(separator: ", ")))
      return []
    }
    return body(&self)
  }
}
