import Foundation
import Model

/// Verifies an evidence package by nothing but itself and, if there are any, checkpoints kept elsewhere. docs/evidence.md describes the method.
///
/// First that the files are those of the manifest and that the log's key signed it; then that the checkpoint is signed, that every entry is in
/// the tree it states the root of, and last that every line says what its entry vouches for.
public struct PackageVerifier {
  private let contents: PackageContents
  private var verdict = PackageVerdict()
  /// The entries that are proven, by number.
  private var entries: [Int: Leaf] = [:]

  /// Verifies a package.
  /// - Parameters:
  ///   - contents: its files.
  ///   - kept: checkpoints kept elsewhere: the file's path, and what is in it.
  /// - Returns: what was found.
  public static func verify(_ contents: PackageContents, against kept: [(path: String, text: String)] = []) -> PackageVerdict {
    var verifier = PackageVerifier(contents: contents)
    verifier.checkFiles()
    verifier.checkSignatures(kept)
    verifier.checkMessages()
    verifier.checkEvents()
    verifier.checkLog()
    verifier.checkFindings()
    let verdict = verifier.verdict
    if verdict.messages + verdict.events + verdict.entries == 0, verdict.faults.isEmpty { verifier.verdict.faults = [.nothing] }
    return verifier.verdict
  }

  private init(contents: PackageContents) {
    self.contents = contents
  }

  private mutating func fail(_ fault: PackageFault) { verdict.faults.append(fault) }

  // MARK: Files

  private mutating func checkFiles() {
    verdict.faults = contents.faults
    var listed: Set<String> = []
    for (number, line) in contents.lines(.manifest).enumerated() {
      let parts = String(decoding: line, as: UTF8.self).components(separatedBy: "  ")
      guard parts.count == 2, let hash = Hash(hex: parts[0]) else {
        fail(.malformed(.manifest, line: number + 1))
        continue
      }
      let name = parts[1]
      guard PackageFile.isSafe(name) else {
        fail(.unsafeName(name))
        continue
      }
      if !listed.insert(name).inserted { fail(.twice(name)) }
      guard let bytes = contents.files[name] else {
        fail(.missing(name))
        continue
      }
      if Hash(of: bytes) != hash { fail(.changed(name)) }
    }
    for file in PackageFile.allCases where contents.files[file.rawValue] == nil && !listed.contains(file.rawValue) {
      fail(.missing(file.rawValue))
    }
    let expected = listed.union([PackageFile.manifest.rawValue, PackageFile.manifestNote.rawValue])
    for name in contents.files.keys.sorted() where !expected.contains(name) { fail(.added(name)) }
  }

  // MARK: Signatures and the tree

  private mutating func checkSignatures(_ kept: [(path: String, text: String)]) {
    let key = VerifierKey(contents.text(.key).trimmingCharacters(in: .newlines))
    guard let key, let signed = SignedCheckpoint(contents.text(.checkpoint)), signed.isSigned(by: key) else {
      fail(.checkpointUnsigned)
      return
    }
    verdict.checkpoint = signed.checkpoint
    let manifest = Hash(of: contents.files[PackageFile.manifest.rawValue] ?? [])
    let note = SignedNote(contents.text(.manifestNote))
    if note?.text != PackageFile.noteText(origin: key.name, manifest: manifest) || note?.isSigned(by: key) != true {
      fail(.manifestUnsigned)
    }
    checkEntries(signed.checkpoint)
    if !isOfLog(key) { fail(.foreignKey) }
    for checkpoint in kept { hold(to: checkpoint, signed.checkpoint, key) }
  }

  private mutating func checkEntries(_ checkpoint: Checkpoint) {
    let log = LogID(origin: checkpoint.origin)
    for (number, line) in contents.lines(.proofs).enumerated() {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let path = words.dropFirst(2).compactMap { Hash(hex: $0) }
      guard words.count >= 2, path.count == words.count - 2, let sequence = Int(words[0]), let bytes = Hexadecimal.bytes(words[1]) else {
        fail(.malformed(.proofs, line: number + 1))
        continue
      }
      let isProven = InclusionProof.verify(
        leaf: TreeHash.leaf(bytes), index: sequence, size: checkpoint.size, path: path, root: checkpoint.root)
      guard isProven, let leaf = Leaf(bytes), leaf.sequence == sequence, leaf.log == log else {
        fail(.notInLog(entry: sequence))
        continue
      }
      entries[sequence] = leaf
    }
  }

