import Model

/// Whether two copies tell of the same event of a bank, and why. The rule, in words, stands in docs/merging.md.
public enum Sameness: Hashable, Sendable {
  /// They are one notification: what identifies them, and how many of balance, card and merchant both name and name alike (0 to 3).
  case same(Identity, agreements: Int)
  case different(Difference)

  /// What two copies have in common that tells them from all others.
  public enum Identity: Hashable, Sendable {
    /// The one-time code.
    case code
    /// The amount with its currency and its sign, where that is known.
    case amount
    /// Every word of the text.
    case text
  }

  /// Why two copies are two notifications; the first reason that was found.
  public enum Difference: Hashable, Sendable {
    /// Of different accounts; of different banks, or of senders that are no known bank.
    case account, bank
    /// Both by the same channel: two of those are two events.
    case channel
    /// Further apart in time than a bank's channels are.
    case time
    /// One tells a code, an amount, or only words, and the other something else.
    case kind
    case code, amount, text
    /// Of the same amount, but not of the same card, shop or balance.
    case card, merchant, balance
  }

  /// How far apart the times of two copies may lie, in ms: 5 minutes.
  public static let window: Int64 = 300_000

  /// Compares two messages, each by its first delivery.
  public static func of(_ one: Notification, _ other: Notification) -> Sameness {
    guard let left = MergingCandidate(one), let right = MergingCandidate(other) else { return .different(.bank) }
    return of(left, right)
  }

  static func of(_ left: MergingCandidate, _ right: MergingCandidate) -> Sameness {
    guard left.account.utf8.elementsEqual(right.account.utf8) else { return .different(.account) }
    guard left.bank.utf8.elementsEqual(right.bank.utf8) else { return .different(.bank) }
    guard left.channel != right.channel else { return .different(.channel) }
    guard left.distance(to: right) <= UInt64(window) else { return .different(.time) }
    switch (left.identity, right.identity) {
    case (.code(let one), .code(let other)): return one == other ? .same(.code, agreements: 0) : .different(.code)
    case (.text(let one), .text(let other)): return one == other ? .same(.text, agreements: 0) : .different(.text)
    case (.amount(let one), .amount(let other)):
      return one == other && (left.side == right.side || left.side == nil || right.side == nil) ? bySum(left, right) : .different(.amount)
    default: return .different(.kind)
    }
  }

  /// Two of the same amount: whatever both of them name must agree.
  private static func bySum(_ left: MergingCandidate, _ right: MergingCandidate) -> Sameness {
    var agreements = 0
    if let one = left.balance, let other = right.balance {
      guard one == other else { return .different(.balance) }
      agreements += 1
    }
    if let one = left.card, let other = right.card {
      // A bank may write four digits here and six there, always the last.
      guard one.hasSuffix(other) || other.hasSuffix(one) else { return .different(.card) }
      agreements += 1
    }
    if let one = left.merchant, let other = right.merchant {
      if one.agrees(with: other) {
        agreements += 1
      } else if one.script == other.script || left.balance == nil || left.balance != right.balance {
        // A shop may have one name in Latin and quite another in Cyrillic letters; the same balance vouches for these.
        return .different(.merchant)
      }
    }
    return .same(.amount, agreements: agreements)
  }
}
