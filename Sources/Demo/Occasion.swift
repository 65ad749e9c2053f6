/// What a message of the history is about. A bank's voice has lines for the occasions that bank speaks of.
enum Occasion: UInt8, CaseIterable, Sendable {
  // Money out
  case purchase, onlinePurchase, abroadPurchase, cash, transferOut, ownOut, savings, rent, utilities, mobile, subscription, fee, loanPayment
  // Money in
  case refund, cashIn, transferIn, ownIn, salary, advance, cashback, interest, loanIssued
  // Codes
  case purchaseCode, transferCode, loginCode, bindCode, loanCode
  // Nothing moved
  case decline, cardStatement, loanReminder, marketing, greeting, loanOffer, outage, service, supportReply
  // Security
  case login, tokenLinked, passwordChanged, phoneChanged, deviceBound, deviceUnbound, channelSwitched, newDevice
  // Other senders and oddities
  case parcel, taxi, friend, birthday, clinic, operatorNote, odd, phishing

  /// Money's way through the card: −1 out, 1 in, 0 none.
  var sign: Int64 {
    switch self {
    case .purchase, .onlinePurchase, .abroadPurchase, .cash, .transferOut, .ownOut, .savings, .rent, .utilities, .mobile, .subscription,
      .fee,
      .loanPayment:
      -1
    case .refund, .cashIn, .transferIn, .ownIn, .salary, .advance, .cashback, .interest, .loanIssued: 1
    default: 0
    }
  }

  var isCode: Bool {
    switch self {
    case .purchaseCode, .transferCode, .loginCode, .bindCode, .loanCode: true
    default: false
    }
  }

  var isSecurity: Bool {
    switch self {
    case .login, .tokenLinked, .passwordChanged, .phoneChanged, .deviceBound, .deviceUnbound, .channelSwitched, .newDevice: true
    default: false
    }
  }

  /// Whether the message is from somebody who is no bank.
  var isOther: Bool {
    switch self {
    case .parcel, .taxi, .friend, .birthday, .clinic, .operatorNote, .odd, .phishing: true
    default: false
    }
  }
}
