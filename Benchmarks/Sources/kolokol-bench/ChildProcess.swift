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

  /// Runs a program to its end: how long it took, and the most memory in kB that was resident.
  static func run(_ program: String, _ arguments: [String], environment: [String: String]) throws -> (duration: Duration, memory: Int) {
    let clock = ContinuousClock()
    let start = clock.now
    let process = try spawn(program, arguments, environment: environment)
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process else { throw Failure(description: "\(program) is lost") }
    let duration = start.duration(to: clock.now)
    guard status == 0 else {
      throw Failure(description: "\(([program] + arguments).joined(separator: " ")) failed (wait status \(status))")
    }
    return (duration, usage.ru_maxrss)
  }
}
