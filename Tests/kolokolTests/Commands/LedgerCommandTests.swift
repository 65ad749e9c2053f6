import Foundation
import Testing

@Suite("kolokol ledger")
struct LedgerCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
  }

  private func add(_ number: Int) throws {
    let line = #"{"id":"\#(number)","time":"2026-03-01T11:0\#(number):00Z","sender":"900","channel":"sms","text":"Покупка \#(number)00р"}"#
    try home.write(line + "\n", "messages.jsonl")
    #expect(try home.run(["import", "--database", "bell.db", "messages.jsonl"]).status == 0)
  }

  private func verify(_ arguments: String..., language: String = "C.UTF-8") throws -> ProgramHome.Outcome {
    try home.run(["ledger", "verify", "--database", "bell.db"] + arguments, language: language)
  }

  private func file(_ name: String) -> URL { home.folder.appending(path: name) }

  /// What somebody does with the sqlite3 shell.
  private func sqlite(_ sql: String) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    shell.arguments = [file("bell.db").path, sql]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
  }

  @Test("a log that is whole is OK with status 0, and an empty one isn't")
  func whole() throws {
    try home.write("", "none.jsonl")
    _ = try home.run(["import", "--database", "bell.db", "none.jsonl"])
    let empty = try verify()
    #expect(empty.status == 1 && empty.output.contains("nothing to verify"))
    try add(1)
    let outcome = try verify()
    #expect(outcome.status == 0 && outcome.output.hasPrefix("OK: "))
    #expect(try verify("--json").output.contains(#""ok":true"#))
    #expect(try home.run(["ledger", "verify", "--database", "nowhere.db"]).status != 0)
  }

  @Test("an older copy in the database's place, a lost key and another's are FAIL with status 1, in both languages")
  func broken() throws {
    try add(1)
    try FileManager.default.copyItem(at: file("bell.db"), to: file("old.db"))
    let kept = try home.run(["ledger", "checkpoint", "--database", "bell.db"]).output
    try home.write(kept, "kept.txt")
    try add(2)
    #expect(try verify("--checkpoint", "kept.txt").status == 0)
    let key = try Data(contentsOf: file("bell.db.key"))
    try FileManager.default.removeItem(at: file("bell.db.key"))
    let lost = try verify()
    #expect(lost.status == 1 && lost.output.contains("the key is lost"))
    #expect(try verify(language: "ru_RU.UTF-8").output.contains("ключ потерян"))
    try key.write(to: file("bell.db.key"))
    try FileManager.default.removeItem(at: file("bell.db"))
    try FileManager.default.moveItem(at: file("old.db"), to: file("bell.db"))
    let older = try verify()
    #expect(older.status == 1 && older.output.contains("put back to an older copy"))
    #expect(try home.run(["ledger", "checkpoint", "--database", "bell.db"]).status == 1)
  }

  @Test("a file that holds no checkpoint is bad usage, said in one sentence")
  func noCheckpoint() throws {
    try add(1)
    for content in ["", "Dear Anna\n"] {
      try home.write(content, "kept.txt")
      let outcome = try verify("--checkpoint", "kept.txt")
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.errors == "kept.txt: holds no checkpoint. Name a file with what `kolokol ledger checkpoint` printed.\n")
      #expect(
        try verify("--checkpoint", "kept.txt", language: "ru_RU.UTF-8").errors
          == "kept.txt: контрольной точки в нём нет. Укажите файл с тем, что напечатала команда `kolokol ledger checkpoint`.\n")
    }
  }

  @Test(
    "a table of the log that is gone is tampering, not a mishap",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "sqlite3 isn't installed"),
    arguments: ["ledger_run", "ledger_state", "ledger_node", "ledger_salt", "ledger_checkpoint"])
  func tableGone(table: String) throws {
    try add(1)
    try sqlite("DROP TABLE \(table)")
    let outcome = try verify()
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(
      outcome.output == "FAIL: 1 thing is not as written down\n"
        + "  the log's table \(table) is missing: this is no database as the program left it\n")
    #expect(try verify(language: "ru_RU.UTF-8").output.contains("нет таблицы журнала \(table): программа такой базу не оставляла"))
    #expect(try verify("--json").output.contains(#""ok":false"#))
  }

  @Test(
    "what follows from one deed is named three times and counted; --all names each, and JSON has both",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "sqlite3 isn't installed"))
  func foldedFaults() throws {
    for number in 1...5 { try add(number) }
    try sqlite("DELETE FROM ledger_run")
    let english = try verify()
    #expect(english.status == 1)
    let lines = english.output.split(separator: "\n").map(String.init)
    #expect(lines.dropFirst().first?.contains("entries were deleted or added by hand") == true)
    #expect(lines.count { $0.contains("can't be checked: the log breaks off before that entry") } == 3)
    #expect(lines.contains("  … and 2 more of this kind") && lines.last == "--all names each of them.")
    let russian = try verify(language: "ru_RU.UTF-8").output
    #expect(russian.contains("не с чем сверить: журнал обрывается раньше") && russian.contains("… и ещё 2 того же рода"))
    #expect(russian.hasSuffix("Все до единого назовёт --all.\n"))
    let all = try verify("--all").output
    #expect(all.split(separator: "\n").count { $0.contains("can't be checked") } == 5 && !all.contains("--all"))
    let json = try verify("--json").output
    #expect(json.contains(#"{"kind":"message_entry_lost","count":5,"leaf":"#) && !json.contains(#""all":"#))
    #expect(try verify("--json", "--all").output.contains(#""all":[{"leaf":0,"kind":"size_differs","reason":"#))
  }

  @Test("a key that is there and fits isn't given up without --replace")
  func healthyKey() throws {
    try add(1)
    let key = try Data(contentsOf: file("bell.db.key"))
    let refused = try home.run(["ledger", "new-key", "--database", "bell.db"])
    #expect(refused.status == 2 && refused.errors.contains("--replace"))
    #expect(try Data(contentsOf: file("bell.db.key")) == key)
    #expect(try home.run(["ledger", "new-key", "--replace", "--database", "bell.db"]).status == 0)
    #expect(try Data(contentsOf: file("bell.db.key")) != key)
    try FileManager.default.removeItem(at: file("bell.db.key"))
    #expect(try home.run(["ledger", "new-key", "--database", "bell.db"]).status == 0)
    #expect(try verify().status == 0)
  }

  @Test("verify and checkpoint tell their counts apart: a checkpoint can't count the entry that tells of it")
  func counts() throws {
    try add(1)
    let size = try #require(home.run(["ledger", "checkpoint", "--database", "bell.db"]).output.split(separator: "\n").dropFirst().first)
    let count = try #require(Int(size))
    let english = try verify().output
    #expect(english.hasPrefix("OK: \(count + 1) entries, "))
    #expect(english.contains("the newest of the first \(count) entries; the next one tells of it"))
    #expect(try verify(language: "ru_RU.UTF-8").output.contains("последняя: на первых записей \(count), о ней говорит следующая"))
    #expect(try verify("--json").output.contains(#""newest_checkpoint":\#(count)"#))
  }

  @Test("a bank file that reads texts otherwise is told of with --readings alone, and not taken for somebody's doing")
  func readings() throws {
    for number in 1...2 { try add(number) }
    try home.write(#"{"time":1772362931000,"sender":"KOOPBANK","text":"Покупка 1 240р PEKARNYA Баланс: 5 300.50р"}"# + "\n", "koop.jsonl")
    #expect(try home.run(["import", "--database", "bell.db", "koop.jsonl"]).status == 0)
    let same = try verify("--readings")
    #expect(same.status == 0 && same.output.hasSuffix("OK: 3 messages read again, each as it is stored\n"))
    let banks = home.folder.appending(path: ".config/kolokol/banks")
    try FileManager.default.createDirectory(at: banks, withIntermediateDirectories: true)
    let bank = """
      id = "koop"
      name = "Koopbank"
      short_name = "Koop"
      country = "RU"
      currency = "RUB"
      languages = ["ru"]
      senders = ["KOOPBANK"]
      """
    try Data(bank.utf8).write(to: banks.appending(path: "koop.toml"))
    try expectReadings(changed: 1, of: "bank")
  }

  @Test(
    "an amount edited in the database is found when the texts are read again",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "sqlite3 isn't installed"))
  func editedReading() throws {
    for number in 1...3 { try add(number) }
    try sqlite("UPDATE notification SET amount_minor = -1 WHERE amount_minor = -20000")
    try expectReadings(changed: 1, of: "amount")
  }

  /// The log is good, the readings aren't; `reparse` puts them right.
  private func expectReadings(changed: Int, of field: String) throws {
    #expect(try verify().status == 0)
    let english = try verify("--readings")
    #expect(english.status == 1 && english.output.hasPrefix("OK: "))
    #expect(english.output.contains("FAIL: \(changed) of 3 messages are stored otherwise than their texts read now, message "))
    #expect(english.output.contains(" first (\(field)). Either somebody edited them, or"))
    let russian = try verify("--readings", language: "ru_RU.UTF-8").output
    #expect(russian.contains("СБОЙ: хранятся иначе, чем теперь читаются тексты: \(changed) из 3, первое "))
    let json = try verify("--readings", "--json")
    #expect(json.status == 1)
    #expect(json.output.contains(#""ok":false,"readings":{"ok":false,"read":3,"changed":\#(changed),"first":"#))
    #expect(try home.run(["reparse", "--yes", "--database", "bell.db"]).status == 0)
    #expect(try verify("--readings").status == 0)
  }

  @Test("an entry where the clock wasn't set back needs no explaining, and gets none")
  func nothingToExplain() throws {
    try add(1)
    let before = try verify("--json").output
    let refused = try home.run(["ledger", "explain", "1", "battery", "--database", "bell.db"])
    #expect(refused.status == 2 && refused.errors.contains("At entry 1 the clock wasn't set back"))
    let russian = try home.run(["ledger", "explain", "1", "батарея", "--database", "bell.db"], language: "ru_RU.UTF-8")
    #expect(russian.status == 2 && russian.errors.contains("У записи 1 часы назад не переводились"))
    #expect(try verify("--json").output == before)
  }

  @Test("a proof of an entry is JSON that names its kind, and one that isn't there is bad usage")
  func prove() throws {
    try add(1)
    let outcome = try home.run(["ledger", "prove", "1", "--database", "bell.db"])
    #expect(outcome.status == 0 && outcome.output.contains(#""kind":"delivery""#))
    #expect(try home.run(["ledger", "prove", "99", "--database", "bell.db"]).status == 2)
    let code = try home.run(["ledger", "checkpoint", "--qr", "--database", "bell.db"])
    #expect(code.status == 0 && code.output.contains("█"))
  }

  @Test("a checkpoint that came back from mail or an editor is the one that was kept, and one that was touched is no other database's")
  func throughMail() throws {
    try add(1)
    let kept = try home.run(["ledger", "checkpoint", "--database", "bell.db"]).output
    try home.write(kept, "kept.txt")
    #expect(try verify("--checkpoint", "kept.txt").output.contains("Every checkpoint it was held to is its own") == false)
    for form in [kept.replacing("\n", with: "\r\n"), String(kept.dropLast()), "\u{FEFF}" + kept] {
      try home.write(form, "kept.txt")
      let outcome = try verify("--checkpoint", "kept.txt")
      #expect(outcome.status == 0 && outcome.output.hasPrefix("OK: "), "\(form.debugDescription)")
    }
    try home.write("x" + kept, "kept.txt")
    let touched = try verify("--checkpoint", "kept.txt").output
    #expect(touched.contains("isn't signed by the log's key") && !touched.contains("the database was replaced"))
  }

  @Test("verifying says when the log was held to nothing but its own checkpoints")
  func onlyItsOwn() throws {
    try add(1)
    #expect(try verify().output.contains("Every checkpoint it was held to is its own"))
    #expect(try verify(language: "ru_RU.UTF-8").output.contains("его собственные"))
    #expect(try verify("--json").output.contains(#""kept_checkpoints":0"#))
  }

  @Test("a checkpoint that can't be kept is told in words, and the import ends with 3; the messages are in")
  func checkpointFails() throws {
    try add(1)
    try FileManager.default.removeItem(at: file("bell.db.checkpoint"))
    try FileManager.default.createDirectory(at: file("bell.db.checkpoint"), withIntermediateDirectories: false)
    try home.write(#"{"id":"9","time":"2026-03-01T11:09:00Z","sender":"900","channel":"sms","text":"Покупка 900р"}"# + "\n", "more.jsonl")
    let outcome = try home.run(["import", "--database", "bell.db", "more.jsonl"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("bell.db.checkpoint: this is no file") && !outcome.errors.contains("NS"))
    #expect(try home.run(["list", "--database", "bell.db"]).output.contains("900"))
  }

  @Test("an empty key file is no dead end: an import begins with a key of its own, and new-key makes another")
  func emptyKey() throws {
    try home.write("", "bell.db.key")
    try add(1)
    #expect(try verify().status == 0)
    try home.write("", "bell.db.key")
    #expect(try verify().output.contains("this isn't a key"))
    #expect(try home.run(["ledger", "new-key", "--database", "bell.db"]).status == 0)
    #expect(try verify().status == 0)
  }

  @Test(
    "a trigger that keeps alerts out is named by verify, doctor and whoever writes, with how to remove it; then what it hid is told",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3"), "sqlite3 isn't installed"))
  func silencer() throws {
    try add(1)
    let events = [("d1", "2026-01-01"), ("d2", "2026-03-01")].map { device, day in
      #"{"type":"event","id":"e-\#(device)","time":"\#(day)T11:05:00Z","bank":"sberbank","kind":"device_bound","device":{"id":"\#(device)"}}"#
    }
    try home.write(events.joined(separator: "\n") + "\n", "events.jsonl")
    #expect(try home.run(["import", "--database", "bell.db", "events.jsonl"]).status == 0)
    let audit = ["audit", "--from-the-beginning", "--database", "bell.db"]
    let whole = try home.run(audit)
    #expect(whole.status == 0 && whole.output.hasPrefix("OK: "), "\(whole)")
    try sqlite("DELETE FROM finding; CREATE TRIGGER hush BEFORE INSERT ON finding BEGIN SELECT RAISE(IGNORE); END")
    let verdict = try verify()
    #expect(verdict.status == 1 && verdict.output.contains("the trigger hush on finding isn't the program's"))
    #expect(try verify(language: "ru_RU.UTF-8").output.contains("чужое: trigger hush"))
    let doctor = try home.run(["doctor", "--database", "bell.db"])
    #expect(doctor.status == 3 && doctor.output.contains("hush"))
    for command in [["import", "events.jsonl"], ["audit"], audit.dropLast(2)] {
      let refused = try home.run(command + ["--database", "bell.db"])
      #expect(refused.status == 3 && refused.errors.contains(#"sqlite3 'bell.db' 'DROP TRIGGER "hush"'"#), "\(command) \(refused)")
    }
    try sqlite(#"DROP TRIGGER "hush""#)
    let told = try home.run(audit)
    #expect(told.status == 1 && told.output.contains("the rules find it, and it isn't stored"))
    let json = try home.run(audit + ["--json"])
    #expect(json.status == 1 && json.output.contains(#""kind":"finding_missing""#) && json.output.contains(#""ok":false"#))
  }

  @Test("doctor looks at who may read the key")
  func keyMode() throws {
    try add(1)
    chmod(home.folder.path, 0o700)
    #expect(try home.run(["doctor", "--database", "bell.db"]).status == 0)
    chmod(file("bell.db.key").path, 0o644)
    let outcome = try home.run(["doctor", "--database", "bell.db"])
    #expect(outcome.status == 2 && outcome.output.contains("chmod 600 'bell.db.key'"))
  }

  @Test("on a disk without room for shared memory list, verify and doctor read, also what a killed writer left in the write-ahead log")
  func noRoom() throws {
    try add(1)
    for suffix in ["-shm", "-wal"] { try? FileManager.default.removeItem(at: file("bell.db" + suffix)) }
    for command in [["list"], ["ledger", "verify"], ["doctor"]] {
      let outcome = try home.run(command + ["--database", "bell.db"], limits: "trap '' XFSZ; ulimit -f 0")
      #expect(outcome.status != 3 && !outcome.errors.contains("SQLite error"), "\(command) \(outcome)")
    }
  }

  @Test("what the system refuses is said in words: no temporary directory")
  func systemRefusals() throws {
    let demo = try home.run(["demo", "--messages", "10"], environment: ["TMPDIR": "/nonexistent"])
    #expect(demo.status == 3 && demo.errors.contains("Set TMPDIR") && !demo.errors.contains("no such database"))
  }

  @Test("an evidence package that fails leaves nothing that the next try trips over")
  func failedEvidence() throws {
    let lines = (0..<3_000).map {
      #"{"id":"\#($0)","time":\#(1_772_362_931_000 + $0 * 1_000),"sender":"900","channel":"sms","text":"Покупка \#($0)00р"}"#
    }
    try home.write(lines.joined(separator: "\n") + "\n", "many.jsonl")
    #expect(try home.run(["import", "--database", "bell.db", "many.jsonl"]).status == 0)
    for out in ["case", "case.tar"] {
      let failed = try home.run(["evidence", "--out", out, "--database", "bell.db"], limits: "trap '' XFSZ; ulimit -f 900")
      #expect(failed.status == 2 && !FileManager.default.fileExists(atPath: file(out).path), "\(failed)")
      #expect(try home.run(["evidence", "--out", out, "--database", "bell.db"]).status == 0)
    }
  }
}
