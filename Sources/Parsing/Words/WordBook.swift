import Data
import Synchronization

/// The words of all word files: those of the program, and the user's, which add to them.
struct WordBook: Sendable {
  /// What every word in a text is looked up in.
  let meanings: [(concept: Concept, words: String)]
  let problems: [DataFileProblem]
  private let classes: [WordClass: [String]]

  /// The words that this run of the program reads with, read when they are first asked for.
  static let shared = WordBook(userDirectory: Words.userDirectory)

  /// The built-in files, and those of a folder where there is one.
  init(userDirectory: String?) {
    let users = userDirectory.map(UserFiles.read) ?? []
    self.init(builtIn: BuiltInData.words, users: users)
  }

  /// The program's own files are checked by a test, the user's whenever there are any: a word that is wrong or stands already is left to the others.
  init(builtIn: [(path: String, toml: String)], users: [UserFiles.File]) {
    var files: [WordFile] = []
    var problems: [DataFileProblem] = []
    var check = WordCheck()
    for (path, toml) in builtIn {
      let (file, found) = WordFile.readBuiltIn(toml, path: path)
      files.append(file)
      problems += found
      if !users.isEmpty { check.add(file) }
    }
    for (path, contents) in users {
      switch contents {
      case .success(let toml):
        let (file, found) = WordFile.read(toml, path: path)
        files.append(file)
        problems += found
        check.add(file)
      case .failure(let problem): problems.append(problem)
      }
    }
    self.init(files, problems: problems + check.problems)
  }

  init(_ files: [WordFile], problems: [DataFileProblem] = []) {
    self.problems = problems
    var classes: [WordClass: [String]] = [:]
    for file in files { for (found, words) in file.classes { classes[found, default: []].append(words.text) } }
    self.classes = classes
    meanings = files.flatMap { $0.meanings.map { ($0.concept, $0.words.text) } }
  }

  /// The words of a class.
  func words(of found: WordClass) -> [Substring] { classes[found, default: []].flatMap(Self.words) }

  /// The words of a text.
  static func words(of text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" || $0 == "\t" } }
}

/// The words that texts are read with.
public enum Words {
  private static let directory = Mutex<String?>(nil)

  static var userDirectory: String? { directory.withLock { $0 } }

  /// Adds the word files of a folder, usually `$XDG_CONFIG_HOME/kolokol/words`; one that doesn't exist has none. It has to be said before the
  /// first text is read: words are read once.
  public static func use(userDirectory: String) { directory.withLock { $0 = userDirectory } }

  /// What is wrong in the word files of the user; what is good in them works all the same. Without such files none is read.
  public static var problems: [DataFileProblem] {
    guard let userDirectory, !UserFiles.read(in: userDirectory).isEmpty else { return [] }
    return WordBook.shared.problems
  }
}
