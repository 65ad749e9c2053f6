import Delivery
import Demo
import Foundation
import Interface
import Model
import Screen
import Storage
import Terminal

/// The running bell: inputs become actions, actions the next state, the state a grid; effects run elsewhere and come back as actions.
///
/// One thread runs it from beginning to end, the main one.
final class Bell {
  private let terminal: Terminal
  private let setting: Setting
  private let themes: ThemeLibrary
  private var theme: Theme
  private let themeProblems: [String]
  private var state: BellState
  private var store: Store
  private var workers: EffectWorkers
  /// The bells below the one that is shown, the lowest first.
  private var below: [Layer] = []
  private var importing: BackgroundImport?
  private let wakeUp = Pipe()

  /// A bell that another one was opened on top of.
  private struct Layer {
    var state: BellState
    var store: Store
    var workers: EffectWorkers
    var importing: BackgroundImport?
  }

  /// Opens the bell on the terminal and stays until the user leaves.
  ///
  /// - Throws: `CommandFailure` when the terminal can't be used.
  static func open(_ store: Store, setting: Setting, isDemo: Bool = false, live: LiveStory? = nil) throws {
    let bell = try Bell(store, setting: setting, isDemo: isDemo)
    bell.state.live = live
    bell.run()
  }

  private init(_ store: Store, setting: Setting, isDemo: Bool) throws {
    self.store = store
    self.setting = setting
    themes = ThemeLibrary(userDirectory: setting.paths.themes)
    do throws(TerminalError) {
      terminal = try Terminal()
    } catch {
      throw CommandFailure(message: setting.strings.text(of: error), status: ExitStatus.badUsage)
    }
    let name = setting.configuration.theme ?? ThemeLibrary.defaultName
    let loaded = Self.load(name, themes, setting)
    theme = loaded.theme
    state = BellState(
      surroundings: Surroundings(language: setting.language, zone: .current, glyphs: terminal.glyphs, isDemo: isDemo), size: terminal.size,
      now: Setting.now, theme: loaded.theme.name)
    workers = EffectWorkers(store, wakeUp: wakeUp)
    themeProblems = loaded.problems
  }

  /// What the first frame shows beside the rows: the banks' names, and what is wrong with the user's files. The banks' files may still be being read
  /// while the rows are.
  private func completeSurroundings() {
    state.surroundings = setting.surroundings(glyphs: terminal.glyphs, themes: themes.names, isDemo: state.surroundings.isDemo)
    guard state.notice == nil else { return }
    if let problem = (themeProblems + setting.problems).first {
      state.notice = BellState.Notice(kind: .problem, text: problem)
    } else if !terminal.isUTF8 {
      state.notice = BellState.Notice(kind: .hint, text: setting.strings.utf8Hint)
    }
  }

  /// The theme of that name; the default one, and why, when it can't be had.
  private static func load(_ name: String, _ themes: ThemeLibrary, _ setting: Setting) -> (theme: Theme, problems: [String]) {
    let (theme, problem) = themes.themeOrDefault(named: name)
    return (theme, problem.map { [setting.strings.themeProblem($0)] } ?? [])
  }

  private func run() {
    defer {
      terminal.close()
      importing?.stop()
    }
    // The log is looked at beside the first rows.
    workers.submit([.seal])
    // The first frame waits for its rows: reading them takes less time than a frame that says "reading".
    perform(state.settle(.started, with: StoreEffects(store: store)))
    completeSurroundings()
    while true {
      while !state.isFinished {
        terminal.present(state.view(), theme: theme)
        takeAll(waiting: pause)
        awaitFrame()
      }
      guard comeBack() else { break }
    }
    _ = StoreEffects(store: store).perform(.seal)
  }

  /// Closes what was opened on top of another bell, and shows that one as it was left; when the user is done with the program, down to the lowest.
  /// - Returns: false when there is nothing below, or the program ends.
  private func comeBack() -> Bool {
    let (size, theme, isOver) = (state.size, state.theme, state.endsProgram)
    while let layer = below.popLast() {
      importing?.stop()
      workers.stop()
      try? store.close()
      (state, store, workers, importing) = (layer.state, layer.store, layer.workers, layer.importing)
      guard !isOver else { continue }
      perform(state.update(.returned(size, Setting.now, theme: theme)))
      return true
    }
    return false
  }

