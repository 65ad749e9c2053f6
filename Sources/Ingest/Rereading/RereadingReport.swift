import Detection
import Model
import Parsing
import Storage

/// What the parser reads otherwise today than when the messages were stored.
public struct RereadingReport: Hashable, Sendable {
  /// Notifications that were read.
  public var read = 0
  /// Those of which something is read otherwise.
  public var changed = 0
  /// How many of them by what is read otherwise.
  public var fields: [Field: Int] = [:]
  /// The first few of each field, in order of time.
  public var examples: [RereadingChange] = []
  /// How many events of devices, channels and numbers it brings, changes and takes away.
  public var events = Events()
  /// Copies that two programs told of one message, at different times of it; stored as two before that was seen, they become one.
  public var united = 0
  /// Whether it was stopped before the end.
  public var wasCancelled = false

  /// Whether anything is to be changed.
  public var isEmpty: Bool { changed == 0 && united == 0 }

  /// What of a message can be read otherwise.
  public enum Field: String, CaseIterable, Sendable {
    case bank, category, kind, direction, reversal, amount, balance, due, minimum, card, merchant, code, covered, security
  }

  /// Events by what becomes of them.
  public struct Events: Hashable, Sendable {
    public var added = 0
    public var changed = 0
    public var withdrawn = 0

    public init() {}
  }

  /// How many examples there are of a field at most.
  static let examplesPerField = 2

  /// Counts a change, and keeps it as an example while there are few of its kind.
  mutating func add(_ change: RereadingChange) {
    changed += 1
    let isWanted = change.fields.contains { fields[$0, default: 0] < Self.examplesPerField }
    for field in change.fields { fields[field, default: 0] += 1 }
    if isWanted { examples.append(change) }
    guard let tells = change.tells else {
      events.withdrawn += change.told.count
      return
    }
    let others = change.told.filter { !MessageEvents.isSame($0, as: tells) }.count
    if change.told.isEmpty { events.added += 1 }
    let isChanged = others > 0 && others == change.told.count
    if isChanged { events.changed += 1 }
    events.withdrawn += others - (isChanged ? 1 : 0)
  }
}

/// One notification that is read otherwise.
public struct RereadingChange: Hashable, Sendable {
  /// As it is stored; its text cut.
  public let row: NotificationRow
  /// What is read now.
  public let meaning: Meaning

  /// The events that are stored of it, of each copy, and the one that it tells now.
  var told: [SecurityEvent] = []
  let tells: SecurityEvent?

  init(_ stored: StoredText, meaning: Meaning) {
    row = stored.row
    self.meaning = meaning
    let copy = Delivery(
      channel: stored.channel, time: row.time, sender: row.sender, title: row.title, text: stored.text)
    let notification = Notification(bank: meaning.bank, account: row.account, facts: meaning.facts, deliveries: [copy])
    tells = MessageEvents.fact(of: notification, id: row.id)
  }

  /// What differs, in the order of `Field`; empty when nothing does.
  public var fields: [RereadingReport.Field] {
    let (old, new) = (row.facts, meaning.facts)
    return RereadingReport.Field.allCases.filter { field in
      switch field {
      case .bank: row.bank != meaning.bank
      case .category: old.category != new.category
      case .kind: old.isTransaction != new.isTransaction
      case .direction: old.direction != new.direction
      case .reversal: old.isReversal != new.isReversal
      case .amount: old.amount != new.amount
      case .balance: old.balance != new.balance
      case .due: old.due != new.due
      case .minimum: old.minimum != new.minimum
      case .card: old.card != new.card
      case .merchant: old.merchant != new.merchant
      case .code: old.code != new.code
      case .covered: old.covered != new.covered
      case .security: old.security != new.security
      }
    }
  }
}

/// How far reading anew has come.
public struct RereadingStatus: Hashable, Sendable {
  /// Notifications read, of how many.
  public var read: Int
  public var total: Int
}
