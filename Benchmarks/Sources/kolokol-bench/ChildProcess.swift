import Foundation
import Glibc

/// Another program, started without anything of ours in between, so that its time and memory are its own.
enum ChildProcess {
  /// `POSIX_SPAWN_SETSID`, which glibc's <spawn.h> shows to GNU sources only.
  private static let ownSession: Int16 = 0x80

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Starts a program; on a terminal it is the leader of a session whose terminal that is, otherwise its output goes nowhere.
  static func spawn(
    _ program: String, _ arguments: [String], environment: [String: String], terminal: String? = nil
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.ownSession)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal ?? "/dev/null", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    if terminal != nil { posix_spawn_file_actions_adddup2(&actions, 0, 2) }

    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, program, &actions, &attributes, argv, envp)
    guard error == 0 else { throw Failure(description: "\(program): \(String(cString: strerror(error)))") }
    return process
  }

  /// What a program took, from its start to its end.
  struct Usage {
    var duration: Duration
    /// The most memory that was resident, in kB.
    var memory: Int
    /// Processor time of the whole program and of its busiest thread, in seconds. Where other programs want the processor as well, the busiest
    /// thread's time is what the duration would come to without them.
    var processor: Double
    var busiestThread: Double
  }

  /// Runs a program to its end.
  static func run(_ program: String, _ arguments: [String], environment: [String: String]) throws -> Usage {
    let clock = ContinuousClock()
    let start = clock.now
    let process = try spawn(program, arguments, environment: environment)
    var threads: [String: Double] = [:]
    var status: Int32 = 0
    var usage = rusage()
    while true {
      let ended = wait4(process, &status, WNOHANG, &usage)
      if ended == process { break }
      guard ended == 0 else { throw Failure(description: "\(program) is lost") }
      // A thread's last look is at most 10 ms before its end.
      threads.merge(threadTimes(of: process)) { max($0, $1) }
      usleep(10_000)
    }
    let duration = start.duration(to: clock.now)
    guard status == 0 else {
      throw Failure(description: "\(([program] + arguments).joined(separator: " ")) failed (wait status \(status))")
    }
    let processor = usage.ru_utime.inSeconds + usage.ru_stime.inSeconds
    return Usage(duration: duration, memory: usage.ru_maxrss, processor: processor, busiestThread: threads.values.max() ?? processor)
  }

  /// Seconds of processor time by thread, as the system's scheduler counts them.
  private static func threadTimes(of process: pid_t) -> [String: Double] {
    let directory = "/proc/\(process)/task"
    var times: [String: Double] = [:]
    for thread in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [] {
      guard let line = try? String(contentsOfFile: "\(directory)/\(thread)/schedstat", encoding: .utf8) else { continue }
      times[thread] = line.split(separator: " ").first.flatMap { Double($0) }.map { $0 / 1e9 }
    }
    return times
  }
}

extension timeval {
  fileprivate var inSeconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
