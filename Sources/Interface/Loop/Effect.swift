import Delivery
import Model
import Storage

/// Something that must be done outside the interface's own values. An effect's answer, if it has one, comes back as an action.
public enum Effect: Hashable, Sendable {
  // Reads of the database
  case loadFirst(ListQuery, limit: Int, generation: Int)
  case loadLast(ListQuery, limit: Int, generation: Int)
  case loadMore(ListQuery, from: Cursor, side: ListWindow<NotificationRow>.Side, limit: Int, generation: Int)
  case loadAround(ListQuery, NotificationID, limit: Int, generation: Int)
  case merge(ListQuery, from: Cursor?, rowIDs: [NotificationID], limit: Int, generation: Int)
  case loadDetail(NotificationID)
  case refresh([NotificationID])
  case loadCounters
  case checkForChanges
  case findUnread(ListQuery, from: Cursor, forward: Bool, generation: Int)
  case findHit(ListQuery, from: Cursor, forward: Bool, generation: Int)
  case countUnread(ListQuery)
  /// How many rows a query has, up to a limit.
  case countHits(ListQuery, limit: Int, generation: Int)
  case loadSpending(ListQuery)
  case loadDelivery(since: Timestamp)
  case security(SecurityEffect)

  // Writes
  case change(Change, [NotificationID])
  case changeAll(Change, ListQuery)
  case split(NotificationID)
  case join([NotificationID])
  case undo
  case redo
  case arrange(Arrangement)
  /// Says whose a device is, the client's own or not.
  case answerDevice(KnownDevice, wasMe: Bool, at: Timestamp)
  case undoChannels(at: Timestamp)
  case undoDevices(at: Timestamp)
  /// Looks at the log and, where nothing is wrong, signs what it holds.
  case seal
  case store(Model.Notification)
  case storeEvent(SecurityEvent)
  /// Policies over so many clients, with what an adversary can do under them; and the same clients and more for policies that were searched.
  case compareLab([Policy], clients: Int, generation: Int)
  case recountLab([Policy], clients: Int, generation: Int)
  case importFile(String)

  // The terminal and the program
  case copy(String)
  /// Writes a text to a new file of that name in the directory the program was started in.
  case print(name: String, text: String)
  case useTheme(String)
  case openDemo
  /// Opens a throwaway bell in which an adversary's path under a policy unfolds.
  case play(Policy, [Move])
  case redraw
  case suspend

  /// The query whose answer this effect brings, where a newer query makes it pointless.
  public var generation: Int? {
    switch self {
    case .loadFirst(_, _, let generation), .loadLast(_, _, let generation), .loadMore(_, _, _, _, let generation),
      .loadAround(_, _, _, let generation), .merge(_, _, _, _, let generation), .findUnread(_, _, _, let generation),
      .findHit(_, _, _, let generation), .compareLab(_, _, let generation), .recountLab(_, _, let generation),
      .countHits(_, _, let generation):
      generation
    default: nil
    }
  }
}
