import Foundation
import Testing

@Suite("Input that was made to do harm")
struct HostileInputTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
  }

  @Test(
    "a typo in the configuration is told with its place, and the rest of it works",
    arguments: [("[\n", "1:2"), ("[.\n", "1:2"), ("[[[\n", "1:3"), ("s=[\u{2028}\n", "1:4"), ("[", "1:2")])
  func configuration(text: String, place: String) throws {
    let folder = home.folder.appending(path: ".config/kolokol")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(("language = \"ru\"\n" + text).utf8).write(to: folder.appending(path: "config.toml"))
    let outcome = try home.run(["parse"], input: "Код 1234\n")
    let (line, column) = (place.first.flatMap { Int(String($0)) } ?? 0, place.last.map(String.init) ?? "")
    #expect(outcome.errors.contains("config.toml:\(line + 1):\(column): ожидается"), "\(outcome.errors)")
    #expect(outcome.status == 0 && outcome.output.contains("код"), "\(outcome.output)")
  }

  @Test("a typo in a bank file, and brackets without end in its template, are told; the rest of the file works")
  func bankFile() throws {
    let folder = home.folder.appending(path: ".config/kolokol/banks")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let brackets = String(repeating: "[", count: 3_000)
    let file = """
      id = "drozd"
      name = "Drozd Bank"
      senders = ["DROZD"]
      [[template]]
      text = "\(brackets) {amount}"
      [[template]]
      text = "\(brackets)\(brackets) {amount}"
      [[template]]
      text = = 1
      """
    try Data(file.utf8).write(to: folder.appending(path: "drozd.toml"))
    let outcome = try home.run(["parse", "--json"], input: "{\"id\":1,\"sender\":\"DROZD\",\"text\":\"Hello\"}\n")
    #expect(outcome.errors.contains("drozd.toml:5:25: brackets nested deeper than 16"), "\(outcome.errors)")
    #expect(outcome.errors.contains("drozd.toml:7:9: longer than 4000 characters"))
    #expect(outcome.errors.contains("drozd.toml:9:8: expected a value"))
    #expect(outcome.status == 0 && outcome.output.contains("\"bank\":\"drozd\""))
  }

  @Test("an id, an account or a device's name of 61 KB is one refused line; those around it are stored")
  func longNames() throws {
    let long = String(repeating: "d", count: 61_000)
    let event = "{\"type\":\"event\",\"time\":1772460000001,\"kind\":\"login\","
    let lines = [
      "{\"time\":1772460000001,\"sender\":\"900\",\"text\":\"one\"}",
      event + "\"id\":\"\(long)\"}", event + "\"account\":\"\(long)\"}", event + "\"device\":{\"id\":\"d1\",\"name\":\"\(long)\"}}",
      "{\"time\":1772460000002,\"sender\":\"\(long)\",\"text\":\"two\"}",
      "{\"time\":1772460000003,\"account\":\"\(long)\",\"text\":\"three\"}",
      // What stands where a device's name would is no name, and the message is kept.
      "{\"time\":1772460000004,\"sender\":\"900\",\"text\":\"Новое устройство X\(long.prefix(15_000)) подключено\"}",
      "{\"time\":1772460000005,\"sender\":\"900\",\"text\":\"four\"}",
    ]
    try home.write(lines.joined(separator: "\n") + "\n", "a.jsonl")
    let outcome = try home.run(["import", "a.jsonl", "--json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"added\":3,") && outcome.output.contains("\"refused\":5,"), "\(outcome.output)")
    #expect(outcome.errors.contains("a.jsonl:2:") && outcome.errors.contains("a.jsonl:3:"))
    #expect(try home.run(["ledger", "verify"]).status == 0)
  }

  @Test(
    "a package with numbers at the ends of their range, or without values, fails the check and stops nothing",
    arguments: [
      ("findings.jsonl", "\"severity_id\":", "\"severity_id\":-9223372036854775808,\"was\":"),
      ("findings.jsonl", "\"severity_id\":", "\"severity_id\":9223372036854775807,\"was\":"),
      ("log.jsonl", "\"leaf\":", "\"leaf\":-9223372036854775808,\"was\":"),
      ("events.jsonl", "\"record\":\"", "\"record\":\"a29sb2tvbCBkZWxpdmVyeSAxCmE6Cgp4"),
    ])
  func evidence(file: String, old: String, new: String) throws {
    let lines = [
      "{\"time\":1772362000000,\"sender\":\"900\",\"text\":\"Новое устройство Xiaomi 12 подключено к приложению\"}",
      "{\"time\":1772362300000,\"sender\":\"900\",\"text\":\"Уведомления переключены с SMS на push\"}",
    ]
    try home.write(lines.joined(separator: "\n") + "\n", "a.jsonl")
    #expect(try home.run(["import", "a.jsonl"]).status == 0)
    #expect(try home.run(["evidence", "--out", "case", "sender:900"]).status == 0)
    let path = home.folder.appending(path: "case/" + file)
    let text = try String(contentsOf: path, encoding: .utf8)
    let changed = text.replacingOccurrences(of: old, with: new)
    #expect(changed != text)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path.path)
    try Data(changed.utf8).write(to: path)
    #expect(try home.run(["evidence", "verify", "case"]).status == 1)
  }
}
