import Model

/// Deals the messages out to the days, so that their number is exact and the days differ as days do.
struct DemoCalendar: Sendable {
  /// The least a history is planned with: room for the story and the weeks before it. What wasn't asked for is left out at its beginning.
  static let fewest = 150
  /// How many messages bills may run ahead of the days' shares.
  private static let advance = 12

  let messages: Int
  let first: CivilDate
  private let scenes: [Planned]
  private let life: Int
  private let last: CivilDate
  /// UTC ms; everyday life ends here, so that the story's last hour stands alone.
  private let lifeEnd: Int64
  private let span: Int
  private let totalWeight: Int
  private var today: CivilDate
  private var weight = 0
  private var emitted = 0
  private var nextScene = 0
  private var previousTime = Int64.min
  private var random: RandomStream

  init(_ history: DemoHistory) {
    messages = max(history.messages, Self.fewest)
    var random = RandomStream(seed: history.seed)
    scenes = Self.plan(history, &random)
    life = messages - scenes.count
    lifeEnd = history.now.milliseconds - 25 * 60_000
    last = CivilDate(inMoscow: history.now)
    let lifeLast = CivilDate(inMoscow: Timestamp(milliseconds: lifeEnd))
    // At least four messages in three days, and ten years at most.
    span = min(3_652, max(70, messages * 3 / 4))
    first = lifeLast.adding(days: -span)
    today = first
    self.random = random
    var total = 0
    for day in 0...span { total += Self.weight(first.adding(days: day), day, span, lifeEnd) }
    totalWeight = max(1, total)
  }

  private static func plan(_ history: DemoHistory, _ random: inout RandomStream) -> [Planned] {
    history.story.scenes.enumerated().map { index, scene in
      let card = scene.bank.flatMap { bank in
        let date = CivilDate(inMoscow: history.now)
        return Wallet.cards.indices.first {
          Wallet.cards[$0].bank == bank && !Wallet.cards[$0].isCredit && Wallet.cards[$0].isInUse(date)
        }
      }
      return Planned(scene.occasion, at: scene.moment(now: history.now), seed: random.next(), card: card, scene: index)
    }.sorted { $0.time < $1.time }
  }

  /// The last day weighs as much of a day as has passed.
  private static func weight(_ date: CivilDate, _ day: Int, _ span: Int, _ lifeEnd: Int64) -> Int {
    let whole = Rhythm.weight(date, age: day * 1_000 / max(1, span))
    guard day == span else { return whole }
    return whole * Int((lifeEnd - date.start) / 60_000) / 1_440
  }

  /// Plans the next day; false after the last.
  mutating func planDay(into day: inout [Planned], date: inout CivilDate, composer: inout Composer) -> Bool {
    guard today <= last else { return false }
    date = today
    composer.turn(to: date.year)
    let passed = today.daysSince1970 - first.daysSince1970
    if passed <= span {
      weight += Self.weight(today, passed, span, lifeEnd)
      planLife(passed, into: &day, composer: composer)
    } else {
      day.removeAll(keepingCapacity: true)
    }
    addScenes(into: &day)
    day.sort { ($0.time, $0.seed) < ($1.time, $1.seed) }
    for index in day.indices {
      day[index].time = max(day[index].time, previousTime + 1)
      previousTime = day[index].time
    }
    today = today.adding(days: 1)
    return true
  }

  private mutating func planLife(_ passed: Int, into day: inout [Planned], composer: Composer) {
    let end = min(today.adding(days: 1).start, lifeEnd)
    let target = passed == span ? life : weight * life / totalWeight
    let owed = target - emitted
    var planner = DayPlanner(date: today, end: end, book: composer.book, random: random.fork(), reusing: day)
    day = []
    if owed + Self.advance > 0 { planner.planCalendar(balances: composer.balances) }
    planner.planLife(owed - planner.planned.count, isLastDay: passed == span)
    day = planner.planned
    // Only in the very last days: the count has to come out.
    if day.count > life - emitted { day.removeLast(day.count - (life - emitted)) }
    emitted += day.count
  }

  private mutating func addScenes(into day: inout [Planned]) {
    let end = today.adding(days: 1).start
    while nextScene < scenes.count, scenes[nextScene].time < end {
      day.append(scenes[nextScene])
      nextScene += 1
    }
  }
}
