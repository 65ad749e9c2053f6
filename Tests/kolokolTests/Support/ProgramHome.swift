import Foundation

/// A home directory of its own for runs of the program that was built together with these tests, removed with the last user of it.
final class ProgramHome: Sendable {
  /// What a run of the program printed, and how it ended.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The directory: `HOME` of every run, and where it is started.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kolokol-program-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The program that was built together with these tests.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "kolokol")

  /// Runs `kolokol` with `arguments`, fed with `input`, and waits for its end.
  ///
  /// `sink`: a file that takes the output instead, as `/dev/full` does, which is always full.
  /// `limits`: what a shell does before it becomes the program: `ulimit -f 0`.
  func run(
    _ arguments: [String], input: String = "", language: String = "C.UTF-8", into sink: String? = nil, environment: [String: String] = [:],
    limits: String? = nil
  ) throws -> Outcome {
    let fed = folder.appending(path: ".input-" + UUID().uuidString)
    try Data(input.utf8).write(to: fed)
    defer { try? FileManager.default.removeItem(at: fed) }
    let process = Process()
    process.executableURL = limits == nil ? Self.program : URL(filePath: "/bin/sh")
    process.arguments = limits.map { ["-c", $0 + "; exec \"$0\" \"$@\"", Self.program.path] + arguments } ?? arguments
    process.currentDirectoryURL = folder
    process.environment = ["HOME": folder.path, "LANG": language, "PATH": "/usr/bin:/bin", "TZ": "Europe/Moscow"]
      .merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = try FileHandle(forReadingFrom: fed)
    process.standardOutput = try sink.map { try FileHandle(forWritingTo: URL(filePath: $0)) } ?? output
    if sink != nil { try output.fileHandleForWriting.close() }
    process.standardError = errors
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complained = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: printed, errors: complained)
  }

  /// Writes a file into the directory.
  func write(_ text: String, _ name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
