import Foundation
import Glibc

/// The real program in a terminal of its own: what is typed goes in, and when the last byte of the answer came is known.
final class PseudoTerminal {
  /// The answer to a key, or the first screen.
  struct Answer {
    /// From the call or key press to the first byte of the answer.
    var first: Duration
    /// From the call or key press to the last byte before the terminal fell silent: everything is painted.
    var whole: Duration
    var bytes: Int
  }

  private let master: Int32
  private let process: pid_t
  private let clock = ContinuousClock()
  private let started: ContinuousClock.Instant
  private(set) var isRunning = true

  init(_ program: String, _ arguments: [String], width: Int, height: Int, environment: [String: String]) throws {
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    guard openpty(&ends.master, &ends.slave, nil, nil, &size) == 0, let name = ttyname(ends.slave) else {
      throw ChildProcess.Failure(description: "no pseudo terminal: \(String(cString: strerror(errno)))")
    }
    defer { close(ends.slave) }
    for end in [ends.master, ends.slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    master = ends.master
    started = clock.now
    process = try ChildProcess.spawn(program, arguments, environment: environment, terminal: String(cString: name))
  }

  deinit {
    if isRunning { stop() }
  }

  /// The first screen: until the program has been silent for `quiet`.
  func firstScreen(quiet: Duration) throws -> Answer {
    guard let answer = try answer(since: started, patience: .seconds(60), quiet: quiet) else {
      throw ChildProcess.Failure(description: "no screen within a minute")
    }
    return answer
  }

  /// Types `keys` and waits until the program has been silent for `quiet` after its answer; nil when nothing changes on the screen.
  func type(_ keys: String, quiet: Duration) throws -> Answer? {
    let start = clock.now
    let bytes = Array(keys.utf8)
    guard write(master, bytes, bytes.count) == bytes.count else { throw ChildProcess.Failure(description: "the program doesn't take keys") }
    return try answer(since: start, patience: .seconds(2), quiet: quiet)
  }

  /// A line of `/proc/PID/status` in kB, such as `VmHWM`, the most memory that was resident.
  func memory(_ key: String) -> Int? {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("\(key):") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  func stop() {
    kill(process, SIGTERM)
    var status: Int32 = 0
    // What it still writes is read: a program whose terminal takes nothing more can't end.
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while waitpid(process, &status, WNOHANG) == 0 {
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 10) > 0, read(master, &buffer, buffer.count) <= 0 { usleep(1_000) }
    }
    close(master)
    isRunning = false
  }

  private func answer(since start: ContinuousClock.Instant, patience: Duration, quiet: Duration) throws -> Answer? {
    var answer: Answer?
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let timeout = answer == nil ? patience : quiet
      guard poll(&waiting, 1, Int32(timeout.seconds * 1000)) > 0 else { return answer }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { throw ChildProcess.Failure(description: "the program ended") }
      let now = start.duration(to: clock.now)
      answer = Answer(first: answer?.first ?? now, whole: now, bytes: (answer?.bytes ?? 0) + count)
    }
  }
}
