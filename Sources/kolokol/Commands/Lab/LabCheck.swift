import ArgumentParser
import Delivery
import Interface
import Model

/// `kolokol lab check`: the exhaustive search of what an adversary can do.
struct LabCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Search everything an adversary can do under each policy.",
    discussion: """
      The adversary knows the password and talks 0 to 3 codes out of the client; the search tells how many operations that buys him, whether the \
      client is told before the first loss, and which invariants the policy breaks. Exit status 1 when one doesn't hold. \
      --trace writes a path as the messages it consists of, which kolokol demo --live --story plays and kolokol import reads.
      """)

  @OptionGroup var arguments: PolicyArguments
  @Option(help: ArgumentHelp("How many moves a path may have, 1 to 30.", valueName: "n"))
  var depth = AdversarySearch.standardDepth
  @Flag(help: "One JSON object a policy.")
  var json = false
  @Option(help: ArgumentHelp("Write a path of one policy as messages to a new file; - for the standard output.", valueName: "file"))
  var trace: String?
  @Option(help: ArgumentHelp("Which path: shortest, ss7, or the name of an invariant that the policy breaks.", valueName: "path"))
  var path: String = TracePath.shortest

  func validate() throws {
    guard (1...30).contains(depth) else { throw ValidationError("--depth \(depth): expected 1 to 30.") }
    guard trace == nil || arguments.policies.count == 1 else { throw ValidationError("--trace: expected one policy.") }
    guard trace != nil || path == TracePath.shortest else { throw ValidationError("--path: expected --trace FILE with it.") }
    guard TracePath.names.contains(path) else {
      throw ValidationError("--path \(path): expected one of \(TracePath.names.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let setting = Setting()
    let policies = try arguments.load(setting)
    if let trace, let policy = policies.first { return try TracePath(name: path).write(policy, depth: depth, to: trace, setting) }
    var isBroken = false
    var table = TextTable(headings: ["", "0", "1", "2", "3", "SS7 0", "1", "2", "3", setting.strings.labStrings.column(.warnedFirst), ""])
    var details = ""
    for policy in policies {
      let result = AdversarySearch.run(policy, depth: depth)
      let withSS7 = AdversarySearch.run(policy, hasSS7: true, depth: depth)
      isBroken = isBroken || !result.broken.isEmpty
      if json {
        Console.output(LabJSON.check(policy, result, withSS7))
      } else {
        add(policy, result, withSS7, to: &table, setting.strings)
        details += self.details(policy, result, withSS7, setting.strings)
      }
    }
    if !json {
      Console.output("\(setting.strings.labStrings.talkedOutCodes)\n\n\(table.text)\(details)")
    }
    if isBroken { throw ExitCode(ExitStatus.findings) }
  }

  private func add(
    _ policy: Policy, _ result: AdversarySearch.Result, _ withSS7: AdversarySearch.Result, to table: inout TextTable, _ strings: Strings
  ) {
    let lab = strings.labStrings
    let broken = result.broken.isEmpty ? "" : "▲ \(result.broken.count)"
    table.add(
      [lab.name(policy)] + (result.operations + withSS7.operations).map(lab.operations)
        + [result.isWarnedBeforeFirstLoss ? lab.yes : lab.no, broken])
  }

  private func details(
    _ policy: Policy, _ result: AdversarySearch.Result, _ withSS7: AdversarySearch.Result, _ strings: Strings
  ) -> String {
    let lab = strings.labStrings
    var lines = ["", lab.name(policy) + "  (" + lab.searched(strings.number(result.states + withSS7.states), depth) + ")"]
    lines += path(lab.shortestPath, result.shortestPath, lab)
    if withSS7.unboundedFrom == 0, result.unboundedFrom != 0 { lines += path(lab.withSS7, withSS7.shortestPath, lab) }
    if result.broken.isEmpty { lines.append("  " + lab.nothingBroken) }
    for broken in result.broken {
      lines.append("  " + lab.brokenInvariants + " " + broken.invariant.rawValue + ": " + lab.invariant(broken.invariant))
      lines += broken.path.isEmpty ? ["     " + lab.fromTheStart] : steps(broken.path, lab)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func path(_ title: String, _ path: [Move], _ lab: LabStrings) -> [String] {
    ["  " + title + ":" + (path.isEmpty ? " " + lab.noPath : "")] + steps(path, lab)
  }

  private func steps(_ path: [Move], _ lab: LabStrings) -> [String] {
    path.enumerated().map { "     \($0 + 1). " + lab.move($1) }
  }
}
