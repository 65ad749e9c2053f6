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
  ]

  @Test("reading on from where any record says gives the records behind it", arguments: files)
  func resuming(_ file: String) throws {
    let bytes = Array(file.utf8)
    let whole = try Fixture.read(bytes)
    let all = try items(bytes, from: 0)
    for (index, offset) in whole.resumeOffsets.enumerated() {
      #expect(try items(bytes, from: offset) == Array(all.dropFirst(index + 1)), "from \(offset)")
    }
  }

  /// What is read from an offset on, as text.
  private func items(_ bytes: [UInt8], from offset: Int64) throws -> [String] {
    let type = try FormatDetector.reader(for: Head(bytes))
    let input = try Fixture.input(bytes)
    var reader = try type.init(input, Fixture.context)
    try reader.passOver(to: offset, input)
    var items: [String] = []
    while let record = try reader.next() { items.append("\(record.item)") }
    return items
  }

  @Test("bytes changed at random trap nothing, and no record reaches behind the file or goes back", arguments: files.indices)
  func mutations(_ index: Int) throws {
    let original = Array(Self.files[index].utf8)
    var random = Dice(state: UInt64(index) + 1)
    let spice = Array("<>\"'&;,/{}[]\\\n\r\0\t smsx10".utf8) + [0xFF, 0xD0, 0xCC]
    for _ in 0..<400 {
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
      guard let reading = try? Fixture.read(bytes, capacity: Int.random(in: 1...200, using: &random)) else { continue }
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
