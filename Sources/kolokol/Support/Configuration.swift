import Detection
import Foundation
import Interface
import TOML

/// What the user chose, in `config.toml`: `theme = "light"`, `language = "ru"`, and under `[rules]` the thresholds of detection.
struct Configuration {
  var theme: String?
  var language: Language?
  var limits = Limits()

  /// Reads the file; one that isn't there is an empty one.
  ///
  /// - Returns: what could be read, and what is wrong with the rest, each with file, line and column, in the language that `strings` makes
  ///   of the one that the file names.
  static func read(_ path: String, strings: (Language?) -> Strings) -> (configuration: Configuration, problems: [String]) {
    var configuration = Configuration()
    guard let data = FileManager.default.contents(atPath: path) else {
      let exists = FileManager.default.fileExists(atPath: path)
      return (configuration, exists ? ["\(path): can't be read"] : [])
    }
    let document = TOMLDocument(bytes: Array(data))
    let table = document.root
    configuration.theme = table["theme"]?.string
    configuration.language = table["language"]?.string.flatMap(Language.init(rawValue:))
    var problems = document.problems.map { strings(configuration.language).tomlProblem(path, $0) }
    if let language = table["language"], configuration.language == nil {
      problems.append("\(path):\(language.keyPlace.line):\(language.keyPlace.column): language: expected “en” or “ru”")
    }
    if let rules = table["rules"]?.table {
      let reader = LimitsReader(rules, path: path)
      configuration.limits = reader.limits
      problems += reader.problems
    }
    return (configuration, problems)
  }

  /// Remembers the theme: its line is replaced, or added at the top; every other line stays as the user wrote it, and so does a link that leads
  /// to the file.
  ///
  /// - Throws: the file system's error.
  static func remember(theme: String, in named: String) throws {
    let path = URL(filePath: named).resolvingSymlinksInPath().path
    let old = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = "theme = \"\(theme)\""
    var lines = old.isEmpty ? [] : old.components(separatedBy: "\n")
    let tables = lines.firstIndex { $0.drop { $0 == " " }.hasPrefix("[") } ?? lines.count
    let place = lines[..<tables].firstIndex { line in
      let key = line.split(separator: "=", maxSplits: 1).first.map { $0.filter { $0 != " " && $0 != "\t" } }
      return key == "theme" && line.contains("=")
    }
    if let place { lines[place] = line } else { lines.insert(line, at: 0) }
    let directory = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let text = lines.joined(separator: "\n")
    try (text.hasSuffix("\n") ? text : text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
}
