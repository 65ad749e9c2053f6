import ArgumentParser
import Testing

@testable import kolokol

/// The parser asks the type of a command without a name for one, which takes a millisecond a command of every start.
@Suite("Commands and their names")
struct CommandNameTests {
  @Test("every command has one")
  func names() {
    var commands: [any ParsableCommand.Type] = [Kolokol.self]
    var count = 0
    while let command = commands.popLast() {
      #expect(command.configuration.commandName != nil, "\(command)")
      commands += command.configuration.subcommands
      count += 1
    }
    #expect(count > 40)
  }

  @Test("the plainest calls are read as the parser reads them, and all others are left to it")
  func plainCalls() throws {
    #expect(Open.plainOptions([]) != nil)
    #expect(Open.plainOptions([])?.database == nil)
    let plain = try #require(Open.plainOptions(["--database", "a b.sqlite"]))
    let parsed = try #require(try Kolokol.parseAsRoot(["--database", "a b.sqlite"]) as? Open)
    #expect(plain.database == parsed.database.database)
    for other in [["list"], ["--database"], ["--database", "--help"], ["--database", "-x"], ["open", "x"], ["--version"], ["--help"]] {
      #expect(Open.plainOptions(other) == nil)
    }
  }
}