  /// Whether the log's first entry names the key, or a later one that puts another in its place.
  private func isOfLog(_ key: VerifierKey) -> Bool {
    let last = entries.values.filter { $0.kind == .logBegan || $0.kind == .keyReplaced }.max { $0.sequence < $1.sequence }
    return last.flatMap { JSONValue($0.payload)?["key"]?.text } == key.description && entries[0]?.kind == .logBegan
  }

  private mutating func hold(to kept: (path: String, text: String), _ checkpoint: Checkpoint, _ key: VerifierKey) {
    guard let old = SignedCheckpoint(kept.text) else {
      fail(.keptUnsigned(kept.path))
      return
    }
    guard old.checkpoint.origin == checkpoint.origin else {
      fail(.keptOfOtherLog(kept.path))
      return
    }
    let keys = entries.values.compactMap { JSONValue($0.payload)?["key"]?.text.flatMap { VerifierKey($0) } }
    guard ([key] + keys).contains(where: { old.isSigned(by: $0) }) else {
      fail(.keptUnsigned(kept.path))
      return
    }
    let size = old.checkpoint.size
    guard size <= checkpoint.size else {
      fail(.keptDiffers(kept.path, size: size))
      return
    }
    let proof = size == checkpoint.size ? [] : proof(from: size)
    guard let proof else {
      fail(.keptUncompared(kept.path, size: size))
      return
    }
    if ConsistencyProof.verify(from: size, oldRoot: old.checkpoint.root, to: checkpoint.size, root: checkpoint.root, proof: proof) {
      verdict.kept += 1
    } else {
      fail(.keptDiffers(kept.path, size: size))
    }
  }

  private func proof(from size: Int) -> [Hash]? {
    for line in contents.lines(.earlier) {
      guard let value = JSONValue(line), value["size"]?.number == Int64(size), let list = value["proof"]?.list else { continue }
      let hashes = list.compactMap { $0.text.flatMap { Hash(hex: $0) } }
      return hashes.count == list.count ? hashes : nil
    }
    return nil
  }

  // MARK: Lines

  /// What a line says and the entry it is about; nil, and told, when there is no such entry of the kinds wanted.
  private mutating func line(_ line: ArraySlice<UInt8>, _ file: PackageFile, _ number: Int, _ kinds: Set<Leaf.Kind>) -> (JSONValue, Leaf)? {
    guard let value = JSONValue(line), let sequence = value["leaf"]?.number else {
      fail(.malformed(file, line: number))
      return nil
    }
    guard let leaf = entries[Int(truncatingIfNeeded: sequence)], kinds.contains(leaf.kind) else {
      fail(.unproven(file, line: number))
      return nil
    }
    return (value, leaf)
  }

  /// The record of a line, if its salt and it give what the entry holds; nil otherwise.
  private static func record(_ value: JSONValue, _ leaf: Leaf) -> [UInt8]? {
    guard let salt = value["salt"]?.text.flatMap({ Hexadecimal.bytes($0) }).flatMap({ Salt($0) }),
      let record = value["record"]?.text.flatMap({ Data(base64Encoded: $0) }).map({ Array($0) })
    else { return nil }
    let start = value["use"]?.text == "covered" ? Hash.size : 0
    guard leaf.payload.count >= start + Hash.size, salt.hash(record).bytes == Array(leaf.payload[start..<(start + Hash.size)]) else {
      return nil
    }
    return record
  }

  /// A line without content says nothing but which entry it is.
  private static func isWithheld(_ value: JSONValue, names: Set<String>) -> Bool {
    guard case .object(let fields) = value else { return false }
    return fields["withheld"] == .flag(true) && Set(fields.keys).isSubset(of: names)
  }

