/// What a piece of the screen means. A theme gives each role its colours; no screen names a colour.
public enum Role: String, CaseIterable, Sendable {
  /// Plain text, and the screen's background.
  case text
  /// Text of lesser weight: times, hints.
  case muted
  /// Barely there: placeholders, the unimportant rest of a line.
  case faint
  /// A heading.
  case title
  /// The program's own colour: the bell, the active tab.
  case accent
  /// The bar at the top.
  case header
  /// The bar at the bottom.
  case footer
  /// Where the cursor stands in a list.
  case selection
  /// A notification not opened yet.
  case unread
  /// Danger: a finding of high severity, something lost.
  case critical
  /// Take care.
  case warning
  /// Done, safe, trusted.
  case good
  /// Money received.
  case moneyIn
  /// Money spent.
  case moneyOut
  /// A one-time code, masked or shown.
  case code
  /// A host or address in a text. Never clickable.
  case link
  /// The part of a text that a search matched.
  case match
  /// Rules and frames.
  case border
  /// A line the user types into.
  case input
  /// What is wrong with what was typed.
  case error
  /// A bank's name.
  case bank
}
