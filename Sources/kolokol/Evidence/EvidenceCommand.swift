import ArgumentParser

/// `kolokol evidence`: a package for the bank or the police, and its verification.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Put messages, events and findings with their proofs into a package, or verify one.",
    discussion: """
      kolokol evidence --out case --finding R04-9f86d081884c7d65
      kolokol evidence --out case.tar 'bank:sber since:2026-03-01'
      kolokol evidence verify case --checkpoint kept.txt
      docs/evidence.md describes what is in a package, what it proves, and how to check it without this program.
      """,
    subcommands: [EvidenceMakeCommand.self, EvidenceVerifyCommand.self], defaultSubcommand: EvidenceMakeCommand.self)
}
