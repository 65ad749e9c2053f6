import Foundation
import Testing

/// Whatever others wrote into messages, events, files and names: no command lets a control character of it through.
@Suite("What commands print is safe")
struct SafeOutputTests {
  private let home: ProgramHome

  /// A window title, the clipboard, a colour by C1, a bell, an override of the direction, an isolate, DEL and backspace.
  private static let hostile = "X\u{1B}]0;T\u{7}\u{1B}]52;c;WA==\u{7}\u{1B}[31m\u{9B}31m\u{90}q\u{202E}\u{2066}\u{200F}\u{61C}\u{7F}\u{8}"
  /// The same in JSON.
  private static let json = #"X\u001b]0;T\u0007\u001b]52;c;WA==\u0007\u001b[31m\u009b31m\u0090q\u202e\u2066\u200f\u061c\u007f\b"#
  /// The same in TOML.
  private static let toml = #"X\u001B]0;T\u0007\u001B]52;c;WA==\u0007\u001B[31m\u009B31m\u0090q\u202E\u2066\u200F\u061C\u007F\b"#

  init() throws {
    home = try ProgramHome()
  }

  /// The first character that a terminal would obey, with what stands around it; nil when there is none.
  private func danger(in text: String, allowing allowed: Set<Unicode.Scalar> = []) -> String? {
    let scalars = Array(text.unicodeScalars)
    let place = scalars.firstIndex { scalar in
      guard !allowed.contains(scalar), scalar != "\n" else { return false }
      return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl
    }
    return place.map { place in
      "U+" + String(scalars[place].value, radix: 16) + " in " + String(String.UnicodeScalarView(scalars[max(0, place - 40)..<place]))
    }
  }

  private func check(_ arguments: [String], input: String = "", allowing allowed: Set<Unicode.Scalar> = []) throws {
    for language in ["C.UTF-8", "ru_RU.UTF-8"] {
      let outcome = try home.run(arguments, input: input, language: language)
      let called = arguments.joined(separator: " ").debugDescription
      #expect(danger(in: outcome.output, allowing: allowed) == nil, "\(called), standard output")
      #expect(danger(in: outcome.errors) == nil, "\(called), standard error")
    }
  }

  /// A bell in which every field that comes from outside is hostile.
  private func fill() throws {
    let h = Self.json
    let place = #""account":"\#(h)","bank":"\#(h)""#
    let device = #""device":{"id":"\#(h)","name":"\#(h)","platform":"\#(h)"},"place":"\#(h)","by":"\#(h)","confirmed_by":"\#(h)""#
    let copy = #""channel":"sms","endpoint":"\#(h)""#
    let lines = [
      #"{"id":"\#(h)1","time":"2026-02-01T11:00:00Z",\#(place),\#(copy),"sender":"\#(h)","title":"\#(h)","text":"\#(h) Покупка 100р \#(h)"}"#,
      #"{"id":"m2","time":"2026-03-01T11:01:00Z",\#(copy),"sender":"900","text":"Покупка 200р \#(h)SHOP\#(h) Баланс: 500р"}"#,
      #"{"type":"event","id":"\#(h)0","time":"2026-01-01T11:02:11Z",\#(place),"kind":"device_bound","device":{"id":"d0","name":"Old"}}"#,
      #"{"type":"event","id":"\#(h)","time":"2026-03-01T11:02:11Z",\#(place),"kind":"device_bound",\#(device)}"#,
      #"{"type":"event","id":"\#(h)2","time":"2026-03-01T11:03:11Z",\#(place),"kind":"channel_changed","to":"push","by":"\#(h)"}"#,
      #"{"type":"event","id":"e4","time":"2026-03-01T11:04:11Z",\#(place),"kind":"transfer","amount_minor":90000000,"payee":"\#(h)"}"#,
      #"{"id":"\#(h)bad","time":"\#(h)","text":"\#(h)"}"#, "\(Self.hostile) no JSON",
    ]
    try home.write(lines.joined(separator: "\n") + "\n", "hostile.jsonl")
    let configuration = home.folder.appending(path: ".config/kolokol")
    for folder in ["banks", "policies", "themes"] {
      try FileManager.default.createDirectory(at: configuration.appending(path: folder), withIntermediateDirectories: true)
    }
    let strict = try home.run(["lab", "show", "--json", "strict-sms"]).output
    #expect(!strict.isEmpty)
    let t = Self.toml
    let policy = """
      id = "\(t)"
      name = "\(t)"
      name_ru = "\(t)"
      remark = "\(t)"
      decides = "client"
      initial = "sms"
      [[step]]
      channel = "sms"
      stop = "delivered"
      """
    try home.write(policy, ".config/kolokol/policies/mine.toml")
    try home.write("id = \"\(t)\"\n\"\(t)\" = 1\n", ".config/kolokol/policies/wrong.toml")
    try home.write("\"\(t)\" = \"\(t)\"\n", ".config/kolokol/banks/\(Self.name)wrong.toml")
    try home.write("\"\(t)\" = \"\(t)\"\n", ".config/kolokol/themes/wrong.toml")
    try home.write("theme = \"\(t)\"\n\"\(t)\" = 1\n[rules]\nshared = [\"\(t)\"]\n\"\(t)\" = 2\n", ".config/kolokol/config.toml")
  }

