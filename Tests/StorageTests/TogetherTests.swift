import Foundation
import Model
import Synchronization
import Testing

@testable import Storage

@Suite("Many at one database, and nobody cries wolf")
struct TogetherTests {
  private let directory: ThrowawayDirectory
  private var path: String { directory.path + "/kolokol.db" }

  init() throws {
    directory = try ThrowawayDirectory()
  }

  /// How many batches were begun, and how often each part was played.
  private final class Tally: Sendable {
    let next = Mutex(0)
    let done = Mutex<[Part: Int]>([:])
  }

  /// What each of the ten does, over and over.
  private enum Part: Int, CaseIterable {
    case writer, reader, verifier, checkpoint, seal
  }

  @Test("ten that write, read, verify and sign for ten seconds say nothing that isn't so", .timeLimit(.minutes(5)))
  func tenSeconds() async throws {
    let path = path
    let tally = Tally()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<10 {
        group.addTask {
          guard let part = Part(rawValue: number % Part.allCases.count) else { return }
          try await Self.onThread {
            // From its own start, and once at least: how soon a thread gets its turn is the machine's to say.
            let end = ContinuousClock.now + .seconds(10)
            repeat {
              try Self.play(part, path, tally)
              tally.done.withLock { $0[part, default: 0] += 1 }
            } while ContinuousClock.now < end
          }
        }
      }
      try await group.waitForAll()
    }
    let store = try Store.open(path, calendar: Samples.moscow)
    #expect(try store.verifyLedger().isGood)
    #expect(try store.integrity() == ["ok"])
    #expect(try store.counters().everything.total == tally.next.withLock { $0 } * Self.batch)
    #expect(tally.done.withLock { $0.count } == Part.allCases.count)
  }

  private static let batch = 20

  /// Runs something that waits for locks on a thread of its own; tasks share as many as there are cores.
  private static func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
  }

  /// Opens the database as a program of its own would, does its part and closes it.
  private static func play(_ part: Part, _ path: String, _ tally: Tally) throws {
    let isReader = part == .reader || part == .verifier
    let store: Store
    do {
      store = try Store.open(path, access: isReader ? .readOnly : .readWrite, calendar: Samples.moscow, patience: 60_000)
    } catch {
      // Before the first writer there is nothing to read; that is so.
      #expect(isReader && (error.reason == .notFound || error.reason == .unfinished), "\(error)")
      return
    }
    switch part {
    case .writer:
      let number = tally.next.withLock { next in
        next += 1
        return next
      }
      _ = try store.add(
        (0..<batch).map { Samples.sms("Пачка\(number) номер\($0)", at: Samples.noon.advanced(by: Int64(number * 1_000 + $0))) })
    case .reader:
      let total = try store.counters().everything.total
      #expect(total.isMultiple(of: batch))
      #expect(try store.count(ListQuery(place: .everything, search: "номер7")) >= total / batch)
    case .verifier:
      let verdict = try store.verifyLedger()
      // Before the first message there is nothing to verify; that is so as well.
      #expect(verdict.faults.allSatisfy { $0.reason == .nothing }, "\(verdict.faults)")
    case .checkpoint: _ = try store.makeCheckpoint()
    case .seal:
      let seal = try store.ledgerSeal()
      if case .broken(let fault) = seal { Issue.record("\(fault)") }
    }
    try store.close()
  }
}
