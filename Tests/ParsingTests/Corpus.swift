import Foundation
import Testing

/// Labelled texts of others; they lie beside the project and aren't part of it.
enum Corpus {
  /// A row: a text and what is expected of it.
  struct Row: Decodable, CustomTestStringConvertible {
    var id: String
    var text: String
    var expected: Expected
    var testDescription: String { id }

    /// The labels that tests here read; a file has some of them.
    struct Expected: Decodable {
      var valid: Bool?
      var code: String?
      var topOrigin: String?
      var host: String?
      var embedded: String?
      var embeddedOrigin: String?
      var explanatory: String?
      var encoding: String?
      var segments: Int?
    }
  }

  /// The corpus's folder; nil where there is none.
  static var directory: String? {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = ProcessInfo.processInfo.environment["KOLOKOL_CORPUS"] ?? project.appendingPathComponent("../shared/corpus").standardized.path
    return FileManager.default.fileExists(atPath: path + "/segmentation.jsonl") ? path : nil
  }

  /// The rows of a file of JSON lines.
  static func rows(_ name: String) throws -> [Row] {
    guard let directory else { return [] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(Row.self, from: Data($0.utf8))
    }
  }
}
