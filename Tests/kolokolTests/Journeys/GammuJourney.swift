import Foundation
import Testing

/// What of Gammu is installed.
enum Gammu {
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }
  static let program = "/usr/bin/gammu"

  /// The daemon, the tables it keeps messages in as its package has them, and what fills a database with them.
  static var keepsDatabase: Bool {
    ["/usr/bin/gammu-smsd", "/usr/bin/sqlite3"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
      && FileManager.default.isReadableFile(atPath: tables) && drivers.contains { FileManager.default.fileExists(atPath: $0) }
  }
  static let tables = "/usr/share/doc/gammu-smsd/examples/sqlite.sql"
  static let drivers = ["x86_64", "aarch64"].map { "/usr/lib/\($0)-linux-gnu/dbd/libdbdsqlite3.so" }
}

/// A real Gammu with its dummy phone, a directory: SMS that arrive there ring the bell.
@Suite("Gammu", .serialized, .enabled(if: Gammu.isInstalled, "gammu isn't installed"))
struct GammuJourney {
  private let home: ProgramHome

  private static let purchase = "ECMC1234 14:02 Покупка 310р KOFE Баланс: 9001р"
  /// Three parts in UCS-2.
  private static let statement = "Выписка по счёту за месяц: " + String(repeating: "покупки, переводы, ", count: 8) + "конец"

  init() throws {
    home = try ProgramHome()
    try home.write(
      """
      [gammu]
      model = dummy
      connection = none
      port = \(home.folder.path)/phone
      gammuloc = /dev/null

      [smsd]
      service = sql
      driver = sqlite3
      dbdir = \(home.folder.path)
      database = smsd.db
      logfile = \(home.folder.path)/smsd.log
      loopsleep = 1
      runonreceive = \(home.folder.path)/ring

      """, "gammurc")
    try FileManager.default.createDirectory(at: home.folder.appending(path: "phone"), withIntermediateDirectories: true)
  }

  @discardableResult
  private func run(_ program: String, _ arguments: String..., input: String? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = home.folder
    process.standardInput = try input.map { try FileHandle(forReadingFrom: URL(filePath: $0)) } ?? FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Puts an SMS into the phone's inbox, as the network would have brought it on 1 March 2026 at 11:02:14 UTC.
  private func receive(_ text: String) throws {
    let saved = try run(
      Gammu.program, "-c", "gammurc", "savesms", "TEXT", "-folder", "1", "-unread", "-sender", "900", "-unicode", "-maxsms", "9", "-len",
      "\(text.count)", "-autolen", "500", "-textutf8", text)
    try #require(saved == 0)
    let inbox = home.folder.appending(path: "phone/sms/1")
    for name in try FileManager.default.contentsOfDirectory(atPath: inbox.path) {
      let file = inbox.appending(path: name)
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      let received = lines.map { line in
        line.hasPrefix("PDU = ") ? "PDU = Deliver" : line.hasPrefix("DateTime = ") ? "DateTime = 20260301T110214Z" : line
      }
      try Data(received.joined(separator: "\n").utf8).write(to: file)
    }
  }

  @Test("a backup of a phone's SMS goes in, its parts put together, and again adds nothing")
  func backup() throws {
    try receive(Self.purchase)
    try receive(Self.statement)
    try #require(try run(Gammu.program, "-c", "gammurc", "backupsms", "phone.backup", "-all") == 0)
    let report = try home.run(["import", "--json", "phone.backup"])
    #expect(report.output.contains("\"format\":\"gammu-backup\",\"read\":2,\"added\":2,"), "\(report)")
    let rows = try home.run(["list", "--json"]).output
    #expect(rows.contains("\"text\":\"\(Self.purchase)\"") && rows.contains("\"amount_minor\":-31000"))
    #expect(rows.contains("\"text\":\"\(Self.statement)\"") && rows.contains("\"parts\":3"))
    #expect(rows.contains("\"time\":\"2026-03-01T11:02:14Z\""))
    #expect(try home.run(["import", "--json", "phone.backup"]).output.contains("\"added\":0,\"merged\":0,\"already_there\":2"))
  }

  @Test(
    "an SMS that gammu-smsd receives arrives in an open bell and joins its push",
    .enabled(if: Gammu.keepsDatabase, "gammu-smsd, its SQLite driver or sqlite3 isn't installed"),
    .enabled(if: TerminalSession.isAvailable, "tmux isn't installed"))
  func daemon() throws {
    try home.write("#!/bin/sh\nexec kolokol import smsd.db\n", "ring")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home.folder.path + "/ring")
    try #require(try run("/usr/bin/sqlite3", "smsd.db", input: Gammu.tables) == 0)
    try receive(Self.purchase)
    try home.write(
      "{\"time\":1772362945000,\"channel\":\"push\",\"sender\":\"ru.sberbankmobile\",\"text\":\"Покупка 310 ₽ KOFE. Баланс 9001 ₽\"}\n",
      "push.jsonl")
    let bell = try TerminalSession("kolokol import push.jsonl && kolokol", width: 140, home: home.folder)
    try bell.wait(forText: "1 unread")
    // A terminal that goes away makes it read its settings anew; only an interrupt ends it.
    let daemon = try TerminalSession("timeout --foreground -s INT 90 gammu-smsd -c gammurc", home: home.folder)
    defer { try? daemon.press("C-c") }
    try bell.wait(for: "both deliveries in one row") { screen in
      screen.contains(" PS·") && screen.contains("1 unread") && screen.contains("ECMC1234")
    }
  }
}
