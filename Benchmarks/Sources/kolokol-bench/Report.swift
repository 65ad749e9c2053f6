import Foundation

/// Tables in Markdown on standard output; how far the work is on standard error.
enum Report {
  static func heading(_ text: String) {
    line("\n### \(text)\n")
  }

  static func table(_ heading: [String], _ rows: [[String]]) {
    line("| \(heading.joined(separator: " | ")) |")
    line("|\(String(repeating: " --- |", count: heading.count))")
    for row in rows { line("| \(row.joined(separator: " | ")) |") }
  }

  static func line(_ text: String) {
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
  }

  static func progress(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }

  /// What the numbers were measured on and with.
  static func machine() {
    let processor = value(of: "model name", in: "/proc/cpuinfo") ?? "unknown processor"
    let memory = value(of: "MemTotal", in: "/proc/meminfo") ?? "unknown memory"
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first ?? "?"
    line(
      """
      `\((["kolokol-bench"] + CommandLine.arguments.dropFirst()).joined(separator: " "))`
      on \(ProcessInfo.processInfo.activeProcessorCount) cores of \(processor), \(memory), load \(load) at the start
      """)
  }

  private static func value(of key: String, in file: String) -> String? {
    let text = try? String(contentsOfFile: file, encoding: .utf8)
    return text?.split(separator: "\n").first { $0.hasPrefix(key) }?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
  }
}
