import Model

/// Watches the events of many accounts, as many of them at once as memory is given for; the others wait in a file.
public struct EventWatch {
  private let book: RuleBook
  private var accounts: Accounts
  private var dues = DueQueue()
  private var clock = Int64.min
  private var previous = Int64.min

  /// Events that were taken in.
  public private(set) var events = 0

  /// How many accounts are held in memory unless said otherwise.
  public static let defaultCapacity = 1_000_000

  /// - Parameters:
  ///   - book: the rules.
  ///   - capacity: how many accounts memory holds, at least 1.
  ///   - directory: where the file for the others is made, when it comes to that.
  public init(_ book: RuleBook, capacity: Int = EventWatch.defaultCapacity, directory: String) {
    self.book = book
    accounts = Accounts(capacity: capacity, directory: directory)
  }

  /// How many accounts are in memory.
  public var openAccounts: Int { accounts.count }

  /// How often an account was put aside, into the file.
  public var putAside: Int { accounts.putAside }

  /// Takes an event in.
  /// - Parameters:
  ///   - event: of any account.
  ///   - changes: gets the findings that are new or different now, also those of other accounts whose waits are over by this event's time.
  /// - Throws: `AsideError`; the event isn't taken in then.
  public mutating func take(_ event: SecurityEvent, into changes: inout [Finding]) throws(AsideError) {
    let time = Trace.bounded(event.time)
    var waits: [Int64] = []
    try accounts.wake(event.account) { detector in
      detector.take(event, book, into: &changes)
      waits = detector.waits(after: event.kind, at: time, book)
    }
    events += 1
    for wait in waits { dues.push(DueQueue.Due(time: wait, account: event.account)) }
    // One event that leaps far ahead may be of a clock that is wrong; two of them say that time has passed.
    let isLeap = time > clock + book.limits.lateness
    clock = max(clock, isLeap ? min(time, previous) : time)
    previous = time
    while let due = dues.pop(upTo: clock) {
      try accounts.wake(due.account) { $0.wait(until: Timestamp(milliseconds: due.time), book, into: &changes) }
    }
  }

  /// Nothing more will come: ends all waits.
  public mutating func finish(into changes: inout [Finding]) throws(AsideError) {
    try accounts.wakeAll { $0.wait(until: nil, book, into: &changes) }
  }
}

extension AccountDetector {
  /// When to come back to the account, an event having been taken in.
  fileprivate func waits(after kind: EventKind, at time: Int64, _ book: RuleBook) -> [Int64] {
    let isLate = state.head > time
    guard isLate || !book.waits[kind.rawValue].isEmpty, state.mayFindLater(at: time, book.limits) else { return [] }
    let own = book.waits[kind.rawValue].map { time + $0 + 1 }
    // A binding that comes late gives a meaning to waits of the events after it.
    return isLate ? own + book.allWaits.map { state.head + $0 + 1 } : own
  }
}
