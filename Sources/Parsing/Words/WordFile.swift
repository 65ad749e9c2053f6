import TOML

/// One word file: words by what they mean, and by the class that a recogniser looks for (docs/words.md).
struct WordFile {
  /// The file's path: as given for a user's file, below `Data/` for a built-in one.
  var path: String
  /// Words by concept, in the order of the file.
  var meanings: [(concept: Concept, words: List)] = []
  /// Words by class, in the same way.
  var classes: [(class: WordClass, words: List)] = []
  /// Texts with what is read of them, as `kolokol parse --json` writes it: tests that stand in the file.
  var examples: [TemplateExample] = []

  /// The words under a key, parted by white space, and where the first of them stands.
  struct List {
    var text: String
    var place: TOMLPlace

    /// Where one of its words stands.
    func place(of word: Substring) -> TOMLPlace {
      let before = text[..<word.startIndex]
      var place = place
      if let line = before.lastIndex(of: "\n") {
        place.line += before.count { $0 == "\n" }
        place.column = before.distance(from: line, to: before.endIndex)
      } else {
        place.column += before.count
      }
      return place
    }
  }

  /// The tables of a word file.
  enum Section: String, CaseIterable {
    case meaning
    case `class`
    case example
  }

  /// Reads a file that comes with the program, without its examples.
  static func readBuiltIn(_ toml: String, path: String) -> (file: WordFile, problems: [DataFileProblem]) {
    read(toml.part(before: "\n[[example]]"), path: path)
  }

  /// Reads a file; what can't be used is left out and told.
  static func read(_ toml: String, path: String) -> (file: WordFile, problems: [DataFileProblem]) {
    let document = TOMLDocument(toml)
    var reader = Reader(file: WordFile(path: path))
    for key in document.root.keys { reader.read(key, of: document.root) }
    let mistakes = document.problems.map {
      DataFileProblem(file: path, line: $0.place.line, column: $0.place.column, reason: .notTOML($0.reason))
    }
    return (reader.file, mistakes + reader.problems)
  }

  private struct Reader {
    var file: WordFile
    var problems: [DataFileProblem] = []

    mutating func read(_ section: String, of root: TOMLTable) {
      guard let kind = Section(rawValue: section) else {
        return report(section, of: root, .unknownKey(key: section, allowed: Section.allCases.map(\.rawValue)))
      }
      if kind == .example { return readExamples(of: root) }
      guard let table = root[section]?.table else {
        return report(section, of: root, .unexpected(key: section, expected: "a table [\(section)]"))
      }
      for key in table.keys {
        guard let value = table[key], let text = value.string else {
          report(key, of: table, .unexpected(key: key, expected: "a text in quotes, with blanks between its words"))
          continue
        }
        let list = List(text: text, place: value.place)
        if kind == .meaning, let concept = Concept.named[key] {
          file.meanings.append((concept, list))
        } else if kind == .class, let found = WordClass.named[key] {
          file.classes.append((found, list))
        } else {
          let allowed = kind == .meaning ? Concept.named.keys.sorted() : WordClass.named.keys.sorted()
          report(key, of: table, .unknownKey(key: key, allowed: allowed))
        }
      }
    }

    private mutating func readExamples(of root: TOMLTable) {
      let name = Section.example.rawValue
      guard let examples = root[name]?.array else {
        return report(name, of: root, .unexpected(key: name, expected: "[[example]] tables"))
      }
      for example in examples.compactMap(\.table) {
        if let example = TemplateExample(example) {
          file.examples.append(example)
        } else {
          report("text", of: example, .missing(key: "text"))
        }
      }
    }

    private mutating func report(_ key: String, of table: TOMLTable, _ reason: DataFileProblem.Reason) {
      let place = table.place(of: key)
      problems.append(DataFileProblem(file: file.path, line: place.line, column: place.column, reason: reason))
    }
  }
}
