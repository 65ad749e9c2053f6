import Model

/// What is counted while messages of one policy go out to a batch of clients.
struct Tally {
  var clients = 0
  var messages = 0
  var reachedSoon = 0
  var reached = 0
  var kept = 0
  var lost = [Int](repeating: 0, count: Category.allCases.count)
  var costMinor: Int64 = 0
  var feeMinor: Int64 = 0
  /// How many messages took so many seconds to reach the client: the first 120 seconds one by one, then by the minute to two hours.
  private var waits = [Int](repeating: 0, count: 240)

  // Of attacks
  var attacks = 0
  var exposedCodes = 0
  var warnedAttacks = 0
  var alerts: [Int64] = []
  var findings = 0

  /// A message whose first copy came to the client after `wait` ms; nil when none did.
  mutating func noteWait(_ wait: Int64?) {
    guard let wait else { return }
    reached += 1
    if wait <= 60_000 { reachedSoon += 1 }
    let seconds = Int(wait / 1_000)
    waits[seconds < 120 ? seconds : min(120 + (seconds - 120) / 60, 239)] += 1
  }

  /// Seconds until half of the messages that reached anybody had; nil when none did. Beyond two minutes by the minute.
  var medianSeconds: Double? {
    guard reached > 0 else { return nil }
    var below = 0
    for (place, count) in waits.enumerated() {
      below += count
      if below * 2 >= reached { return Double(place < 120 ? place : 120 + (place - 120) * 60) }
    }
    return nil
  }

  static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.clients += right.clients
    sum.messages += right.messages
    sum.reachedSoon += right.reachedSoon
    sum.reached += right.reached
    sum.kept += right.kept
    for place in sum.lost.indices { sum.lost[place] += right.lost[place] }
    sum.costMinor += right.costMinor
    sum.feeMinor += right.feeMinor
    for place in sum.waits.indices { sum.waits[place] += right.waits[place] }
    sum.attacks += right.attacks
    sum.exposedCodes += right.exposedCodes
    sum.warnedAttacks += right.warnedAttacks
    sum.alerts += right.alerts
    sum.findings += right.findings
    return sum
  }
}
