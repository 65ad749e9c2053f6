import Model
import Storage

/// What the inbox shows and where the user is in it.
public struct InboxState: Sendable {
  public var query = ListQuery()
  /// Counts the queries, so that an answer to an earlier one is known as such and dropped.
  public var generation = 0
  public var list = ListWindow<NotificationRow>()
  /// Whether the first page of the current query is still on its way.
  public var isLoading = true
  /// The sides of the list for which more rows are on their way.
  var pending: Set<ListWindow<NotificationRow>.Side> = []
  /// The whole of the row under the cursor, once it was read.
  public var detail: Detail?
  /// The row whose detail was last asked for.
  var wantedDetail: NotificationID?
  /// The words last searched for, which n and N look for when no search is on.
  var lastSearch = ""
  /// The row and query to come back to when the search line is left with Esc.
  var beforeSearch: Place?
  /// Where Esc leads back to, when another screen opened a message here; nil when it was none.
  var visit: Visit?
  /// Rows picked with Space, and where v began.
  public var picked: Set<NotificationID> = []
  public var rangeStart: NotificationID?
  public var paneHasKeys = false
  /// First line of the pane on the screen.
  public var paneTop = 0
  public var showsRawText = false
  public var reveal: Reveal?
  /// How many rows came in above what is on the screen.
  public var newAbove = 0

  /// What a search or a filter lets through, as far as it was counted.
  var hits: Hits?

  /// How many rows a query has.
  struct Hits: Hashable, Sendable {
    var query: ListQuery
    /// Nil while they are counted; at most one more than `limit`.
    var count: Int?

    /// Beyond this nobody wants to know how many exactly; counting that many takes about half a second at most.
    static let limit = 100_000
  }

  public init() {}

  /// A query and a row in it.
  struct Place: Hashable, Sendable {
    var query: ListQuery
    var id: NotificationID?
  }

  /// A look at messages that another screen opened.
  struct Visit: Hashable, Sendable {
    var from: BellScreen
    /// What it opened.
    var query: ListQuery
    /// What the inbox showed before.
    var before: Place
    var lastSearch: String
    /// Whether it opened one message to be read, so that Esc there leads back at once.
    var opensPane: Bool
  }

  /// A code that was asked for.
  public struct Reveal: Hashable, Sendable {
    /// How far the user has asked.
    public enum Stage: Hashable, Sendable {
      /// The code is old: the next press shows it.
      case armed
      /// Shown until this time.
      case shown(until: Timestamp)
    }
    /// Whose code it is, and whether it's visible yet.
    public var id: NotificationID
    public var stage: Stage
  }

  /// How long a code stays visible after a key press, in ms.
  static let revealDuration: Int64 = 10_000
  /// From this age on, in ms, a code is of no use to the client and takes two presses.
  static let oldCodeAge: Int64 = 600_000

  /// The rows that an operation is about: the picked ones and the range, else the row under the cursor.
  var targets: [NotificationID] {
    let chosen = selection
    if !chosen.isEmpty { return chosen.sorted(by: >) }
    return list.current.map { [$0.id] } ?? []
  }

  /// The picked rows together with the range from where v began to the cursor.
  var selection: Set<NotificationID> {
    guard let rangeStart, let start = list.rows.firstIndex(where: { $0.id == rangeStart }) else { return picked }
    let range = min(start, list.cursor)...max(start, list.cursor)
    return picked.union(list.rows[range].map(\.id))
  }

  /// Whether the code of this row may be seen now.
  func showsCode(of id: NotificationID, at now: Timestamp) -> Bool {
    guard let reveal, reveal.id == id, case .shown(let until) = reveal.stage else { return false }
    return now < until
  }
}
