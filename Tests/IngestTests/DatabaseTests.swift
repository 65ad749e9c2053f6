import CSQLite
import Foundation
import Model
import Testing

@testable import Ingest

@Suite("Other programs' databases")
struct DatabaseTests {
  /// A directory of its own for each test.
  private let directory = FileManager.default.temporaryDirectory.appending(path: "kolokol-databases-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  private func database(named name: String = "test.db", _ sql: String) throws -> String {
    let path = directory.appending(path: name).path
    try Fixture.database(sql, at: path)
    return path
  }

  private func read(_ path: String) throws -> Reading {
    let file = try InputFile(opening: path)
    let type = try FormatDetector.reader(for: try file.head())
    var context = Fixture.context
    if file.changed == nil { context.changed = nil }
    var reader = try type.init(file.input, context)
    return try Fixture.read(&reader)
  }

  /// What lies in the directory: names, bytes and times of change.
  private func snapshot() throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
      let path = directory.appending(path: name).path
      let changed = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      found[name] = ["\(changed?.timeIntervalSince1970 ?? 0)", try Data(contentsOf: URL(filePath: path)).base64EncodedString()]
    }
    return found
  }

  // MARK: iPhone

  /// An attributed string as an iPhone archives it, cut down to what is looked at.
  static func archive(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let length: [UInt8] = bytes.count < 0x80 ? [UInt8(bytes.count)] : [0x81, UInt8(bytes.count & 0xFF), UInt8(bytes.count >> 8)]
    return [0x04, 0x0B] + Array("streamtyped".utf8) + [0x81, 0xE8, 0x03, 0x84, 0x01, 0x40, 0x84, 0x84, 0x84, 0x12]
      + Array("NSAttributedString".utf8) + [0x00, 0x84, 0x84, 0x08] + Array("NSObject".utf8) + [0x00, 0x85, 0x92, 0x84, 0x84, 0x84, 0x08]
      + Array("NSString".utf8) + [0x01, 0x94, 0x84, 0x01, 0x2B] + length + bytes + [0x86, 0x84, 0x02, 0x69, 0x49, 0x01]
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String(format: "%02x", $0) }.joined()
  }

  static let phone = """
    CREATE TABLE _SqliteDatabaseProperties (key TEXT, value TEXT);
    CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);
    CREATE TABLE chat (ROWID INTEGER PRIMARY KEY, chat_identifier TEXT);
    CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER);
    CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, subject TEXT, attributedBody BLOB, handle_id INTEGER, date INTEGER,
      date_read INTEGER, is_from_me INTEGER, is_read INTEGER, service TEXT, item_type INTEGER, associated_message_type INTEGER,
      destination_caller_id TEXT);
    INSERT INTO handle VALUES (1, '900');
    INSERT INTO chat VALUES (7, 'VTB');
    INSERT INTO chat_message_join VALUES (7, 3);
    """

  static func phoneRow(_ values: String) -> String {
    "INSERT INTO message (ROWID, guid, text, attributedBody, handle_id, date, is_from_me, is_read, service, item_type, associated_message_type) "
      + "VALUES (\(values));\n"
  }

  @Test("dates at the ends of what a number holds are refused, one by one")
  func phoneDates() throws {
    let dates = ["-9223372036854775808", "9223372036854775807", "-9.3e18", "9.3e18", "1e300", "-1"]
    let path = try database(
      Self.phone
        + dates.enumerated().map { Self.phoneRow("\($0 + 10), 'g\($0)', 'Код 1234', NULL, 1, \($1), 0, 1, 'SMS', 0, 0") }.joined()
        + Self.phoneRow("99, 'g99', 'Покупка 310р', NULL, 1, 794055734000000000, 0, 1, 'SMS', 0, 0"))
    let reading = try read(path)
    #expect(reading.texts.last == "Покупка 310р")
    #expect(reading.messages.count + reading.refusals.count == dates.count + 1)
    #expect(reading.refusals.count == dates.count - 1)
  }

  @Test("a computed column that would fill the memory is refused")
  func endlessColumn() throws {
    let path = try database(
      """
      CREATE TABLE _SqliteDatabaseProperties (key TEXT, value TEXT);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY, date INTEGER, size INTEGER, text TEXT AS (hex(zeroblob(size))) VIRTUAL);
      INSERT INTO message (date, size) VALUES (794055734000000000, 30000000);
      """)
    #expect(throws: InputError.self) { try read(path) }
  }

  @Test("senders by their chat are found without an index for them")
  func phoneChats() throws {
    let path = try database(
      Self.phone.replacingOccurrences(of: "INSERT INTO chat_message_join VALUES (7, 3);", with: "")
        + "INSERT INTO chat_message_join VALUES (7, 1), (7, 2), (8, 2);"
        + Self.phoneRow("1, 'g1', 'Покупка 310р', NULL, 0, 794055734000000000, 0, 1, 'SMS', 0, 0")
        + Self.phoneRow("2, 'g2', 'Покупка 320р', NULL, 0, 794055735000000000, 0, 1, 'SMS', 0, 0"))
    #expect(try read(path).messages.map(\.sender) == ["VTB", "VTB"])
  }

  @Test("an iPhone's messages: texts, archived texts, senders by their chat, and what isn't a message")
  func phoneMessages() throws {
    let long = String(repeating: "Очень длинная выписка. ", count: 20)
    let path = try database(
      Self.phone + Self.phoneRow("1, 'g1', 'Покупка 310р', NULL, 1, 794055734000000000, 0, 1, 'SMS', 0, 0")
        + Self.phoneRow("2, 'g2', NULL, x'\(Self.hex(Self.archive("Код 4321 😆")))', 1, 794055735500000000, 0, 0, 'iMessage', 0, 0")
        + Self.phoneRow("3, 'g3', NULL, x'\(Self.hex(Self.archive(long)))', 0, 794055736000000000, 0, 0, 'SMS', 0, 0")
        + Self.phoneRow("4, 'g4', 'ответ', NULL, 1, 794055737000000000, 1, 1, 'SMS', 0, 0")
        + Self.phoneRow("5, 'g5', '\u{FFFC}', NULL, 1, 794055738000000000, 0, 0, 'SMS', 0, 0")
        + Self.phoneRow("6, 'g6', '\u{FFFC}чек', NULL, 1, 794055739000000000, 0, 0, 'SMS', 0, 0")
        + Self.phoneRow("7, 'g7', 'Понравилось', NULL, 1, 794055739000000000, 0, 0, 'iMessage', 0, 2001")
        + Self.phoneRow("8, 'g8', NULL, x'040b73747265616d', 1, 794055739000000000, 0, 0, 'SMS', 0, 0")
        + Self.phoneRow("9, 'g9', 'когда', NULL, 1, 0, 0, 0, 'SMS', 0, 0"))
    let reading = try read(path)
    #expect(
      reading.messages.first
        == InboundMessage(
          channel: .sms, sender: "900", text: "Покупка 310р", time: Timestamp(milliseconds: 1_772_362_934_000),
          deliveredAt: Timestamp(milliseconds: 1_772_362_934_000), isRead: true, sourceID: "g1"))
    #expect(reading.texts == ["Покупка 310р", "Код 4321 😆", long, "чек"])
    #expect(reading.messages.map(\.sender) == ["900", "900", "VTB", "900"])
    #expect(reading.messages.map(\.channel) == [.sms, .messenger, .sms, .sms])
    #expect(reading.messages[1].time.milliseconds == 1_772_362_935_500)
    #expect(reading.skipped == [.sent, .noText, .otherKind])
    #expect(reading.reasons == [.badAttributedBody, .noTime])
    #expect(reading.refusals.map(\.place) == [.row(table: "message", id: 8), .row(table: "message", id: 9)])
  }

  @Test("versions: dates in seconds, no archived texts; before iOS 6 flags and dates since 1970; a table that lacks the texts is said")
  func phoneVersions() throws {
    let seconds = try database(
      named: "seconds.db",
      """
      CREATE TABLE _SqliteDatabaseProperties (key TEXT, value TEXT);
      CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT, handle_id INTEGER, date INTEGER, is_from_me INTEGER);
      INSERT INTO handle VALUES (1, '900');
      INSERT INTO message VALUES (1, 'раз', 1, 465000000, 0), (2, 'два', 1, 465000001, 1);
      """)
    #expect(try read(seconds).messages.map(\.time.milliseconds) == [1_443_307_200_000])
    let old = try database(
      named: "old.db",
      """
      CREATE TABLE _SqliteDatabaseProperties (key TEXT, value TEXT);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY, address TEXT, date INTEGER, text TEXT, flags INTEGER);
      INSERT INTO message VALUES (1, '900', 1300000000, 'раз', 2), (2, '900', 1300000001, 'два', 3);
      """)
    let reading = try read(old)
    #expect(reading.messages.map(\.time.milliseconds) == [1_300_000_000_000])
    #expect(reading.messages.map(\.sender) == ["900"])
    #expect(reading.skipped == [.sent])
    let strange = try database(
      named: "strange.db", "CREATE TABLE _SqliteDatabaseProperties (a); CREATE TABLE message (ROWID INTEGER PRIMARY KEY, date);")
    #expect(throws: InputError(file: strange, reason: .missingInDatabase(table: "message", columns: ["text"]))) { try read(strange) }
  }

  @Test("an archived text cut at any byte never traps and never gives a part of it")
  func truncatedArchive() {
    for text in ["Код 4321", String(repeating: "ж", count: 300)] {
      let bytes = Self.archive(text)
      var repair = TextRepair()
      #expect(TypedStream.text(bytes, repair: &repair) == text)
      for length in 0..<bytes.count {
        let found = TypedStream.text(Array(bytes.prefix(length)), repair: &repair)
        #expect(found == nil || found == text)
      }
    }
  }

  // MARK: gammu-smsd

  static let gammu = """
    CREATE TABLE gammu (Version INTEGER);
    CREATE TABLE inbox (ID INTEGER PRIMARY KEY, ReceivingDateTime TIMESTAMP, Text TEXT, SenderNumber TEXT, Coding TEXT, UDH TEXT, TextDecoded TEXT);
    """

  static func part(_ id: Int, _ time: String, _ text: String, _ header: String = "", sender: String = "900", units: [UInt16]? = nil)
    -> String
  {
    let encoded = (units ?? Array(text.utf16)).map { String(format: "%04X", $0) }.joined()
    return "INSERT INTO inbox VALUES (\(id), '\(time)', '\(encoded)', '\(sender)', 'Unicode_No_Compression', '\(header)', '\(text)');\n"
  }

  @Test("gammu-smsd: a part of another day isn't of the message that lacks it, and MessageID tells messages apart where there is one")
  func gammuPartsFarApart() throws {
    let far = try read(
      try database(
        Self.gammu + Self.part(1, "2026-03-01 14:02:14", "раз ", "050003A70201")
          + Self.part(2, "2026-03-02 09:00:00", "два", "050003A70202")))
    #expect(far.texts == ["раз ", "два"])
    #expect(far.notes.incompleteMessages == 2)
    func part(_ id: Int, _ text: String, _ header: String, _ message: Int) -> String {
      """
      INSERT INTO inbox (ID, ReceivingDateTime, Text, SenderNumber, Coding, UDH, TextDecoded, MessageID)
      VALUES (\(id), '2026-03-01 14:02:1\(id)', '', '900', 'Default_No_Compression', '\(header)', '\(text)', '\(message)');

      """
    }
    let told = try read(
      try database(
        named: "told.db",
        Self.gammu + "ALTER TABLE inbox ADD COLUMN MessageID TEXT;" + part(1, "один ", "050003A70201", 7)
          + part(2, "раз ", "050003A70201", 8)
          + part(3, "два", "050003A70202", 8) + part(4, "конец", "050003A70202", 7)))
    #expect(told.texts == ["раз два", "один конец"])
  }

  @Test("gammu-smsd: parts are put together in any order, what stays incomplete is kept and said, clocks are the user's")
  func gammuParts() throws {
    let path = try database(
      Self.gammu + Self.part(1, "2026-03-01 14:02:14", "целое") + Self.part(2, "2026-03-01 14:02:16", "два ", "050003A70302")
        + Self.part(3, "2026-03-01 14:02:15", "раз ", "050003A70301")
        + Self.part(4, "2026-03-01 14:02:15", "чужой", "050003A70301", sender: "VTB")
        + Self.part(5, "2026-03-01 14:02:17", "три", "050003A70303") + Self.part(6, "2026-03-01 15:00:00", "снова ", "050003A70302")
        + Self.part(7, "2026-03-01 15:00:00", "снова ", "050003A70302")
        + Self.part(8, "2026-03-01 16:00:00", "", "06080400010201", units: [0x416, 0xD83D])
        + Self.part(9, "2026-03-01 16:00:01", "", "06080400010202", units: [0xDE06, 0x416]) + Self.part(10, "", "когда")
        + "INSERT INTO inbox VALUES (11, '2026-03-01 16:00:01', 'FFD8', '900', '8bit', '', '');")
    let reading = try read(path)
    #expect(reading.format.name == "gammu-smsd")
    #expect(reading.texts == ["целое", "раз два три", "снова ", "Ж😆Ж", "чужой", "снова "])
    #expect(reading.messages.map(\.parts) == [nil, 3, nil, 2, nil, nil])
    #expect(reading.messages.prefix(2).map(\.time.milliseconds) == [1_772_362_934_000, 1_772_362_935_000])
    #expect(reading.messages.map(\.sender) == ["900", "900", "900", "900", "VTB", "900"])
    #expect(reading.skipped == [.noText])
    #expect(reading.reasons == [.noTime])
    #expect(reading.refusals.map(\.place) == [.row(table: "inbox", id: 10)])
    #expect(reading.notes.incompleteMessages == 3)
    #expect(reading.notes.localTimes == 10)
    #expect(reading.notes.zone == Fixture.context.zone.identifier)
  }

  @Test("a user data header that holds other things too is understood, and one that is nonsense means nothing")
  func headers() throws {
    #expect(ConcatenationHeader(hexadecimal: "0B05040B8423F00003A70201")?.number == 1)
    #expect(ConcatenationHeader(hexadecimal: "060804A7030302")?.reference == 0x1A703)
    for nonsense in ["", "05", "0500", "050003A700", "050003A70004", "050003A70201FF0", "zz", "050003A70101"] {
      #expect(ConcatenationHeader(hexadecimal: nonsense) == nil, "\(nonsense)")
    }
  }

  // MARK: Nothing is written

  @Test("reading changes no byte, no time and no file of the directory")
  func nothingIsWritten() throws {
    let path = try database(Self.gammu + Self.part(1, "2026-03-01 14:02:14", "раз"))
    let before = try snapshot()
    #expect(try read(path).texts == ["раз"])
    #expect(try snapshot() == before)
  }

  @Test("what stands only in a write-ahead log is read, from a copy, and the log stays as it is")
  func hotLog() throws {
    let source = try database(named: "source", "PRAGMA journal_mode = WAL;" + Self.gammu + Self.part(1, "2026-03-01 14:02:14", "раз"))
    var connection: OpaquePointer?
    try #require(sqlite3_open(source, &connection) == SQLITE_OK)
    defer { sqlite3_close(connection) }
    try #require(sqlite3_exec(connection, Self.part(2, "2026-03-01 14:02:15", "два"), nil, nil, nil) == SQLITE_OK)
    let path = directory.appending(path: "hot.db").path
    for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: source + suffix, toPath: path + suffix) }
    let before = try snapshot()
    #expect(try read(path).texts == ["раз", "два"])
    #expect(try snapshot() == before)
    #expect(before.keys.contains("hot.db-wal"))
  }

  @Test(
    "behind links it is the same: what lies beside the database itself is read, or beside the link where all are linked; nothing changes",
    arguments: [false, true])
  func linkedHotLog(areAllLinked: Bool) throws {
    let source = try database(named: "source", "PRAGMA journal_mode = WAL;" + Self.gammu + Self.part(1, "2026-03-01 14:02:14", "раз"))
    var connection: OpaquePointer?
    try #require(sqlite3_open(source, &connection) == SQLITE_OK)
    defer { sqlite3_close(connection) }
    try #require(sqlite3_exec(connection, Self.part(2, "2026-03-01 14:02:15", "два"), nil, nil, nil) == SQLITE_OK)
    let real = directory.appending(path: "real.db").path
    let log = areAllLinked ? directory.appending(path: "log").path : real + "-wal"
    try FileManager.default.copyItem(atPath: source, toPath: real)
    try FileManager.default.copyItem(atPath: source + "-wal", toPath: log)
    let path = directory.appending(path: "linked.db").path
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "real.db")
    if areAllLinked { try FileManager.default.createSymbolicLink(atPath: path + "-wal", withDestinationPath: log) }
    let before = try snapshot()
    #expect(try read(path).texts == ["раз", "два"])
    #expect(try snapshot() == before)
  }

  @Test("the copy of a database lies where the next start removes it, whatever ends this one, and goes when it is read")
  func copyIsThrownAway() throws {
    let path = directory.appending(path: "hot.db").path
    try FileManager.default.copyItem(
      atPath: try database(named: "source", Self.gammu + Self.part(1, "2026-03-01 14:02:14", "раз")), toPath: path)
    // Something that isn't empty beside it makes a copy necessary.
    try Data([0]).write(to: URL(filePath: path + "-journal"))
    let file = try InputFile(opening: path)
    _ = try file.head()
    var foreign: ForeignDatabase? = try ForeignDatabase(file.input, isFile: true)
    let copy = try #require(foreign?.copy?.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: copy).contains(".held"))
    #expect(try FileManager.default.attributesOfItem(atPath: copy + "/copy.db")[.posixPermissions] as? Int == 0o600)
    foreign = nil
    #expect(!FileManager.default.fileExists(atPath: copy))
  }

  @Test("a program that writes to its database while it is read is noticed")
  func writtenMeanwhile() throws {
    let path = try database(Self.gammu + Self.part(1, "2026-03-01 14:02:14", "раз") + Self.part(2, "2026-03-01 14:02:15", "два"))
    let file = try InputFile(opening: path)
    _ = try file.head()
    var reader = try DatabaseReader(file.input, Fixture.context)
    guard case .message = try reader.next()?.item else {
      Issue.record("the first message is missing")
      return
    }
    try Fixture.database(Self.part(3, "2026-03-01 14:02:16", String(repeating: "три", count: 5000)), at: path)
    #expect(throws: InputError(file: path, reason: .changedMeanwhile)) {
      while try reader.next() != nil {}
    }
  }

  @Test("a database nobody knows is called by its tables, a damaged one by what SQLite says, and one through a pipe is read")
  func others() throws {
    let other = try database(named: "other.db", "CREATE TABLE recipes (a); CREATE TABLE spices (a);")
    #expect(throws: InputError(file: other, reason: .otherDatabase(tables: ["recipes", "spices"]))) { try read(other) }
    let bytes = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 4000)
    let damaged = directory.appending(path: "damaged.db").path
    try Data(bytes).write(to: URL(filePath: damaged))
    #expect(throws: InputError.self) { try read(damaged) }
    let good = try [UInt8](
      Data(contentsOf: URL(filePath: try database(named: "good.db", Self.gammu + Self.part(1, "2026-03-01 14:02:14", "раз")))))
    var pipe = Fixture.context
    pipe.changed = nil
    #expect(try Fixture.read(good, context: pipe).texts == ["раз"])
  }
}
