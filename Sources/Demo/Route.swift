import Model

/// How a message travelled: which channels were tried, in which order, and what became of each try.
enum Route: Sendable {
  case push, sms
  /// The same thing told by both.
  case both
  /// The push failed, and an SMS was sent in its place.
  case smsAfter(DeliveryReason)
  /// The push nobody opened within a minute, so an SMS went after it.
  case smsAfterUnread
  /// The bank still tried the phone that had been unlinked.
  case pushAfterOldDevice

  /// The route a bank takes on a day when it can take any; `roll` is 0 to 99.
  static func of(_ bank: DemoBank, _ occasion: Occasion, on date: CivilDate, roll: Int) -> Route {
    switch bank {
    case .sberbank: return sberbank(occasion, roll)
    case .tbank: return tbank(date, roll)
    case .vtb: return vtb(occasion, roll)
    case .alfabank: return alfabank(occasion, roll)
    case .raiffeisen: return raiffeisen(date, roll)
    case .emirates: return .sms
    case .gazprombank: return !occasion.isCode && roll < 55 ? .push : .sms
    }
  }

  /// Anna chose SMS; while her phone is reachable a push tends to come all the same, beside the SMS or in its place.
  private static func sberbank(_ occasion: Occasion, _ roll: Int) -> Route {
    if occasion.isCode || occasion.isSecurity { return roll < 72 ? .sms : .both }
    switch roll {
    case ..<48: return .sms
    case ..<76: return .both
    default: return .push
    }
  }

  /// A reachable phone gets a push, whatever Anna would like.
  private static func tbank(_ date: CivilDate, _ roll: Int) -> Route {
    if roll < 60, (1...14).contains(date.daysSince1970 - Milestone.iPhoneLinked.daysSince1970) { return .pushAfterOldDevice }
    return roll < 88 ? .push : .smsAfter(.offline)
  }

  /// Codes and logins by SMS; card operations by push since Anna chose it in 2020 and pays for the package.
  private static func vtb(_ occasion: Occasion, _ roll: Int) -> Route {
    if occasion.isCode || occasion.isSecurity { return .sms }
    return roll < 70 ? .push : .both
  }

  private static func alfabank(_ occasion: Occasion, _ roll: Int) -> Route {
    if occasion.isCode { return roll < 60 ? .push : .smsAfterUnread }
    return roll < 90 ? .push : .smsAfter(.offline)
  }

  /// In March 2023 the app was installed anew and Anna had not yet allowed it to notify.
  private static func raiffeisen(_ date: CivilDate, _ roll: Int) -> Route {
    if date.year == 2023, date.month == 3 { return .smsAfter(.notPermitted) }
    return roll < 82 ? .push : .smsAfter(.offline)
  }
}
