import Foundation

/// Codes are secrets: on a terminal, where somebody may look over a shoulder, showing them is asked about.
enum CodeConsent {
  /// - Throws: `CommandFailure` when the answer isn't yes.
  static func ask(_ reveals: Bool, setting: Setting) throws {
    guard reveals, Console.outputIsTerminal, isatty(STDIN_FILENO) == 1 else { return }
    let strings = setting.strings
    Console.ask(strings.askRevealCodes)
    let answer = readLine()?.lowercased() ?? ""
    guard ["y", "yes", "д", "да"].contains(answer) else {
      throw CommandFailure(message: strings.codesStayCovered, status: ExitStatus.badUsage)
    }
  }
}
