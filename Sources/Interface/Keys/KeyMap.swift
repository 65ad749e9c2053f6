import Screen

/// Which key asks for which operation while a list or the reading pane has the keys.
///
/// No Alt (terminals send it as Escape), no ^S and ^Q (terminals stop at them), and no single key whose effect can't be undone.
public struct KeyMap: Sendable {
  private let operations: [Key: Operation]
  private let keys: [Operation: [Key]]
  /// Every operation that has a key: the screen's own first, then those of every screen.
  let order: [Operation]

  /// The keys that do the same on every screen.
  static let everywhere: [(operation: Operation, keys: [Key])] = [
    (.showInbox, [.character("1")]),
    (.showChannels, [.character("2")]),
    (.showDevices, [.character("3")]),
    (.showSecurity, [.character("4")]),
    (.showLab, [.character("5")]),
    (.answerAlert, [.character("!")]),
    (.theme, [.character("t")]),
    (.redraw, [.control("l")]),
    (.importFile, [.character("i")]),
    (.demo, [.character("d")]),
    (.command, [.character(":")]),
    (.livePause, [.character(",")]),
    (.liveStep, [.character(".")]),
    (.liveSlower, [.character("(")]),
    (.liveFaster, [.character(")")]),
    (.help, [.character("?"), .function(1)]),
    (.suspend, [.control("z")]),
    (.quit, [.character("q")]),
    (.quitAtOnce, [.character("Q"), .control("c")]),
  ]

  /// The inbox's keys, as they are without settings.
  public static let standard = KeyMap([
    (.down, [.character("j"), .down]),
    (.up, [.character("k"), .up]),
    (.pageDown, [.pageDown]),
    (.pageUp, [.pageUp]),
    (.halfPageDown, [.control("d")]),
    (.halfPageUp, [.control("u")]),
    (.first, [.character("g"), .home]),
    (.last, [.character("G"), .end]),
    (.nextUnread, [.character("]")]),
    (.previousUnread, [.character("[")]),
    (.open, [.enter]),
    (.back, [.escape]),
    (.switchPane, [.tab]),
    (.nextBank, [.character("l"), .right]),
    (.previousBank, [.character("h"), .left]),
    (.nextCategory, [.character(">")]),
    (.previousCategory, [.character("<")]),
    (.search, [.character("/")]),
    (.nextHit, [.character("n")]),
    (.previousHit, [.character("N")]),
    (.filter, [.character("\\")]),
    (.sort, [.character("o")]),
    (.toggleRead, [.character("m")]),
    (.markAllRead, [.character("M")]),
    (.pin, [.character("p")]),
    (.archive, [.character("a")]),
    (.select, [.character(" ")]),
    (.selectRange, [.character("v")]),
    (.splitOrJoin, [.character("x")]),
    (.showRelated, [.character("f")]),
    (.undo, [.character("z")]),
    (.redo, [.character("Z")]),
    (.copy, [.character("y")]),
    (.revealCode, [.character("c")]),
    (.rawText, [.character("r")]),
    (.spending, [.character("S")]),
    (.reload, [.character("R")]),
  ])

  private static let movement: [(operation: Operation, keys: [Key])] = [
    (.down, [.character("j"), .down]),
    (.up, [.character("k"), .up]),
    (.left, [.left]),
    (.right, [.right]),
    (.first, [.character("g"), .home]),
    (.last, [.character("G"), .end]),
    (.back, [.escape]),
  ]

  static let channels = KeyMap(
    [
      (.switchChannel, [.character(" "), .enter]),
      (.bankSends, [.character("+")]),
      (.snooze, [.character("s")]),
      (.history, [.character("h")]),
      (.pageDown, [.pageDown]),
      (.pageUp, [.pageUp]),
      (.undo, [.character("z")]),
      (.reload, [.character("R")]),
    ] + movement)

  static let devices = KeyMap(
    [
      (.unlinkDevice, [.character("u")]),
      (.mine, [.character("y")]),
      (.notMine, [.character("n")]),
      (.togglePush, [.character("p")]),
      (.linkDevice, [.character("l")]),
      (.showMessages, [.enter]),
      (.nextBank, [.character("b"), .tab]),
      (.bankSends, [.character("+")]),
      (.undo, [.character("z")]),
      (.reload, [.character("R")]),
    ] + movement)

  static let security = KeyMap(
    [
      (.open, [.enter]),
      (.switchPane, [.tab]),
      (.mine, [.character("y")]),
      (.notMine, [.character("n")]),
      (.triage, [.character("a")]),
      (.select, [.character(" ")]),
      (.selectAll, [.character("A")]),
      (.nextStage, [.character("f")]),
      (.nextSeverity, [.character("s")]),
      (.nextBank, [.character("b")]),
      (.months, [.character("m")]),
      (.printFinding, [.character("p")]),
      (.undo, [.character("z")]),
      (.reload, [.character("R")]),
      (.pageDown, [.pageDown]),
      (.pageUp, [.pageUp]),
    ] + movement)

  static let lab = KeyMap(
    [
      (.showPolicy, [.enter]),
      (.pageDown, [.pageDown]),
      (.pageUp, [.pageUp]),
      (.editPolicy, [.character("e")]),
      (.playPath, [.character("p")]),
      (.savePolicy, [.character("w")]),
      (.sortPolicies, [.character("s")]),
      (.reload, [.character("R")]),
    ] + movement)

  /// These bindings, and those of every screen.
  init(_ bindings: [(operation: Operation, keys: [Key])]) {
    var operations: [Key: Operation] = [:]
    var keys: [Operation: [Key]] = [:]
    order = (bindings + Self.everywhere).map(\.operation)
    for binding in bindings + Self.everywhere {
      keys[binding.operation] = binding.keys
      for key in binding.keys { operations[key] = binding.operation }
    }
    self.operations = operations
    self.keys = keys
  }

  /// The operation of a key. A Russian layout's letters count as the Latin ones on the same keys, so that the layout need not be switched to browse.
  /// - Parameters:
  ///   - key: the key.
  ///   - isRussian: whether a full stop and a comma are those of a Russian layout, which has them on the keys of `/` and `?`.
  /// - Returns: nil for a key that does nothing here.
  public func operation(for key: Key, isRussian: Bool = false) -> Operation? {
    if isRussian, case .character(let character) = key, let latin = Self.markOnSameKey[character] {
      return operations[.character(latin)]
    }
    if let operation = operations[key] { return operation }
    guard case .character(let character) = key, let latin = Self.latinOnSameKey[character] else { return nil }
    return operations[.character(latin)]
  }

  /// The keys of an operation, the first to be shown first.
  public func keys(for operation: Operation) -> [Key] {
    keys[operation] ?? []
  }

  /// What a Russian layout has on the keys of `/` and `?`, and what stands there on a Latin one.
  private static let markOnSameKey: [Character: Character] = [".": "/", ",": "?"]

  /// Which layout the keys are of, by a letter; nil for what either has.
  static func isRussian(_ key: Key) -> Bool? {
    guard case .character(let character) = key, character.isLetter else { return nil }
    return latinOnSameKey[character] != nil ? true : character.isASCII ? false : nil
  }

  /// ЙЦУКЕН → QWERTY, both cases.
  private static let latinOnSameKey: [Character: Character] = {
    let cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
    let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
    return Dictionary(zip(cyrillic, latin)) { first, _ in first }
  }()
}

extension Key {
  /// The key as people write it: `j`, `^D`, `PgUp`.
  var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + String(character).uppercased()
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .tab: "Tab"
    case .backTab: "⇧Tab"
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "⌫"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    }
  }
}
