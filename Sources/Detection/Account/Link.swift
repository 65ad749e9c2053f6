import Model

/// A device linked or unlinked, or a number that became or ceased to be the login phone. Kept for as long as it says who is linked.
struct Link: Hashable {
  /// The device or phone.
  var endpoint: UInt16
  /// What people call it.
  var label: UInt16
  var platform: UInt16
  var bank: UInt16
  let time: Int64
  /// The event that tells it.
  let event: String
  let isBound: Bool
  /// What confirmed the binding.
  var confirmedBy: UInt16
  /// When the client said "it was me"; `never` while they haven't.
  var ownedAt = Link.never

  static let never = Int64.max

  var names: [UInt16] { [endpoint, label, platform, bank, confirmedBy] }

  func renumbered(_ moved: [UInt16]) -> Link {
    var link = self
    link.endpoint = moved[Int(endpoint)]
    link.label = moved[Int(label)]
    link.platform = moved[Int(platform)]
    link.bank = moved[Int(bank)]
    link.confirmedBy = moved[Int(confirmedBy)]
    return link
  }
}

/// What an endpoint is to an account at a moment.
enum Standing {
  /// Bound before, for longer than endpoints count as new; also what was never seen being bound, such as the SIM the account began with.
  case old
  /// Bound a short while ago.
  case hot
  /// Unlinked.
  case gone
}

extension Link {
  /// Whether it is a phone number's, not a device's.
  func isPhone(in account: AccountState) -> Bool {
    account.names[endpoint]?.utf8.first.map { $0 == UInt8(ascii: "+") } ?? false
  }
}
