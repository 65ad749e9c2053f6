import Foundation
import Testing

@Suite("kolokol audit")
struct AuditCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
  }

  private static func event(_ id: String, _ time: String, _ rest: String) -> String {
    #"{"type":"event","id":"\#(id)","time":"\#(time)","account":"anna","bank":"sberbank",\#(rest)}"#
  }

  /// A phone of one's own, a stranger's, the switch to push, a code that only the stranger got.
  private static let takeover = [
    event("e0", "2026-01-10T09:00:00Z", #""kind":"device_bound","device":{"id":"d1","name":"iPhone"}"#),
    event("e1", "2026-03-01T11:02:11Z", #""kind":"device_bound","device":{"id":"d2","name":"=Xiaomi 12"},"place":"Казань""#),
    event("e2", "2026-03-01T11:05:03Z", #""kind":"channel_changed","to":"push","by":"d2""#),
    event("e3", "2026-03-01T11:06:40Z", #""kind":"code_delivered","endpoint":"d2","channel":"push""#),
  ]

  private static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  private func audit(_ arguments: String..., input: String = "") throws -> ProgramHome.Outcome {
    try home.run(["audit"] + arguments, input: input)
  }

  private func objects(_ output: String) throws -> [[String: any Sendable]] {
    try output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: any Sendable])
    }
  }

  /// The last word on each finding of a stream: its id with severity, withdrawn ones left out.
  private func last(_ output: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for object in try objects(output) {
      let id = try #require(object["id"] as? String)
      found[id] = object["state"] as? String == "withdrawn" ? nil : object["severity"] as? String
    }
    return found
  }

  @Test("imported events are found fault with: gravest first, status 1, and 0 below --fail-on")
  func database() throws {
    try home.write(Self.text(Self.takeover), "events.jsonl")
    let imported = try home.run(["import", "events.jsonl"])
    #expect(imported.status == 0 && imported.output.contains("4 events, 4 new"))
    #expect(try home.run(["import", "events.jsonl"]).output.contains("4 events, 0 new"))
    let all = try audit("--json")
    #expect(all.status == 1 && all.errors.isEmpty)
    let rules = try objects(all.output).compactMap { $0["rule"] as? String }
    #expect(rules == ["R05", "R04", "R03", "R01", "R02"])
    let one = try audit("--json", "--rule", "R04", "--fail-on", "critical")
    #expect(one.status == 1)
    let chain = try #require(try objects(one.output).first)
    #expect(chain["evidence"] as? [String] == ["e1", "e2"])
    #expect((chain["advice"] as? String)?.contains("Call the bank: 900.") == true)
    #expect(try audit("--rule", "R01", "--fail-on", "critical").status == 0)
    let later = try audit("--json", "--since", "2026-03-01T14:05:00+03:00")
    #expect(try objects(later.output).compactMap { $0["rule"] as? String } == ["R05", "R04"])
    #expect(try audit("--since", "2026-03-02").status == 0)
  }

  @Test("a code for a binding links no device, and is the one finding")
  func askedBinding() throws {
    try home.write(
      """
      {"time":"2026-01-10T10:00:00+03:00","channel":"push","bank":"sberbank","sender":"ru.sberbankmobile","text":"Покупка 316 ₽ KAFE. Баланс 5300 ₽"}
      {"time":"2026-02-20T12:00:00+03:00","sender":"900","text":"Код 7719 для привязки нового устройства Realme C55. Никому его не сообщайте"}

      """, "asked.jsonl")
    _ = try home.run(["import", "asked.jsonl"])
    let found = try objects(try audit("--json").output)
    #expect(found.compactMap { $0["rule"] as? String } == ["R28"])
    #expect(found.first?["severity"] as? String == "medium")
    #expect(try !home.run(["devices"]).output.contains("Realme"))
    let listed = try home.run(["list"]).output
    #expect(listed.contains("Realme") && !listed.contains("7719"))
  }

  @Test("a wrong option is bad usage, and says what was expected")
  func badUsage() throws {
    for arguments in [
      ["--rule", "R99"], ["--since", "soon"], ["--since", "2026-02-30"], ["--fail-on", "huge"], ["--open-accounts", "0"],
    ] {
      let outcome = try home.run(["audit"] + arguments)
      #expect(outcome.status == 2 && outcome.errors.contains(arguments[1]), "\(arguments)")
    }
  }

  @Test("a stream gives the findings that the database gives, whatever comes late or twice")
  func stream() throws {
    try home.write(Self.text(Self.takeover), "events.jsonl")
    _ = try home.run(["import", "events.jsonl"])
    let stored = try last(try audit("--json").output)
    #expect(stored.count == 5)
    let orders = [
      Self.takeover, [0, 3, 2, 1].map { Self.takeover[$0] }, (Self.takeover + Self.takeover), Self.takeover.flatMap { [$0, $0] },
    ]
    for order in orders {
      let outcome = try audit("--stream", "--json", input: Self.text(order))
      #expect(outcome.status == 1)
      #expect(try last(outcome.output) == stored)
    }
    let squeezed = try audit("--stream", "--json", "--open-accounts", "1", input: Self.twoAccounts)
    let roomy = try audit("--stream", "--json", input: Self.twoAccounts)
    #expect(try last(squeezed.output) == last(roomy.output))
    #expect(try last(roomy.output).count == 10)
  }

  /// Two clients whose events alternate, so that with room for one each is put aside and fetched again.
  private static let twoAccounts = text(takeover.flatMap { [$0, $0.replacing("\"anna\"", with: "\"boris\"")] })

  @Test("lines that are no events are counted or refused with their place, and the others still count")
  func badLines() throws {
    var lines = Self.takeover
    lines.insert(#"{"type":"event","id":"x","time":"2026-03-01T11:06:41Z","kind":"teleported"}"#, at: 1)
    lines.insert(#"{"type":"event","id":"y","time":"2026-03-01T11:06:41Z","kind":"device_bound"}"#, at: 2)
    lines.insert(#"{"type":"event","id":"z","kind":"login"}"#, at: 3)
    lines.insert("not JSON", at: 4)
    lines.append(#"{"type":"message","time":"2026-03-01T11:06:41Z","channel":"sms","sender":"900","text":"Код 1234"}"#)
    let outcome = try audit("--stream", "--json", input: Self.text(lines))
    #expect(try last(outcome.output).count == 5)
    #expect(outcome.errors.contains("-:2:") && outcome.errors.contains("“teleported”"))
    #expect(outcome.errors.contains("-:3: no device") && outcome.errors.contains("-:4: no time") && outcome.errors.contains("-:5"))
    #expect(outcome.errors.hasSuffix("4 events read, 5 findings; 4 lines refused, 1 that is no event passed over\n"))
    #expect(outcome.status == 1)
    #expect(try audit("--stream", "--fail-on", "critical", input: "not JSON\n" + Self.text([Self.takeover[0]])).status == 2)
    #expect(try audit("--stream", input: "").status == 0)
    let one = try audit("--stream", input: Self.text([Self.takeover[0], "not JSON"]))
    #expect(one.errors.hasSuffix("1 event read, 0 findings; 1 line refused, 0 that are no events passed over\n"), "\(one.errors)")
  }

  @Test("a device on two accounts is found by the pass across accounts, and by nothing else")
  func acrossAccounts() throws {
    let outcome = try audit("--stream", "--across-accounts", "--json", input: Self.twoAccounts)
    let found = try objects(outcome.output)
    #expect(Set(found.compactMap { $0["rule"] as? String }) == ["R15"])
    #expect(Set(found.compactMap { $0["account"] as? String }) == ["anna", "boris"])
  }

  @Test("csv quotes every field and makes formulas harmless; the table fits its words")
  func tables() throws {
    let csv = try audit("--stream", "--format", "csv", input: Self.text(Self.takeover))
    let rows = csv.output.split(separator: "\r\n")
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0.hasPrefix("\"") && $0.hasSuffix("\"") && $0.components(separatedBy: "\",\"").count == 15 })
    #expect(rows[1].contains("\"'=Xiaomi 12\""))
    let table = try audit("--stream", "--format", "table", input: Self.text(Self.takeover))
    #expect(table.output.hasPrefix("high        R01  New binding"))
    #expect(table.output.contains("Bound without re-authentication"))
  }

  @Test("ocsf has what the schema of Detection Finding 1.5.0 requires")
  func ocsf() throws {
    let output = try audit("--stream", "--format", "ocsf", input: Self.text(Self.takeover)).output
    for object in try objects(output) {
      for key in ["activity_id", "category_uid", "class_uid", "finding_info", "metadata", "severity_id", "time", "type_uid"] {
        #expect(object[key] != nil, "\(key)")
      }
      let info = try #require(object["finding_info"] as? [String: any Sendable])
      #expect(info["uid"] is String && info["title"] is String)
      let analytic = try #require(info["analytic"] as? [String: any Sendable])
      #expect(analytic["type_id"] as? Int == 1)
      let metadata = try #require(object["metadata"] as? [String: any Sendable])
      #expect(metadata["version"] as? String == "1.5.0")
      #expect((metadata["product"] as? [String: any Sendable])?["vendor_name"] is String)
      #expect((object["remediation"] as? [String: any Sendable])?["desc"] is String)
      #expect(object["class_uid"] as? Int == 2_004 && object["category_uid"] as? Int == 2)
      let activity = try #require(object["activity_id"] as? Int)
      #expect((1...3).contains(activity) && object["type_uid"] as? Int == 200_400 + activity)
      #expect((1...6).contains(try #require(object["severity_id"] as? Int)))
      #expect((1...4).contains(try #require(object["status_id"] as? Int)))
      let time = try #require(object["time"] as? Int64)
      #expect(time > 1_700_000_000_000)
    }
  }

  @Test("rules are listed and explained with their sources, in both languages")
  func rules() throws {
    let list = try home.run(["rules"])
    #expect(list.status == 0 && list.output.split(separator: "\n").count == 31)
    let shown = try home.run(["rules", "show", "R04"])
    #expect(shown.output.hasPrefix("R04  Takeover chain\n") && shown.output.contains("Bank of Russia"))
    #expect(try home.run(["rules", "show", "4"]).output == shown.output)
    #expect(try home.run(["rules", "show", "R04"], language: "ru_RU.UTF-8").output.contains("Банк России"))
    let unknown = try home.run(["rules", "show", "R99"])
    #expect(unknown.status == 2 && unknown.errors.contains("R99"))
  }

  @Test("thresholds come from config.toml, what is wrong there is told and keeps its default")
  func limits() throws {
    let folder = home.folder.appending(path: ".config/kolokol")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let defaults = try home.run(["rules", "limits"]).output
    #expect(defaults.hasPrefix("[rules]\nhot = \"2d\"\n") && defaults.contains("drain_balance = 200000\n"))
    let changed = "[rules]\nhot = \"60s\"\nprompts = 0\ntypo = 1\ncooling = \"soon\"\noff = [\"R03\", \"R99\"]\n"
    try Data(changed.utf8).write(to: folder.appending(path: "config.toml"))
    let outcome = try home.run(["rules", "limits"])
    #expect(outcome.output.contains("hot = \"1m\"\n") && outcome.output.contains("prompts = 5\n"))
    #expect(outcome.output.contains("off = [\"R03\"]\n"))
    for problem in ["rules.prompts: expected", "rules.typo: no threshold", "rules.cooling: expected a time", "R99: expected R01"] {
      #expect(outcome.errors.contains(problem), "\(problem)")
    }
    let found = try last(try audit("--stream", "--json", input: Self.text(Self.takeover)).output)
    #expect(Set(found.keys.map { $0.prefix(3) }) == ["R01", "R02", "R27"])
    // What is printed can be read again.
    try Data(defaults.utf8).write(to: folder.appending(path: "config.toml"))
    let again = try home.run(["rules", "limits"])
    #expect(again.output == defaults && again.errors.isEmpty)
  }
}
