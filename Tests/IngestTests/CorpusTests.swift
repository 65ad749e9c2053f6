import Foundation
import Testing

@testable import Ingest

/// Files that real phones wrote; they lie beside the project and aren't part of it.
@Suite("Real backups", .enabled(if: Corpus.directory != nil, "no corpus beside the project"))
struct CorpusTests {
  @Test(
    "a real file gives the messages, skips and refusals it holds",
    arguments: [
      ("devadvance_empty.xml", 0, 0, 0), ("devadvance_sample_mms.xml", 4, 0, 0), ("devadvance_sample_small.xml", 4, 3, 0),
      ("devadvance_sms_small.xml", 8, 4, 0), ("devadvance_sms_and_mms.xml", 27, 22, 1), ("fkleon_emptySms.xml", 0, 0, 0),
      ("fkleon_invalidSms.xml", 1, 0, 1), ("fkleon_invalidSms2.xml", 0, 0, 1), ("fkleon_sms-and-mms.xml", 0, 3, 0),
      ("fkleon_sms-non-dupes.xml", 1, 1, 0), ("fkleon_sms-non-dupes-2.xml", 0, 2, 0), ("shruggietech_minimal_mms.xml", 1, 0, 0),
      ("shruggietech_minimal_sms.xml", 1, 0, 0), ("shruggietech_mixed.xml", 2, 2, 0),
    ])
  func counts(_ name: String, _ read: Int, _ skipped: Int, _ refused: Int) throws {
    let directory = try #require(Corpus.directory)
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(directory)/sms-backup/\(name)")))
    for capacity in [64, 65_536] {
      let reading = try Fixture.read(bytes, capacity: capacity)
      #expect(reading.messages.count == read)
      #expect(reading.skipped.count == skipped)
      #expect(reading.refusals.count == refused)
    }
  }

  @Test(
    "a real file of another program gives the messages, skips and refusals it holds",
    arguments: [
      ("dunstctl_history.json", "dunst", 2, 0, 0), ("gotify_messages.json", "gotify", 1, 0, 0),
      ("kdeconnect_notification_packets.ndjson", "kde-connect", 1, 1, 0), ("kdeconnect_sms_messages.json", "kde-connect", 0, 2, 0),
      ("mmcli_J_samples.ndjson", "mmcli-json", 2, 1, 0), ("ntfy_messages.ndjson", "ntfy", 5, 3, 0),
      ("mmcli_K_samples.txt", "mmcli", 2, 2, 0), ("dumpsys_notification_sample.txt", "dumpsys", 1, 1, 0),
    ])
  func formats(_ name: String, _ format: String, _ read: Int, _ skipped: Int, _ refused: Int) throws {
    let directory = try #require(Corpus.directory)
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(directory)/formats/\(name)")))
    for capacity in [64, 65_536] {
      let reading = try Fixture.read(bytes, capacity: capacity)
      #expect(reading.format.name == format)
      #expect(reading.messages.count == read)
      #expect(reading.skipped.count == skipped)
      #expect(reading.refusals.count == refused)
    }
  }

  @Test("archived texts of iPhones give what they hold")
  func archives() throws {
    let directory = try #require(Corpus.directory)
    let lines = try String(contentsOfFile: "\(directory)/ios-attributedBody.jsonl", encoding: .utf8).split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      var repair = TextRepair()
      let bytes = Array(line.utf8)
      let fields = try bytes.withUnsafeBufferPointer { try JSONValue.object($0, repair: &repair) }
      let archive = try #require([UInt8](hexadecimal: fields.text("hex") ?? ""))
      guard let expected = fields["expected"]?.fields?["text"], case .string(let text) = expected else { continue }
      #expect(TypedStream.text(archive, repair: &repair) == text, "\(fields.text("id") ?? "")")
    }
  }
}

enum Corpus {
  /// The corpus's folder; nil where there is none.
  static var directory: String? {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = ProcessInfo.processInfo.environment["KOLOKOL_CORPUS"] ?? project.appendingPathComponent("../shared/corpus").standardized.path
    return FileManager.default.fileExists(atPath: path + "/sms-backup") ? path : nil
  }
}
