import Foundation
import Testing

/// docs/scale/audit_spark.py on a real Spark. `KOLOKOL_SPARK` names its `spark-submit`; without it nothing is run.
@Suite(
  "audit spread by Spark",
  .enabled(if: ProcessInfo.processInfo.environment["KOLOKOL_SPARK"] != nil, "KOLOKOL_SPARK doesn't name a spark-submit"))
struct ScaleTests {
  /// Sixty clients, every third of them taken over, two devices shared.
  private static let events: String = (0..<60).flatMap { client -> [String] in
    func event(_ number: Int, _ day: Int, _ rest: String) -> String {
      let date = "2026-\(day < 28 ? "01" : "02")-\(String(101 + day % 28).dropFirst())T09:00:0\(number)Z"
      return #"{"type":"event","id":"e\#(number)","time":"\#(date)","account":"c\#(client)","bank":"sberbank",\#(rest)}"# + "\n"
    }
    let device = client % 30 == 0 ? "shared" : "x\(client)"
    let quiet = [
      event(0, 0, #""kind":"device_bound","device":{"id":"d\#(client)"}"#), event(1, 20, #""kind":"login","device":{"id":"d\#(client)"}"#),
    ]
    guard client % 3 == 0 else { return quiet }
    return quiet + [
      event(2, 30, #""kind":"device_bound","device":{"id":"\#(device)"}"#), event(3, 30, #""kind":"channel_changed","to":"push""#),
      event(4, 30, #""kind":"code_delivered","endpoint":"\#(device)","channel":"push""#),
    ]
  }.joined()

  private func last(_ lines: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let finding = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: any Sendable])
      found[try #require(finding["id"] as? String)] = finding["state"] as? String == "withdrawn" ? nil : String(line)
    }
    return found
  }

  @Test("the findings are those of one process, whatever the partitions", arguments: [1, 7])
  func partitions(_ count: Int) throws {
    let home = try ProgramHome()
    try home.write(Self.events, "events.jsonl")
    let alone = try home.run(["audit", "--stream", "--json"], input: Self.events).output
    let across = try home.run(["audit", "--stream", "--across-accounts", "--json"], input: Self.events).output
    let script = URL(fileURLWithPath: #filePath).appending(path: "../../../../docs/scale/audit_spark.py").standardizedFileURL
    let spark = Process()
    spark.executableURL = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["KOLOKOL_SPARK"]))
    spark.arguments = [
      "--master", "local[2]", "--conf", "spark.ui.enabled=false", script.path, "--partitions", String(count), "--kolokol",
      ProgramHome.program.path, "events.jsonl", "found",
    ]
    spark.currentDirectoryURL = home.folder
    spark.standardError = FileHandle.nullDevice
    try spark.run()
    spark.waitUntilExit()
    #expect(spark.terminationStatus == 0)
    let folder = home.folder.appending(path: "found")
    let parts = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("part-") }
    let found = try parts.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    let expected = try last(alone + across)
    #expect(expected.count > 60)
    #expect(try last(found) == expected)
  }
}
