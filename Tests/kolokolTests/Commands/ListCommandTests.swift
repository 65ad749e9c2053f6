import Foundation
import Testing

@Suite("kolokol list and show")
struct ListCommandTests {
  private static let texts = [
    "Подключено новое устройство Xiaomi 12, Казань. Не вы? Позвоните 900", "Уведомления переключены с СМС на push, устройство Xiaomi 12",
    "Номер телефона изменён с +7 900 ***-**-11 на +7 900 ***-**-12", "Вход в Сбербанк Онлайн, Казань", "Покупка 310р",
  ]

  private func objects(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }

  @Test("what a message tells about the account stands in JSON under the names that parse gives it, and null where it tells nothing")
  func securityFields() throws {
    let home = try ProgramHome()
    let lines = Self.texts.enumerated().map { place, text in
      #"{"id":"\#(place)","time":"2026-03-0\#(place + 1)T11:00:00Z","sender":"900","text":"\#(text)"}"# + "\n"
    }.joined()
    try home.write(lines, "messages.jsonl")
    #expect(try home.run(["import", "messages.jsonl"]).status == 0)
    let parsed = try objects(try home.run(["parse", "--json", "messages.jsonl"]).output)
    let listed = try objects(try home.run(["list", "--json"]).output).reversed()
    #expect(parsed.count == Self.texts.count && listed.count == Self.texts.count)
    for (parsed, listed) in zip(parsed, listed) {
      for key in ["security", "device", "place", "from", "to"] {
        #expect(listed[key] != nil, "\(key)")
        #expect(listed[key] as? String == parsed[key] as? String, "\(key)")
      }
    }
    #expect(parsed.compactMap { $0["device"] as? String } == ["Xiaomi 12", "Xiaomi 12"])
    #expect(parsed.compactMap { $0["to"] as? String } == ["push", "+7 900 ***-**-12"])
    let last = try #require(listed.first?["id"] as? NSNumber)
    let shown = try objects(try home.run(["show", "\(last)", "--json"]).output)
    #expect(shown.first?["device"] as? String == "Xiaomi 12")
  }

  @Test("docs/formats.md names every field that list prints as JSON, in their order")
  func documentedFields() throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let documented = try String(contentsOf: project.appending(path: "docs/formats.md"), encoding: .utf8)
    let start = try #require(documented.range(of: "## What `list` and `show` print"))
    let section = documented[start.upperBound...].prefix { $0 != "#" }
    let home = try ProgramHome()
    try home.write(#"{"time":"2026-03-01T11:00:00Z","sender":"900","text":"Покупка 310р"}"# + "\n", "messages.jsonl")
    #expect(try home.run(["import", "messages.jsonl"]).status == 0)
    let line = try home.run(["list", "--json"]).output
    let names = line.prefix(while: { $0 != "[" }).matches(of: #/"([a-z_]+)":/#).map { String($0.1) }
    #expect(names.contains("deliveries"))
    let rows = section.split(separator: "\n").compactMap { $0.firstMatch(of: #/^\| (.*?) \|/#)?.1 }.joined(separator: " ")
    #expect(rows.matches(of: #/`([a-z_]+)`/#).map { String($0.1) }.filter(names.contains) == names)
  }
}
