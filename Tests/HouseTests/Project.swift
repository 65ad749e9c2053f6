import Foundation
import Testing

/// The project's own files, read from the folder this test was built from.
enum Project {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file below the given folders of the project, ordered by path. Build folders aren't the project's.
  static func swiftFiles(below folders: [String]) throws -> [SourceFile] {
    try files(below: folders).filter { $0.path.hasSuffix(".swift") }
  }

  /// Every UTF-8 file among the given files and folders of the project, ordered by path; what doesn't exist is left out.
  static func files(below places: [String]) throws -> [SourceFile] {
    try places.flatMap { place in
      let below = FileManager.default.enumerator(atPath: root.appending(path: place).path)?.compactMap { $0 as? String } ?? []
      return try ([place] + below.map { "\(place)/\($0)" })
        .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".build") } }
        .sorted()
        .compactMap(read)
    }
  }

  private static func read(_ path: String) throws -> SourceFile? {
    let url = root.appending(path: path)
    guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { return nil }
    guard let text = String(data: try Data(contentsOf: url), encoding: .utf8) else { return nil }
    return SourceFile(path: path, text: text)
  }
}

/// A text file of the project, by its path below the root.
struct SourceFile {
  var path: String
  var text: String

  /// The target a file belongs to: `Sources/Model/Money.swift` is Model's, `Themes/BuiltInThemes.swift` is Themes'.
  var target: String {
    let parts = path.split(separator: "/").map(String.init)
    return ["Sources", "Tests", "Plugins"].contains(parts[0]) && parts.count > 1 ? parts[1] : parts[0]
  }
}

/// A place in the project that breaks a rule of the house.
struct Violation: Hashable, CustomStringConvertible {
  var path: String
  /// Counted from 1; nil when the rule is about the whole file.
  var line: Int?
  var message: String

  var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(message)" }

  /// One violation a line, for the message of a failed test.
  static func list(_ violations: [Violation]) -> Comment {
    Comment(rawValue: violations.map { "\n  \($0)" }.joined())
  }
}
