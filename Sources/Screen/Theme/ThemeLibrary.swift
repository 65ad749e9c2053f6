import Foundation
import Themes

/// The themes there are: those that come with the program, and a user's own, which win over built-in ones of the same name.
/// Nothing is read before it is asked for.
public struct ThemeLibrary: Sendable {
  /// What `kolokol` opens with when the user chose nothing else.
  public static let defaultName = "kolokol"

  /// A user's folder of `NAME.toml`, usually `$XDG_CONFIG_HOME/kolokol/themes`; it need not exist.
  private let userDirectory: String?

  public init(userDirectory: String? = nil) {
    self.userDirectory = userDirectory
  }

  /// All names: the default first, then by name.
  public var names: [String] {
    let all = Set(BuiltInThemes.files.map(\.name) + userNames)
    return all.sorted { ($0 == Self.defaultName ? 0 : 1, $0) < ($1 == Self.defaultName ? 0 : 1, $1) }
  }

  /// Reads one theme.
  public func theme(named name: String) throws(ThemeProblem) -> Theme {
    if userNames.contains(name), let userDirectory {
      return try userTheme(name, path: userDirectory + "/" + name + ".toml")
    }
    guard let file = BuiltInThemes.files.first(where: { $0.name == name }) else {
      throw ThemeProblem(file: name, reason: .unknownTheme(names))
    }
    return try ThemeReader.read(file.toml, name: name, file: name)
  }

  /// Reads one theme to begin with, whatever is wrong with it: in its place the built-in one of that name, or the default. The problem is
  /// there to be shown.
  public func themeOrDefault(named name: String) -> (theme: Theme, problem: ThemeProblem?) {
    do throws(ThemeProblem) {
      return (try theme(named: name), nil)
    } catch {
      let builtIn = ThemeLibrary()
      let instead = (try? builtIn.theme(named: name)) ?? (try? builtIn.theme(named: Self.defaultName))
      return (instead ?? .plain, error)
    }
  }

  /// Reads all themes, in the order of `names`; a broken one is told of and left out.
  public func all() -> (themes: [Theme], problems: [ThemeProblem]) {
    var themes: [Theme] = []
    var problems: [ThemeProblem] = []
    for name in names {
      do throws(ThemeProblem) {
        themes.append(try theme(named: name))
      } catch {
        problems.append(error)
      }
    }
    return (themes, problems)
  }

  private var userNames: [String] {
    guard let userDirectory, let files = try? FileManager.default.contentsOfDirectory(atPath: userDirectory) else { return [] }
    return files.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.map { String($0.dropLast(".toml".count)) }
  }

  private func userTheme(_ name: String, path: String) throws(ThemeProblem) -> Theme {
    let source: String
    do {
      source = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw ThemeProblem(file: path, reason: .unreadable(error.localizedDescription))
    }
    return try ThemeReader.read(source, name: name, file: path)
  }
}
