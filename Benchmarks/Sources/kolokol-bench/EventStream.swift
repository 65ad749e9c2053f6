import Model

/// Events of many clients who live as people do, in order of time, made while they are read.
///
/// A client has a phone bound at the beginning, another one every few years, bound with a code to the old one and confirmed there; logins,
/// codes and transfers by the day; now and then a change of channel from a device of their own. Nothing of it is fraud.
struct QuietLife {
  let account: String
  private var random: RandomStream
  private(set) var events: [SecurityEvent] = []
  private var number = 0
  private let phone: String
  private var device = 0

  static let day: Int64 = 86_400_000
  private static let minute: Int64 = 60_000

  /// The life of one of many clients, whose account is opened at `start`, in ms, and looked at for so many days.
  init(client: Int, seed: UInt64, start: Int64, days: Int) {
    account = "c\(client)"
    random = RandomStream(seed: seed &+ UInt64(client))
    phone = "+7900\(1_000_000 + client)"
    bind(at: start, isFirst: true)
    var nextPhone = random.within(500...1_400)
    for day in 0..<days {
      let morning = start + Int64(day) * Self.day + Int64(random.within(60...480)) * Self.minute
      live(morning)
      if day == nextPhone {
        replaceDevice(at: morning + 600 * Self.minute)
        nextPhone += random.within(500...1_400)
      }
    }
    events.sort { ($0.time, $0.kind.rawValue) < ($1.time, $1.kind.rawValue) }
  }

  private var deviceID: String { "\(account)-d\(device)" }

  private mutating func add(_ kind: EventKind, _ time: Int64, _ fill: (inout SecurityEvent) -> Void) {
    number += 1
    var event = SecurityEvent(
      id: "e\(number)", time: Timestamp(milliseconds: time), kind: kind, account: account, bank: "sberbank", source: .file)
    fill(&event)
    events.append(event)
  }

  private mutating func live(_ morning: Int64) {
    if random.chance(60) {
      let id = deviceID
      add(.login, morning) { $0.device = LinkedDevice(id: id, platform: "android") }
    }
    if random.chance(25) {
      let time = morning + Int64(random.within(10...300)) * Self.minute
      code(time)
      let (sum, payee, id) = (Int64(random.within(300...30_000)), random.below(12), deviceID)
      add(.transfer, time + 40_000) {
        $0.amount = Money(minorUnits: sum * 100, currency: .rub)
        $0.direction = .outgoing
        $0.payee = "payee \(payee)"
        $0.confirmedOn = id
      }
    }
    if random.chance(1), random.chance(30) {
      let (time, id, toPush) = (morning + 400 * Self.minute, deviceID, random.chance(50))
      add(.channelChanged, time) {
        $0.to = toPush ? "push" : "sms"
        $0.scope = "payment"
        $0.by = id
      }
    }
    // A month away from the phone, a reset of the password, a limit: rarer still.
    if random.chance(1), random.chance(10) { add(.credentialReset, morning + 350 * Self.minute) { _ in } }
    if random.chance(1), random.chance(20) {
      let id = deviceID
      add(.limitChanged, morning + 360 * Self.minute) { $0.confirmedOn = id }
    }
  }

  /// Codes go to the phone, which is the client's all along.
  private mutating func code(_ time: Int64) {
    let (number, isPush, id) = (phone, random.chance(40), deviceID)
    add(.codeDelivered, time) {
      $0.endpoint = isPush ? id : number
      $0.channel = isPush ? .push : .sms
    }
  }

  private mutating func bind(at time: Int64, isFirst: Bool) {
    device += 1
    let (id, number, former) = (deviceID, phone, "\(account)-d\(device - 1)")
    let isConfirmed = random.chance(80)
    add(.deviceBound, time) {
      $0.device = LinkedDevice(id: id, name: "Phone", platform: "android")
      // Who has lost the old phone confirms with the number.
      $0.confirmedBy = isFirst ? nil : isConfirmed ? former : number
    }
    let about = "e\(self.number)"
    add(.noticeSent, time + 2_000) {
      $0.endpoint = number
      $0.channel = .sms
      $0.about = about
    }
  }

