import CSQLite
import Foundation
import Model
import Parsing
import Testing

@testable import Ingest

/// Files made up for the tests, and what readers find in them.
enum Fixture {
  /// A user in Moscow, whose machine was started on 1 March 2026 at 00:00 UTC, and a file changed that day at 12:00 UTC.
  static let context = ReadingContext(
    zone: TimeZone(secondsFromGMT: 3 * 3600) ?? .gmt, changed: Timestamp(milliseconds: 1_772_366_400_000),
    now: Timestamp(milliseconds: 1_772_373_600_000), boot: Timestamp(milliseconds: 1_772_323_200_000))

  /// An input over these bytes. The window is small, so that records meet its edge all the time.
  static func input(_ bytes: [UInt8], capacity: Int = 64) throws -> ByteInput {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    try #require(fflush(file) == 0)
    let descriptor = dup(fileno(file))
    try #require(lseek(descriptor, 0, SEEK_SET) == 0)
    return ByteInput(name: "test", source: DescriptorSource(descriptor, owned: true), capacity: capacity)
  }

  /// Everything a reader of the format found by content says about these bytes.
  static func read(_ bytes: [UInt8], capacity: Int = 64, context: ReadingContext = context) throws -> Reading {
    let type = try FormatDetector.reader(for: Head(Array(bytes.prefix(Head.size))))
    var reader = try type.init(input(bytes, capacity: capacity), context)
    return try read(&reader)
  }

  static func read(_ text: String, capacity: Int = 64, context: ReadingContext = context) throws -> Reading {
    try read(Array(text.utf8), capacity: capacity, context: context)
  }

  static func read(_ reader: inout any MessageReader) throws -> Reading {
    var reading = Reading(format: reader.format)
    while let record = try reader.next() {
      switch record.item {
      case .message(let message): reading.messages.append(message)
      case .event(let event): reading.events.append(event)
      case .refused(let refusal): reading.refusals.append(refusal)
      case .skipped(let reason): reading.skipped.append(reason)
      }
      reading.resumeOffsets.append(record.resumeOffset)
    }
    reading.notes = reader.notes
    return reading
  }

  /// Runs statements on a database file, which is made when it isn't there.
  static func database(_ sql: String, at path: String) throws {
    var connection: OpaquePointer?
    try #require(sqlite3_open(path, &connection) == SQLITE_OK)
    defer { sqlite3_close(connection) }
    try #require(sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK, "\(String(cString: sqlite3_errmsg(connection)))")
  }

  /// A backup with these records.
  static func backup(_ records: String) -> String {
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"1\">\n\(records)\n</smses>\n"
  }

  /// A received SMS of a backup.
  static func sms(_ body: String, sender: String = "900", date: Int64 = 1_772_362_934_000, more: String = "") -> String {
    "<sms protocol=\"0\" address=\"\(sender)\" date=\"\(date)\" type=\"1\" subject=\"null\" body=\"\(body)\" read=\"1\" \(more)/>"
  }
}

/// What came out of a file.
struct Reading {
  var format: Format
  var messages: [InboundMessage] = []
  var events: [SecurityEvent] = []
  var refusals: [Refusal] = []
  var skipped: [SkipReason] = []
  var resumeOffsets: [Int64] = []
  var notes = ReaderNotes()

  var texts: [String] { messages.map(\.text) }
  var reasons: [Refusal.Reason] { refusals.map(\.reason) }
}
