import Model

/// What a filter line means: terms joined by and, or and not.
indirect enum FilterNode: Hashable, Sendable {
  /// All of them; none of them left means everything.
  case all([FilterNode])
  /// At least one of them; there are two or more.
  case any([FilterNode])
  case not(FilterNode)
  case term(FilterTerm)
}

/// One condition of a filter.
enum FilterTerm: Hashable, Sendable {
  /// A word or several in a row, folded and parted by single blanks, the last one perhaps only begun. So are senders, merchants and accounts.
  case text(String, isPrefix: Bool)
  /// The bank with this key.
  case bank(String)
  case sender(String)
  case channel(Channel)
  case category(Category)
  case state(State)
  case has(Feature)
  /// Magnitudes in thousandths of the major unit, both ends included; nil where there is no end.
  case amount(from: Int64?, to: Int64?)
  case currency(String)
  case card(String)
  case merchant(String)
  case account(String)
  case security(SecurityFact.Kind)
  case since(FilterDate)
  case until(FilterDate)
  case on(FilterDate)

  /// What `is:` asks, besides categories.
  enum State: String, CaseIterable {
    case unread, read, pinned, archived, other, merged, transaction, incoming, outgoing, transfer
  }

  /// What `has:` asks.
  enum Feature: String, CaseIterable {
    case amount, balance, card, merchant, code, security, title
  }
}

extension FilterNode {
  /// Whether the node asks for a place by itself, so that the list's own place no longer narrows it.
  var namesPlace: Bool {
    switch self {
    case .all(let nodes), .any(let nodes): nodes.contains(where: \.namesPlace)
    case .not(let node): node.namesPlace
    case .term(.state(let state)): state == .archived || state == .other
    case .term: false
    }
  }

  /// The conditions that must all hold.
  var conjuncts: [FilterNode] {
    if case .all(let nodes) = self { nodes.flatMap(\.conjuncts) } else { [self] }
  }
}
