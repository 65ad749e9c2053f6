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
}
