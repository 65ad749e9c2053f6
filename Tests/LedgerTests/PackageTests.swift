import Foundation
import Model
import Testing

@testable import Ledger

/// A log of three entries and a package of it, made by hand.
struct HandmadePackage {
  var files: [String: [UInt8]] = [:]
  let key = SigningKey()
  let log = LogID(rawValue: 0xC0FF_EE00_1234_5678)
  var checkpoint: Checkpoint

  static let delivery = Delivery(
    channel: .sms, time: Timestamp(milliseconds: 1_772_362_931_000), sender: "900", title: "a\\b\nc", text: "Новое устройство\n: \"x\"")

  static let event = SecurityEvent(
    id: "m7", time: Timestamp(milliseconds: 1_772_362_931_000), kind: .deviceBound, account: "main",
    device: LinkedDevice(id: "d2", name: "Xiaomi \"12\""), source: .message(NotificationID(rawValue: 7)))

  /// `withdrawn`: whether entry 3 is an event, which entry 4 withdraws where that is so; nil for neither.
  init(count: Int = 3, withdrawn: Bool? = nil) throws {
    let salt = Salt.random()
    let record = DeliveryRecord.bytes(of: Self.delivery, account: "main")
    let log = log
    func leaf(_ sequence: Int, _ kind: Leaf.Kind, _ payload: [UInt8]) -> [UInt8] {
      Leaf(log: log, sequence: sequence, time: Timestamp(milliseconds: 5), actor: .program, kind: kind, payload: payload).bytes
    }
    let verifier = key.verifier(name: log.origin)
    var leaves = [leaf(0, .logBegan, Array(#"{"key":"\#(verifier.description)"}"#.utf8))]
    leaves.append(leaf(1, .delivery, salt.hash(record).bytes))
    for number in 2..<(withdrawn == nil ? count : 3) {
      leaves.append(leaf(number, .preference, Array(#"{"channel":"sms","id":\#(number)}"#.utf8)))
    }
    if let withdrawn {
      leaves.append(leaf(3, .event, salt.hash(EventRecord.bytes(of: Self.event)).bytes))
      leaves.append(leaf(4, .withdrawal, Array(#"{"leaves":[\#(withdrawn ? 3 : 1_000)]}"#.utf8)))
    }
    let count = leaves.count
    let hashes = leaves.map { TreeHash.leaf($0) }
    let proofs = TreeProofs { level, position in
      var frontier = Frontier()
      for hash in hashes[(position << level)..<((position + 1) << level)] { frontier.append(hash) }
      return frontier.root
    }
    checkpoint = Checkpoint(origin: log.origin, size: count, root: try proofs.root(size: count))
    func put(_ file: PackageFile, _ text: String) { files[file.rawValue] = Array(text.utf8) }
    for file in PackageFile.allCases where file.isListed { put(file, "") }
    put(.report, "<p>report</p>\n")
    put(.rules, "{}\n")
    put(.key, verifier.description + "\n")
    put(.checkpoint, try checkpoint.signed(by: key).text)
    var line = JSONObject()
    line.add("leaf", 1)
    for (name, value) in DeliveryRecord.fields(of: record) { line.add(name, value) }
    line.add("use", "whole")
    line.add("salt", Hexadecimal.text(salt.bytes))
    line.add("record", Data(record).base64EncodedString())
    put(.messages, line.line + "\n")
    if let withdrawn {
      var line = JSONObject()
      line.add("leaf", 3)
      if withdrawn { line.add("withdrawn", 4) }
      line.add("event", EventRecord.json(of: Self.event))
      line.add("salt", Hexadecimal.text(salt.bytes))
      line.add("record", Data(EventRecord.bytes(of: Self.event)).base64EncodedString())
      put(.events, line.line + "\n")
    }
    put(
      .log, #"{"leaf":2,"kind":"preference","actor":"program","time":"1970-01-01T00:00:00.005Z","payload":{"channel":"sms","id":2}}"# + "\n"
    )
    put(
      .proofs,
      try leaves.indices.map { index in
        ([String(index), Hexadecimal.text(leaves[index])] + (try proofs.inclusion(of: index, in: count)).map(\.hex)).joined(separator: " ")
          + "\n"
      }.joined())
    try seal()
  }

  /// Writes the manifest anew and signs it, as only the holder of the key can.
  mutating func seal() throws {
    files[PackageFile.manifest.rawValue] = nil
    files[PackageFile.manifestNote.rawValue] = nil
    let manifest = Array(files.sorted { $0.key < $1.key }.map { "\(Hash(of: $0.value).hex)  \($0.key)\n" }.joined().utf8)
    let note = try key.sign(PackageFile.noteText(origin: log.origin, manifest: Hash(of: manifest)), name: log.origin)
    files[PackageFile.manifest.rawValue] = manifest
    files[PackageFile.manifestNote.rawValue] = Array(note.note.utf8)
  }

  func verdict(against kept: [(path: String, text: String)] = []) -> PackageVerdict {
    PackageVerifier.verify(PackageContents(files.map { .file(name: $0.key, bytes: $0.value) }), against: kept)
  }

  mutating func replace(_ file: PackageFile, _ text: String, with new: String) throws {
    let old = String(decoding: files[file.rawValue] ?? [], as: UTF8.self)
    #expect(old.contains(text))
    files[file.rawValue] = Array(old.replacing(text, with: new).utf8)
  }
}

@Suite("Evidence packages")
struct PackageTests {
  @Test("an untouched package is good, and counts what it proved", arguments: [3, 4, 7, 64, 100])
  func untouched(count: Int) throws {
    let verdict = try HandmadePackage(count: count).verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.messages == 1 && verdict.entries == 1)
    #expect(verdict.checkpoint?.size == count)
  }

  @Test("a byte changed anywhere in any file is found, a thousand times")
  func changedBytes() throws {
    let package = try HandmadePackage(count: 9)
    var random = SplitMix(seed: 7)
    let names = package.files.keys.filter { package.files[$0]?.isEmpty == false }.sorted()
    for _ in 0..<1_000 {
      var changed = package
      let name = names[Int(random.next() % UInt64(names.count))]
      let place = Int(random.next() % UInt64(changed.files[name]?.count ?? 1))
      changed.files[name]?[place] ^= UInt8(1 << (random.next() % 8))
      // Base64 of a signature ends in bits that mean nothing, and Ed25519 in one that may be either.
      if name == PackageFile.manifestNote.rawValue, place > (changed.files[name]?.count ?? 0) - 4 { continue }
      #expect(!changed.verdict().isGood, "\(name), byte \(place)")
    }
  }

  @Test("what the key's holder changes afterwards is found as well, as the entries don't vouch for it")
  func resealed() throws {
    func faults(_ change: (inout HandmadePackage) throws -> Void) throws -> [PackageFault] {
      var package = try HandmadePackage()
      try change(&package)
      try package.seal()
      return package.verdict().faults
    }
    #expect(try faults { _ in } == [])
    #expect(
      try faults { try $0.replace(.messages, #""sender":"900""#, with: #""sender":"901""#) } == [.differs(.messages, line: 1, entry: 1)])
    #expect(try faults { try $0.replace(.messages, #""use""#, with: #""bank":"x","use""#) } == [.differs(.messages, line: 1, entry: 1)])
    #expect(try faults { try $0.replace(.messages, #""leaf":1"#, with: #""leaf":2"#) } == [.unproven(.messages, line: 1)])
    #expect(try faults { try $0.replace(.messages, #""leaf":1"#, with: #""leaf":99"#) } == [.unproven(.messages, line: 1)])
    #expect(try faults { try $0.replace(.messages, "{", with: "") } == [.malformed(.messages, line: 1)])
    #expect(try faults { try $0.replace(.log, "sms", with: "push") } == [.differs(.log, line: 1, entry: 2)])
    #expect(try faults { try $0.replace(.log, "program", with: "user") } == [.differs(.log, line: 1, entry: 2)])
    let withheld = #"{"leaf":1,"withheld":true,"text":"made up"}"# + "\n"
    #expect(try faults { $0.files["messages.jsonl"] = Array(withheld.utf8) } == [.differs(.messages, line: 1, entry: 1)])
    #expect(try faults { $0.files["proofs.txt"] = [] }.contains(.unproven(.messages, line: 1)))
    let stranger = SigningKey().verifier(name: try HandmadePackage().log.origin).description + "\n"
    #expect(try faults { $0.files["key.txt"] = Array(stranger.utf8) }.first == .checkpointUnsigned)
  }

  @Test("an event is shown as withdrawn by the entry that withdraws it, and never without one")
  func withdrawnEvents() throws {
    func verdict(withdrawn: Bool, _ change: (inout HandmadePackage) throws -> Void = { _ in }) throws -> PackageVerdict {
      var package = try HandmadePackage(withdrawn: withdrawn)
      try change(&package)
      try package.seal()
      return package.verdict()
    }
    let differs = [PackageFault.differs(.events, line: 1, entry: 3)]
    for withdrawn in [true, false] {
      let untouched = try verdict(withdrawn: withdrawn)
      #expect(untouched.faults.isEmpty && untouched.events == 1)
    }
    #expect(try verdict(withdrawn: true) { try $0.replace(.events, #""withdrawn":4,"#, with: "") }.faults == differs)
    #expect(try verdict(withdrawn: true) { try $0.replace(.events, #""withdrawn":4"#, with: #""withdrawn":2"#) }.faults == differs)
    #expect(try verdict(withdrawn: false) { try $0.replace(.events, #""leaf":3"#, with: #""leaf":3,"withdrawn":4"#) }.faults == differs)
    #expect(try verdict(withdrawn: true) { try $0.replace(.events, "Xiaomi", with: "Nokia") }.faults == differs)
    let withheld = #"{"leaf":3,"withdrawn":4,"withheld":true}"# + "\n"
    let covered = try verdict(withdrawn: true) { $0.files["events.jsonl"] = Array(withheld.utf8) }
    #expect(covered.faults.isEmpty && covered.withheld == 1)
    #expect(try verdict(withdrawn: false) { $0.files["events.jsonl"] = Array(withheld.utf8) }.faults == differs)
    let silent = try verdict(withdrawn: true) { $0.files["events.jsonl"] = Array(#"{"leaf":3,"withheld":true}"#.utf8) }
    #expect(silent.faults == differs)
    let unproven = try verdict(withdrawn: true) { package in
      package.files["proofs.txt"] = Array((package.files["proofs.txt"] ?? []).split(separator: 0x0A).dropLast().joined(separator: [0x0A]))
    }
    #expect(unproven.faults == differs)
  }

  @Test("a whole package under another key than the log's is found")
  func otherKey() throws {
    var package = try HandmadePackage()
    let stranger = SigningKey()
    package.files["key.txt"] = Array((stranger.verifier(name: package.log.origin).description + "\n").utf8)
    package.files["checkpoint.txt"] = Array(try package.checkpoint.signed(by: stranger).text.utf8)
    try package.seal()
    #expect(package.verdict().faults.contains(.foreignKey))
    #expect(package.verdict().faults.contains(.manifestUnsigned))
  }

  @Test("a package without anything to prove isn't good")
  func nothing() throws {
    var package = try HandmadePackage()
    package.files["messages.jsonl"] = []
    package.files["log.jsonl"] = []
    try package.seal()
    #expect(package.verdict().faults == [.nothing])
    #expect(!PackageVerifier.verify(PackageContents([])).isGood)
  }

  @Test("a checkpoint kept elsewhere: the same, an unknown one, a rewritten one, another log's, an unsigned one")
  func kept() throws {
    let package = try HandmadePackage()
    func verdict(_ checkpoint: Checkpoint, _ key: SigningKey) throws -> [PackageFault] {
      package.verdict(against: [(path: "kept", text: try checkpoint.signed(by: key).text)]).faults
    }
    let good = package.checkpoint
    #expect(try verdict(good, package.key) == [])
    #expect(package.verdict(against: [(path: "kept", text: try good.signed(by: package.key).text)]).kept == 1)
    #expect(try verdict(Checkpoint(origin: good.origin, size: 2, root: good.root), package.key) == [.keptUncompared("kept", size: 2)])
    #expect(try verdict(Checkpoint(origin: good.origin, size: 3, root: TreeHash.empty), package.key) == [.keptDiffers("kept", size: 3)])
    #expect(try verdict(Checkpoint(origin: good.origin, size: 9, root: good.root), package.key) == [.keptDiffers("kept", size: 9)])
    #expect(try verdict(good, SigningKey()) == [.keptUnsigned("kept")])
    let other = Checkpoint(origin: LogID(rawValue: 1).origin, size: 3, root: good.root)
    #expect(try verdict(other, package.key) == [.keptOfOtherLog("kept")])
    #expect(package.verdict(against: [(path: "kept", text: good.text)]).faults == [.keptUnsigned("kept")])
  }

  @Test(
    "names that would lie elsewhere, files there twice and links are found",
    arguments: ["../x", "/etc/x", "a/b", ".x", "", "a\u{0}b", "a b"])
  func unsafeNames(name: String) throws {
    let package = try HandmadePackage()
    var members = package.files.map { TarArchive.Member.file(name: $0.key, bytes: $0.value) }
    members.append(.file(name: name, bytes: []))
    #expect(PackageVerifier.verify(PackageContents(members)).faults == [.unsafeName(name)])
    members[members.count - 1] = .file(name: "key.txt", bytes: [])
    #expect(PackageVerifier.verify(PackageContents(members)).faults.contains(.twice("key.txt")))
    members[members.count - 1] = .other(name: "link")
    #expect(PackageVerifier.verify(PackageContents(members)).faults == [.notAFile("link")])
  }

  @Test("an archive gives back what was put in, and a cut or changed one nothing but what is wrong with it")
  func archive() throws {
    let files: [(name: String, bytes: [UInt8])] = [
      ("a.txt", []), ("b.txt", Array(repeating: 7, count: 512)), ("c", Array(repeating: 1, count: 1_000)),
    ]
    let archive = TarArchive.archive(files, time: 0)
    #expect(try TarArchive.members(of: archive) == files.map { .file(name: $0.name, bytes: $0.bytes) })
    for length in stride(from: 0, to: archive.count - 1_024, by: 100) {
      #expect(throws: length < 512 ? TarArchive.Failure.noArchive : .cutShort) { try TarArchive.members(of: Array(archive.prefix(length))) }
    }
    var changed = archive
    changed[3] ^= 1
    #expect(throws: TarArchive.Failure.noArchive) { try TarArchive.members(of: changed) }
  }

  @Test("a record's fields come back as they were, whatever stands in them")
  func fields() {
    let record = DeliveryRecord.bytes(of: HandmadePackage.delivery, account: "main")
    let fields = Dictionary(uniqueKeysWithValues: DeliveryRecord.fields(of: record).map { ($0.name, $0.value) })
    #expect(fields["title"] == HandmadePackage.delivery.title)
    #expect(fields["text"] == HandmadePackage.delivery.text)
    #expect(fields["sender"] == "900" && fields["account"] == "main" && fields["status"] == "delivered")
    #expect(DeliveryRecord.fields(of: Array("something else".utf8)).isEmpty)
  }
}
