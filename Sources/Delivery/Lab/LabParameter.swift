/// A number that the lab's population is made from. Each has a source, and each can be set otherwise.
public enum LabParameter: String, CaseIterable, Sendable {
  case acceptsPush = "accepts_push"
  case pushDelivered = "push_delivered"
  case smsDelivered = "sms_delivered"
  case openedPush = "opened_push"
  case openedSMS = "opened_sms"
  case hasMessenger = "has_messenger"
  case hasPackage = "has_package"
  case subscriptionLost = "subscription_lost_month"
  case noInternet = "no_internet"
  case phoneOff = "phone_off"
  case codes = "codes_month"
  case payments = "payments_month"
  case security = "security_month"
  case statements = "statements_month"
  case marketing = "marketing_month"
  case service = "service_month"
  case inApp = "in_app"
  case inWeb = "in_web"
  case smsPart = "sms_part_minor"
  case attacked
  case codesOfAttack = "codes_of_attack"

  /// What it is unless set otherwise. Shares are of 1.
  public var standard: Double {
    switch self {
    case .acceptsPush: 0.5
    case .pushDelivered: 0.75
    case .smsDelivered: 0.90
    case .openedPush: 0.45
    case .openedSMS: 0.98
    case .hasMessenger: 0.6
    case .hasPackage: 0.5
    case .subscriptionLost: 0.05
    case .noInternet: 0.06
    case .phoneOff: 0.02
    case .codes: 6
    case .payments: 24
    case .security, .statements: 1
    case .marketing: 6
    case .service: 4
    case .inApp: 0.2
    case .inWeb: 0.1
    case .smsPart: 300
    case .attacked: 0.02
    case .codesOfAttack: 5
    }
  }

  /// Where the number comes from: the domain's facts, or our own guess where they give none.
  public var source: String {
    switch self {
    case .acceptsPush: "facts: only about 50 % of people accept push"
    case .pushDelivered: "facts: push up to 75 % delivered; of copies sent to those who accept it, at the moment they are sent"
    case .smsDelivered: "facts: SMS about 90 % delivered"
    case .openedPush: "facts: push 30–60 % opened, the middle"
    case .openedSMS: "facts: 98 of 100 SMS opened"
    case .hasMessenger: "ours: no share is told"
    case .hasPackage: "ours: VTB's card alerts need a paid package, how many buy it isn't told"
    case .subscriptionLost: "ours: a subscription is lost at a cache clear, an update, a reinstall; how often isn't told"
    case .noInternet: "ours: share of the time a phone that is on has no internet"
    case .phoneOff: "ours: share of the time a phone is off or out of any network"
    case .codes, .payments, .security, .statements, .marketing, .service: "ours: 42 messages a month in all"
    case .inApp, .inWeb: "ours: share of the operations made in the app, in the internet bank; the rest by card"
    case .smsPart: "facts: about 3 ₽ each; replaces what policies that send SMS say"
    case .attacked: "ours: share of the clients attacked within the month; large, so that there is enough to measure"
    case .codesOfAttack: "ours: codes asked for by the attacker once his device is linked"
    }
  }

  /// The values that make sense.
  public var range: ClosedRange<Double> {
    switch self {
    case .codes, .payments, .security, .statements, .marketing, .service: 0...1_000
    case .codesOfAttack: 1...20
    case .smsPart: 0...100_000
    case .pushDelivered, .smsDelivered: 0.01...1
    case .noInternet, .phoneOff: 0...0.5
    default: 0...1
    }
  }
}

/// The parameters of one comparison.
public struct LabParameters: Hashable, Sendable {
  private var values: [LabParameter: Double] = [:]

  public init() {}

  /// The value in use. Values beyond the parameter's range count as its nearest end.
  public subscript(parameter: LabParameter) -> Double {
    get { values[parameter] ?? parameter.standard }
    set { values[parameter] = min(max(newValue, parameter.range.lowerBound), parameter.range.upperBound) }
  }

  /// The parameters that differ from their standard.
  public var changed: [LabParameter] { LabParameter.allCases.filter { self[$0] != $0.standard } }
}
