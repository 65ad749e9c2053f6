import Foundation
import Testing

/// `kolokol channels`, `devices` and `lab` as a script runs them.
@Suite("The commands channels, devices and lab")
struct DeliveryCommandTests {
  private func objects(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }

  @Test("a choice is kept, shown with who made it, and taken back")
  func channels() throws {
    let home = try ProgramHome()
    #expect(try home.run(["channels", "set", "code", "push", "--bank", "sberbank"]).status == 0)
    func code() throws -> [String: Any] {
      let lines = try objects(try home.run(["channels", "--bank", "sberbank", "--json"]).output)
      return try #require(lines.first { $0["category"] as? String == "code" })
    }
    #expect(try code()["channel"] as? String == "push")
    #expect(try code()["layer"] as? String == "category")
    #expect(try home.run(["channels", "undo"]).status == 0)
    #expect(try code()["channel"] as? String == "sms")
    #expect(try objects(try home.run(["channels", "--history", "--json"]).output).count == 2)
  }

  @Test("the history tells of choices by the user's clock and in his language, machines get UTC")
  func history() throws {
    let home = try ProgramHome()
    #expect(try home.run(["channels", "set", "code", "push", "--bank", "sberbank"]).status == 0)
    #expect(try home.run(["channels", "set", "login", "sms"]).output == "every bank, login: SMS from now on\n")
    #expect(try home.run(["channels", "set", "all", "none"]).status == 0)
    #expect(try home.run(["channels", "snooze", "2h", "--bank", "sberbank"]).status == 0)
    let machine = try objects(try home.run(["channels", "--history", "--json"]).output)
    let first = try #require(machine.first?["at"] as? String)
    #expect(first.hasSuffix("Z"))
    let machineTime = Date.ISO8601FormatStyle(includingFractionalSeconds: first.contains("."))
    let moment = try machineTime.parse(first)
    let moscow = DateFormatter()
    moscow.locale = Locale(identifier: "en_US_POSIX")
    moscow.timeZone = TimeZone(identifier: "Europe/Moscow")
    moscow.dateFormat = "d MMMM yyyy, HH:mm:ss"
    let english = try home.run(["channels", "--history"]).output.split(separator: "\n")
    #expect(english.count == 4)
    #expect(english.first == "\(moscow.string(from: moment))  Sber  code → push  you")
    #expect(english[1].hasSuffix("  every bank  login → SMS  you"))
    #expect(english[2].hasSuffix("  every bank  everything → —  you"))
    #expect(english[3].contains("  Sber: what can wait waits until ") && english[3].hasSuffix("  you"))
    let russian = try home.run(["channels", "--history"], language: "ru_RU.UTF-8").output.split(separator: "\n")
    #expect(russian.first?.hasSuffix("  Сбербанк  код → push  вы") == true)
    #expect(russian[1].hasSuffix("  все банки  вход → СМС  вы"))
    #expect(russian[2].hasSuffix("  все банки  всё → —  вы"))
    #expect(russian[3].contains("  Сбербанк: всё, что может подождать, ждёт до: ") && russian[3].hasSuffix("  вы"))
  }

