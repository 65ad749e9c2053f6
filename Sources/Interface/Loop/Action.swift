import Delivery
import Model
import Screen
import Storage

/// Everything that can happen to the interface: what the user did, the passing of time, and the answers of effects.
public enum Action: Sendable {
  /// The program has started: load what the first frame shows.
  case started
  case input(Input)
  case operation(Operation)
  case tick(Timestamp)

  /// A page that replaces the list.
  case loaded(LoadedPage)
  /// A page that continues the list on one side.
  case loadedMore(Page, side: ListWindow<NotificationRow>.Side, generation: Int)
  /// The stretch of the list around the screen as it is now, after somebody changed the database.
  case merged(MergedStretch, generation: Int)
  case detail(NotificationID, Detail?)
  case refreshed([NotificationRow])
  case counters(Counters)
  case changeToken(Int64)
  case found(Found, generation: Int)
  case counted(ListQuery, Int)
  case hits(ListQuery, Int)
  case changed(Change, count: Int, ids: [NotificationID])
  /// What became of splitting a row, or of joining so many.
  case regrouped(Regrouped, Deed, count: Int)
  case undone(Undone?)
  case redone(Undone?)
  case spending(Spending)
  case delivery(DeliveryPicture.Sources)
  case arranged(Arrangement)
  /// Nil when there was nothing to take back.
  case arrangementUndone(Arrangement?)
  case deviceAnswered(DeviceAnswered)
  case deviceAnswerUndone(GivenAnswer)
  case stored
  case security(SecurityAnswer)
  case sealed(LedgerSeal)
  case compared([LabRow], generation: Int)
  case recounted([LabResult], generation: Int)
  case importProgress(BellState.ImportStatus)
  case imported(added: Int, merged: Int, alreadyThere: Int, refused: Int)
  case importFailed(Failure)
  /// The bell now shows another database.
  case opened(Surroundings, LiveStory?)
  /// This bell is shown again, on a terminal of that size, at that time, in that theme: what lay on top of it was closed.
  case returned(Size, Timestamp, theme: String)
  case failed(Failure)

  /// A page with where the cursor goes.
  public struct LoadedPage: Sendable {
    public var rows: [NotificationRow]
    public var reachesStart: Bool
    public var reachesEnd: Bool
    public var cursor: NotificationID?
    public var atEnd: Bool
    public var generation: Int
  }

  /// Rows of the list from one row to another, as they are now.
  public struct MergedStretch: Sendable {
    public var rows: [NotificationRow]
    public var reachesStart: Bool
    public var reachesEnd: Bool
    /// The rows that are on the screen but no longer in the stretch, as they are now.
    public var others: [NotificationRow]
    /// Those of them that aren't there at all any more: copies of theirs have gone to other rows.
    public var gone: Set<NotificationID>
  }

  /// Where a search along the list ended.
  public enum Found: Hashable, Sendable {
    case row(NotificationID)
    case noUnread
    case noHit
  }

  /// What was spent by the messages of a query.
  public struct Spending: Hashable, Sendable {
    public var months: [SpendingSum]
    public var merchants: [SpendingSum]
  }

  /// An effect that failed, as the user is told.
  public enum Failure: Sendable {
    case store(StoreError)
    case message(String)
  }
}
