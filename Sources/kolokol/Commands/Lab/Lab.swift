import ArgumentParser
import Delivery
import Interface

/// `kolokol lab`: policies against each other, and against an adversary.
struct Lab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab", abstract: "Compare delivery policies, simulate them, and search what an adversary can do under them.",
    discussion: "docs/lab.md says what is counted, and how; docs/policies.md describes the files.",
    subcommands: [LabCompare.self, LabCheck.self, LabSimulate.self, LabShow.self])
}

/// Which policies a lab command is about.
struct PolicyArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("Ids of policies, or TOML files; nothing for all.", valueName: "policy"))
  var policies: [String] = []

  /// - Throws: `CommandFailure` that names the file with line and column, or what there is no policy of.
  func load(_ setting: Setting) throws -> [Policy] {
    let book = Self.book(setting)
    return policies.isEmpty ? book.policies : try policies.map { try Self.find($0, in: book, setting) }
  }

  /// One policy.
  static func load(_ name: String, _ setting: Setting) throws -> Policy {
    try find(name, in: book(setting), setting)
  }

  private static func book(_ setting: Setting) -> PolicyBook {
    let (book, problems) = PolicyBook.load(userDirectory: setting.paths.policies)
    for problem in problems { Console.error(setting.strings.labStrings.policyProblem(problem)) }
    return book
  }

  private static func find(_ name: String, in book: PolicyBook, _ setting: Setting) throws -> Policy {
    let strings = setting.strings.labStrings
    if let policy = book.policy(id: name) { return policy }
    guard name.hasSuffix(".toml") else {
      let known = book.policies.map(\.id).joined(separator: ", ")
      throw CommandFailure(message: strings.noSuchPolicy(name, known), status: ExitStatus.badUsage)
    }
    do throws(PolicyProblem) {
      return try PolicyBook.read(file: name)
    } catch {
      throw CommandFailure(message: strings.policyProblem(error), status: ExitStatus.badUsage)
    }
  }
}
