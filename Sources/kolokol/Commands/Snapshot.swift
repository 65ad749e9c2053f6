import ArgumentParser
import Demo
import Interface
import Model
import Screen
import Storage

/// `kolokol snapshot`: one frame of the bell, for documents, bug reports and tests.
struct Snapshot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Print one frame of the bell.",
    discussion: """
      Codes are covered, as on the screen. --keys presses keys first: letters stand for themselves, names stand in angle brackets, \
      as in --keys '/taxi<Enter>j'. Keys are pressed on a throwaway copy: your database stays as it is. kolokol snapshot --demo --size 120x36 --format svg > bell.svg
      """)

  enum Screen: String, ExpressibleByArgument, CaseIterable {
    case inbox, channels, devices, security, lab

    var operation: Interface.Operation {
      switch self {
      case .inbox: .showInbox
      case .channels: .showChannels
      case .devices: .showDevices
      case .security: .showSecurity
      case .lab: .showLab
      }
    }
  }
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, ansi, svg }

  @OptionGroup var database: DatabaseOptions
  @Option(help: "Which screen.")
  var screen = Screen.inbox
  @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH"))
  var size = FrameSize(width: 80, height: 24)
  @Option(help: "How to print it.")
  var format = Format.text
  @Option(help: ArgumentHelp("The theme; default: the chosen one.", valueName: "name"))
  var theme: String?
  @Option(help: ArgumentHelp("Keys to press first; they change nothing in your database.", valueName: "keys"))
  var keys = ""
  @Flag(help: "Of the demo's history instead of a database.")
  var demo = false
  @Option(help: ArgumentHelp("The demo's seed.", valueName: "n"))
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("The demo's number of messages.", valueName: "n"))
  var messages = DemoHistory.defaultMessages
  @Option(help: ArgumentHelp("en or ru; default: config.toml, then LANG.", valueName: "language"))
  var language: String?
  @Flag(help: "With marks in ASCII, as where the locale isn't UTF-8.")
  var ascii = false

  func run() throws {
    if let language, Language(rawValue: language) == nil {
      throw ValidationError("--language \(language): expected en or ru.")
    }
    let setting = Setting(language: language.flatMap(Language.init))
    let themes = ThemeLibrary(userDirectory: setting.paths.themes)
    let name = theme ?? setting.configuration.theme ?? ThemeLibrary.defaultName
    // Text has no colours, but a name that stands for nothing is a mistake all the same.
    if theme != nil { _ = try Self.theme(name, themes, setting) }
    let store =
      if demo {
        try Demo.fill(seed: seed, messages: messages, setting: setting, showsProgress: false)
      } else {
        try database.rehearsal(setting)
      }
    defer { try? store.close() }
    var surroundings = setting.surroundings(glyphs: ascii ? .ascii : .unicode, themes: themes.names, isDemo: demo)
    // One frame, as the bell shows it first.
    surroundings.labClients = Array(surroundings.labClients.prefix(1))
    var state = BellState(surroundings: surroundings, size: size.size, now: Setting.now, theme: name)
    let effects = StoreEffects(store: store)
    state.settle(.started, with: effects)
    state.settle(.operation(screen.operation), with: effects)
    for key in try KeyScript.keys(keys) { state.settle(.input(.key(key)), with: effects) }
    try print(state.view(), themes: themes, name: name, setting: setting)
  }

  private func print(_ grid: Grid, themes: ThemeLibrary, name: String, setting: Setting) throws {
    switch format {
    case .text: Console.output("\(grid.text())\n")
    case .ansi: Console.output(Printout(grid, ansi: try Self.theme(name, themes, setting)))
    case .svg: Console.output(Printout(grid, svg: try Self.theme(name, themes, setting)))
    }
  }

  private static func theme(_ name: String, _ themes: ThemeLibrary, _ setting: Setting) throws -> Theme {
    do throws(ThemeProblem) {
      return try themes.theme(named: name)
    } catch {
      throw CommandFailure(message: setting.strings.themeProblem(error), status: ExitStatus.badUsage)
    }
  }
}

/// The size of a frame, written `120x36`.
struct FrameSize: ExpressibleByArgument {
  let size: Size

  init(width: Int, height: Int) {
    size = Size(width: width, height: height)
  }

  init?(argument: String) {
    let parts = argument.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (1...1_000).contains(width), (1...1_000).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}
