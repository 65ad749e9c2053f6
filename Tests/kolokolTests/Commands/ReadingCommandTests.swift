import Foundation
import Testing

@Suite("Commands that only read")
struct ReadingCommandTests {
  private static let commands = [
    ["audit"], ["list"], ["show", "1"], ["channels"], ["devices"], ["evidence", "--out", "case"], ["ledger", "verify"],
  ]
  private static let changing = [
    ["erase", "1"], ["reparse", "--yes"],
    ["ledger", "checkpoint"], ["ledger", "prove", "0"], ["ledger", "explain", "0", "battery"],
  ]

  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
  }

  /// Every file below the home directory with its size.
  private func files() throws -> [String: Int] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: home.folder.path).filter { path in
      // What SQLite itself keeps for its readers, and empties: nothing of it is the database's.
      !path.hasPrefix(".input") && !path.hasSuffix("-shm") && !path.hasSuffix("-wal")
    }
    return try Dictionary(
      uniqueKeysWithValues: paths.map {
        ($0, try FileManager.default.attributesOfItem(atPath: home.folder.appending(path: $0).path)[.size] as? Int ?? 0)
      })
  }

  @Test("without a database they say so and make none; an empty one would look like an all-clear", arguments: commands + changing)
  func nothingThere(arguments: [String]) throws {
    let outcome = try home.run(arguments)
    #expect(outcome.status == 3, "\(outcome.output) \(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("there is no such database") && outcome.errors.contains("import a file"))
    #expect(try files().keys.filter { $0.contains("kolokol") }.isEmpty)
  }

  private func fill() throws {
    let lines = (0..<150).map { "{\"time\":\(1_772_000_000_000 + $0 * 1_000),\"sender\":\"900\",\"text\":\"Покупка \($0)р KAFE\"}" }
    let attack = [
      "{\"time\":1772362000000,\"sender\":\"900\",\"text\":\"Новое устройство Xiaomi 12 подключено к приложению\"}",
      "{\"time\":1772362300000,\"sender\":\"900\",\"text\":\"Уведомления переключены с SMS на push\"}",
    ]
    try home.write((lines + attack).joined(separator: "\n") + "\n", "a.jsonl")
    #expect(try home.run(["import", "a.jsonl"]).status == 0)
  }

  @Test("with one they change no byte of it and leave nothing beside it")
  func nothingChanged() throws {
    try fill()
    let before = try files()
    let list = try home.run(["list", "--json"])
    let id = try #require(list.output.firstMatch(of: #/"id":(\d+)/#)).1
    for arguments in [["audit", "--json"], ["list"], ["show", String(id)], ["channels"], ["devices"], ["ledger", "verify"]] {
      let outcome = try home.run(arguments)
      #expect(outcome.status == (arguments[0] == "audit" ? 1 : 0), "\(arguments) \(outcome.errors)")
    }
    #expect(try files() == before)
  }

  @Test("a pipe is given everything, and less when that is asked for")
  func everything() throws {
    try fill()
    #expect(try home.run(["list", "--json"]).output.split(separator: "\n").count == 152)
    #expect(try home.run(["list"]).output.split(separator: "\n").count == 152)
    #expect(try home.run(["list", "--limit", "7"]).output.split(separator: "\n").count == 7)
  }

  @Test("audit finds what the clock brought, with nothing written down; the bell's own catching up says the same")
  func due() throws {
    try fill()
    let first = try home.run(["audit", "--json"])
    #expect(first.output.contains("\"rule\":\"R04\""))
    let folder = home.folder.appending(path: ".config/kolokol")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // With other thresholds the accounts are judged anew.
    try Data("[rules]\noff = [\"R04\"]\n".utf8).write(to: folder.appending(path: "config.toml"))
    let before = try files()
    let second = try home.run(["audit", "--json"])
    #expect(!second.output.contains("\"rule\":\"R04\"") && second.output.contains("\"rule\":\"R01\""))
    #expect(try files() == before)
  }

  @Test("a rule's sentence names the thresholds in force, and so does an evidence package")
  func thresholds() throws {
    try fill()
    let folder = home.folder.appending(path: ".config/kolokol")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("[rules]\nhot = \"36h\"\nprompts = 3\nown_transfer = 1500000\n".utf8).write(to: folder.appending(path: "config.toml"))
    #expect(try home.run(["rules", "show", "R04"]).output.contains("within 36 hours"))
    #expect(try home.run(["rules", "show", "R21"], language: "ru_RU.UTF-8").output.contains("3 или больше отказов в течение 10 минут"))
    #expect(try home.run(["rules", "show", "R12"]).output.contains("over 1 500 000 ₽"))
    #expect(try home.run(["evidence", "--out", "case", "sender:900"]).status == 0)
    let data = try Data(contentsOf: home.folder.appending(path: "case/rules.json"))
    let rules = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let thresholds = try #require(rules["thresholds"] as? [String: Any])
    #expect(thresholds["hot_ms"] as? Int == 129_600_000)
    #expect(thresholds["prompts"] as? Int == 3)
    #expect(thresholds["own_transfer_minor"] as? Int == 150_000_000)
    let sentences = try #require(rules["rules"] as? [[String: Any]])
    #expect(sentences.contains { ($0["condition"] as? String)?.contains("within 36 hours") == true })
  }
}
