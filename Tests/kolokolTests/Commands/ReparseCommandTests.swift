import Foundation
import Testing

@Suite("kolokol reparse")
struct ReparseCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
    try FileManager.default.createDirectory(at: home.folder.appending(path: ".config/kolokol/banks"), withIntermediateDirectories: true)
    try home.write(
      """
      {"time":1772362931000,"sender":"KOOPBANK","text":"Покупка 1 240р PEKARNYA Баланс: 5 300.50р"}
      {"time":1772362932000,"sender":"KOOPBANK","text":"Код 482913 для входа. Никому не говорите его"}
      {"time":1772362933000,"sender":"900","text":"MIR-4417 12:31 Покупка 60р METRO Баланс: 300р"}

      """, "a.jsonl")
  }

  @discardableResult
  private func run(_ arguments: String..., language: String = "C.UTF-8") throws -> ProgramHome.Outcome {
    try home.run(arguments, language: language)
  }

  /// From here on the sender of two of the messages is a bank's.
  private func addBank(templates: String = "") throws {
    try Data(
      """
      id = "koop"
      name = "Koopbank"
      short_name = "Koop"
      country = "RU"
      currency = "RUB"
      languages = ["ru"]
      senders = ["KOOPBANK"]

      \(templates)
      """.utf8
    ).write(to: home.folder.appending(path: ".config/kolokol/banks/koop.toml"))
  }

  @Test(
    "a bank file of one's own finds the messages that came before it: shown first, changed when it is wanted, then there is nothing left")
  func bankFile() throws {
    try run("import", "a.jsonl")
    #expect(try run("reparse").output == "3 read; nothing is read otherwise than before.\n")
    try addBank()
    let preview = try run("reparse")
    #expect(preview.status == 0)
    #expect(preview.output.hasPrefix("3 read, 2 of them otherwise than before:\n  bank: 2\n"))
    #expect(preview.output.contains("bank: none → koop"))
    #expect(preview.errors == "Nothing is changed yet; --yes changes it. There is no undo.\n")
    #expect(try run("list", "bank:koop").output.isEmpty)

    let applied = try run("reparse", "--yes")
    #expect(applied.status == 0)
    #expect(applied.output.hasSuffix("\n2 messages changed.\n"))
    #expect(applied.errors.isEmpty)
    let listed = try run("list", "bank:koop").output.split(separator: "\n")
    #expect(listed.count == 2)
    #expect(listed.last?.contains("PEKARNYA") == true)
    #expect(try run("reparse", "--yes", language: "ru_RU.UTF-8").output == "Прочитано 3; всё читается как прежде.\n")
  }

  @Test("a device that a new bank file recognises is an event and a finding, announced before, and made once")
  func events() throws {
    try home.write(
      """
      {"time":1769770931000,"sender":"KOOPBANK","text":"Покупка 1 240р PEKARNYA Баланс: 5 300.50р"}
      {"time":1772362931000,"sender":"KOOPBANK","text":"Теперь Вы с нами и на Xiaomi 12"}

      """, "a.jsonl")
    try run("import", "a.jsonl")
    try addBank(templates: "[[template]]\ntext = \"Теперь Вы с нами и на {device}\"\nsecurity = \"device_bound\"\n")
    #expect(try run("audit").output.contains("R01") == false)
    #expect(try run("reparse").output.contains("  security events: 1 new, 0 changed, 0 withdrawn\n"))
    #expect(try run("audit").output.contains("R01") == false)
    #expect(try run("reparse", "--yes", "--json").output.contains("\"events_added\":1,\"events_changed\":0,\"events_withdrawn\":0,"))
    let audit = try run("audit", "--json").output
    #expect(audit.contains("Xiaomi 12"))
    #expect(try run("reparse", "--yes").output == "2 read; nothing is read otherwise than before.\n")
    #expect(try run("audit", "--json").output == audit)
    #expect(try run("ledger", "verify").status == 0)
  }

  @Test("a device that a bank file doesn't recognise any more is announced, kept, and told by verifying and in packages")
  func withdrawn() throws {
    try home.write(
      """
      {"time":1769770931000,"sender":"KOOPBANK","text":"Покупка 1 240р PEKARNYA Баланс: 5 300.50р"}
      {"time":1772362931000,"sender":"KOOPBANK","text":"Теперь Вы с нами и на Xiaomi 12"}

      """, "a.jsonl")
    try addBank(templates: "[[template]]\ntext = \"Теперь Вы с нами и на {device}\"\nsecurity = \"device_bound\"\n")
    try run("import", "a.jsonl")
    #expect(try run("audit").output.contains("R01"))
    try addBank(templates: "[[template]]\ntext = \"Теперь Вы с нами и на {device}\"\ncategory = \"marketing\"\n")
    #expect(try run("reparse").output.contains("  security events: 0 new, 0 changed, 1 withdrawn\n"))
    try run("reparse", "--yes")
    #expect(try run("audit").output.contains("R01") == false)
    #expect(try run("ledger", "verify").output.contains(" 2 events withdrawn, "))
    #expect(try run("ledger", "verify", language: "ru_RU.UTF-8").output.contains("отозвано событий: 2, "))
    #expect(try run("ledger", "verify", "--json").output.contains("\"withdrawn\":2,"))
    try run("evidence", "--out", "case", "sender:KOOPBANK")
    #expect(try run("evidence", "verify", "case").status == 0)
    func lines(_ name: String) throws -> String { try String(contentsOf: home.folder.appending(path: "case/" + name), encoding: .utf8) }
    #expect(try lines("events.jsonl").components(separatedBy: "\"withdrawn\":").count == 3)
    #expect(try lines("log.jsonl").contains("\"kind\":\"withdrawal\""))
    #expect(try lines("report.html").contains("withdrawn: the message is read otherwise now"))
    #expect(try lines("devices.jsonl").isEmpty)
  }

  @Test("codes are covered in what is shown")
  func codes() throws {
    try run("import", "a.jsonl")
    try addBank()
    let preview = try run("reparse")
    #expect(preview.output.contains("••••••"))
    #expect(!preview.output.contains("482913"))
  }

  @Test("machines get one object: how many of each change, and whether it was made")
  func json() throws {
    try run("import", "a.jsonl")
    try addBank()
    #expect(
      try run("reparse", "--json").output
        .hasPrefix("{\"read\":3,\"changed\":2,\"bank\":2,") == true)
    let applied = try run("reparse", "--json", "--yes").output
    #expect(applied.hasSuffix("\"applied\":true,\"complete\":true}\n"))
    #expect(try run("reparse", "--json").output.contains("\"changed\":0,\"bank\":0,"))
  }

  @Test("marks, texts and deliveries stay, and what is read of a second copy is kept")
  func keeps() throws {
    try run("import", "a.jsonl")
    let before = try run("list", "--everywhere", "--json").output.split(separator: "\n")
    try addBank()
    try run("reparse", "--yes")
    let after = try run("list", "--everywhere", "--json").output.split(separator: "\n")
    #expect(before.count == 3)
    #expect(before.map { Self.part($0, "\"deliveries\"") } == after.map { Self.part($0, "\"deliveries\"") })
    #expect(before.map { Self.part($0, "\"unread\"") } == after.map { Self.part($0, "\"unread\"") })
    #expect(before.first == after.first)
  }

  /// A field of a line and the characters behind it.
  private static func part(_ line: Substring, _ key: String) -> Substring {
    line.range(of: key).map { line[$0.lowerBound...].prefix(60) } ?? ""
  }

  @Test("a database that isn't ours ends with status 3 and is left as it was")
  func foreignDatabase() throws {
    let other = home.folder.appending(path: "other.db")
    try Data("not a database, though long enough to be looked at".utf8).write(to: other)
    let outcome = try run("reparse", "--database", "other.db", "--yes")
    #expect(outcome.status == 3)
    #expect(try String(contentsOf: other, encoding: .utf8).hasPrefix("not a database"))
  }
}
