import ArgumentParser
import Foundation
import Interface
import Model
import Screen
import Storage
import Terminal

/// `kolokol doctor`: what is wrong with the surroundings, and how to mend it.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check terminal, locale, database, permissions and your own files.",
    discussion: "Exit status: 0 all well or hints only, 2 something of yours needs mending, 3 the database can't be used.")

  @OptionGroup var database: DatabaseOptions
  @Flag(help: "One JSON object a check.")
  var json = false

  func run() throws {
    let setting = Setting()
    let checks =
      TerminalCheck.run(setting) + DatabaseCheck.run(database.database ?? setting.paths.database, setting) + FilesCheck.run(setting)
    for check in checks { Console.output(json ? Printout(check.json) : Printout("\(check.text(setting.strings))\n")) }
    let worst = checks.map(\.status).max() ?? ExitStatus.done
    if worst != ExitStatus.done { throw ExitCode(worst) }
  }
}

/// What one look found.
struct Check {
  enum Level: String { case ok, hint, problem }

  var name: String
  var level: Level
  var message: String
  /// The exit status that this alone would give.
  var status: Int32 = ExitStatus.done

  func text(_ strings: Strings) -> SafeText {
    let mark =
      switch level {
      case .ok: "ok     "
      case .hint: "hint   "
      case .problem: "PROBLEM"
      }
    return SafeText(line: mark + "  " + name.padding(toLength: 10, withPad: " ", startingAt: 0) + "  " + message)
  }

  var json: JSONObject {
    var object = JSONObject()
    object.add("check", name)
    object.add("level", level.rawValue)
    object.add("message", message)
    return object
  }
}
