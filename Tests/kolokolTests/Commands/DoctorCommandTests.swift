import Foundation
import Testing

@Suite("kolokol doctor")
struct DoctorCommandTests {
  @Test("a mistake in a policy of the user's own is said as lab show says it, and makes the status 2")
  func policies() throws {
    let home = try ProgramHome()
    let folder = home.folder.appending(path: ".config/kolokol/policies")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(try home.run(["doctor"]).status == 0)
    try Data("id = \"mine\"\nnosuchkey = 1\n".utf8).write(to: folder.appending(path: "mine.toml"))
    let said = try home.run(["lab", "show"]).errors.split(separator: "\n")
    #expect(said.contains { $0.contains("mine.toml:2") && $0.contains("nosuchkey") })
    let outcome = try home.run(["doctor"])
    #expect(outcome.status == 2)
    for line in said { #expect(outcome.output.contains("PROBLEM  files       " + line)) }
  }
}
