import Foundation

/// Where the program keeps its files: the XDG base directories.
struct Paths {
  let environment: [String: String]

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.environment = environment
  }

  /// `$XDG_DATA_HOME/kolokol/kolokol.sqlite`.
  var database: String { directory("XDG_DATA_HOME", ".local/share") + "/kolokol.sqlite" }
  /// `$XDG_CONFIG_HOME/kolokol`.
  var configuration: String { directory("XDG_CONFIG_HOME", ".config") }
  var configurationFile: String { configuration + "/config.toml" }
  var themes: String { configuration + "/themes" }
  var banks: String { configuration + "/banks" }
  var words: String { configuration + "/words" }
  var policies: String { configuration + "/policies" }

  private var home: String { environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory() }

  /// A path as typed where no shell is there to do it: `~` at the beginning is the home directory.
  func expanded(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
  }

  /// The XDG specification: a variable that is unset, empty or not an absolute path counts as unset.
  private func directory(_ variable: String, _ fallback: String) -> String {
    if let value = environment[variable], value.hasPrefix("/") { return value + "/kolokol" }
    return home + "/" + fallback + "/kolokol"
  }
}