  private mutating func replaceDevice(at time: Int64) {
    let (former, number) = (deviceID, phone)
    add(.codeDelivered, time - 60_000) {
      $0.endpoint = number
      $0.channel = .sms
    }
    bind(at: time, isFirst: false)
    let unlinked = time + Int64(random.within(20...5_000)) * Self.minute
    let by = random.chance(70) ? former : deviceID
    add(.deviceUnbound, unlinked) {
      $0.device = LinkedDevice(id: former)
      $0.by = by
    }
  }
}

/// A takeover in the life of a client: which steps, in which order, how fast, over which channel, with how many devices.
struct Takeover {
  let events: [SecurityEvent]
  /// When the stranger's first device was bound.
  let bound: Timestamp

  private static let second: Int64 = 1_000
  private static let hour: Int64 = 3_600_000

  init(client: Int, seed: UInt64, at time: Int64) {
    var random = RandomStream(seed: seed &* 31 &+ UInt64(client))
    let account = "c\(client)"
    let phone = "+7900\(1_000_000 + client)"
    var events: [SecurityEvent] = []
    func add(_ kind: EventKind, _ after: Int64, _ fill: (inout SecurityEvent) -> Void = { _ in }) {
      var event = SecurityEvent(
        id: "x\(events.count)", time: Timestamp(milliseconds: time + after), kind: kind, account: account, bank: "sberbank", source: .file)
      fill(&event)
      events.append(event)
    }
    let devices = random.chance(70) ? 1 : random.within(2...4)
    // The pace: from a call of minutes to a night, and a day and a half.
    let pace = [20 * Self.second, 180 * Self.second, Self.hour, 8 * Self.hour][random.below(4)]
    func later(_ steps: Int) -> Int64 { pace * Int64(steps) + Int64(random.below(Int(pace))) }
    // The victim reads the code out, or the stranger holds the number: then nobody was asked.
    if random.chance(70) {
      add(.codeDelivered, -60 * Self.second) {
        $0.endpoint = phone
        $0.channel = .sms
      }
    } else {
      add(random.chance(50) ? .simChanged : .credentialReset, -20 * 60 * Self.second) { $0.endpoint = phone }
    }
    for device in 0..<devices {
      add(.deviceBound, Int64(device) * 100 * Self.second) {
        $0.device = LinkedDevice(id: "\(account)-x\(device)", name: "Stranger", platform: "android")
        if device > 0 { $0.confirmedBy = "\(account)-x0" }
      }
    }
    let last = "\(account)-x\(devices - 1)"
    let warns = random.chance(60)
    if warns {
      add(.noticeSent, 2 * Self.second) {
        $0.endpoint = phone
        $0.channel = .sms
        $0.about = "x1"
      }
    }
    let switches = random.chance(75)
    let switchFirst = switches && random.chance(20)
    if switches {
      add(random.chance(80) ? .channelChanged : .devicePreferred, switchFirst ? -30 * Self.second : later(1)) {
        $0.to = "push"
        $0.device = $0.kind == .devicePreferred ? LinkedDevice(id: last) : nil
        $0.by = last
      }
    }
    if random.chance(30) {
      add(.deviceUnbound, later(1)) {
        $0.device = LinkedDevice(id: "\(account)-d1")
        $0.by = last
      }
    }
    for step in 0..<random.within(1...3) {
      add(.codeDelivered, later(2 + step)) {
        $0.endpoint = switches ? last : phone
        $0.channel = switches ? .push : .sms
      }
      add(random.chance(30) ? .loanPaidOut : .transfer, later(2 + step) + pace) {
        $0.amount = Money(minorUnits: Int64(random.within(20_000...400_000)) * 100, currency: .rub)
        $0.direction = .outgoing
        $0.payee = "stranger \(client)"
        $0.confirmedOn = last
      }
    }
    self.events = events
    bound = Timestamp(milliseconds: time)
  }
}
