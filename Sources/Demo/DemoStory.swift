import Model

/// What the last weeks of a history tell.
public enum DemoStory: String, CaseIterable, Sendable {
  /// A code is talked out of Anna; a stranger's device is linked, notifications go to it, a loan is taken and sent away, all within
  /// the last nine minutes. docs/demo.md has the times.
  case takeover
  /// Everyday life to the end; nothing in it is anybody's but Anna's.
  case quiet

  var scenes: [Scene] {
    switch self {
    case .takeover: Scene.takeover
    case .quiet: []
    }
  }
}

/// One message of a story, with its exact time and the way it went.
struct Scene: Sendable {
  let time: Time
  let bank: DemoBank?
  let occasion: Occasion
  /// Kopecks.
  var amount: Int64?
  var shop: Int?
  var person: Int?
  var device: Int?
  var place: Int?
  /// Index into the lines the sender has for the occasion.
  var line = 0
  let copies: [Copy]
  let isRead: Bool

  enum Time: Sendable {
    /// So many days before today, at this time of the day in Moscow.
    case daysAgo(Int, Int, Int, Int)
    /// Minutes and seconds after the story's minute, which began eight minutes before this one.
    case after(Int, Int)
  }

  /// One delivery; times in ms after the scene's.
  struct Copy: Sendable {
    let channel: Channel
    let endpoint: String
    var delivered: Int64?
    var seen: Int64?
    var status: DeliveryStatus
    var reason: DeliveryReason?

    static func sms(seen: Int64? = nil) -> Copy {
      Copy(channel: .sms, endpoint: Endpoint.number, delivered: 2_000, seen: seen, status: seen == nil ? .delivered : .seen)
    }

    static func push(to device: String = Endpoint.iPhone, seen: Int64? = nil) -> Copy {
      Copy(channel: .push, endpoint: device, delivered: 900, seen: seen, status: seen == nil ? .delivered : .seen)
    }

    static func withheld(_ channel: Channel, from endpoint: String, _ reason: DeliveryReason) -> Copy {
      Copy(channel: channel, endpoint: endpoint, status: .notSent, reason: reason)
    }
  }

  /// UTC ms of the scene when the present is `now`.
  func moment(now: Timestamp) -> Int64 {
    switch time {
    case .daysAgo(let days, let hour, let minute, let second):
      CivilDate(inMoscow: now).adding(days: -days).start + Int64((hour * 60 + minute) * 60 + second) * 1_000
    case .after(let minutes, let seconds):
      Self.minute(now: now) + Int64(minutes * 60 + seconds) * 1_000
    }
  }

  /// The minute the story's clock counts from: the eighth before the present one.
  static func minute(now: Timestamp) -> Int64 {
    let local = now.milliseconds - CivilDate(inMoscow: now).start
    return now.milliseconds - local % 60_000 - 8 * 60_000
  }
}

extension Scene {
  /// FACTS' chain: one code talked out, a device linked, notifications switched, a loan, a transfer; before it what led there.
  static let takeover: [Scene] = [
    Scene(
      time: .daysAgo(20, 11, 20, 14), bank: .sberbank, occasion: .loanOffer, copies: [.push(seen: 3_600_000)], isRead: true),
    Scene(time: .daysAgo(13, 19, 42, 31), bank: nil, occasion: .phishing, copies: [.sms(seen: 240_000)], isRead: true),
    Scene(
      time: .daysAgo(9, 20, 15, 6), bank: .vtb, occasion: .login, device: Vocabulary.desk.lowerBound, copies: [.sms(seen: 30_000)],
      isRead: true),
    // Three pushes within a day from a bank that was told to send SMS.
    Scene(
      time: .daysAgo(6, 10, 15, 40), bank: .sberbank, occasion: .purchase, amount: 62_300, shop: Shop.index("COFFEE ZERNO"),
      copies: [.push(seen: 60_000), smsSwitchedOver], isRead: true),
    Scene(
      time: .daysAgo(6, 13, 40, 2), bank: .sberbank, occasion: .purchase, amount: 48_000, shop: Shop.index("STOLOVAYA N 5"),
      copies: [.push(seen: 45_000), smsSwitchedOver], isRead: true),
    Scene(
      time: .daysAgo(6, 18, 5, 57), bank: .sberbank, occasion: .purchase, amount: 189_950, shop: Shop.index("PEREKRESTOK"),
      copies: [.push(seen: 120_000), smsSwitchedOver], isRead: true),
    Scene(time: .daysAgo(5, 12, 30, 0), bank: .sberbank, occasion: .supportReply, copies: [.sms(seen: 600_000)], isRead: true),
    // The money for what she buys next.
    Scene(
      time: .daysAgo(1, 20, 52, 9), bank: .vtb, occasion: .transferIn, amount: 2_000_000, person: 1, copies: [.push(seen: 30_000)],
      isRead: true),
    Scene(
      time: .daysAgo(1, 21, 10, 18), bank: .vtb, occasion: .purchase, amount: 1_869_900, shop: Shop.index("DNS 218"),
      copies: [.push(seen: 90_000), .sms(seen: 95_000)], isRead: true),
    // Today.
    Scene(
      time: .after(-4, 20), bank: .tbank, occasion: .purchase, amount: 124_000, shop: Shop.index("PYATEROCHKA 4012"),
      copies: [.push(seen: 15_000)], isRead: true),
    Scene(
      time: .after(-2, 45), bank: .sberbank, occasion: .bindCode,
      copies: [.sms(seen: 9_000), .withheld(.push, from: Endpoint.iPhone, .chosen(.sms))], isRead: true),
    Scene(
      time: .after(0, 12), bank: .sberbank, occasion: .newDevice, device: Vocabulary.xiaomi, place: Vocabulary.kazan,
      copies: [.sms(), .withheld(.push, from: Endpoint.iPhone, .chosen(.sms))], isRead: false),
    Scene(time: .after(3, 3), bank: .sberbank, occasion: .channelSwitched, device: Vocabulary.xiaomi, copies: diverted, isRead: false),
    Scene(time: .after(3, 40), bank: .sberbank, occasion: .loanCode, amount: loan, copies: diverted, isRead: false),
    Scene(time: .after(4, 2), bank: .sberbank, occasion: .loanIssued, amount: loan, copies: diverted, isRead: false),
    Scene(
      time: .after(4, 40), bank: .sberbank, occasion: .transferCode, amount: stolen, person: Vocabulary.stranger, copies: diverted,
      isRead: false),
    Scene(
      time: .after(5, 6), bank: .sberbank, occasion: .transferOut, amount: stolen, person: Vocabulary.stranger, copies: diverted,
      isRead: false),
  ]

  private static let loan: Int64 = 18_000_000
  private static let stolen: Int64 = 17_850_000
  private static let smsSwitchedOver = Copy.withheld(.sms, from: Endpoint.number, .sentInstead(.push))
  private static let diverted = [
    Copy.push(to: Endpoint.xiaomi), .withheld(.sms, from: Endpoint.number, .chosenFrom(.push, device: Endpoint.xiaomi)),
    .withheld(.push, from: Endpoint.iPhone, .preferred(device: Endpoint.xiaomi)),
  ]
}
