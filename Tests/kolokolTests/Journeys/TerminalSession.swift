import Foundation

/// The built program in a real terminal: tmux runs it, types keys and reads the screen.
///
/// Waits are for states of the screen, with a deadline that is long enough for a loaded machine; no test sleeps for a fixed time.
final class TerminalSession {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let socket: String
  private let ownsHome: Bool
  /// A directory of this session's own; it's the home, too, so that no user's files are read.
  let home: URL

  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: tmux) }
  private static let tmux = "/usr/bin/tmux"

  /// The folder of the program that was built together with these tests.
  static let programs = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path

  /// Starts a shell command in a terminal of that size, in the session's home with those files in it; `kolokol` in it is the built program.
  init(
    _ command: String, width: Int = 100, height: Int = 30, language: String = "C.UTF-8", files: [String: String] = [:], home: URL? = nil
  ) throws {
    let unique = UUID().uuidString
    socket = "kolokol-test-" + unique
    ownsHome = home == nil
    self.home = home ?? FileManager.default.temporaryDirectory.appending(path: "kolokol-home-" + unique)
    try FileManager.default.createDirectory(at: self.home, withIntermediateDirectories: true)
    for (name, contents) in files { try contents.write(to: self.home.appending(path: name), atomically: true, encoding: .utf8) }
    let environment = [
      "HOME=\(self.home.path)", "PATH=\(Self.programs):/usr/bin:/bin", "LANG=\(language)", "LC_ALL=\(language)", "TZ=Europe/Moscow",
      "XDG_CONFIG_HOME=", "XDG_DATA_HOME=", "NO_COLOR=", "TERM=tmux-256color",
    ]
    let words = ["env"] + environment + ["sh", "-c", "cd; " + command + "; echo \"[ended $?]\"; read _"]
    let line = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    try run(["new-session", "-d", "-x", String(width), "-y", String(height), line])
  }

  deinit {
    _ = try? run(["kill-server"])
    if ownsHome { try? FileManager.default.removeItem(at: home) }
  }

  /// Types keys by tmux's names: `j`, `Enter`, `Escape`, `C-d`.
  func press(_ keys: String...) throws {
    try run(["send-keys", "--"] + keys)
  }

  /// Types text as it stands.
  func type(_ text: String) throws {
    try run(["send-keys", "-l", "--", text])
  }

  func resize(width: Int, height: Int) throws {
    try run(["resize-window", "-x", String(width), "-y", String(height)])
  }

  var screen: String {
    get throws { try run(["capture-pane", "-p"]) }
  }

  /// Waits until the screen is as wanted.
  ///
  /// - Returns: the screen.
  /// - Throws: `Failure` with the last screen, when it never was.
  @discardableResult
  func wait(for what: String, seconds: Double = 60, until isReached: (String) -> Bool) throws -> String {
    let deadline = Date().addingTimeInterval(seconds)
    var last = ""
    repeat {
      last = try screen
      if isReached(last) { return last }
      usleep(20_000)
    } while Date() < deadline
    throw Failure(description: "never seen: \(what)\n\(last)")
  }

  /// Waits until the screen shows a text.
  @discardableResult
  func wait(forText text: String) throws -> String {
    try wait(for: text) { $0.contains(text) }
  }

  /// Waits until the screen no longer shows a text.
  @discardableResult
  func wait(untilGone text: String) throws -> String {
    try wait(for: "no " + text) { !$0.contains(text) }
  }

  /// Puts in order what a process inherits, before it becomes the program named by `$0`. The server that tmux leaves behind would hold the
  /// descriptor by whose end `Process` notices that its child has ended, and it would wait for ever; and tests run on threads that block
  /// signals, so that nothing in the terminal could be stopped or ended.
  private static let withoutInheritance = """
    for path in /proc/$$/fd/*; do number=${path##*/}; if [ "$number" -gt 2 ]; then eval "exec $number>&-"; fi; done
    exec env --default-signal "$0" "$@"
    """

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", Self.withoutInheritance, Self.tmux, "-L", socket, "-f", "/dev/null", "-u"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure(description: "tmux \(arguments): \(text)") }
    return text
  }
}
