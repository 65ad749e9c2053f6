import Model

/// Watches the events of many accounts, as many of them at once as memory is given for; the others wait in a file.
public struct EventWatch {
  private struct Slot {
    var detector: AccountDetector
    /// Whether it was used since the hand went by.
    var isFresh = true
  }

  private let book: RuleBook
  private let capacity: Int
  private let directory: String
  private var slots: ContiguousArray<Slot> = []
  private var places: [String: Int32] = [:]
  private var hand = 0
  private var aside: Aside?
  private var dues = DueQueue()
  private var clock = Int64.min

  /// Events that were taken in; accounts that were put aside, each time counted.
  public private(set) var events = 0
  public private(set) var putAside = 0

  /// How many accounts are held in memory unless said otherwise.
  public static let defaultCapacity = 1_000_000

  /// - Parameters:
  ///   - book: the rules.
  ///   - capacity: how many accounts memory holds, at least 1.
  ///   - directory: where the file for the others is made, when it comes to that.
  public init(_ book: RuleBook, capacity: Int = EventWatch.defaultCapacity, directory: String) {
    self.book = book
    self.capacity = max(capacity, 1)
    self.directory = directory
  }

  /// How many accounts are in memory.
  public var openAccounts: Int { slots.count }

  /// Takes an event in.
  /// - Parameters:
  ///   - event: of any account.
  ///   - changes: gets the findings that are new or different now, also those of other accounts whose waits are over by this event's time.
  /// - Throws: `AsideError`; the event isn't taken in then.
  public mutating func take(_ event: SecurityEvent, into changes: inout [Finding]) throws(AsideError) {
    let place = try open(event.account)
    slots[place].detector.take(event, book, into: &changes)
    slots[place].isFresh = true
    events += 1
    let time = Trace.bounded(event.time)
    for entry in book.afterWait[event.kind.rawValue] where slots[place].detector.hasLinks {
      dues.push(DueQueue.Due(time: time + entry.wait + 1, account: event.account))
    }
    clock = max(clock, time)
    while let due = dues.pop(upTo: clock) {
      let place = try open(due.account)
      slots[place].detector.wait(until: Timestamp(milliseconds: due.time), book, into: &changes)
    }
  }

  /// Nothing more will come: ends all waits.
  public mutating func finish(into changes: inout [Finding]) throws(AsideError) {
    for place in slots.indices { slots[place].detector.wait(until: nil, book, into: &changes) }
    guard let aside else { return }
    for account in aside.accounts.sorted() {
      guard var detector = try Self.takeUp(account, from: aside) else { continue }
      detector.wait(until: nil, book, into: &changes)
    }
  }

  /// An account as it was put aside; nil when it wasn't.
  private static func takeUp(_ account: String, from aside: Aside) throws(AsideError) -> AccountDetector? {
    guard let bytes = try aside.take(account) else { return nil }
    guard let detector = AccountDetector(account: account, bytes: bytes) else { throw aside.damaged(account) }
    return detector
  }

  private mutating func open(_ account: String) throws(AsideError) -> Int {
    if let place = places[account] { return Int(place) }
    let detector =
      try aside.flatMap { aside throws(AsideError) in try Self.takeUp(account, from: aside) } ?? AccountDetector(account: account)
    if slots.count < capacity {
      slots.append(Slot(detector: detector))
      places[account] = Int32(slots.count - 1)
      return slots.count - 1
    }
    // The hand of a clock: the first account that wasn't used since it last came by makes room.
    while slots[hand].isFresh {
      slots[hand].isFresh = false
      hand = (hand + 1) % slots.count
    }
    let place = hand
    hand = (hand + 1) % slots.count
    let leaving = slots[place].detector
    if aside == nil { aside = try Aside(directory: directory) }
    try aside?.put(leaving.bytes, of: leaving.account)
    putAside += 1
    places[leaving.account] = nil
    slots[place] = Slot(detector: detector)
    places[account] = Int32(place)
    return place
  }
}

extension AccountDetector {
  /// Whether anything was ever bound, unlinked or renumbered; rules that wait are about that.
  var hasLinks: Bool { !state.links.isEmpty }
}