  /// What may stand in a file's name.
  private static let name = hostile.replacing("/", with: "")

  @Test("every field of every command, for people and for machines, in both languages", .timeLimit(.minutes(10)))
  func everyField() throws {
    try fill()
    let hostile = Self.hostile
    let copy = home.folder.appending(path: Self.name + ".jsonl")
    try FileManager.default.copyItem(at: home.folder.appending(path: "hostile.jsonl"), to: copy)
    try check(["import", "hostile.jsonl"])
    try check(["import", "--json", copy.lastPathComponent, hostile, "--account", hostile])
    try check(["import", "--dry-run", "--refused", hostile + ".refused", copy.lastPathComponent])
    for option in ["--bank", "--format"] { try check(["import", option, hostile, "hostile.jsonl"]) }
    let first = try #require(try home.run(["list", "--all", "--everywhere"]).output.split(separator: " ").first).description
    for command in [
      ["list", "--everywhere"], ["list", "--everywhere", "--json"], ["list", hostile], ["list", "sender:\(hostile)"], ["show", first],
      ["show", first, "--json"], ["show", hostile], ["channels"], ["channels", "--json"],
      ["channels", "set", "codes", "push", "--bank", hostile],
      ["channels", "--history"], ["channels", "--history", "--json"], ["channels", "--bank", hostile], ["devices"], ["devices", "--json"],
      ["devices", "link", hostile, "--bank", "sberbank", "--platform", hostile], ["devices"], ["devices", "confirm", hostile],
      ["devices", "report", hostile], ["devices", "report", hostile, "--bank", "sberbank"], ["devices", "unlink", "no" + hostile],
      ["devices", "undo"], ["audit", "--format", "table"], ["audit", "--format", "json"], ["audit", "--format", "ocsf"],
      ["audit", "--rule", hostile], ["audit", "--since", hostile], ["audit", "--from-the-beginning"],
      ["audit", "--from-the-beginning", "--json"], ["lab", "show"], ["lab", "show", "--json"], ["lab", "show", hostile],
      ["lab", "show", hostile + ".toml"], ["lab", "check", hostile], ["lab", "check", hostile, "--json"],
      ["lab", "compare", hostile, "strict-sms", "--clients", "10", "--days", "1"],
      ["lab", "compare", hostile, "--clients", "10", "--days", "1", "--json"], ["lab", "compare", "--set", hostile],
      ["lab", "simulate", hostile, "--messages", "3"], ["ledger", "verify"], ["ledger", "verify", "--json"],
      ["ledger", "verify", "--checkpoint", hostile], ["ledger", "explain", "1", hostile], ["ledger", "prove", "3"],
      ["ledger", "checkpoint"],
      ["evidence", "--out", hostile + ".tar", "--finding", hostile], ["evidence", "--out", hostile], ["evidence", "--out", hostile],
      ["evidence", "verify", hostile], ["evidence", "verify", "no" + hostile], ["evidence", "verify", hostile, "--json"], ["reparse"],
      ["reparse", "--json"], ["rules"], ["rules", "show", hostile], ["rules", "limits"], ["doctor"], ["doctor", "--json"],
      ["doctor", "--database", hostile], ["list", "--database", hostile], ["erase", hostile, "--yes"], ["parse", hostile], [hostile],
      ["snapshot", "--screen", "inbox"], ["snapshot", "--screen", "devices"], ["snapshot", "--screen", "security"],
      ["snapshot", "--theme", hostile], ["snapshot", "--screen", "inbox", "--format", "svg"], ["demo", "--story", hostile],
    ] { try check(command) }
    try check(["audit", "--format", "csv"], allowing: ["\r"])
    let input = try String(contentsOf: home.folder.appending(path: "hostile.jsonl"), encoding: .utf8)
    for format in ["table", "json", "ocsf"] { try check(["audit", "--stream", "--format", format], input: input) }
    try check(["audit", "--stream", "--format", "csv"], input: input, allowing: ["\r"])
    for options in [[], ["--json"], ["--explain"], ["--json", "--explain"]] { try check(["parse"] + options, input: input) }
  }

  @Test("the check itself finds what a terminal obeys")
  func findsDanger() {
    for scalar in Self.hostile.unicodeScalars where scalar.value < 0x20 || scalar.value >= 0x7F {
      #expect(danger(in: "a\(scalar)b") != nil, "U+\(String(scalar.value, radix: 16))")
    }
    #expect(danger(in: "Покупка 100 ₽\n│ █ ␛") == nil)
  }
}
