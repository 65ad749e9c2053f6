import Foundation

/// A program run to its end, with what it printed.
struct Command {
  var status: Int32
  var standardOutput: String
  var standardError: String

  /// Runs a program with `environment` as its whole environment; nil gives it that of the tests.
  static func run(_ program: String, _ arguments: [String], environment: [String: String]? = nil) throws -> Command {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kolokol-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files rather than pipes: no pipe can fill up while the other one is read.
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    if let environment { process.environment = environment }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Command(
      status: process.terminationStatus,
      standardOutput: try String(contentsOf: output, encoding: .utf8),
      standardError: try String(contentsOf: errors, encoding: .utf8))
  }
}
