import CZlib
import Foundation
import Testing

@testable import Ingest

@Suite("ZIP archives of SMS Import/Export")
struct ArchiveTests {
  /// How a file stands in a made-up archive.
  struct Entry {
    var name: String
    var bytes: [UInt8]
    var isPacked = true
    /// Size and checksum behind the file, as Android's writer does it.
    var saysLater = true
    var flags: UInt16 = 0
    var method: UInt16?
    var checksum: UInt32?
  }

  static func archive(_ entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      let packed = entry.isPacked ? deflated(entry.bytes) : entry.bytes
      let sum = entry.checksum ?? UInt32(crc32(0, entry.bytes, uInt(entry.bytes.count)))
      let sizes = number(sum, 4) + number(UInt32(packed.count), 4) + number(UInt32(entry.bytes.count), 4)
      bytes += Array("PK\u{3}\u{4}".utf8) + number(20, 2) + number(UInt32(entry.flags | (entry.saysLater ? 8 : 0)), 2)
      bytes += number(UInt32(entry.method ?? (entry.isPacked ? 8 : 0)), 2) + number(0, 4)
      bytes += entry.saysLater ? [UInt8](repeating: 0, count: 12) : sizes
      bytes += number(UInt32(entry.name.utf8.count), 2) + number(0, 2) + Array(entry.name.utf8) + packed
      if entry.saysLater { bytes += Array("PK\u{7}\u{8}".utf8) + sizes }
    }
    return bytes + Array("PK\u{1}\u{2}".utf8) + [UInt8](repeating: 0, count: 42)
  }

  private static func number(_ value: UInt32, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  /// zlib's own wrapping is two bytes before and four behind.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    compress2(&packed, &size, bytes, uLong(bytes.count), 6)
    return Array(packed[2..<Int(size) - 4])
  }

  private static let messages = Array(AndroidJSONTests.columns.utf8)

  private func error(_ bytes: [UInt8]) -> InputError.Reason? {
    do {
      _ = try Fixture.read(bytes)
      return nil
    } catch {
      return (error as? InputError)?.reason ?? error as? InputError.Reason
    }
  }

  @Test(
    "messages.ndjson is read wherever it stands and however it is packed; the rest is passed over", arguments: [true, false], [true, false])
  func messages(isPacked: Bool, saysLater: Bool) throws {
    guard isPacked || !saysLater else { return }
    let bytes = Self.archive([
      Entry(name: "data/PART_1.jpg", bytes: Array("no picture".utf8), saysLater: saysLater),
      Entry(name: "messages.ndjson", bytes: Self.messages, isPacked: isPacked, saysLater: saysLater),
      Entry(name: "data/PART_2.jpg", bytes: Array("none either".utf8), saysLater: saysLater),
    ])
    let reading = try Fixture.read(bytes)
    #expect(reading.format.name == "sms-import-export")
    #expect(reading.texts == ["раз", "два"])
    #expect(reading.skipped == [.sent])
  }

  @Test("a record that can't be read is named with the file in the archive and its line")
  func refusals() throws {
    let reading = try Fixture.read(Self.archive([Entry(name: "messages.ndjson", bytes: Self.messages + Array("{\"address\":\n".utf8))]))
    #expect(reading.texts == ["раз", "два"])
    #expect(reading.refusals.map(\.file) == ["test:messages.ndjson"])
    #expect(reading.refusals.map(\.line) == [4])
  }

  @Test("names that climb out of their directory are names like others: nothing is unpacked to disk")
  func paths() throws {
    let bytes = Self.archive([
      Entry(name: "../../../../tmp/kolokol-escaped", bytes: Array("x".utf8)), Entry(name: "/etc/../messages.ndjson", bytes: Self.messages),
    ])
    #expect(try Fixture.read(bytes).texts == ["раз", "два"])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/kolokol-escaped"))
  }

  @Test("a password, a bomb, other packings and other archives are each said")
  func refused() throws {
    #expect(error(Self.archive([Entry(name: "messages.ndjson", bytes: Self.messages, saysLater: false, flags: 1)])) == .encrypted(.zip))
    #expect(error(Self.archive([Entry(name: "messages.ndjson", bytes: Self.messages, flags: 1)])) == .encrypted(.zip))
    #expect(error(Self.archive([Entry(name: "messages.ndjson", bytes: Self.messages, saysLater: false, method: 99)])) == .encrypted(.zip))
    #expect(error(Self.archive([Entry(name: "messages.ndjson", bytes: Self.messages, method: 14)])) == .packedOtherwise(method: 14))
    #expect(
      error(Self.archive([Entry(name: "a.txt", bytes: [1]), Entry(name: "b", bytes: [2])])) == .noMessagesInArchive(found: ["a.txt", "b"]))
    #expect(error(Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)) == .noMessagesInArchive(found: []))
    let bomb = Self.archive([Entry(name: "messages.ndjson", bytes: [UInt8](repeating: UInt8(ascii: "\n"), count: 9 << 20))])
    let input = try Fixture.input(bomb, capacity: 65_536)
    #expect(throws: InputError(file: "test", reason: .archiveBomb(ratio: 250))) {
      var reader = try ZipReader(input, Fixture.context)
      while try reader.next() != nil {}
    }
  }

  @Test("cut at any byte, what came before the cut is read, and the cut is told")
  func truncation() throws {
    let bytes = Self.archive([Entry(name: "messages.ndjson", bytes: Self.messages, isPacked: false, saysLater: false)])
    for length in 4..<bytes.count - 46 {
      var reader: (any MessageReader)?
      var texts: [String] = []
      do {
        reader = try ZipReader(try Fixture.input(Array(bytes.prefix(length))), Fixture.context)
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
    let changed = Self.archive([Entry(name: "messages.ndjson", bytes: Self.messages, checksum: 7)])
    guard case .brokenArchive = error(changed) else {
      Issue.record("a wrong checksum went unnoticed")
      return
    }
  }
}
