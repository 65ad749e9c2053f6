import Foundation
import Testing

@testable import Screen

@Suite("Themes of one's own")
struct ThemeLibraryTests {
  /// A folder that is gone when the test is.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "kolokol-themes-\(UUID().uuidString)").path

    init(_ files: [String: String]) throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files { try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func broken(_ source: String) -> ThemeProblem? {
    do throws(ThemeProblem) {
      _ = try ThemeReader.read(source, name: "mine", file: "mine.toml")
      return nil
    } catch {
      return error
    }
  }

  @Test("a user's theme stands beside the built-in ones, and wins over one of its name")
  func userThemes() throws {
    let folder = try Folder([
      "mine.toml": "[roles]\ntext = { foreground = \"#112233\" }",
      "light.toml": "[roles]\ntext = { foreground = \"#445566\" }",
      "notes.txt": "no theme",
    ])
    let library = ThemeLibrary(userDirectory: folder.path)
    #expect(library.names == ["kolokol", "colour-blind", "high-contrast", "light", "mine", "mono"])
    let light = try library.theme(named: "light")
    #expect(light.paint(of: Style(), depth: .trueColour).foreground == .rgb(RGB(0x44, 0x55, 0x66)))
  }

  @Test("a folder that isn't there is no problem")
  func noFolder() {
    let library = ThemeLibrary(userDirectory: "/nowhere/at/all")
    #expect(library.names.count == 5)
    #expect(library.all().problems.isEmpty)
  }

  @Test("a broken theme is told of, and the others still work")
  func brokenTheme() throws {
    let folder = try Folder(["bad.toml": "[roles\n", "kolokol.toml": "[roles]\ntext = 7\n"])
    let library = ThemeLibrary(userDirectory: folder.path)
    let (themes, problems) = library.all()
    #expect(themes.map(\.name) == ["colour-blind", "high-contrast", "light", "mono"])
    #expect(problems.map { URL(filePath: $0.file).lastPathComponent } == ["kolokol.toml", "bad.toml"])
    #expect(problems.map(\.line) == [2, 1])
  }

  @Test("the program opens with the built-in theme when the user's of that name is broken")
  func fallsBack() throws {
    let folder = try Folder(["kolokol.toml": "[roles]\ntext = 7\n"])
    let (theme, problem) = ThemeLibrary(userDirectory: folder.path).themeOrDefault(named: "kolokol")
    #expect(theme == (try ThemeLibrary().theme(named: "kolokol")))
    #expect(problem?.line == 2)
  }

  @Test("a name that no theme has is answered with the names there are")
  func unknownName() {
    let (theme, problem) = ThemeLibrary().themeOrDefault(named: "pink")
    #expect(theme.name == "kolokol")
    #expect(problem?.reason == .unknownTheme(ThemeLibrary().names))
  }

  @Test("an unreadable file is told of")
  func unreadable() throws {
    let folder = try Folder([:])
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(filePath: folder.path + "/bytes.toml"))
    let problems = ThemeLibrary(userDirectory: folder.path).all().problems
    #expect(problems.count == 1)
    guard case .unreadable = problems.first?.reason else {
      Issue.record("\(problems)")
      return
    }
  }

  @Test("broken TOML: the line and column of the parser")
  func notTOML() throws {
    let problem = try #require(broken("[palette]\nleaf = #5fd787\n"))
    #expect(problem.line == 2)
    #expect(problem.column != nil)
    guard case .notTOML = problem.reason else {
      Issue.record("\(problem)")
      return
    }
  }

  @Test("a value of the wrong kind: where it stands and what was expected")
  func wrongValues() {
    let reason = ThemeProblem.Reason.wrongValue(key: "roles.text.foreground", expected: .colour)
    #expect(broken("[roles]\ntext = { bar = \"#000000\", foreground = \"grean\" }") == problemAt(2, 27, reason))
    #expect(
      broken("[palette]\nleaf = \"5fd787\"") == problemAt(2, 1, .wrongValue(key: "palette.leaf", expected: .rgb)))
    #expect(
      broken("[palette]\nleaf = { rgb = \"#5fd787\", 256 = 300 }")
        == problemAt(2, 27, .wrongValue(key: "palette.leaf.256", expected: .index)))
    #expect(
      broken("[palette]\n\nleaf = { rgb = \"#5fd787\", 8 = \"bright-green\" }")
        == problemAt(3, 27, .wrongValue(key: "palette.leaf.8", expected: .colourName(Array(Palette.names.prefix(8))))))
    #expect(
      broken("[roles.title]\nattributes = [\"blink\"]")
        == problemAt(2, 1, .wrongValue(key: "roles.title.attributes", expected: .attributes(Theme.Attributes.names))))
  }

  @Test("a role or key that isn't one: where it stands, and those there are")
  func unknownKeys() {
    #expect(
      broken("[roles]\n  headr = { }") == problemAt(2, 3, .unknownKey("headr", known: Role.allCases.map(\.rawValue))))
    #expect(
      broken("[colours]\n") == problemAt(1, 1, .unknownKey("colours", known: ["about", "palette", "roles"])))
  }

  private func problemAt(_ line: Int, _ column: Int, _ reason: ThemeProblem.Reason) -> ThemeProblem {
    ThemeProblem(file: "mine.toml", line: line, column: column, reason: reason)
  }

  @Test("what a theme doesn't say of lesser depths is derived from its colours")
  func derived() throws {
    let theme = try ThemeReader.read(
      "[roles]\ntext = { foreground = \"#ff1010\", background = \"#000000\" }\nborder = { foreground = \"#808080\" }", name: "x", file: "x")
    let style = Style(.text)
    #expect(theme.paint(of: style, depth: .indexed).foreground == .palette(196))
    #expect(theme.paint(of: style, depth: .sixteen).foreground == .palette(9))
    #expect(theme.paint(of: style, depth: .eight).foreground == .palette(1))
    #expect(theme.paint(of: Style(.border), depth: .eight).foreground == .palette(7))
  }

  @Test("text that its bar would swallow is drawn in another of the theme's colours")
  func swallowed() throws {
    let theme = try ThemeReader.read(
      "[roles]\ntext = { foreground = \"#ffffff\", background = \"#000000\" }\ncritical = { foreground = \"#ff5050\" }", name: "x",
      file: "x")
    let paint = theme.paint(of: Style(.critical, background: .critical), depth: .trueColour)
    #expect(paint.background == .rgb(RGB(0xFF, 0x50, 0x50)))
    #expect(paint.foreground == .rgb(RGB(0, 0, 0)))
  }
}
