import ArgumentParser
import Demo
import Ingest
import Interface
import Parsing
import Storage

/// `kolokol demo`: the bell on an invented history that is thrown away afterwards.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open the bell on an invented history that is thrown away afterwards.",
    discussion: """
      The story it tells is in docs/demo.md; --story tells another one. Where the output isn't a terminal, the list is printed as text instead.
      """)

  @Option(help: ArgumentHelp("Another seed tells another history (default: 1).", valueName: "n"))
  var seed: UInt64?
  @Option(help: ArgumentHelp("How many messages, 1 to 10 000 000 (default: \(DemoHistory.defaultMessages)).", valueName: "n"))
  var messages: Int?
  @Flag(
    help: "Let the story unfold now, ten times as fast as it happened: , stops it, . goes to the next message, ( and ) change the speed.")
  var live = false
  @Option(
    help: ArgumentHelp(
      "Tell the story of this file instead: JSON lines, as kolokol lab check --trace and kolokol lab simulate write them.",
      valueName: "file"))
  var story: String?

  private var chosenSeed: UInt64 { seed ?? 1 }
  private var chosenMessages: Int { messages ?? DemoHistory.defaultMessages }

  func validate() throws {
    if let messages, !(1...10_000_000).contains(messages) {
      throw ValidationError("--messages \(messages): expected a number from 1 to 10000000.")
    }
    guard story == nil || seed == nil && messages == nil else {
      throw ValidationError("--seed and --messages: expected without --story, whose file says what happens.")
    }
    guard story != "-" else { throw ValidationError("--story -: expected a file; the standard input is where the keys come from.") }
  }

  func run() throws {
    let setting = Setting()
    let telling = try story.map { try StoryTelling(file: $0, setting: setting, parser: MessageParser(catalog: setting.catalog)) }
    if live, Console.outputIsTerminal { return try runLive(setting, telling) }
    let store =
      try Self.tell(telling, setting)
      ?? Self.fill(seed: chosenSeed, messages: chosenMessages, setting: setting, showsProgress: Console.errorIsTerminal)
    defer { try? store.close() }
    guard Console.outputIsTerminal else {
      try List.print(query: ListQuery(), store: store, setting: setting, limit: 100, json: false, revealsCodes: false)
      return
    }
    try Bell.open(store, setting: setting, isDemo: true)
  }

  private func runLive(_ setting: Setting, _ telling: StoryTelling?) throws {
    if let telling {
      let (store, story) = try Self.begin(telling, setting)
      defer { try? store.close() }
      return try Bell.open(store, setting: setting, isDemo: true, live: story)
    }
    let now = Setting.now
    let history = DemoHistory.live(seed: chosenSeed, messages: chosenMessages, from: now)
    let (store, upcoming) = try Self.prepare(setting) { store, parser throws(StoreError) in
      let upcoming = try DemoStore.begin(store, with: history, parser: parser, at: now)
      for step in history.arrangements { try store.arrange(step) }
      return upcoming
    }
    defer { try? store.close() }
    try Bell.open(store, setting: setting, isDemo: true, live: LiveStory(upcoming: upcoming, from: now))
  }

  /// A throwaway database with the demo's history.
  ///
  /// - Throws: `CommandFailure` with exit status 3.
  static func fill(seed: UInt64, messages: Int, setting: Setting, showsProgress: Bool) throws -> Store {
    try prepare(setting) { store, parser throws(StoreError) in
      let history = DemoHistory(seed: seed, messages: messages, now: Setting.now)
      try DemoStore.fill(store, from: history, parser: parser) { done in
        if showsProgress, messages > 20_000 { Console.status(setting.strings.preparingDemo(done * 100 / messages)) }
      }
      if showsProgress, messages > 20_000 { Console.clearStatus() }
      for step in history.arrangements { try store.arrange(step) }
    }.store
  }

  /// A throwaway database in which a story has begun, and what is still to come of it.
  ///
  /// - Throws: `CommandFailure` with exit status 3.
  static func begin(_ telling: StoryTelling, _ setting: Setting) throws -> (store: Store, story: LiveStory) {
    let (store, story) = try prepare(setting) { store, _ throws(StoreError) in try telling.begin(in: store, at: Setting.now) }
    return (store, story)
  }

  private static func tell(_ telling: StoryTelling?, _ setting: Setting) throws -> Store? {
    guard let telling else { return nil }
    return try prepare(setting) { store, _ throws(StoreError) in try telling.tell(in: store, at: Setting.now) }.store
  }

  /// A throwaway database that knows banks and rules, filled by `fill`, and what that gives back.
  private static func prepare<Filled>(
    _ setting: Setting, fill: (Store, MessageParser) throws(StoreError) -> Filled
  ) throws -> (store: Store, filled: Filled) {
    do throws(StoreError) {
      let store = try Store.temporary()
      store.register(banks: setting.bankNames)
      let parser = MessageParser(catalog: setting.catalog)
      store.register(merging: BankMerging(parser: parser))
      store.register(rules: setting.ruleBook)
      return (store, try fill(store, parser))
    } catch {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }
}
