import ArgumentParser

/// `kolokol ledger`: the log in which an edit shows.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Verify the log of what arrived and changed, and take checkpoints and proofs of it.",
    discussion: """
      A checkpoint that you keep elsewhere holds the log to everything it held then. docs/ledger.md says what that proves, and what it doesn't.
      """,
    subcommands: [
      LedgerVerifyCommand.self, LedgerCheckpointCommand.self, LedgerProveCommand.self, LedgerExplainCommand.self, LedgerNewKeyCommand.self,
    ])
}