  private mutating func checkMessages() {
    for (index, bytes) in contents.lines(.messages).enumerated() {
      guard let (value, leaf) = line(bytes, .messages, index + 1, [.delivery]) else { continue }
      if Self.isWithheld(value, names: ["leaf", "withheld", "reading"]) {
        verdict.withheld += 1
        continue
      }
      guard let record = Self.record(value, leaf), Self.says(value, DeliveryRecord.fields(of: record)) else {
        fail(.differs(.messages, line: index + 1, entry: leaf.sequence))
        continue
      }
      verdict.messages += 1
    }
  }

  /// Whether a line says in words exactly what the record does; beside it stands only what opens the record, and `reading`, what the program
  /// made of the text, which nothing vouches for.
  private static func says(_ value: JSONValue, _ record: [(name: String, value: String)]) -> Bool {
    guard case .object(var fields) = value else { return false }
    for name in ["leaf", "salt", "use", "record", "reading"] { fields[name] = nil }
    guard !record.isEmpty, fields.count == record.count else { return false }
    return record.allSatisfy { fields[$0.name]?.text == $0.value }
  }

  /// By which entry of the package events were withdrawn.
  private var withdrawals: [Int: Int64] {
    var withdrawals: [Int: Int64] = [:]
    for leaf in entries.values where leaf.kind == .withdrawal {
      for number in JSONValue(leaf.payload)?["leaves"]?.list ?? [] {
        if let event = number.number { withdrawals[Int(truncatingIfNeeded: event)] = Int64(leaf.sequence) }
      }
    }
    return withdrawals
  }

  private mutating func checkEvents() {
    let withdrawals = withdrawals
    for (index, bytes) in contents.lines(.events).enumerated() {
      guard let (value, leaf) = line(bytes, .events, index + 1, [.event]) else { continue }
      guard value["withdrawn"]?.number == withdrawals[leaf.sequence] else {
        fail(.differs(.events, line: index + 1, entry: leaf.sequence))
        continue
      }
      if Self.isWithheld(value, names: ["leaf", "withheld", "withdrawn"]) {
        verdict.withheld += 1
        continue
      }
      let prefix = Array("kolokol event 1\n".utf8)
      guard let record = Self.record(value, leaf), record.starts(with: prefix), let told = JSONValue(record.dropFirst(prefix.count)),
        value["event"] == told, case .object(let fields) = value,
        Set(fields.keys).subtracting(["withdrawn"]) == ["leaf", "salt", "record", "event"]
      else {
        fail(.differs(.events, line: index + 1, entry: leaf.sequence))
        continue
      }
      verdict.events += 1
    }
  }

  private mutating func checkLog() {
    let kinds = Set(Leaf.Kind.allCases).subtracting([.delivery, .event])
    for (index, bytes) in contents.lines(.log).enumerated() {
      guard let (value, leaf) = line(bytes, .log, index + 1, kinds) else { continue }
      let isSame =
        value["kind"]?.text == leaf.kind.name && value["actor"]?.text == leaf.actor.name && value["time"]?.text == leaf.time.rfc3339
        && value["payload"] == JSONValue(leaf.payload)
      if isSame { verdict.entries += 1 } else { fail(.differs(.log, line: index + 1, entry: leaf.sequence)) }
    }
  }

  private mutating func checkFindings() {
    for (index, bytes) in contents.lines(.findings).enumerated() {
      guard let value = JSONValue(bytes), let sequence = value["unmapped"]?["leaf"]?.number else {
        fail(.malformed(.findings, line: index + 1))
        continue
      }
      guard let leaf = entries[Int(truncatingIfNeeded: sequence)], leaf.kind == .finding, let told = JSONValue(leaf.payload) else {
        fail(.unproven(.findings, line: index + 1))
        continue
      }
      let info = value["finding_info"]
      let severity = value["severity_id"]?.number.flatMap { id in Severity.allCases.first { Int64($0.rawValue + 1) == id }?.name }
      let isSame =
        info?["uid"] == told["id"] && info?["analytic"]?["uid"] == told["rule"] && value["time"] == told["time"]
        && severity == told["severity"]?.text && value["evidences"]?.list?.first?["data"]?["events"] == told["evidence"]
      if isSame { verdict.findings += 1 } else { fail(.differs(.findings, line: index + 1, entry: leaf.sequence)) }
    }
  }
}
