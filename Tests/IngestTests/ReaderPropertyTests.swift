import Foundation
import Testing

@testable import Ingest

@Suite("Whatever the bytes")
struct ReaderPropertyTests {
  /// A file of each format, with most of what can stand in one.
  static let files: [String] = [
    "<?xml version='1.0' encoding='UTF-8'?>\n<!-- A & B -->\n<smses count=\"3\">\n" + Fixture.sms("раз &#55357;&#56838; &amp; > два")
      + "\n<sms/>\n<mms date='1772362934000' msg_box='1'><parts><part ct='text/plain' text='три'/><part data='QUJD'/></parts><addrs>"
      + "<addr address='900' type='137'/></addrs></mms>\nstray" + Fixture.sms("четыре") + "<sms a=b/>" + Fixture.sms("пять") + "</smses>\n",
    (0..<4).map { "{\"time\":\(1_772_362_934_000 + $0),\"text\":\"раз \\ud83d\\ude06 \($0)\",\"x\":{\"y\":[1,{}]}}\n" }.joined()
      + "{bad}\n{\"type\":\"event\"}\n{\"time\":1,\"title\":\"t\"}\n",
    "time;sender;text\n1;900;\"раз;\n\"\"два\"\"\"\n2;900;три\nx;;\n3;\"900\";\"четыре\"\n",
    AndroidJSONTests.fossify, AndroidJSONTests.columns, NotificationSourcesTests.log, TextSourcesTests.dump,
    NotificationSourcesTests.packets, ServerAndModemTests.ntfyLines, ServerAndModemTests.modemLines, TextSourcesTests.modemLines,
  ]

  /// Files that are always read from the beginning: what lies in an archive or a database, and Gammu's backups.
  static func wholes() throws -> [[UInt8]] {
    let folder = TemporaryFolder()
    let phone = folder.path + "/phone.db"
    let gammu = folder.path + "/gammu.db"
    try Fixture.database(
      DatabaseTests.phone + DatabaseTests.phoneRow("1, 'g1', 'раз', NULL, 1, 794055734000000000, 0, 1, 'SMS', 0, 0")
        + DatabaseTests.phoneRow(
          "2, 'g2', NULL, x'\(DatabaseTests.hex(DatabaseTests.archive("Код 4321 😆")))', 1, 794055735500000000, 0, 0, 'SMS', 0, 0"),
      at: phone)
    try Fixture.database(
      DatabaseTests.gammu + DatabaseTests.part(1, "2026-03-01 14:02:14", "раз")
        + DatabaseTests.part(2, "2026-03-01 14:02:16", "два ", "050003A70302"), at: gammu)
    return try [phone, gammu].map { try [UInt8](Data(contentsOf: URL(filePath: $0))) } + [
      Array(TextSourcesTests.backup.utf8),
      ArchiveTests.archive([ArchiveTests.Entry(name: "messages.ndjson", bytes: Array(AndroidJSONTests.columns.utf8))]),
    ]
  }

  @Test("reading on from where any record says gives the records behind it", arguments: files)
  func resuming(_ file: String) throws {
    let bytes = Array(file.utf8)
    let all = try items(bytes, from: 0)
    for (index, item) in all.enumerated() where item.isEnd {
      #expect(try items(bytes, from: item.offset).map(\.text) == all.dropFirst(index + 1).map(\.text), "from \(item.offset)")
    }
    // The rows of a table are read in batches.
    #expect(all.count { $0.isEnd } > (file.hasPrefix("time;") ? 0 : all.count / 2))
  }

  /// A record as text, where reading can take up again, and whether that is behind it.
  private struct Item {
    var text: String
    var offset: Int64
    var isEnd: Bool
  }

  /// What is read from an offset on.
  private func items(_ bytes: [UInt8], from offset: Int64) throws -> [Item] {
    let type = try FormatDetector.reader(for: Head(bytes))
    let input = try Fixture.input(bytes)
    var reader = try type.init(input, Fixture.context)
    try reader.passOver(to: offset, input)
    var items: [Item] = []
    while let record = try reader.next() {
      items.append(Item(text: "\(record.item)", offset: record.resumeOffset, isEnd: record.resumeOffset == input.offset))
    }
    return items
  }

  @Test("bytes changed at random trap nothing, and no record reaches behind the file or goes back", arguments: files.indices)
  func mutations(_ index: Int) throws {
    try mutate(Array(Self.files[index].utf8), seed: index, context: Fixture.context)
  }

  @Test("nor do they in archives and databases", arguments: 0..<4)
  func mutatedWholes(_ index: Int) throws {
    // Of a pipe: the bytes lie in no file that could be opened by its name.
    var pipe = Fixture.context
    pipe.changed = nil
    try mutate(try Self.wholes()[index], seed: index, context: pipe)
  }

  private func mutate(_ original: [UInt8], seed: Int, context: ReadingContext) throws {
    var random = Dice(state: UInt64(seed) + 1)
    let spice = Array("<>\"'&;,/{}[]\\\n\r\0\t smsx10".utf8) + [0xFF, 0xD0, 0xCC]
    for _ in 0..<120 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = spice.randomElement(using: &random) ?? 0
        case 1: bytes.insert(spice.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes.removeSubrange(place..<min(place + Int.random(in: 1...20, using: &random), bytes.count - 1))
        default: bytes.insert(contentsOf: bytes[place..<min(place + 30, bytes.count)], at: place)
        }
      }
      guard let reading = try? Fixture.read(bytes, capacity: Int.random(in: 1...200, using: &random), context: context) else { continue }
      #expect(reading.resumeOffsets.allSatisfy { $0 <= Int64(bytes.count) })
      #expect(zip(reading.resumeOffsets, reading.resumeOffsets.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
