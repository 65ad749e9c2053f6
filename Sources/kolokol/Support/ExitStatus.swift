/// The exit statuses of every command.
enum ExitStatus {
  static let done: Int32 = 0
  /// Findings, or a failed verification.
  static let findings: Int32 = 1
  static let badUsage: Int32 = 2
  /// A database that is damaged, locked, foreign or newer than the program.
  static let database: Int32 = 3
}

/// A command that can't go on: what the user is told, and the exit status.
struct CommandFailure: Error {
  var message: String
  var status: Int32
}