  @Test(
    "the first device that a message names is none of the client's where pushes came before it, and is suspected until it is answered for")
  func firstNamed() throws {
    let home = try ProgramHome()
    let pushes = (1...4).map { month in
      """
      {"type":"message","id":"p\(month)","time":"2025-0\(month)-12T10:00:00Z","channel":"push","bank":"sberbank",\
      "sender":"ru.sberbankmobile","text":"Покупка 5\(month)0 ₽ APTEKA. Баланс 7100 ₽"}
      """
    }
    let told = """
      {"type":"message","id":"s1","time":"2025-06-20T12:00:00Z","channel":"sms","bank":"sberbank","sender":"900",\
      "text":"Вы подключили новое устройство Nokia G22 к приложению банка"}
      """
    try home.write((pushes + [told]).joined(separator: "\n") + "\n", "told.jsonl")
    #expect(try home.run(["import", "told.jsonl"]).status == 0)
    func device() throws -> [String: Any] { try #require(try objects(try home.run(["devices", "--json"]).output).first) }
    #expect(try device()["state"] as? String == "suspected")
    #expect((try device()["open_findings"] as? [String])?.isEmpty == false)
    let table = try home.run(["devices"]).output
    #expect(table.contains("▲ Nokia G22") && table.contains("suspected") && !table.contains("trusted"))
    #expect(try home.run(["devices"], language: "ru_RU.UTF-8").output.contains("под подозрением"))
    let answer = try objects(try home.run(["devices", "confirm", "Nokia G22", "--json"]).output)
    #expect(answer.first?["step"] as? String == "confirmed" && (answer.first?["findings"] as? Int ?? 0) > 0)
    #expect(try device()["state"] as? String == "linked")
    #expect(try objects(try home.run(["audit", "--format", "json"]).output).allSatisfy { $0["state"] as? String == "resolved" })
    #expect(try home.run(["devices", "undo"]).output == "Undone; now Nokia G22: nobody has answered for it\n")
    #expect(try device()["state"] as? String == "suspected")
    #expect(try home.run(["devices", "report", "Nokia G22"]).output.hasPrefix("Nokia G22: reported as not yours; "))
    #expect(try device()["reported"] as? Bool == true)
  }

  @Test("what a bank decides itself is refused with the reason and exit status 2")
  func refusal() throws {
    let outcome = try ProgramHome().run(["channels", "set", "payment", "sms", "--bank", "tbank"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("decides this itself"))
  }

  @Test("a device is linked, reported with what to do, unlinked, and linked again by undo")
  func devices() throws {
    let home = try ProgramHome()
    #expect(try home.run(["devices", "link", "iPhone 13", "--bank", "sberbank", "--platform", "ios"]).status == 0)
    func device() throws -> [String: Any] { try #require(try objects(try home.run(["devices", "--json"]).output).first) }
    #expect(try device()["platform"] as? String == "ios")
    #expect(try home.run(["devices", "report", "iPhone 13"]).output.contains("900"))
    #expect(try device()["reported"] as? Bool == true)
    #expect(try home.run(["devices", "unlink", "iPhone 13"]).status == 0)
    #expect(try device()["state"] as? String == "unlinked")
    #expect(try home.run(["devices", "undo"]).status == 0)
    #expect(try device()["state"] as? String != "unlinked")
    #expect(try home.run(["devices", "confirm", "iPhone 13"]).status == 0)
    #expect(try home.run(["devices", "undo"]).output == "Undone; now iPhone 13: reported as not yours\n")
    #expect(try home.run(["devices", "undo"]).output == "Undone; now iPhone 13: nobody has answered for it\n")
    #expect(try device()["reported"] as? Bool == false)
  }

  @Test("undo takes back what its own command does: a snooze isn't undone among the devices, nor an unlinking among the channels")
  func undoByTopic() throws {
    let home = try ProgramHome()
    #expect(try home.run(["devices", "link", "iPhone 13", "--bank", "sberbank"]).status == 0)
    #expect(try home.run(["channels", "snooze", "2h"]).status == 0)
    #expect(try home.run(["devices", "undo"]).output.contains("iPhone 13"))
    #expect(try home.run(["devices", "undo"]).errors == "Nothing to undo here.\n")
    #expect(try home.run(["channels", "undo"]).output == "Undone; now the snooze has ended\n")
    let nothing = try home.run(["channels", "undo"], language: "ru_RU.UTF-8")
    #expect(nothing.status == 0 && nothing.errors == "Здесь нечего отменять.\n")
  }

  @Test("what is there already isn't written over, and what can't be made is said in the words of other commands")
  func simulatedFile() throws {
    let home = try ProgramHome()
    try home.write("mine\n", "there.jsonl")
    func simulate(_ file: String, _ language: String = "C.UTF-8") throws -> ProgramHome.Outcome {
      try home.run(["lab", "simulate", "sberbank", "--out", file], language: language)
    }
    let there = try simulate("there.jsonl")
    #expect(there.status == 2 && there.errors == "there.jsonl is there already; give a name that isn't.\n", "\(there.errors)")
    #expect(try simulate("there.jsonl", "ru_RU.UTF-8").errors == "there.jsonl уже есть; задайте другое имя.\n")
    let nowhere = try simulate("no/where/x.jsonl")
    #expect(nowhere.status == 2 && nowhere.errors == "no/where/x.jsonl: there is no such directory to put it in.\n")
    #expect(try simulate("no/where/x.jsonl", "ru_RU.UTF-8").errors == "no/where/x.jsonl: нет каталога, куда это положить.\n")
  }

  @Test("a policy that keeps every invariant ends with 0, one that breaks some with 1, an unknown one with 2")
  func exitStatus() throws {
    let home = try ProgramHome()
    #expect(try home.run(["lab", "check", "kolokol"]).status == 0)
    #expect(try home.run(["lab", "check", "sberbank", "kolokol"]).status == 1)
    #expect(try home.run(["lab", "check", "nobank"]).status == 2)
  }

  @Test("a mistake in a policy of one's own is shown with file and line, and what was expected")
  func mistake() throws {
    let home = try ProgramHome()
    try home.write("id = \"mine\"\nname = \"Mine\"\ndecides = \"nobody\"\n", "mine.toml")
    let outcome = try home.run(["lab", "check", "mine.toml"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("mine.toml:3"))
    #expect(outcome.errors.contains("client, bank, sender"))
  }

  @Test("a comparison gives the same numbers twice, one object a policy")
  func compare() throws {
    let home = try ProgramHome()
    let arguments = ["lab", "compare", "sberbank", "strict-sms", "--clients", "50", "--json"]
    let first = try home.run(arguments)
    #expect(first.status == 0)
    #expect(try objects(first.output).count == 2)
    #expect(try home.run(arguments).output == first.output)
  }

  @Test("docs/lab.md has the table that lab check prints")
  func documentedTable() throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let documented = try String(contentsOf: project.appending(path: "docs/lab.md"), encoding: .utf8)
    let printed = try ProgramHome().run(["lab", "check"]).output
    let table = printed.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).prefix { !$0.isEmpty }
    #expect(table.count == 12)
    for line in table { #expect(documented.contains("    " + line), "\(line)") }
  }

  @Test("a counterexample is written once, imported, and told by the demo; what a policy doesn't break is refused with what it does")
  func trace() throws {
    let home = try ProgramHome()
    let switching = ["lab", "check", "sberbank", "--trace", "told.jsonl", "--path", "switch_announced_at_old_endpoint"]
    #expect(try home.run(switching).status == 0)
    #expect(try home.run(switching).status == 2)
    let report = try objects(try home.run(["import", "--json", "told.jsonl"]).output)
    #expect(report.first?["added"] as? Int == 5)
    #expect(try home.run(["demo", "--live", "--story", "told.jsonl"]).output.contains("вместо СМС push на устройство Xiaomi 12"))
    let kept = try home.run(["lab", "check", "sberbank", "--trace", "-", "--path", "every_notification_kept"])
    #expect(kept.status == 2)
    #expect(kept.errors.contains("binding_announced_at_old_endpoint"))
    #expect(try home.run(["lab", "check", "sberbank", "vtb", "--trace", "-"]).status == 2)
    #expect(try home.run(["lab", "check", "sberbank", "--trace", "-", "--path", "longest"]).status == 2)
  }

  @Test("what isn't a story is refused with file, line and what was expected, and exit status 2")
  func badStory() throws {
    let home = try ProgramHome()
    try home.write("{\"time\":1772362931000,\"text\":\"one\"}\n{\"time\":1772362931000}\n", "cut.jsonl")
    let cut = try home.run(["demo", "--live", "--story", "cut.jsonl"])
    #expect(cut.status == 2)
    #expect(cut.errors.contains("cut.jsonl:2"))
    try home.write("Dear client\n", "letter.txt")
    let letter = try home.run(["demo", "--story", "letter.txt"])
    #expect(letter.status == 2)
    #expect(letter.errors.contains("letter.txt:1"))
    try home.write("{\"type\":\"event\",\"id\":\"e\",\"time\":1772362931000,\"kind\":\"login\"}\n", "events.jsonl")
    #expect(try home.run(["demo", "--story", "events.jsonl"]).errors.contains("expected messages"))
    #expect(try home.run(["demo", "--story", "nothing.jsonl"]).status == 2)
    #expect(try home.run(["demo", "--story", "-"]).errors.contains("the standard input is where the keys come from"))
    #expect(try home.run(["demo", "--story", "cut.jsonl", "--seed", "2"]).errors.contains("expected without --story"))
  }

  @Test("the simulator writes as many messages as asked for, the same for the same seed, and import reads them all")
  func simulate() throws {
    let home = try ProgramHome()
    let first = try home.run(["lab", "simulate", "alfabank", "--messages", "120", "--seed", "4"])
    #expect(first.status == 0)
    #expect(try home.run(["lab", "simulate", "alfabank", "--messages", "120", "--seed", "4", "--out", "same.jsonl"]).output.isEmpty)
    #expect(try String(contentsOf: home.folder.appending(path: "same.jsonl"), encoding: .utf8) == first.output)
    let report = try objects(try home.run(["import", "--json", "same.jsonl"]).output)
    #expect(report.first?["read"] as? Int == 120)
    #expect(report.first?["refused"] as? Int == 0)
    #expect(try home.run(["lab", "simulate", "alfabank", "--messages", "0"]).status == 2)
    #expect(try home.run(["lab", "simulate", "nobank"]).status == 2)
  }

  @Test("a snooze and quiet hours are set, shown, ended and taken back; what is no length and no hours is refused with 2")
  func quiet() throws {
    let home = try ProgramHome()
    func held(_ category: String) throws -> Bool {
      let lines = try objects(try home.run(["channels", "--bank", "vtb", "--json"]).output)
      return try #require(lines.first { $0["category"] as? String == category })["held_until"] is String
    }
    #expect(try home.run(["channels", "set", "code", "sms", "--bank", "vtb"]).status == 0)
    #expect(try !held("payment"))
    #expect(try home.run(["channels", "snooze", "2h", "--bank", "vtb"]).output.contains("waits until"))
    #expect(try held("payment") && !held("code") && !held("security"))
    #expect(try home.run(["channels", "snooze", "--off", "--bank", "vtb"]).status == 0)
    #expect(try !held("payment"))
    #expect(try home.run(["channels", "undo"]).status == 0)
    #expect(try held("payment"))
    #expect(try home.run(["channels", "quiet", "23:00-07:00"]).output.contains("23:00-07:00"))
    for bad in [
      ["snooze", "2"], ["snooze", "31d"], ["snooze"], ["quiet", "23-7"], ["quiet", "07:00-07:00"], ["quiet", "23:00-07:00", "--off"],
    ] {
      #expect(try home.run(["channels"] + bad).status == 2, "\(bad)")
    }
  }
}