  /// Waits for a key or an answer and takes all there are. Everything that is there is taken before the next frame: a held key or a paste shouldn't
  /// draw once a character.
  private func takeAll(waiting: Duration) {
    take(terminal.nextInput(timeout: waiting, wake: wakeUp.fileHandleForReading.fileDescriptor))
    while !state.isFinished, let input = terminal.nextInput(timeout: .zero, wake: nil) { take(input) }
    for answer in workers.takeAnswers() { perform(state.update(answer)) }
    // An import may still be running in a bell below.
    for place in below.indices {
      for answer in below[place].workers.takeAnswers() {
        below[place].workers.submit(below[place].state.update(answer).filter(\.isForStore))
      }
    }
  }

  /// Gives what the next frame shows a moment to be read: one frame takes less time than one with half of it and another with the rest.
  private func awaitFrame() {
    let deadline = ContinuousClock.now + Self.grace
    while !state.isFinished, workers.owesFrame {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { return }
      takeAll(waiting: left)
    }
  }

  /// How long a frame waits for what it shows. Reading a message with its deliveries and findings takes a twentieth of it, a page a quarter.
  private static let grace = Duration.milliseconds(4)

  /// How long to wait for a key: what another process writes is on the screen within a second, and a shown code counts down by it.
  private var pause: Duration { .milliseconds(500) }

  private func take(_ input: Input?) {
    perform(state.update(.tick(Setting.now)))
    guard let input else { return }
    perform(state.update(.input(input)))
  }

  private func perform(_ effects: [Effect]) {
    workers.submit(effects.filter(\.isForStore))
    for effect in effects where !effect.isForStore {
      switch effect {
      case .copy(let text):
        if !terminal.copyToClipboard(text) { perform(state.update(.failed(.message(setting.strings.copyTooLong)))) }
      case .print(let name, let text): printOut(text, name)
      case .redraw: terminal.redraw()
      case .suspend: terminal.suspend()
      case .useTheme(let name): use(name)
      case .openDemo:
        openThrowaway { (try Demo.fill(seed: 1, messages: DemoHistory.defaultMessages, setting: $0, showsProgress: false), nil) }
      case .play(let policy, let path):
        openThrowaway { try Demo.begin(StoryTelling(AttackTrace(policy, path: path).history, catalog: $0.catalog), $0) }
      case .importFile(let path): importFile(path)
      default: break
      }
    }
  }

  /// Writes a text to a new file in the current directory; what stands there is never written over.
  private func printOut(_ text: String, _ name: String) {
    do throws(NewFile.Failure) {
      try NewFile.write(Data(text.utf8), to: name)
      perform(state.update(.security(.printed(path: name))))
    } catch {
      perform(state.update(.failed(.message(setting.language.evidenceStrings.unwritable(name, error.errno)))))
    }
  }

  private func use(_ name: String) {
    let loaded = Self.load(name, themes, setting)
    theme = loaded.theme
    if let problem = loaded.problems.first {
      perform(state.update(.failed(.message(problem))))
      return
    }
    do {
      try Configuration.remember(theme: name, in: setting.paths.configurationFile)
    } catch {
      perform(state.update(.failed(.message(setting.paths.configurationFile + ": " + error.localizedDescription))))
    }
  }

  /// Opens one of the demo's databases, in which a story may unfold, on top of the bell that is shown.
  private func openThrowaway(_ make: (Setting) throws -> (store: Store, story: LiveStory?)) {
    do {
      let demo = try make(setting)
      below.append(Layer(state: state, store: store, workers: workers, importing: importing))
      (store, importing) = (demo.store, nil)
      workers = EffectWorkers(store, wakeUp: wakeUp)
      var surroundings = state.surroundings
      surroundings.isDemo = true
      perform(state.update(.opened(surroundings, demo.story)))
      workers.submit([.seal])
    } catch {
      let message = (error as? CommandFailure)?.message ?? error.localizedDescription
      perform(state.update(.failed(.message(message))))
    }
  }

  private func importFile(_ path: String) {
    if let importing, importing.isRunning {
      perform(state.update(.failed(.message(setting.strings.alreadyImporting))))
      return
    }
    let workers = workers
    importing = BackgroundImport(path, into: store, setting: setting) { workers.post($0) }
  }
}

extension Strings {
  /// Why the terminal can't be used, and what to do.
  func text(of error: TerminalError) -> String {
    switch error {
    case .notATerminal: noTerminal
    case .noTerm: noTerm
    case .unknownTerm(let name): unknownTerm(name)
    case .cannotMoveCursor(let name): cannotMoveCursor(name)
    }
  }
}
