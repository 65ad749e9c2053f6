import Foundation
import Model
import Testing

@testable import Detection

@Suite("Watching many accounts")
struct EventWatchTests {
  /// What happens to many clients at once: each case of the rules is a client's story, and they're told turn by turn.
  private static let stories: [[SecurityEvent]] = RuleCase.all.enumerated().map { number, test in
    (test.before + test.events).map { event in
      var event = event
      event.account = "client \(number)"
      return event
    }
  }

  private static let stream: [SecurityEvent] = stories.joined().sorted { ($0.time, $0.account) < ($1.time, $1.account) }

  /// The last word on each finding of an account.
  private func words(_ changes: [Finding]) -> [String: [Finding]] {
    Dictionary(grouping: changes, by: \.account).mapValues(Story.latest).filter { !$0.value.isEmpty }
  }

  private func watched(_ events: [SecurityEvent], capacity: Int) throws -> (watch: EventWatch, changes: [Finding]) {
    var watch = EventWatch(RuleBook(banks: Story.banks), capacity: capacity, directory: NSTemporaryDirectory())
    var changes: [Finding] = []
    for event in events { try watch.take(event, into: &changes) }
    try watch.finish(into: &changes)
    return (watch, changes)
  }

  @Test("accounts that rest or wait in a file are judged as those that are awake", arguments: [1, 2, 3, 10, 1_000])
  func capacities(capacity: Int) throws {
    let alone = Self.stories.map { events in
      let book = RuleBook(banks: Story.banks)
      var detector = AccountDetector(account: events[0].account)
      var changes: [Finding] = []
      for event in events.sorted(by: { $0.time < $1.time }) { detector.take(event, book, into: &changes) }
      detector.wait(until: nil, book, into: &changes)
      return changes
    }
    let (watch, changes) = try watched(Self.stream, capacity: capacity)
    #expect(words(changes) == words(alone.flatMap { $0 }))
    #expect(watch.events == Self.stream.count)
    #expect(watch.openAccounts == min(capacity, Self.stories.count))
    #expect((watch.putAside > 0) == (capacity < Self.stories.count))
  }

  @Test("more accounts than are awake at once keep what they know")
  func resting() throws {
    // Every client's stranger comes after all the clients were bound, so that every account has rested meanwhile.
    let clients = 2 * Accounts.seatLimit + 10
    func each(_ event: SecurityEvent) -> [SecurityEvent] {
      (0..<clients).map { client in
        var event = event
        event.account = "client \(client)"
        return event
      }
    }
    let events = (Story.settled + [Story.bound("d2", 0), Story.switched(170, by: "d2")]).flatMap(each)
    let (watch, changes) = try watched(events, capacity: clients)
    let found = words(changes)
    #expect(found.count == clients && found.values.allSatisfy { $0.contains { $0.rule == RuleID(4) } })
    #expect(watch.putAside == 0)
  }

  @Test("a wait ends by the clock of the stream, also when the binding it is about came late")
  func waits() throws {
    var other = Story.login("d9", 310)
    other.account = "boris"
    // The code of 300 s is diverted only once the binding of 100 s is known.
    let events = Story.settled + [Story.code("d2", 300), Story.bound("d2", 100), other]
    var watch = EventWatch(RuleBook(banks: Story.banks), directory: NSTemporaryDirectory())
    var changes: [Finding] = []
    for event in events { try watch.take(event, into: &changes) }
    #expect(changes.contains { $0.rule == RuleID(5) && $0.account == "anna" })
  }

  @Test("an event dated years ahead ends no other account's waits")
  func wrongClock() throws {
    var wrong = Story.login("d9", 30 * 365 * Story.day)
    wrong.account = "boris"
    // The notice comes in time, but after the event of the wrong clock.
    let events = Story.settled + [Story.bound("d2", 0), wrong, Story.bound("d3", 10), Story.notice("d1", 20), Story.notice("d1", 40)]
    var watch = EventWatch(RuleBook(banks: Story.banks), directory: NSTemporaryDirectory())
    var changes: [Finding] = []
    for event in events { try watch.take(event, into: &changes) }
    #expect(changes.contains { $0.rule == RuleID(1) })
    #expect(!changes.contains { $0.rule == RuleID(3) })
  }
}
