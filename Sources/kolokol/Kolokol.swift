import ArgumentParser

/// The command line: without a subcommand it opens the bell.
@main
struct Kolokol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kolokol",
    abstract: "A terminal inbox for bank notifications: push and SMS in one bell, nothing lost.",
    discussion: """
      Without a subcommand it opens the bell. Exit status: 0 done, 1 findings or a failed verification, 2 bad usage or bad input, \
      3 damaged or locked database.
      """,
    version: Version.text,
    subcommands: [
      Open.self, Demo.self, Import.self, Parse.self, Reparse.self, List.self, Show.self, Channels.self, Devices.self, Lab.self,
      Snapshot.self, Audit.self, Rules.self, LedgerCommand.self, EvidenceCommand.self, Erase.self, Doctor.self,
    ],
    defaultSubcommand: Open.self)

  static func main() {
    // Bad usage is status 2 here, as the design says; the parser's own choice would be 64.
    do {
      if let options = Open.plainOptions(Array(CommandLine.arguments.dropFirst())) {
        try Open.run(options)
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch let status as ExitCode {
      exit(withError: status)
    } catch let failure as CommandFailure {
      Console.error(failure.message)
      exit(withError: ExitCode(failure.status))
    } catch {
      let status = exitCode(for: error)
      let text = fullMessage(for: error)
      guard status.isSuccess else {
        Console.error(text)
        exit(withError: ExitCode(ExitStatus.badUsage))
      }
      Console.output("\(text)\n")
    }
  }
}
