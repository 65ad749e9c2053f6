import Foundation

/// What Package.swift declares, as SwiftPM itself reads it.
struct Manifest: Decodable {
  var targets: [Target]

  struct Target: Decodable {
    var name: String
    /// `regular`, `executable`, `test`, `system`, `plugin`
    var type: String
    var dependencies: Set<String>

    init(name: String, type: String = "regular", dependencies: Set<String> = []) {
      self.name = name
      self.type = type
      self.dependencies = dependencies
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      name = try fields.decode(String.self, forKey: .name)
      type = try fields.decode(String.self, forKey: .type)
      dependencies = Set(try fields.decode([Dependency].self, forKey: .dependencies).map(\.name))
    }

    private enum Key: CodingKey { case name, type, dependencies }
  }

  /// One of `{"byName": ["Model", null]}`, `{"product": ["GRDB", "GRDB.swift", null, null]}`, `{"target": …}`: the first string is the name,
  /// which for every library used here is also the module's.
  private struct Dependency: Decodable {
    var name: String

    init(from decoder: any Decoder) throws {
      let kinds = try decoder.singleValueContainer().decode([String: [Part]].self)
      guard case .text(let name)? = kinds.values.first?.first else {
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "a dependency without a name"))
      }
      self.name = name
    }

    private enum Part: Decodable {
      case text(String)
      case other

      init(from decoder: any Decoder) throws {
        self = (try? decoder.singleValueContainer().decode(String.self)).map(Part.text) ?? .other
      }
    }
  }

  /// Asks SwiftPM, with a scratch folder of its own so that it doesn't wait for the build these tests run in.
  static func load() throws -> Manifest {
    let scratch = Project.root.appending(path: ".build/manifest-of-the-tests").path
    let output = try Command.run(
      "/usr/bin/env", ["swift", "package", "--package-path", Project.root.path, "--scratch-path", scratch, "dump-package"])
    return try JSONDecoder().decode(Manifest.self, from: Data(output.standardOutput.utf8))
  }
}
