import ArgumentParser
import Detection
import Interface
import Model
import Screen

/// `kolokol rules`: the rules of detection, and one of them in words.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules of detection, explain one, or print the thresholds.",
    subcommands: [List.self, Show.self, Limits.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all rules.")

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
      let setting = Setting()
      let strings = setting.strings.securityStrings
      var output = Printout()
      var table = TextTable(side: .left)
      for rule in RuleBook.numbers {
        let text = strings.rule(rule, setting.configuration.limits)
        if json {
          var object = JSONObject()
          object.add("rule", rule.description)
          object.add("name", text.name)
          object.add("condition", text.condition)
          object.add("source", text.source)
          object.add("no_finding", text.guardText.isEmpty ? nil : text.guardText)
          output += Printout(object)
        } else {
          table.add([rule.description, text.name, text.condition])
        }
      }
      Console.output(json ? output : Printout(table.text(width: Console.outputWidth)))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Explain one rule, with the source of its threshold.")

    @Argument(help: ArgumentHelp("Which: R04, or 4.", valueName: "rule"))
    var rule: String

    func run() throws {
      let setting = Setting()
      let strings = setting.strings.securityStrings
      guard let id = RuleID(name: rule), RuleBook.numbers.contains(id) else {
        throw CommandFailure(message: strings.noSuchRule(rule), status: ExitStatus.badUsage)
      }
      let text = strings.rule(id, setting.configuration.limits)
      var output = "\(id)  \(text.name)\n\n"
      let values = [[text.condition], [text.source], [text.guardText], strings.advice(id, nil)]
      for (heading, lines) in zip(strings.ruleHeadings, values) where lines != [""] {
        output += heading + "\n" + lines.map { "  \($0)\n" }.joined()
      }
      Console.output(SafeText(output))
    }
  }

  struct Limits: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "limits", abstract: "Print the thresholds in use, as config.toml takes them.",
      discussion: "What stands under [rules] in config.toml wins over the defaults. Sums are in roubles.")

    func run() {
      let setting = Setting()
      for problem in setting.problems { Console.error(problem) }
      Console.output(SafeText(LimitsReader.text(setting.configuration.limits)))
    }
  }
}
