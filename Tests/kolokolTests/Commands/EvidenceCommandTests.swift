import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif
import Testing

@Suite("kolokol evidence")
struct EvidenceCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
    try home.write(Self.events, "events.jsonl")
    try home.write(Self.messages, "messages.jsonl")
    #expect(try home.run(["import", "messages.jsonl", "events.jsonl"]).status == 0)
  }

  private static func event(_ id: String, _ time: String, _ rest: String) -> String {
    #"{"type":"event","id":"\#(id)","time":"\#(time)","account":"anna","bank":"sberbank",\#(rest)}"# + "\n"
  }

  private static let events =
    event("e0", "2021-05-02T09:00:00Z", #""kind":"device_bound","device":{"id":"d1","name":"iPhone 13 (Anna)"}"#)
    + event("e1", "2026-03-01T11:02:11Z", #""kind":"device_bound","device":{"id":"d2","name":"Xiaomi 12"},"place":"Казань""#)
    + event("e2", "2026-03-01T11:05:03Z", #""kind":"channel_changed","to":"push","by":"d2""#)

  private static func message(_ id: Int, _ time: String, _ text: String) -> String {
    #"{"id":"\#(id)","time":"\#(time)","sender":"900","channel":"sms","account":"anna","text":"\#(text)"}"# + "\n"
  }

  private static let messages =
    message(1, "2026-03-01T11:02:12Z", "Новое устройство: Xiaomi 12. Если это не вы, звоните 900")
    + message(2, "2026-03-01T11:06:40Z", "Код 482913 для перевода 149 000 р. Никому его не сообщайте")
    + message(3, "2026-03-01T11:07:22Z", "Перевод 149000р Иван П. Баланс: 1200р <script>alert(1)</script>")

  private func finding() throws -> String {
    let output = try home.run(["audit", "--json", "--rule", "R04"]).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: any Sendable])
    return try #require(object["id"] as? String)
  }

  private func make(_ arguments: String..., out: String = "case") throws {
    let outcome = try home.run(["evidence", "--out", out] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func verify(_ arguments: String..., out: String = "case", language: String = "C.UTF-8") throws -> ProgramHome.Outcome {
    try home.run(["evidence", "verify", out] + arguments, language: language)
  }

  private func url(_ name: String) -> URL { home.folder.appending(path: "case/" + name) }

  private func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  @Test("a package about a finding holds the messages and events around it, covers codes, and verifies by itself")
  func package() throws {
    try make("--finding", finding())
    let outcome = try verify()
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("OK: 3 copies of messages, "))
    let messages = try text("messages.jsonl")
    #expect(messages.split(separator: "\n").count == 3)
    #expect(messages.contains("Код •••••• для перевода"))
    for file in try FileManager.default.contentsOfDirectory(atPath: home.folder.path + "/case") {
      #expect(try !text(file).contains("482913"), "\(file)")
    }
    #expect(try text("findings.jsonl").contains(#""class_uid":2004"#))
    // A line a binding: the one of the Xiaomi is told by an event and by the bank's message.
    #expect(try text("devices.jsonl").split(separator: "\n").count == 3)
    #expect(try home.run(["ledger", "verify"]).status == 0)
  }

  @Test("an archive verifies as its directory does, and codes stand in the open when they are asked for")
  func archive() throws {
    try make("--full-text", "sender:900", out: "case.tar")
    #expect(try verify(out: "case.tar").status == 0)
    let archive = try Data(contentsOf: home.folder.appending(path: "case.tar"))
    #expect(archive.range(of: Data("482913".utf8)) != nil)
    let tar = try shell("mkdir unpacked && tar -xf case.tar -C unpacked && ls unpacked | wc -l")
    #expect(tar.output.contains("13"))
    #expect(try verify(out: "unpacked").status == 0)
  }

  @Test("an independent script of ten lines, with a shell and sha256sum, comes to the same root")
  func independent() throws {
    try make("--finding", finding())
    try home.write(Self.script, "verify.sh")
    let good = try shell("bash verify.sh case")
    #expect(good.status == 0, "\(good.output) \(good.errors)")
    #expect(good.output.contains("case: OK"))
    let proofs = try text("proofs.txt")
    let line = try #require(proofs.split(separator: "\n").dropFirst().first)
    let forged = line.dropLast() + (line.hasSuffix("0") ? "1" : "0")
    try proofs.replacing(line, with: forged).write(to: url("proofs.txt"), atomically: true, encoding: .utf8)
    try home.write(Self.script.replacing("sha256sum --quiet -c manifest.txt || exit 1", with: ""), "verify.sh")
    #expect(try shell("bash verify.sh case").status == 1)
  }

  /// What docs/evidence.md shows.
  private static var script: String {
    get throws {
      let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/evidence.md")
      let text = try String(contentsOf: document, encoding: .utf8)
      let start = try #require(text.range(of: "```bash\n"))
      let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
      return String(text[start.upperBound..<end.lowerBound])
    }
  }

  private func shell(_ command: String) throws -> ProgramHome.Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = home.folder
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complained = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return ProgramHome.Outcome(status: process.terminationStatus, output: printed, errors: complained)
  }

  @Test("whatever is done to a package's files is a failure that names them, in both languages")
  func tampered() throws {
    try make("sender:900")
    func fails(_ words: String, _ change: () throws -> Void) throws {
      let copy = home.folder.appending(path: "case")
      let aside = home.folder.appending(path: "aside")
      try FileManager.default.copyItem(at: copy, to: aside)
      try change()
      let outcome = try verify()
      #expect(outcome.status == 1, "\(words)")
      #expect(outcome.output.hasPrefix("FAIL") && outcome.output.contains(words), "\(words): \(outcome.output)")
      #expect(try verify(language: "ru_RU.UTF-8").output.hasPrefix("СБОЙ"))
      try FileManager.default.removeItem(at: copy)
      try FileManager.default.moveItem(at: aside, to: copy)
    }
    try fails("notes.txt: doesn't belong") { try Data().write(to: url("notes.txt")) }
    try fails("events.jsonl: missing") { try FileManager.default.removeItem(at: url("events.jsonl")) }
    try fails("report.html: changed") { try Data("<p>".utf8).write(to: url("report.html")) }
    try fails("more: a directory") { try FileManager.default.createDirectory(at: url("more"), withIntermediateDirectories: false) }
    try fails("key.txt: a directory or a link") {
      try FileManager.default.removeItem(at: url("key.txt"))
      try FileManager.default.createSymbolicLink(at: url("key.txt"), withDestinationURL: home.folder.appending(path: "events.jsonl"))
    }
    try fails("../outside.txt: a package's file can't have this name") {
      let manifest = try text("manifest.txt")
      try (manifest + String(repeating: "0", count: 64) + "  ../outside.txt\n").write(
        to: url("manifest.txt"), atomically: true, encoding: .utf8)
    }
    try fails("manifest.txt: not signed") {
      let messages = try text("messages.jsonl")
      try messages.replacing("Xiaomi", with: "Nokia").write(to: url("messages.jsonl"), atomically: true, encoding: .utf8)
      _ = try shell("cd case && rm manifest.txt && ls | grep -v manifest | xargs sha256sum > manifest.txt")
    }
    try fails("line 1: doesn't say what entry") {
      let messages = try text("messages.jsonl")
      try messages.replacing("Xiaomi", with: "Nokia").write(to: url("messages.jsonl"), atomically: true, encoding: .utf8)
    }
  }

  @Test("an archive with names that lead elsewhere is refused, and nothing is written")
  func zipSlip() throws {
    try make("sender:900", out: "case.tar")
    let slip = try shell("mkdir s && tar -xf case.tar -C s && cp s/key.txt evil && cd s && tar -P -cf ../slip.tar * ../evil /etc/hostname")
    #expect(slip.status == 0)
    try FileManager.default.removeItem(at: home.folder.appending(path: "evil"))
    let outcome = try verify(out: "slip.tar")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("../evil") && outcome.output.contains("/etc/hostname"))
    #expect(!FileManager.default.fileExists(atPath: home.folder.appending(path: "evil").path))
  }

  @Test("a package is held to checkpoints kept elsewhere; another log's and a rewritten one's fail")
  func checkpoints() throws {
    let early = try home.run(["ledger", "checkpoint"]).output
    try home.write(early, "early.txt")
    try home.write(Self.message(9, "2026-03-02T10:00:00Z", "Покупка 100р"), "more.jsonl")
    _ = try home.run(["import", "more.jsonl"])
    try make("--checkpoint", "early.txt", "sender:900")
    let held = try verify("--checkpoint", "early.txt")
    #expect(held.status == 0 && held.output.contains("held to 1 checkpoint kept elsewhere"))
    let other = try ProgramHome()
    try other.write(Self.message(1, "2026-03-02T10:00:00Z", "Покупка 100р"), "one.jsonl")
    _ = try other.run(["import", "one.jsonl"])
    try home.write(try other.run(["ledger", "checkpoint"]).output, "other.txt")
    let foreign = try verify("--checkpoint", "other.txt")
    #expect(foreign.status == 1 && foreign.output.contains("the checkpoint of another log"))
    try home.write(early.replacing("\n\n", with: "\nmore\n\n"), "forged.txt")
    let forged = try verify("--checkpoint", "forged.txt")
    #expect(forged.status == 1 && forged.output.contains("not a checkpoint signed"))
  }

  @Test("of a long list of what differs the beginning is named, and how many more there are")
  func longList() throws {
    try make("sender:900")
    for number in 0..<79 { try Data().write(to: url("added-\(number)")) }
    let outcome = try verify()
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("FAIL: 79 things") && outcome.output.hasSuffix("\n  … and 59 more\n"))
    #expect(try verify(language: "ru_RU.UTF-8").output.hasSuffix("\n  … и ещё 59\n"))
  }

  @Test("what is in a package is its owner's alone, as a directory, as an archive and unpacked")
  func modes() throws {
    try make("sender:900")
    try make("sender:900", out: "case.tar")
    #expect(try shell("mkdir unpacked && tar -xpf case.tar -C unpacked").status == 0)
    let modes = try shell("stat -c %a case case.tar case/* unpacked/* | sort | uniq -c | sort -n | tr -s ' '")
    #expect(modes.output == " 1 700\n 27 600\n")
  }

  @Test("a package of the whole inbox, for which nothing was named, says so and how much that is")
  func wholeInbox() throws {
    func make(_ out: String, _ language: String) throws -> ProgramHome.Outcome {
      try home.run(["evidence", "--out", out], language: language)
    }
    #expect(try make("a", "C.UTF-8").errors.contains("the whole inbox goes into the package, 3 messages"))
    #expect(try make("b", "ru_RU.UTF-8").errors.contains("весь ящик, 3 сообщения"))
    #expect(try !home.run(["evidence", "--out", "c", "sender:900"]).errors.contains("whole"))
  }

  @Test("nothing to verify is not ok, and nothing chosen makes no package")
  func nothing() throws {
    let nowhere = try verify(out: "nowhere")
    #expect(nowhere.status == 2 && nowhere.errors.contains("nowhere: can't be read"))
    try FileManager.default.createDirectory(at: home.folder.appending(path: "empty"), withIntermediateDirectories: false)
    let none = try home.run(["evidence", "--out", "case", "sender:nobody"])
    #expect(none.status == 2 && none.errors.contains("nothing that could be put"))
    #expect(try home.run(["evidence", "--out", "case", "--finding", "R04-0"]).status == 2)
    try make("sender:900")
    #expect(try home.run(["evidence", "--out", "case", "sender:900"]).status == 2)
    let broken = try home.run(["evidence", "--out", "no/where/case", "sender:900"])
    #expect(broken.status == 2 && broken.errors == "no/where/case: there is no such directory to put it in.\n", "\(broken.errors)")
    let archive = try home.run(["evidence", "--out", "no/where/case.tar", "sender:900"])
    #expect(archive.status == 2 && archive.errors == "no/where/case.tar: there is no such directory to put it in.\n")
  }

  @Test("what is no package is called so in one sentence, with the name that was looked for, and its files aren't called faults")
  func noPackage() throws {
    try FileManager.default.createDirectory(at: home.folder.appending(path: "empty"), withIntermediateDirectories: false)
    try FileManager.default.createDirectory(at: home.folder.appending(path: "letters"), withIntermediateDirectories: false)
    try home.write("Dear Anna\n", "letters/first.txt")
    try home.write("{}\n", "letters/messages.jsonl")
    #expect(try shell("tar -cf letters.tar -C letters first.txt messages.jsonl").status == 0)
    for place in ["empty", "letters", "letters.tar"] {
      let outcome = try verify(out: place)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(place)")
      #expect(
        outcome.errors == "\(place): this is no evidence package: it holds no manifest.txt. "
          + "Name the directory or .tar file that `kolokol evidence --out` made.\n")
      let russian = try verify(out: place, language: "ru_RU.UTF-8")
      #expect(russian.errors.hasPrefix("\(place): это не пакет доказательств: в нём нет manifest.txt."))
      #expect(try verify("--json", out: place).status == 2)
    }
    let text = try verify(out: "messages.jsonl")
    #expect(text.status == 2 && text.output.isEmpty)
    #expect(text.errors.hasPrefix("messages.jsonl: there is no package here that can be read"))
  }

  @Test("an archive that was cut short is called so, in both languages")
  func cutShort() throws {
    try make("sender:900", out: "case.tar")
    let whole = try Data(contentsOf: home.folder.appending(path: "case.tar"))
    for length in [700, whole.count / 2, whole.count - 1_030] {
      try whole.prefix(length).write(to: home.folder.appending(path: "cut.tar"))
      let outcome = try verify(out: "cut.tar")
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.errors == "cut.tar: the archive is cut short; part of it is missing. Fetch or copy it again.\n")
      let russian = try verify(out: "cut.tar", language: "ru_RU.UTF-8").errors
      #expect(russian == "cut.tar: архив обрезан, части его нет. Получите или скопируйте его ещё раз.\n")
    }
  }

  @Test("a package that somebody took the manifest out of is a package with faults")
  func manifestTaken() throws {
    try make("sender:900")
    try FileManager.default.removeItem(at: url("manifest.txt"))
    let outcome = try verify()
    #expect(outcome.status == 1 && outcome.output.contains("manifest.txt: missing"))
  }

  @Test("the report is well formed, draws the timeline, speaks both languages and lets no markup of a message through")
  func report() throws {
    try make("--finding", finding())
    let html = try text("report.html")
    let body = html.replacing("<!DOCTYPE html>\n", with: "")
    #expect(XMLParser(data: Data(body.utf8)).parse())
    for words in ["What this can&#39;t prove", "Чего это доказать не может", "<svg", "Xiaomi 12", "R04", "@media print"] {
      #expect(html.contains(words), "\(words)")
    }
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
    #expect(!html.contains("http://") || !html.contains("src="))
  }
}
