import Foundation
import Model
import Parsing
import Storage
import Testing

@testable import Ingest

/// Histories made from seeds, merged in a real database; which copies tell one event is known.
@Suite("Merging of whole histories")
struct MergingHistoryTests {
  private static let filing = MessageFiling(
    parser: MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog), bank: nil, account: nil)

  /// The copies of a history, read as an import reads them.
  private struct Read {
    let history: MergingHistory
    let notifications: [Model.Notification]

    init(_ history: MergingHistory) {
      self.history = history
      notifications = history.copies.map { MergingHistoryTests.filing.notification(of: $0.message) }
    }

    /// Adds the copies in batches, each given by places; which copies became one row, by their own ids.
    func merged(_ batches: [[Int]]) throws -> Set<Set<String>> {
      let store = try Store.temporary()
      store.register(merging: MergingHistoryTests.filing.rule)
      for batch in batches { _ = try store.add(batch.map { notifications[$0] }) }
      var groups: Set<Set<String>> = []
      for text in try store.scan(after: nil, limit: 100_000) {
        groups.insert(Set(try store.detail(text.row.id)?.deliveries.compactMap(\.sourceID) ?? []))
      }
      return groups
    }

    var all: [[Int]] { [Array(notifications.indices)] }
  }

  /// What became of the pairs of a push and an SMS.
  private struct Score {
    var events = 0
    var pairs = 0
    var right = 0
    var wrong = 0

    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    var recall: Double { pairs == 0 ? 1 : Double(right) / Double(pairs) }
  }

  private static func scores(_ groups: Set<Set<String>>, _ history: MergingHistory) -> [MergingHistory.Scenario: Score] {
    let copies = Dictionary(uniqueKeysWithValues: history.copies.compactMap { copy in copy.message.sourceID.map { ($0, copy) } })
    var scores: [MergingHistory.Scenario: Score] = [:]
    for event in Dictionary(grouping: history.copies, by: \.event).values {
      scores[event[0].scenario, default: Score()].events += 1
      if event.count == 2 { scores[event[0].scenario, default: Score()].pairs += 1 }
    }
    for group in groups {
      let members = group.compactMap { copies[$0] }
      for push in members where push.message.channel == .push {
        for sms in members where sms.message.channel == .sms {
          if push.event == sms.event {
            scores[push.scenario, default: Score()].right += 1
          } else {
            scores[push.scenario, default: Score()].wrong += 1
          }
        }
      }
    }
    return scores
  }

  private static func channelsAreUnique(_ groups: Set<Set<String>>, _ history: MergingHistory) -> Bool {
    let channels = Dictionary(
      uniqueKeysWithValues: history.copies.compactMap { copy in copy.message.sourceID.map { ($0, copy.message.channel) } })
    return groups.allSatisfy { group in Set(group.compactMap { channels[$0] }).count == group.count }
  }

  @Test("what the facts identify is merged exactly, and nothing is lost or joined by one channel", arguments: [1, 2, 3] as [UInt64])
  func exact(_ seed: UInt64) throws {
    let read = Read(MergingHistory(seed: seed, scenarios: MergingHistory.Scenario.clear, rounds: 12))
    let groups = try read.merged(read.all)
    let truth = Set(Dictionary(grouping: read.history.copies, by: \.event).values.map { Set($0.compactMap(\.message.sourceID)) })
    #expect(groups.subtracting(truth).isEmpty, "joined or left apart wrongly")
    #expect(truth.subtracting(groups).isEmpty)
    #expect(Self.channelsAreUnique(groups, read.history))
  }

  @Test(
    "the order, the batches and a year between two files change nothing, also where the facts identify nothing",
    arguments: [4, 5] as [UInt64])
  func orders(_ seed: UInt64) throws {
    let read = Read(MergingHistory(seed: seed, scenarios: MergingHistory.Scenario.allCases, rounds: 5))
    let places = Array(read.notifications.indices)
    let expected = try read.merged(read.all)
    #expect(Self.channelsAreUnique(expected, read.history))
    let byChannel = Dictionary(grouping: places) { read.history.copies[$0].message.channel }
    #expect(try read.merged([byChannel[.sms] ?? [], byChannel[.push] ?? []]) == expected, "all SMS, then all pushes")
    #expect(try read.merged([byChannel[.push] ?? [], byChannel[.sms] ?? []]) == expected, "all pushes, then all SMS")
    #expect(try read.merged([places, places.reversed()]) == expected, "everything again")
    var random = Dice(state: seed)
    var rest = places.shuffled(using: &random)[...]
    var batches: [[Int]] = []
    while !rest.isEmpty {
      let size = Int.random(in: 1...40, using: &random)
      batches.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    #expect(try read.merged(batches) == expected, "in any order and batches")
  }

  @Test("live, one message after the other as they come, gives what a file gives")
  func live() throws {
    let read = Read(MergingHistory(seed: 6, scenarios: MergingHistory.Scenario.allCases, rounds: 4))
    #expect(try read.merged(read.notifications.indices.map { [$0] }) == read.merged(read.all))
  }

  /// `KOLOKOL_MERGING_TABLE=1 swift test --filter precisionAndRecall` prints the table that stands in docs/merging.md.
  @Test("precision and recall are what docs/merging.md says")
  func precisionAndRecall() throws {
    let read = Read(MergingHistory(seed: 7, scenarios: MergingHistory.Scenario.allCases, rounds: 40))
    let scores = Self.scores(try read.merged(read.all), read.history)
    if ProcessInfo.processInfo.environment["KOLOKOL_MERGING_TABLE"] != nil {
      print("| what befalls | events | pairs | joined rightly | joined wrongly | precision | recall |")
      for scenario in MergingHistory.Scenario.allCases {
        guard let score = scores[scenario] else { continue }
        let precision = score.right + score.wrong == 0 ? "–" : String(format: "%.3f", score.precision)
        let recall = score.pairs == 0 ? "–" : String(format: "%.3f", score.recall)
        print("| \(scenario.rawValue) | \(score.events) | \(score.pairs) | \(score.right) | \(score.wrong) | \(precision) | \(recall) |")
      }
    }
    for (scenario, score) in scores where scenario.isClear {
      #expect(score.precision == 1 && score.recall == 1, "\(scenario): \(score)")
    }
    #expect(scores[.equalWithoutBalance].map { $0.precision > 0.7 } == true)
    for scenario in [MergingHistory.Scenario.late, .wrongZone, .otherWords, .otherName] {
      #expect(scores[scenario].map { $0.wrong == 0 } == true, "\(scenario)")
    }
  }
}
