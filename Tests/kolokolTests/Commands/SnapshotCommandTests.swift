import Foundation
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

  @Test("keys are pressed on a copy: the picture shows what they do, the database stays as it was, and where there is none, none is made")
  func changesNothing() throws {
    let home = try ProgramHome()
    #expect(try home.run(["snapshot", "--keys", "<Enter>"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: home.folder.appending(path: ".local/share/kolokol/kolokol.sqlite").path))
    try home.write(#"{"time":"2026-03-01T11:00:00Z","sender":"900","text":"Покупка 310р"}"# + "\n", "a.jsonl")
    #expect(try home.run(["import", "a.jsonl"]).status == 0)
    func content() throws -> [String: Data] {
      let folder = home.folder.appending(path: ".local/share/kolokol")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix("-shm") }
      // Whoever reads leaves an empty write-ahead log.
      return Dictionary(uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
        .filter { !$0.key.hasSuffix("-wal") || !$0.value.isEmpty }
    }
    let before = try content()
    let listed = try home.run(["list", "--json"]).output
    let plain = try home.run(["snapshot"])
    #expect(plain.status == 0 && plain.errors.isEmpty)
    #expect(plain.output.contains("Покупка 310р"))
    let archived = try home.run(["snapshot", "--keys", "a"])
    #expect(archived.status == 0 && archived.output.contains("1 archived"))
    #expect(try home.run(["snapshot", "--keys", "<Enter>"]).status == 0)
    #expect(try home.run(["list", "--json"]).output == listed)
    #expect(try content() == before)
  }
}
