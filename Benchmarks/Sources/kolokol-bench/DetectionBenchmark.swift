import ArgumentParser
import Detection
import Foundation
import Model

/// The rules alone: how many events a second, how much memory an account takes, how often they are wrong, and how soon they are right.
struct DetectionBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detection", abstract: "Measure the rules: speed, memory, false alarms, takeovers.")

  @Option(help: "How many events are watched at each number of accounts.")
  var events = 3_000_000

  @Option(help: "How many events a single account gets.")
  var single = 1_000_000

  @Option(help: "How many client-years, and how many takeovers, are judged.")
  var cases = 1_000

  func run() throws {
    Report.machine()
    try Self.speed(events: events)
    Self.oneAccount(events: single)
    try Self.quality(cases: cases)
  }

  /// Noon of 1 March 2026 in Moscow.
  private static let start: Int64 = 1_772_355_600_000

  // MARK: Speed and memory

  private static func speed(events: Int) throws {
    Report.heading("Speed and memory")
    var rows: [[String]] = []
    for accounts in [1_000, 100_000, 1_000_000] {
      let stream = mixed(accounts: accounts, events: events)
      let before = resident()
      var watch = EventWatch(RuleBook(), directory: NSTemporaryDirectory())
      var changes: [Finding] = []
      var found = 0
      let start = processorSeconds()
      for event in stream {
        try watch.take(event, into: &changes)
        found += changes.count
        changes.removeAll(keepingCapacity: true)
      }
      let seconds = processorSeconds() - start
      let memory = max(resident() - before, 0)
      rows.append([
        accounts.grouped, stream.count.grouped, Int(Double(stream.count) / seconds).grouped,
        // What a process takes besides would be most of it with few accounts.
        accounts < 100_000 ? "" : (memory / watch.openAccounts).grouped,
        found.grouped,
      ])
      withExtendedLifetime(watch) {}
    }
    Report.table(["accounts", "events", "events/s of processor time", "bytes an account", "findings told"], rows)
  }

  /// A stretch of the clients' lives, all of them at once, in order of time.
  private static func mixed(accounts: Int, events: Int) -> [SecurityEvent] {
    let each = max(events / accounts, 1)
    // About 1.2 events a day.
    let days = max(each * 10 / 12, 1)
    var all: [SecurityEvent] = []
    all.reserveCapacity(events + events / 4)
    for client in 0..<accounts { all += QuietLife(client: client, seed: 7, start: start, days: days).events.prefix(each) }
    all.sort { $0.time < $1.time }
    return all
  }

  /// An account whose window is full all the time: a shop's payments, and messages that never come as the client chose.
  private static func oneAccount(events: Int) {
    Report.heading("One account with \(events.grouped) events")
    let payment = { (number: Int) in
      event(.transfer, number) {
        $0.amount = Money(minorUnits: 100_00, currency: .rub)
        $0.direction = .outgoing
        $0.payee = "payee \(number % 300)"
      }
    }
    let message = { (number: Int) in
      event(.messageReceived, number) {
        $0.scope = "payment"
        $0.channel = .push
      }
    }
    var rows: [[String]] = []
    for (name, make) in [("payments", payment), ("messages against the client's choice", message)] {
      let book = RuleBook()
      var detector = AccountDetector(account: "c0")
      var changes: [Finding] = []
      var found: Set<FindingID> = []
      detector.take(event(.channelChanged, -1) { $0.to = "sms" }, book, into: &changes)
      let stream = (0..<events).map(make)
      let start = processorSeconds()
      for event in stream {
        detector.take(event, book, into: &changes)
        for change in changes { found.insert(change.id) }
        changes.removeAll(keepingCapacity: true)
      }
      let seconds = processorSeconds() - start
      rows.append([
        name, Int(Double(events) / seconds).grouped, "\(Int(seconds.rounded())) s", detector.bytes.count.grouped, found.count.grouped,
      ])
    }
    Report.table(["events", "events/s of processor time", "all of them", "bytes written down", "findings"], rows)
  }

  /// An event every 25 s.
  private static func event(_ kind: EventKind, _ number: Int, _ fill: (inout SecurityEvent) -> Void) -> SecurityEvent {
    let time = Timestamp(milliseconds: start + Int64(number) * 25_000)
    var event = SecurityEvent(id: "e\(number)", time: time, kind: kind, account: "c0", bank: "sberbank", source: .file)
    fill(&event)
    return event
  }

  /// The memory the process holds, in bytes.
  private static func resident() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The time that processors worked for this program: what others do meanwhile doesn't count.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  // MARK: Quality

  private static func quality(cases: Int) throws {
    let book = RuleBook()
    Report.heading("Three quiet years of \(max(cases / 3, 1).grouped) clients: \((max(cases / 3, 1) * 3).grouped) client-years")
    var alarms: [RuleID: [Severity: Int]] = [:]
    for client in 0..<max(cases / 3, 1) {
      let life = QuietLife(client: client, seed: 11, start: start, days: 3 * 365)
      for finding in findings(life.account, life.events, book) { alarms[finding.rule, default: [:]][finding.severity, default: 0] += 1 }
    }
    Report.table(
      ["rule"] + Severity.allCases.map(\.name),
      alarms.sorted { $0.key < $1.key }.map { rule, counts in
        [rule.description] + Severity.allCases.map { counts[$0].map(\.grouped) ?? "" }
      })

    Report.heading("\(cases.grouped) takeovers")
    var delays: [Severity: [Int64]] = [:]
    for client in 0..<cases {
      let life = QuietLife(client: client, seed: 13, start: start, days: 120)
      let attack = Takeover(client: client, seed: 17, at: start + 100 * QuietLife.day + Int64(client % 24) * 3_600_000)
      let all = (life.events + attack.events).sorted { ($0.time, $0.kind.rawValue) < ($1.time, $1.kind.rawValue) }
      let told = alerts(life.account, all, book, from: attack.bound)
      for severity in [Severity.high, .critical] {
        if let first = told.first(where: { $0.severity >= severity }) { delays[severity, default: []].append(first.delay) }
      }
    }
    Report.table(
      ["alert", "caught", "median to alert", "p90", "slowest"],
      [Severity.high, .critical].map { severity in
        let sorted = (delays[severity] ?? []).sorted()
        func at(_ share: Double) -> String {
          sorted.isEmpty ? "" : "\(Double(sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]) / 1_000) s"
        }
        return ["\(severity.name) or above", "\(sorted.count.grouped) of \(cases.grouped)", at(0.5), at(0.9), at(1)]
      })
  }

  /// What is found in the end.
  private static func findings(_ account: String, _ events: [SecurityEvent], _ book: RuleBook) -> [Finding] {
    var detector = AccountDetector(account: account)
    var changes: [Finding] = []
    for event in events { detector.take(event, book, into: &changes) }
    detector.wait(until: nil, book, into: &changes)
    var last: [FindingID: Finding] = [:]
    for change in changes { last[change.id] = change }
    return last.values.filter { $0.state != .withdrawn }
  }

  /// What is told about a stranger's device or after it was bound, and how long after, in the order it is told.
  private static func alerts(_ account: String, _ events: [SecurityEvent], _ book: RuleBook, from bound: Timestamp)
    -> [(severity: Severity, delay: Int64)]
  {
    var detector = AccountDetector(account: account)
    var told: [(severity: Severity, delay: Int64)] = []
    func note(_ changes: [Finding], at time: Timestamp) {
      for change in changes where change.state != .withdrawn && time >= bound {
        told.append((change.severity, time.milliseconds - bound.milliseconds))
      }
    }
    for event in events {
      var changes: [Finding] = []
      // Waits end by the clock, not with the next event.
      if event.time > bound {
        var waits: [Finding] = []
        detector.wait(until: event.time.advanced(by: -1), book, into: &waits)
        for finding in waits { note([finding], at: max(finding.time, bound)) }
      }
      detector.take(event, book, into: &changes)
      note(changes, at: event.time)
    }
    return told.sorted { $0.delay < $1.delay }
  }
}
