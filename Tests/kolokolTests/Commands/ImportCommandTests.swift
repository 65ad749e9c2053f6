import Foundation
import Testing

@Suite("kolokol import")
struct ImportCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
  }

  private func run(_ arguments: String..., language: String = "C.UTF-8") throws -> ProgramHome.Outcome {
    try home.run(["import"] + arguments, language: language)
  }

  private let message = "{\"time\":1772362931000,\"sender\":\"900\",\"text\":\"Code 123456\"}\n"

  @Test("a file is reported in one line, in either language; again, everything is already there")
  func report() throws {
    try home.write(message, "a.jsonl")
    let first = try run("a.jsonl")
    #expect(first.status == 0)
    #expect(first.output == "a.jsonl: JSON lines: 1 read, 1 added, 0 merged, 0 already there, 0 refused\n")
    #expect(first.errors.isEmpty)
    let again = try run("a.jsonl", language: "ru_RU.UTF-8")
    #expect(again.output == "a.jsonl: JSON lines: прочитано 1, добавлено 0, слито 0, уже было 1, не принято 0\n")
  }

  @Test("machines get one object a file, with the names of FORMATS")
  func json() throws {
    try home.write(message + "{bad}\n", "a.jsonl")
    let outcome = try run("--json", "a.jsonl", "none.xml")
    #expect(outcome.status == 2)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.hasPrefix(
        "{\"file\":\"a.jsonl\",\"format\":\"json-lines\",\"read\":1,\"added\":1,\"merged\":0,\"already_there\":0,\"refused\":1,") == true)
    #expect(lines.last == "{\"file\":\"none.xml\",\"error\":\"none.xml: there is no such file.\"}")
  }

  @Test("refused records are told with their place and kept in a file that only the user can read")
  func refused() throws {
    try home.write(message + "{bad}\n" + String(repeating: "[]\n", count: 10), "a.jsonl")
    let outcome = try run("--refused", "refused.jsonl", "a.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("a.jsonl:2:2: not JSON; expected a key in quotation marks (byte 59)\n"))
    #expect(outcome.errors.contains("6 more refused"))
    let kept = try String(contentsOf: home.folder.appending(path: "refused.jsonl"), encoding: .utf8).split(separator: "\n")
    #expect(kept.count == 11)
    #expect(
      kept.first
        == "{\"file\":\"a.jsonl\",\"line\":2,\"column\":2,\"byte\":59,\"reason\":\"not JSON; expected a key in quotation marks\",\"excerpt\":\"{bad}\"}"
    )
    let attributes = try FileManager.default.attributesOfItem(atPath: home.folder.appending(path: "refused.jsonl").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("a file of which not one record can be read is bad input, whatever the others are")
  func onlyRefusals() throws {
    try home.write("{\"time\":\"yesterday\",\"text\":\"one\"}\n{\"time\":1}\n", "bad.jsonl")
    try home.write(message, "good.jsonl")
    let outcome = try run("bad.jsonl", "good.jsonl")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("bad.jsonl: JSON lines: 0 read, 0 added, 0 merged, 0 already there, 2 refused\n"))
    #expect(outcome.output.contains("good.jsonl: JSON lines: 1 read, 1 added"))
    #expect(try run("good.jsonl").status == 0)
  }

  @Test("of lines that all break off each is named with line, byte and what should have come, in either language")
  func brokenLines() throws {
    try home.write("{\"time\":1,\"text\":\"one\n{\"time\":2,\n", "cut.jsonl")
    let outcome = try run("cut.jsonl")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == "cut.jsonl:1:22: not JSON; expected the end of the string (byte 0)\n"
        + "cut.jsonl:2:11: not JSON; expected a key in quotation marks (byte 22)\n")
    #expect(outcome.output == "cut.jsonl: JSON lines: 0 read, 0 added, 0 merged, 0 already there, 2 refused\n")
    let russian = try run("cut.jsonl", language: "ru_RU.UTF-8").errors
    #expect(russian.hasPrefix("cut.jsonl:1:22: не JSON; ожидалось: конец текста в кавычках (байт 0)\n"))
  }

  @Test("what is refused never goes into a file that is there: it might be what is imported, or the database")
  func refusedFileIsThere() throws {
    try home.write(message + "{bad}\n", "a.jsonl")
    let before = try String(contentsOf: home.folder.appending(path: "a.jsonl"), encoding: .utf8)
    for arguments in [["--refused", "a.jsonl", "a.jsonl"], ["--dry-run", "--refused", "a.jsonl", "a.jsonl"]] {
      let outcome = try home.run(["import"] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errors == "a.jsonl is there already; give a name that isn't.\n")
    }
    #expect(try String(contentsOf: home.folder.appending(path: "a.jsonl"), encoding: .utf8) == before)
  }

  @Test("a list of an empty inbox says where the messages are")
  func elsewhere() throws {
    try home.write(#"{"time":"2026-03-01T11:00:00Z","sender":"friend","channel":"sms","text":"hello"}"# + "\n", "a.jsonl")
    #expect(try run("a.jsonl").status == 0)
    let outcome = try home.run(["list"])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.errors == "Nothing of it in the inbox; 1 in the archive and from other senders: --everywhere.\n")
    #expect(try home.run(["list", "--everywhere"]).errors.isEmpty)
    #expect(try home.run(["list", "hello"]).errors == outcome.errors)
    let nothing = try home.run(["list", "nosuchword"])
    #expect(nothing.status == 0 && nothing.output.isEmpty && nothing.errors.isEmpty)
  }

  @Test(
    "a database that was named and isn't there is a slip of the finger, not an empty bell",
    arguments: [
      ["list"], ["show", "1"], ["audit"], ["devices"], ["channels"], ["channels", "set", "code", "sms"], ["erase", "1", "--yes"],
      ["reparse"],
      ["ledger", "checkpoint"], ["ledger", "new-key"], ["evidence", "--out", "case"], ["snapshot", "--screen", "inbox"],
    ])
  func noSuchDatabase(command: [String]) throws {
    let outcome = try home.run(command + ["--database", "nowhere/typo.db"])
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("typo.db: there is no such database"))
    #expect(!FileManager.default.fileExists(atPath: home.folder.appending(path: "nowhere").path))
  }

  @Test("a database that can't be made where it was named isn't called missing", arguments: ["/proc/x.sqlite", "a.jsonl/x.sqlite"])
  func cannotBeMade(path: String) throws {
    try home.write(message, "a.jsonl")
    let outcome = try run("--database", path, "a.jsonl")
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("\(path): no database can be made there: "))
    #expect(outcome.errors.hasSuffix(" Name another place with --database.\n"))
    let russian = try run("--database", path, "a.jsonl", language: "ru_RU.UTF-8").errors
    #expect(russian.hasPrefix("\(path): базу там не создать: ") && russian.hasSuffix(" Укажите другое место через --database.\n"))
  }

  @Test("a dry run makes no database")
  func dryRun() throws {
    try home.write(message, "a.jsonl")
    let outcome = try run("--dry-run", "--database", "made.sqlite", "a.jsonl")
    #expect(outcome.status == 0)
    #expect(!FileManager.default.fileExists(atPath: home.folder.appending(path: "made.sqlite").path))
  }

  @Test(
    "what was asked wrongly ends with status 2 and says what was expected",
    arguments: [
      (["--format", "morse", "a"], "expected sms-backup-restore, fossify, "), (["--bank", "nobody", "a"], "no such bank"),
      ([], "path"), (["none"], "no such file"),
    ])
  func usage(_ arguments: [String], _ expected: String) throws {
    let outcome: ProgramHome.Outcome
    switch arguments.count {
    case 0: outcome = try run()
    case 1: outcome = try run(arguments[0])
    default: outcome = try run(arguments[0], arguments[1], arguments[2])
    }
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(expected))
  }

  @Test("a database that isn't ours ends with status 3 and is left as it was")
  func foreignDatabase() throws {
    try home.write(message, "a.jsonl")
    try home.write("not a database, though long enough to be looked at", "other.db")
    let outcome = try run("--database", "other.db", "a.jsonl")
    #expect(outcome.status == 3)
    #expect(try String(contentsOf: home.folder.appending(path: "other.db"), encoding: .utf8).hasPrefix("not a database"))
  }

  @Test("a directory, archive or backup of which nothing could be read is an error that says so")
  func nothingRead() throws {
    try home.write("hello", "empty/note.txt")
    let outcome = try run("empty")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasSuffix("empty: there is nothing in it that Kolokol reads.\n"))
    try home.write("", "phone/Manifest.db")
    let phone = try run("phone", language: "ru_RU.UTF-8")
    #expect(phone.status == 2)
    #expect(phone.errors.hasPrefix("phone: копия iPhone без сообщений"))
    try home.write(message, "mixed/a.jsonl")
    try home.write("hello", "mixed/note.txt")
    #expect(try run("mixed").status == 0)
  }

  @Test("what was forwarded is told by options: channel, sender, zone, encoding and columns; what they can't be is said")
  func mapping() throws {
    try home.write(
      "{\"id\":\"a\",\"time\":1772362931,\"event\":\"message\",\"topic\":\"t\",\"title\":\"900\",\"message\":\"Покупка 71р BULOCHNAYA\"}\n",
      "ntfy.json")
    #expect(try run("--channel", "sms", "--sender", "title", "ntfy.json").status == 0)
    #expect(try home.run(["list", "--json"]).output.contains("\"bank\":\"sberbank\",\"sender\":\"900\""))
    try home.write("Когда;Что\n01.03.2026 14:02:11;Код 4321\n", "table.csv")
    let table = try run("--timezone", "+05:00", "--columns", "time=Когда,text=Что", "--sender", "900", "table.csv")
    #expect(table.status == 0)
    #expect(table.output.contains("1 time without a zone, taken for GMT+"))
    #expect(try home.run(["list", "--json"]).output.contains("\"time\":\"2026-03-01T09:02:11"))
    for wrong in [["--channel", "pigeon"], ["--timezone", "Mars"], ["--encoding", "klingon"], ["--columns", "when=Когда"]] {
      #expect(try home.run(["import"] + wrong + ["table.csv"]).status != 0)
    }
  }

  @Test("a directory is imported file by file, and what is no message file in it is passed over")
  func directory() throws {
    try FileManager.default.createDirectory(at: home.folder.appending(path: "d"), withIntermediateDirectories: true)
    try home.write(message, "d/a.jsonl")
    try home.write("holiday", "d/b.txt")
    let outcome = try run("d")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("d/a.jsonl: JSON lines: 1 read"))
    #expect(outcome.errors == "d/b.txt: passed over, it is in no format Kolokol reads.\n")
  }

  @Test("names and records with escape sequences reach no terminal as they are")
  func hostileNames() throws {
    try home.write(
      "{\"\u{1B}[31m\":1,\"time\":1772362931000,\"text\":\"a\"}\n{\"time\":\"\u{1B}]0;x\u{7}\",\"text\":\"a\"}\n", "a\u{1B}[2J.jsonl")
    let outcome = try run("a\u{1B}[2J.jsonl")
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }
}
