import Foundation
import Interface
import Storage
import Synchronization

/// Performs the database's effects on a thread of its own and hands the answers back through a mailbox, whose descriptor wakes the main loop.
final class EffectWorker: Sendable {
  private struct State {
    var queue: [Effect] = []
    var answers: [Action] = []
    var newestGeneration = 0
    var running: (effect: Effect, interruption: Interruption)?
    var isBusy = false

    /// Whether the next frame would be drawn once more as soon as what is queued or running has answered.
    var owesFrame: Bool { running?.effect.isForNextFrame == true || queue.contains(where: \.isForNextFrame) }
  }

  private let effects: StoreEffects
  private let state = Mutex(State())
  private let thread = DispatchQueue(label: "kolokol.effects")
  private let wakeUp: Pipe

  /// The pipe gets a byte when an answer is there; its reading end is to be emptied by `takeAnswers` only.
  init(effects: StoreEffects, wakeUp: Pipe) {
    self.effects = effects
    self.wakeUp = wakeUp
    let reader = wakeUp.fileHandleForReading.fileDescriptor
    _ = fcntl(reader, F_SETFL, fcntl(reader, F_GETFL) | O_NONBLOCK)
  }

  /// Queues effects. Reads for an older query than the newest are dropped, also the one that is running.
  func submit(_ submitted: [Effect]) {
    guard !submitted.isEmpty else { return }
    let mustStart = state.withLock { state in
      state.queue += submitted
      state.newestGeneration = max(state.newestGeneration, submitted.compactMap(\.generation).max() ?? 0)
      state.queue.removeAll { $0.generation.map { $0 < state.newestGeneration } ?? false }
      if let running = state.running, let generation = running.effect.generation, generation < state.newestGeneration {
        running.interruption.interrupt()
      }
      defer { state.isBusy = true }
      return !state.isBusy
    }
    if mustStart { thread.async { self.work() } }
  }

  /// Forgets what is queued and stops what is running: nobody waits for it any more.
  func stop() {
    state.withLock { state in
      state.queue = []
      state.running?.interruption.interrupt()
    }
  }

  /// The answers that came since the last call.
  func takeAnswers() -> [Action] {
    // Emptied first: a byte that comes after this belongs to an answer that this call may or may not take along.
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(wakeUp.fileHandleForReading.fileDescriptor, &buffer, buffer.count) > 0 {}
    return state.withLock { state in
      defer { state.answers = [] }
      return state.answers
    }
  }

  /// Whether something that the screen shows is still on its way.
  var owesFrame: Bool { state.withLock { $0.owesFrame } }

  /// Puts an answer that something else made into the mailbox.
  func post(_ answer: Action) {
    let wasEmpty = state.withLock { state in
      defer { state.answers.append(answer) }
      return state.answers.isEmpty
    }
    if wasEmpty { wake() }
  }

  private func work() {
    while let (effect, interruption) = next() { finish(effects.perform(effect, interruption: interruption)) }
  }

  /// The answer and the end of its effect are one step: who takes the answer must not believe that it is still to come.
  private func finish(_ answer: Action?) {
    let mustWake = state.withLock { state in
      let wasOwed = state.running?.effect.isForNextFrame == true
      state.running = nil
      guard let answer else { return wasOwed }
      defer { state.answers.append(answer) }
      return state.answers.isEmpty
    }
    if mustWake { wake() }
  }

  private func wake() {
    wakeUp.fileHandleForWriting.write(Data([1]))
  }

  private func next() -> (Effect, Interruption)? {
    state.withLock { state in
      state.running = nil
      guard !state.queue.isEmpty else {
        state.isBusy = false
        return nil
      }
      let effect = state.queue.removeFirst()
      let interruption = Interruption()
      state.running = (effect, interruption)
      return (effect, interruption)
    }
  }
}

/// A worker for each lane of effects: what takes long is waited for by nothing else.
struct EffectWorkers: Sendable {
  private let workers: [Effect.Lane: EffectWorker]
  private let database: EffectWorker

  /// The pipe gets a byte when an answer is there.
  init(_ store: Store, wakeUp: Pipe) {
    let database = EffectWorker(effects: StoreEffects(store: store), wakeUp: wakeUp)
    self.database = database
    workers = Dictionary(
      uniqueKeysWithValues: Effect.Lane.allCases.map { lane in
        (lane, lane == .database ? database : EffectWorker(effects: StoreEffects(store: store), wakeUp: wakeUp))
      })
  }

  /// Queues effects, each in its lane.
  func submit(_ effects: [Effect]) {
    for (lane, worker) in workers { worker.submit(effects.filter { $0.lane == lane }) }
  }

  /// The answers that came since the last call.
  func takeAnswers() -> [Action] { Effect.Lane.allCases.flatMap { workers[$0]?.takeAnswers() ?? [] } }

  /// Whether something that the screen shows is still on its way.
  var owesFrame: Bool { database.owesFrame }

  /// Puts an answer that something else made among the others.
  func post(_ answer: Action) { database.post(answer) }

  /// Forgets what is queued and stops what is running.
  func stop() {
    for worker in workers.values { worker.stop() }
  }
}
