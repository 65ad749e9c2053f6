import Delivery
import Ingest
import Interface
import Model
import Parsing
import Storage

/// A story from a file, on the demo's clock: told as past, or about to unfold.
struct StoryTelling {
  private let story: StoryFile

  /// What comes after a longer pause than this is the story itself; what stands before it has happened long ago.
  private static let prologue: Int64 = 7 * 86_400_000
  /// How long the bell stands before the first message comes.
  private static let lead: Int64 = 30_000

  /// What came of a simulation.
  init(_ history: SimulatedHistory, catalog: BankCatalog) {
    story = StoryFile(history.notifications, events: history.events, parser: MessageParser(catalog: catalog))
  }

  /// - Throws: `CommandFailure` with exit status 2 for a file that is no story, with its line and what was expected there.
  init(file: String, setting: Setting, parser: MessageParser) throws {
    let strings = setting.strings
    do throws(StoryFile.Problem) {
      story = try StoryFile(opening: file, parser: parser)
    } catch {
      let message =
        switch error {
        case .input(let problem): strings.importStrings.inputError(problem)
        case .line(let refusal): strings.importStrings.refusal(refusal)
        case .noMessages(let file): strings.deliveryStrings.noStory(file)
        }
      throw CommandFailure(message: message, status: ExitStatus.badUsage)
    }
  }

  /// Stores all of it so that it ends now.
  func tell(in store: Store, at now: Timestamp) throws(StoreError) {
    let last = max(story.notifications.last?.firstTime ?? now, story.events.last?.time ?? .init(milliseconds: 0))
    let told = story.moved(by: now.milliseconds - last.milliseconds)
    _ = try store.add(told.notifications, events: told.events)
  }

  /// Stores what lies before the story itself.
  /// - Returns: the rest, which begins in a moment.
  func begin(in store: Store, at now: Timestamp) throws(StoreError) -> LiveStory {
    let start = beginning
    let told = story.moved(by: now.milliseconds + Self.lead - start.milliseconds)
    try _ = store.add(told.notifications.filter { $0.firstTime <= now }, events: told.events.filter { $0.time <= now })
    return LiveStory(
      upcoming: told.notifications.filter { $0.firstTime > now }, events: told.events.filter { $0.time > now }, from: now)
  }

  private var beginning: Timestamp {
    let times = (story.notifications.map(\.firstTime) + story.events.map(\.time)).sorted()
    let afterPause = times.indices.dropFirst().last { times[$0].milliseconds - times[$0 - 1].milliseconds > Self.prologue }
    return times.isEmpty ? Timestamp(milliseconds: 0) : times[afterPause ?? 0]
  }
}
