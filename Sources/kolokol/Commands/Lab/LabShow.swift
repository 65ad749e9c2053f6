import ArgumentParser
import Delivery
import Interface
import Model

/// `kolokol lab show`: policies in words.
struct LabShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print policies: who decides, what is tried after what, what changes take.")

  @OptionGroup var arguments: PolicyArguments
  @Flag(help: "One JSON object a policy.")
  var json = false

  func run() throws {
    let setting = Setting()
    for policy in try arguments.load(setting) {
      if json {
        Console.output(LabJSON.policy(policy))
      } else {
        let lines = PolicyText(policy, strings: setting.strings).lines.map { $0.isEmpty ? "" : "  " + $0 }
        Console.output("\(setting.strings.labStrings.name(policy))  \(policy.id)\n\(lines.joined(separator: "\n"))\n\n")
      }
    }
  }
}
