import ArgumentParser
import Delivery
import Foundation
import Interface
import Model
import Screen

/// `kolokol lab compare`: policies over the same invented clients and messages.
struct LabCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Send the same messages to the same invented clients by each policy, and count.",
    discussion: "The same seed gives the same numbers on every machine. --parameters lists what the clients are made from, with sources.")

  @OptionGroup var arguments: PolicyArguments
  @Option(help: ArgumentHelp("How many clients, 10 to 1 000 000.", valueName: "n"))
  var clients = 10_000
  @Option(help: ArgumentHelp("How many days, 1 to 366.", valueName: "n"))
  var days = 30
  @Option(help: ArgumentHelp("Another seed makes other clients.", valueName: "n"))
  var seed: UInt64 = 1
  @Option(name: .customLong("set"), help: ArgumentHelp("Set a parameter: --set accepts_push=0.7.", valueName: "name=value"))
  var settings: [String] = []
  @Flag(help: "List the parameters with their values and sources, and do nothing else.")
  var parameters = false
  @Flag(help: "One JSON object a policy.")
  var json = false

  func validate() throws {
    guard (10...1_000_000).contains(clients) else { throw ValidationError("--clients \(clients): expected 10 to 1000000.") }
    guard (1...366).contains(days) else { throw ValidationError("--days \(days): expected 1 to 366.") }
  }

  func run() throws {
    let setting = Setting()
    let values = try Self.read(settings, strings: setting.strings.labStrings)
    if parameters { return list(values) }
    let policies = try arguments.load(setting)
    let comparison = LabComparison(clients: clients, days: days, seed: seed, parameters: values)
    let rows = zip(policies, comparison.run(policies)).map { policy, result in
      LabRow(
        policy: policy, result: result, search: AdversarySearch.run(policy),
        searchWithSS7: AdversarySearch.run(policy, hasSS7: true))
    }
    if json {
      for row in rows { Console.output(LabJSON.comparison(row, comparison)) }
    } else {
      print(rows, comparison, setting)
    }
  }

  private static func read(_ settings: [String], strings: LabStrings) throws -> LabParameters {
    var parameters = LabParameters()
    for text in settings {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let parameter = LabParameter(rawValue: parts[0]), let value = Double(parts[1]),
        parameter.range.contains(value)
      else {
        let known = LabParameter.allCases.map { "\($0.rawValue) (\($0.range.lowerBound)…\($0.range.upperBound))" }.joined(separator: ", ")
        throw CommandFailure(message: strings.badParameter(text, known), status: ExitStatus.badUsage)
      }
      parameters[parameter] = value
    }
    return parameters
  }

  private func list(_ values: LabParameters) {
    for parameter in LabParameter.allCases {
      if json {
        var object = JSONObject()
        object.add("parameter", parameter.rawValue)
        object.add("value", number: values[parameter])
        object.add("source", parameter.source)
        Console.output(object)
      } else {
        let name = parameter.rawValue.padding(toLength: 26, withPad: " ", startingAt: 0)
        let value = String(values[parameter]).padding(toLength: 8, withPad: " ", startingAt: 0)
        Console.output("\(name + value + parameter.source)\n")
      }
    }
  }

  private func print(_ rows: [LabRow], _ comparison: LabComparison, _ setting: Setting) {
    let strings = setting.strings
    let lab = strings.labStrings
    let heading = lab.comparisonOf(strings.number(comparison.clients), comparison.days, comparison.seed)
    Console.output("\(heading); \(lab.margins)\n\n")
    let barred: Set<LabColumn> = [.reachedSoon, .costPer1000]
    var table = TextTable(headings: [""] + LabColumn.allCases.map(lab.column))
    for row in rows {
      var cells = [lab.name(row.policy)]
      for column in LabColumn.allCases {
        var text = strings.lab(column, of: row)
        if let margin = strings.labMargin(column, of: row) { text += " " + margin }
        if barred.contains(column), let value = row.value(column) {
          let most = rows.compactMap { $0.value(column) }.max() ?? 1
          let share = column == .reachedSoon ? value : most > 0 ? value / most : 0
          text = Bar.horizontal(value: share, width: 8) + " " + text
        }
        cells.append(text)
      }
      table.add(cells)
    }
    Console.output(table.text)
  }
}
