import Model

/// What decides which copies are one notification, and what a copy says by itself. `Ingest` has the one that is used; the store only finds
/// the copies and writes down what was decided.
public protocol MergingRule: Sendable {
  /// How far apart the times of two copies of one notification lie at most, in ms.
  var window: Int64 { get }

  /// A number that the copies of one notification have in common; 0 and 1 have meanings of their own and are never given.
  /// - Parameter notification: a message with its one delivery.
  /// - Returns: nil for what is never merged.
  func mark(of notification: Notification) -> Int64?

  /// Which copies go together; a function of the set alone.
  /// - Parameters:
  ///   - copies: notifications of one delivery each, all with the same mark, in order of time, channel and fingerprint.
  ///   - areApart: whether the user parted two of them, by their places.
  /// - Returns: groups of places; each place is in exactly one.
  func groups(of copies: [Notification], areApart: (Int, Int) -> Bool) -> [[Int]]

  /// What one copy says, read from its text.
  func facts(of delivery: Delivery, bank: String?) -> Facts
}

/// The values of `delivery.mark` that are no marks.
enum Mark {
  /// Never merged with anything: of no known bank, or empty.
  static let none: Int64 = 0
  /// Held together with the other copies of its notification by its source or by the user; neither taken away from them nor given others.
  static let held: Int64 = 1
}
