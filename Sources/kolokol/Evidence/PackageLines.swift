import Detection
import Foundation
import Interface
import Ledger
import Model
import Storage

/// The data files of a package, line by line. docs/evidence.md describes them.
struct PackageLines {
  private let source: EvidenceSource
  private let setting: Setting

  init(_ source: EvidenceSource, setting: Setting) {
    self.source = source
    self.setting = setting
  }

  /// Copies of messages: every field of the record in words, beside what opens the record; under `reading` what nothing vouches for.
  var messages: String {
    source.messages.map { message in
      var object = JSONObject()
      object.add("leaf", Int64(message.leaf))
      var reading = JSONObject()
      reading.add("message", message.notification.rawValue)
      reading.add("bank", message.bank)
      if let opening = message.opening {
        let record = DeliveryRecord.bytes(of: message.delivery, account: message.account)
        for (name, value) in DeliveryRecord.fields(of: record) { object.add(name, value) }
        object.add("use", opening.use == .covered ? "covered" : "whole")
        object.add("salt", Hexadecimal.text(opening.salt.bytes))
        object.add("record", Data(record).base64EncodedString())
      } else {
        object.add("withheld", true)
      }
      object.add("reading", reading)
      return object.line + "\n"
    }.joined()
  }

  /// Events; those whose message was erased without content.
  var events: String {
    source.events.map { item in
      var object = JSONObject()
      object.add("leaf", Int64(item.leaf))
      if let withdrawal = item.withdrawal { object.add("withdrawn", Int64(withdrawal)) }
      if let salt = item.salt {
        object.add("event", EventRecord.json(of: item.event))
        object.add("salt", Hexadecimal.text(salt.bytes))
        object.add("record", Data(EventRecord.bytes(of: item.event)).base64EncodedString())
      } else {
        object.add("withheld", true)
      }
      return object.line + "\n"
    }.joined()
  }

  /// Entries that are neither deliveries nor events, as they stand in the log.
  var log: String {
    source.entries.compactMap { entry -> String? in
      guard let leaf = Leaf(entry.leaf), leaf.kind != .delivery, leaf.kind != .event else { return nil }
      var object = JSONObject()
      object.add("leaf", Int64(leaf.sequence))
      object.add("kind", leaf.kind.name)
      object.add("actor", leaf.actor.name)
      object.add("time", leaf.time.rfc3339)
      object.add("payload", json: String(decoding: leaf.payload, as: UTF8.self))
      return object.line + "\n"
    }.joined()
  }

  /// Findings in OCSF, each with its entry.
  var findings: String {
    let strings = setting.strings.securityStrings
    return source.findings.map { history in
      let finding = history.stored.finding
      let phone = finding.bank.flatMap { setting.catalog.bank(key: $0)?.phone }
      var object = OCSF.finding(
        history.stored, title: strings.name(of: finding.rule), advice: strings.advice(finding.rule, phone).joined(separator: " "),
        isUpdate: false)
      var own = JSONObject()
      own.add("leaf", history.leaf.map(Int64.init))
      own.add("transitions", history.transitions.map(Int64.init))
      object.add("unmapped", own)
      return object.line + "\n"
    }.joined()
  }

  /// Every device ever bound.
  var devices: String {
    EvidenceDevice.all(in: source).map { device in
      var object = JSONObject()
      object.add("device", device.device.id)
      object.add("name", device.device.name)
      object.add("platform", device.device.platform)
      object.add("account", device.account)
      object.add("bank", device.bank)
      object.add("bound", device.bound?.rfc3339)
      object.add("unbound", device.unbound?.rfc3339)
      object.add("leaves", device.leaves.map(Int64.init))
      return object.line + "\n"
    }.joined()
  }

  /// The rules in words, with the thresholds in force.
  var rules: String {
    let strings = setting.strings.securityStrings
    let book = setting.ruleBook
    var object = JSONObject()
    object.add("program", "kolokol " + Version.text)
    object.add("thresholds", LimitsReader.object(book.limits))
    object.add(
      "rules",
      RuleBook.numbers.map { rule in
        let text = strings.rule(rule, book.limits)
        var object = JSONObject()
        object.add("rule", rule.description)
        object.add("name", text.name)
        object.add("condition", text.condition)
        object.add("source", text.source)
        object.add("no_finding", text.guardText.isEmpty ? nil : text.guardText)
        return object
      })
    return object.line + "\n"
  }

  /// Number, bytes and path of every entry.
  var proofs: String {
    var text: [UInt8] = []
    for entry in source.entries {
      text += String(entry.sequence).utf8
      text.append(0x20)
      Hexadecimal.append(entry.leaf, to: &text)
      for hash in entry.path {
        text.append(0x20)
        hash.withUnsafeBytes { Hexadecimal.append($0, to: &text) }
      }
      text.append(0x0A)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Earlier checkpoints, each with the proof that the log of now begins with that of then.
  var earlier: String {
    source.earlier.map { signed, proof in
      var object = JSONObject()
      object.add("size", Int64(signed.checkpoint.size))
      object.add("root", signed.checkpoint.root.hex)
      object.add("proof", proof.map(\.hex))
      object.add("checkpoint", signed.text)
      return object.line + "\n"
    }.joined()
  }
}
