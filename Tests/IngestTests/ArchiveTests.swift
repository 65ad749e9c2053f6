import CArchive
import Foundation
import Testing

@testable import Ingest

@Suite("Archives and compressed files")
struct ArchiveTests {
  /// How a file stands in a made-up archive.
  struct Entry {
    var name: String
    var bytes: [UInt8]
  }

  /// What an archive is made as.
  enum Kind: CaseIterable {
    case zip, storedZip, tar, tarGzip, sevenZip
  }

  /// An archive as other programs write it.
  static func archive(_ entries: [Entry], as kind: Kind = .zip) throws -> [UInt8] {
    let writer = try #require(archive_write_new())
    defer { archive_write_free(writer) }
    switch kind {
    case .zip, .storedZip:
      archive_write_set_format_zip(writer)
      if kind == .storedZip { archive_write_zip_set_compression_store(writer) }
    case .tar: archive_write_set_format_ustar(writer)
    case .tarGzip:
      archive_write_set_format_ustar(writer)
      archive_write_add_filter_gzip(writer)
    case .sevenZip: archive_write_set_format_7zip(writer)
    }
    return try written(writer, entries)
  }

  private static func written(_ writer: OpaquePointer, _ entries: [Entry]) throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: entries.reduce(1 << 20) { $0 + $1.bytes.count * 2 })
    var used = 0
    try buffer.withUnsafeMutableBytes { bytes in
      try #require(archive_write_open_memory(writer, bytes.baseAddress, bytes.count, &used) == ARCHIVE_OK)
      for entry in entries {
        let header = try #require(archive_entry_new())
        defer { archive_entry_free(header) }
        archive_entry_set_pathname(header, entry.name)
        archive_entry_set_size(header, Int64(entry.bytes.count))
        archive_entry_set_filetype(header, 0o100000)
        archive_entry_set_perm(header, 0o600)
        try #require(archive_write_header(writer, header) == ARCHIVE_OK)
        _ = entry.bytes.withUnsafeBytes { archive_write_data(writer, $0.baseAddress, $0.count) }
      }
      try #require(archive_write_close(writer) == ARCHIVE_OK)
    }
    return Array(buffer.prefix(used))
  }

  /// One file compressed by itself.
  static func compressed(_ bytes: [UInt8], _ filter: (OpaquePointer?) -> Int32) throws -> [UInt8] {
    let writer = try #require(archive_write_new())
    defer { archive_write_free(writer) }
    _ = filter(writer)
    archive_write_set_format_raw(writer)
    return try written(writer, [Entry(name: "data", bytes: bytes)])
  }

  /// A ZIP by hand, of one stored file, so that every byte of it can be wrong.
  private static func crafted(_ name: String, _ bytes: [UInt8], flags: UInt32 = 0, method: UInt32 = 0, checksum: UInt32) -> [UInt8] {
    func number(_ value: UInt32, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) } }
    let size = number(UInt32(bytes.count), 4)
    return Array("PK\u{3}\u{4}".utf8) + number(20, 2) + number(flags, 2) + number(method, 2) + number(0, 4) + number(checksum, 4) + size
      + size
      + number(UInt32(name.utf8.count), 2) + number(0, 2) + Array(name.utf8) + bytes + Array("PK\u{1}\u{2}".utf8)
      + [UInt8](repeating: 0, count: 42)
  }

  private static let messages = Array(AndroidJSONTests.columns.utf8)

  private func read(_ bytes: [UInt8]) throws -> Reading {
    let path = folder.path + "/archive-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: path))
    let file = try InputFile(opening: path)
    var reader = try FormatDetector.reader(for: try file.head()).init(file.input, Fixture.context)
    return try Fixture.read(&reader)
  }

  private let folder = TemporaryFolder()

  private func error(_ bytes: [UInt8]) -> InputError.Reason? {
    do {
      _ = try read(bytes)
      return nil
    } catch {
      return (error as? InputError)?.reason ?? error as? InputError.Reason
    }
  }

  @Test("messages are read wherever they stand and however they are packed; what is none is passed over", arguments: Kind.allCases)
  func messages(kind: Kind) throws {
    let bytes = try Self.archive(
      [
        Entry(name: "data/PART_1.jpg", bytes: Array("no picture".utf8)), Entry(name: "messages.ndjson", bytes: Self.messages),
        Entry(name: "data/PART_2.jpg", bytes: Array("none either".utf8)),
      ], as: kind)
    let reading = try read(bytes)
    #expect(reading.format.name == "sms-import-export")
    #expect(reading.texts == ["раз", "два"])
    #expect(reading.skipped == [.sent])
  }

  @Test("an archive may hold files of several programs, each told by what stands in it")
  func several() throws {
    let bytes = try Self.archive([
      Entry(name: "sms.xml", bytes: Array(Fixture.backup(Fixture.sms("Код 4321")).utf8)),
      Entry(name: "messages.ndjson", bytes: Self.messages),
      Entry(name: "notes.txt", bytes: Array("hello".utf8)),
    ])
    #expect(try read(bytes).texts == ["Код 4321", "раз", "два"])
  }

  @Test("a compressed file is what is in it")
  func compressedFiles() throws {
    let xml = Array(Fixture.backup(Fixture.sms("Код 4321")).utf8)
    for filter in [
      archive_write_add_filter_gzip, archive_write_add_filter_bzip2, archive_write_add_filter_xz, archive_write_add_filter_zstd,
      archive_write_add_filter_lz4,
    ] {
      let reading = try read(try Self.compressed(xml, filter))
      #expect(reading.format.name == "sms-backup-restore")
      #expect(reading.texts == ["Код 4321"])
    }
    #expect(error(try Self.compressed(Array("hello".utf8), archive_write_add_filter_gzip)) == .noMessagesInArchive(found: [""]))
  }

  @Test("a database in an archive is read from a private copy")
  func database() throws {
    let path = folder.path + "/phone.db"
    try Fixture.database(
      DatabaseTests.phone + DatabaseTests.phoneRow("1, 'g1', 'Код 4321', NULL, 1, 794055734000000000, 0, 1, 'SMS', 0, 0"), at: path)
    let bytes = try Self.archive([Entry(name: "HomeDomain/sms.db", bytes: Array(try Data(contentsOf: URL(filePath: path))))], as: .tarGzip)
    #expect(try read(bytes).texts == ["Код 4321"])
  }

  @Test("a record that can't be read is named with the file in the archive and its line")
  func refusals() throws {
    let reading = try Fixture.read(
      try Self.archive([Entry(name: "messages.ndjson", bytes: Self.messages + Array("{\"address\":\n".utf8))]))
    #expect(reading.texts == ["раз", "два"])
    #expect(reading.refusals.map(\.file) == ["test:messages.ndjson"])
    #expect(reading.refusals.map(\.line) == [4])
  }

  @Test("names that climb out of their directory are names like others: nothing is unpacked to disk")
  func paths() throws {
    let bytes = try Self.archive(
      [
        Entry(name: "../../../../tmp/kolokol-escaped", bytes: Array("x".utf8)),
        Entry(name: "/etc/../messages.ndjson", bytes: Self.messages),
      ], as: .tar)
    #expect(try read(bytes).texts == ["раз", "два"])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/kolokol-escaped"))
  }

  @Test("a password, a bomb and archives of other things are each said")
  func refused() throws {
    #expect(error(Self.crafted("messages.ndjson", Self.messages, flags: 1, checksum: 7)) == .encrypted(.archive))
    #expect(
      error(try Self.archive([Entry(name: "a.txt", bytes: [1]), Entry(name: "b", bytes: [2])]))
        == .noMessagesInArchive(found: ["a.txt", "b"]))
    #expect(error(Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)) == .noMessagesInArchive(found: []))
    let blanks = Self.messages + [UInt8](repeating: UInt8(ascii: "\n"), count: 9 << 20)
    #expect(error(try Self.archive([Entry(name: "messages.ndjson", bytes: blanks)])) == .archiveBomb(ratio: 250))
    #expect(error(try Self.compressed(blanks, archive_write_add_filter_gzip)) == .archiveBomb(ratio: 250))
  }

  @Test("cut at any byte, what came before the cut is read, and the cut is told")
  func truncation() throws {
    let bytes = try Self.archive([Entry(name: "messages.ndjson", bytes: Self.messages)])
    let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("PK\u{1}\u{2}".utf8)) })
    for length in 4..<directory {
      var reader: (any MessageReader)?
      var texts: [String] = []
      do {
        reader = try ArchiveReader(try Fixture.input(Array(bytes.prefix(length))), Fixture.context)
        while let record = try reader?.next() {
          if case .message(let message) = record.item { texts.append(message.text) }
        }
        Issue.record("cut at \(length) went unnoticed")
      } catch {
        guard case .brokenArchive = (error as? InputError)?.reason else {
          Issue.record(error)
          continue
        }
      }
      #expect(texts == Array(["раз", "два"].prefix(texts.count)))
    }
    guard case .brokenArchive = error(Self.crafted("messages.ndjson", Self.messages, checksum: 7)) else {
      Issue.record("a wrong checksum went unnoticed")
      return
    }
  }
}
