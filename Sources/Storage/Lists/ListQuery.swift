import Model

/// Which notifications a list shows and in what order; one value for every list on screen.
public struct ListQuery: Hashable, Sendable {
  public var place: Place
  /// Only this bank's, by its key; nil for all.
  public var bank: String?
  /// Only this category; nil for all.
  public var category: Category?
  /// The parsed filter line; nil when there is none.
  public var filter: Filter?
  /// What was typed after `/`: plain words that must all occur, the last one perhaps unfinished. Empty for no search. Never query syntax.
  public var search: String
  public var order: Order

  public init(
    place: Place = .inbox, bank: String? = nil, category: Category? = nil, filter: Filter? = nil, search: String = "",
    order: Order = .newest
  ) {
    self.place = place
    self.bank = bank
    self.category = category
    self.filter = filter
    self.search = search
    self.order = order
  }

  /// Where a notification lies.
  public enum Place: Hashable, Sendable, CaseIterable {
    /// Known banks' notifications that aren't archived.
    case inbox
    /// What the user archived, whoever sent it.
    case archive
    /// Senders that are no known bank, not archived.
    case others
    case everything
  }

  /// The order of a list; the first named comes first.
  public enum Order: Hashable, Sendable, CaseIterable {
    case newest
    case oldest
    /// The largest amount first, whichever way the money went; currencies are compared by their major units without conversion.
    /// Notifications without an amount come last, the newest of them first.
    case amount
  }
}
