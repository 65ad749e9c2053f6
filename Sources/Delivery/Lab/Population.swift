import Model
import Parsing

/// The invented clients of a comparison and a month of messages to each: the same for every policy.
struct Population {
  /// One client with what he is told, and when he is attacked.
  struct Member {
    var client: SimulatedClient
    /// By time.
    var messages: [Cascade.Impulse]
    /// When a code is talked out of him; nil for those who aren't attacked.
    var attackedAt: Int64?
    var acceptsPush: Bool
  }

  /// 2026-01-01 00:00 UTC: months differ in nothing that the lab knows of.
  static let start: Int64 = 1_767_225_600_000
  static let day: Int64 = 86_400_000

  let parameters: LabParameters
  let days: Int

  /// Parts of the text a bank sends for each category, by Parsing's own count. Invented, in the manner and length of real ones.
  static let parts: [Int] = [
    "Код 482913: перевод 17850 р с карты 4417, получатель Иван И. Никому не сообщайте код, даже сотруднику банка.",
    "МИР-4417 14:02 Покупка 1240р PYATEROCHKA Баланс: 54300.12р",
    "Вход в банк с нового устройства, Казань, 14:02. Если это были не Вы, позвоните 900.",
    "Выписка за февраль готова. Минимальный платеж 5200р до 20.03. Доступный лимит 84300р.",
    "Вклад с повышенной ставкой до конца месяца. Подробности в приложении.",
    "Новая карта ждет Вас в отделении до 20.03. Возьмите паспорт.",
  ].map { Segmentation($0).parts }

  /// A client of his own for each seed.
  func member(seed: UInt64) -> Member {
    var random = RandomStream(seed: seed)
    let longAgo = Timestamp(milliseconds: Self.start - 400 * Self.day)
    let acceptsPush = random.fraction() < parameters[.acceptsPush]
    let isOff = spells(share: parameters[.phoneOff], hours: 1...8, &random)
    let isOffline = spells(share: parameters[.noInternet], hours: 1...3, &random)
    var device = SimulatedClient.Device(id: "own", name: "own", platform: "android", linkedAt: longAgo)
    device.isPushPermitted = acceptsPush
    device.offline = Spells(isOff.ranges + isOffline.ranges)
    if random.fraction() < parameters[.subscriptionLost] * Double(days) / 30 { device.subscriptionLostAt = moment(&random) }
    var number = SimulatedClient.Number("own", from: longAgo)
    number.off = isOff
    // What is lost on the way makes up for the difference between being reachable and the delivered shares that are known.
    let reachable = 1 - parameters[.noInternet] - parameters[.phoneOff]
    let habits = SimulatedClient.Habits(
      pushLoss: max(0, 1 - parameters[.pushDelivered] / reachable),
      smsLoss: max(0, 1 - parameters[.smsDelivered] / (1 - parameters[.phoneOff])),
      opensPush: parameters[.openedPush], opensSMS: parameters[.openedSMS])
    let client = SimulatedClient(
      devices: [device], numbers: [number], hasMessenger: random.fraction() < parameters[.hasMessenger],
      hasPackage: random.fraction() < parameters[.hasPackage], habits: habits)
    let messages = messages(&random)
    let isAttacked = random.fraction() < parameters[.attacked]
    return Member(
      client: client, messages: messages, attackedAt: isAttacked ? moment(&random).milliseconds : nil, acceptsPush: acceptsPush)
  }

  /// Stretches that together take a share of the month.
  private func spells(share: Double, hours: ClosedRange<Int>, _ random: inout RandomStream) -> Spells {
    let mean = Double(hours.lowerBound + hours.upperBound) / 2
    let count = whole(share * Double(days) * 24 / mean, &random)
    return Spells(
      (0..<count).map { _ in
        let start = moment(&random).milliseconds
        return start..<(start + Int64(random.within(hours.lowerBound * 3_600_000...hours.upperBound * 3_600_000)))
      })
  }

  /// How many messages of each category come in a month.
  private static let monthly: [(category: Category, parameter: LabParameter)] = [
    (.code, .codes), (.payment, .payments), (.security, .security), (.statement, .statements), (.marketing, .marketing),
    (.service, .service),
  ]

  /// The category of one message among many.
  func category(_ random: inout RandomStream) -> Category {
    var roll = random.fraction() * Self.monthly.reduce(0) { $0 + parameters[$1.parameter] }
    for (category, parameter) in Self.monthly {
      roll -= parameters[parameter]
      if roll < 0 { return category }
    }
    return .payment
  }

  private func messages(_ random: inout RandomStream) -> [Cascade.Impulse] {
    var messages: [Cascade.Impulse] = []
    for (category, parameter) in Self.monthly {
      for _ in 0..<whole(parameters[parameter] * Double(days) / 30, &random) {
        messages.append(
          Cascade.Impulse(
            time: moment(&random).milliseconds, category: category, origin: origin(of: category, &random),
            parts: Self.parts[category.rawValue - 1]))
      }
    }
    messages.sort { $0.time < $1.time }
    return messages
  }

  func origin(of category: Category, _ random: inout RandomStream) -> Step.Origin {
    guard category == .payment || category == .code else { return .bank }
    let roll = random.fraction()
    return roll < parameters[.inApp] ? .app : roll < parameters[.inApp] + parameters[.inWeb] ? .web : .card
  }

  /// A whole number whose mean is `number`.
  private func whole(_ number: Double, _ random: inout RandomStream) -> Int {
    let floor = number.rounded(.down)
    return Int(floor) + (random.fraction() < number - floor ? 1 : 0)
  }

  private func moment(_ random: inout RandomStream) -> Timestamp {
    Timestamp(milliseconds: Self.start + Int64(random.fraction() * Double(Int64(days) * Self.day)))
  }
}
