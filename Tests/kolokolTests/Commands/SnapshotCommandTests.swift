import Testing

@Suite("kolokol snapshot")
struct SnapshotCommandTests {
  @Test("a theme that doesn't exist is refused with those that do, in every format", arguments: ["text", "ansi", "svg"])
  func theme(format: String) throws {
    let home = try ProgramHome()
    let demo = ["snapshot", "--demo", "--messages", "20", "--format", format]
    let outcome = try home.run(demo + ["--theme", "nosuch"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("no theme “nosuch”; there are: "))
    #expect(try home.run(demo).status == 0)
  }
}
