import Model
import Testing

@testable import Delivery

@Suite("Devices and what was arranged")
struct DeviceTests {
  private static let now = Bench.now
  private static let day: Int64 = 86_400_000

  private func mention(_ name: String, _ kind: SecurityFact.Kind, daysAgo: Double, bank: String = "sberbank") -> DeviceMention {
    let time = Self.now.advanced(by: -Int64(daysAgo * Double(Self.day)))
    return DeviceMention(
      bank: bank, device: LinkedDevice(id: name), kind: kind, place: "Kazan", channel: kind == .channelChanged ? .push : nil, first: time,
      last: time)
  }

  private func step(_ id: Int64, _ step: Arrangement.DeviceStep, _ name: String, minutesAgo: Int64, undoes: Int64? = nil) -> Arrangement {
    Arrangement(
      id: id, time: Self.now.advanced(by: -minutesAgo * 60_000), bank: "sberbank", step: .device(step, LinkedDevice(id: name)),
      by: Arrangement.client, undoes: undoes)
  }

  private func book(_ steps: [Arrangement] = [], _ mentions: [DeviceMention]) -> DeviceBook {
    DeviceBook(DeliveryPicture.Sources(steps: steps, mentions: mentions), now: Self.now)
  }

  /// The state of one device.
  private func state(of name: String, _ change: (inout DeliveryPicture.Sources) -> Void = { _ in }) -> String? {
    var sources = DeliveryPicture.Sources(
      steps: [], mentions: [mention("iPhone", .deviceBound, daysAgo: 400), mention("Xiaomi", .deviceBound, daysAgo: 3)])
    change(&sources)
    return DeviceBook(sources, now: Self.now).device(name, bank: "sberbank")?.state.name
  }

  private func push(_ endpoint: String?, daysAgo: Double, _ channel: Channel = .push, status: DeliveryStatus = .delivered) -> DeliveryTrace
  {
    let time = Self.now.advanced(by: -Int64(daysAgo * Double(Self.day)))
    return DeliveryTrace(
      notification: NotificationID(time: time), bank: "sberbank", category: .payment, channel: channel, endpoint: endpoint, time: time,
      status: status)
  }

  private func suspicion(_ device: LinkedDevice, bank: String? = "sberbank", account: String = Notification.defaultAccount)
    -> DeviceSuspicion
  {
    DeviceSuspicion(account: account, bank: bank, device: device, findings: [FindingID(text: "R04-1"), FindingID(text: "R01-1")])
  }

  @Test("a device that an open finding names is suspected, whatever else is known of it, and its mark stays")
  func suspected() throws {
    let xiaomi = LinkedDevice(id: "Xiaomi")
    #expect(state(of: "Xiaomi") == "unquestioned")
    #expect(state(of: "Xiaomi") { $0.suspicions = [suspicion(xiaomi)] } == "suspected")
    #expect(state(of: "Xiaomi") { $0.suspicions = [suspicion(LinkedDevice(id: "d2", name: "Xiaomi"), bank: nil)] } == "suspected")
    for other in [suspicion(LinkedDevice(id: "Nokia")), suspicion(xiaomi, bank: "tbank"), suspicion(xiaomi, account: "anna")] {
      #expect(state(of: "Xiaomi") { $0.suspicions = [other] } == "unquestioned")
    }
    // Also the first device, one that was confirmed before the finding came up, and one that is only mentioned.
    #expect(state(of: "iPhone") { $0.suspicions = [suspicion(LinkedDevice(id: "iPhone"))] } == "suspected")
    #expect(
      state(of: "Xiaomi") {
        $0.steps = [step(1, .confirmed, "Xiaomi", minutesAgo: 60)]
        $0.suspicions = [suspicion(xiaomi)]
      } == "suspected")
    #expect(
      state(of: "Chrome") {
        $0.mentions.append(mention("Chrome", .login, daysAgo: 1))
        $0.suspicions = [suspicion(LinkedDevice(id: "Chrome"))]
      } == "suspected")
    #expect(
      state(of: "Xiaomi") {
        $0.steps = [step(1, .unbound, "Xiaomi", minutesAgo: 60)]
        $0.suspicions = [suspicion(xiaomi)]
      } == "unlinked")
    var sources = DeliveryPicture.Sources(steps: [], mentions: [mention("Xiaomi", .deviceBound, daysAgo: 3)])
    sources.suspicions = [suspicion(xiaomi)]
    let known = try #require(DeviceBook(sources, now: Self.now).devices.first)
    #expect(known.isSuspect && known.needsAnswer && known.isLinked)
    #expect(known.openFindings.map(\.text) == ["R04-1", "R01-1"])
  }

  @Test("after a cooling-off that nobody answered a device isn't trusted; the client's word makes it so")
  func unquestioned() {
    #expect(state(of: "Xiaomi") == "unquestioned")
    #expect(state(of: "Xiaomi") { $0.steps = [step(1, .confirmed, "Xiaomi", minutesAgo: 60)] } == "linked")
    #expect(state(of: "iPhone") == "linked")
  }

  @Test("the first device that a message names isn't the client's when pushes came before it; its own pushes don't count against it")
  func pushesBefore() {
    func first(_ daysAgo: Double, _ bank: String = "sberbank", _ account: String = Notification.defaultAccount) -> String? {
      state(of: "iPhone") {
        $0.firstPushes = [FirstPush(account: account, bank: bank, time: Self.now.advanced(by: -Int64(daysAgo * Double(Self.day))))]
      }
    }
    #expect(first(500) == "unquestioned")
    #expect(first(399) == "linked")
    #expect(first(500, "tbank") == "linked")
    #expect(first(500, "sberbank", "anna") == "linked")
    let young = DeliveryPicture.Sources(
      steps: [], mentions: [mention("Redmi", .deviceBound, daysAgo: 0.1)],
      firstPushes: [FirstPush(bank: "sberbank", time: Self.now.advanced(by: -90 * Self.day))])
    #expect(DeviceBook(young, now: Self.now).devices.map(\.state.name) == ["cooling"])
    let again = DeliveryPicture.Sources(
      steps: [], mentions: [mention("Redmi", .login, daysAgo: 100), mention("Redmi", .deviceBound, daysAgo: 1)],
      firstPushes: [FirstPush(bank: "sberbank", time: Self.now.advanced(by: -90 * Self.day))])
    #expect(DeviceBook(again, now: Self.now).devices.map(\.state.name) == ["linked"])
  }

  @Test("an endpoint that a push came to lately is one, under the name that messages give it, until it is unlinked")
  func pushed() throws {
    func book(_ traces: [DeliveryTrace], _ steps: [Arrangement] = [], _ mentions: [DeviceMention] = []) -> [String] {
      DeviceBook(DeliveryPicture.Sources(steps: steps, mentions: mentions, traces: traces), now: Self.now).devices
        .map { "\($0.device.label) \($0.state.name) \($0.isLinked)" }
    }
    #expect(book([push("iPhone (Anna)", daysAgo: 29)]) == ["iPhone (Anna) unquestioned true"])
    #expect(book([push("iPhone (Anna)", daysAgo: 31)]) == [])
    #expect(book([push("iPhone (Anna)", daysAgo: 1, status: .failed)]) == [])
    #expect(book([push("+79000000012", daysAgo: 1, .sms)]) == [])
    let login = mention("iPhone", .login, daysAgo: 40)
    #expect(book([], [], [login]) == ["iPhone seen_in_messages false"])
    #expect(book([push("iPhone (Anna)", daysAgo: 2)], [], [login]) == ["iPhone unquestioned true"])
    let unlink = [step(1, .unbound, "iPhone", minutesAgo: 60)]
    #expect(book([push("iPhone (Anna)", daysAgo: 2)], unlink, [login]) == ["iPhone unlinked false"])
    // What comes more than a minute after shows that the bank goes on sending there.
    #expect(book([push("iPhone (Anna)", daysAgo: 59.0 / 1_440)], unlink, [login]) == ["iPhone unlinked false"])
    #expect(book([push("iPhone (Anna)", daysAgo: 58.0 / 1_440)], unlink, [login]) == ["iPhone unquestioned true"])
  }

  @Test("the next message goes to a device that pushes came to lately, and where nothing names it to one without a name")
  func planned() throws {
    func plan(_ traces: [DeliveryTrace], bank: String = "sberbank") throws -> [String] {
      let picture = self.picture(steps: [], mentions: [], traces: traces)
      return try #require(picture.plan("sberbank", .payment)).readers.map { "\($0.channel.name) \($0.name ?? "?")" }
    }
    #expect(try plan([push("iPhone (Anna)", daysAgo: 2)]).contains("push iPhone (Anna)"))
    #expect(try plan([push(nil, daysAgo: 2), push(nil, daysAgo: 2, .sms)]) == ["push ?", "sms ?"])
    #expect(try plan([push(nil, daysAgo: 2), push("iPhone", daysAgo: 2)]) == ["push iPhone"])
    #expect(try plan([push(nil, daysAgo: 31)]) == [])
  }

  private func picture(steps: [Arrangement], mentions: [DeviceMention], traces: [DeliveryTrace]) -> DeliveryPicture {
    DeliveryPicture(
      DeliveryPicture.Sources(steps: steps, mentions: mentions, traces: traces), policies: PolicyBook.load(userDirectory: nil).book,
      now: Self.now, offsetSeconds: 10_800)
  }

  @Test(
    "messages alone tell which devices there are: the first trusted, the next not questioned, a new one cooling for 12 hours, an old one unlinked"
  )
  func fromMessages() throws {
    let mentions = [
      mention("Redmi", .deviceBound, daysAgo: 900), mention("Redmi", .deviceUnbound, daysAgo: 400),
      mention("iPhone", .deviceBound, daysAgo: 400), mention("Chrome", .login, daysAgo: 9), mention("Xiaomi", .deviceBound, daysAgo: 0.01),
    ]
    let book = book([], mentions)
    #expect(book.devices.map(\.device.id) == ["iPhone", "Xiaomi", "Chrome", "Redmi"])
    #expect(book.devices.map(\.state.name) == ["unquestioned", "cooling", "seen_in_messages", "unlinked"])
    #expect(book.devices.map(\.isSuspect) == [false, true, false, false])
    #expect(book.device("Xiaomi", bank: "sberbank")?.place == "Kazan")
  }

  @Test("an answer about a device's binding is one about the device, until it is linked anew or the device itself is answered for")
  func answersOnSecurity() {
    let mentions = [mention("iPhone", .deviceBound, daysAgo: 400), mention("Xiaomi", .deviceBound, daysAgo: 0.25)]
    func known(_ answers: [(wasMe: Bool, minutesAgo: Int64)], _ steps: [Arrangement] = []) -> [Bool]? {
      let answers = answers.map {
        DeviceAnswer(
          account: Notification.defaultAccount, bank: "sberbank", device: LinkedDevice(id: "d2", name: "Xiaomi"), wasMe: $0.wasMe,
          time: Self.now.advanced(by: -$0.minutesAgo * 60_000))
      }
      let book = DeviceBook(DeliveryPicture.Sources(steps: steps, mentions: mentions, answers: answers), now: Self.now)
      #expect(book.device("iPhone", bank: nil)?.isReported == false)
      return book.device("Xiaomi", bank: nil).map { [$0.isConfirmed, $0.isReported, $0.isSuspect] }
    }
    #expect(known([]) == [false, false, true])
    #expect(known([(false, 5)]) == [false, true, true])
    #expect(known([(true, 5)]) == [true, false, false])
    #expect(known([(false, 9), (true, 5)]) == [true, false, false])
    #expect(known([(false, 24 * 60)]) == [false, false, true])
    #expect(known([(false, 5)], [step(1, .confirmed, "Xiaomi", minutesAgo: 2)]) == [true, false, false])
    #expect(known([(false, 5)], [step(1, .confirmed, "Xiaomi", minutesAgo: 20)]) == [false, true, true])
  }

  @Test("what an event of a file tells of a device that messages name is about the same one; others go by the bank's id")
  func fromEvents() throws {
    func event(_ id: String, _ name: String, _ kind: SecurityFact.Kind, daysAgo: Double) -> DeviceMention {
      var mention = mention(name, kind, daysAgo: daysAgo)
      mention.device = LinkedDevice(id: id, name: name, platform: "android")
      return mention
    }
    let book = book(
      [],
      [
        mention("iPhone", .deviceBound, daysAgo: 400), event("d1", "iPhone", .login, daysAgo: 1),
        event("d2", "Xiaomi 12", .deviceBound, daysAgo: 0.01), event("d2", "Xiaomi 12", .login, daysAgo: 0.005),
      ])
    #expect(book.devices.map(\.device.id) == ["iPhone", "d2"])
    #expect(book.devices.map(\.device.label) == ["iPhone", "Xiaomi 12"])
    #expect(book.devices.map(\.state.name) == ["linked", "cooling"])
    #expect(book.device("Xiaomi 12", bank: "sberbank")?.device.platform == "android")
  }

  @Test("the cooling-off ends after twelve hours to the millisecond, or when the client says it was him")
  func cooling() {
    let bound = Self.now.advanced(by: -KnownDevice.coolingOff)
    let mentions = [
      mention("iPhone", .deviceBound, daysAgo: 400),
      DeviceMention(bank: "sberbank", device: LinkedDevice(id: "Xiaomi"), kind: .deviceBound, first: bound, last: bound),
    ]
    func state(_ steps: [Arrangement], at time: Timestamp) -> String? {
      DeviceBook(DeliveryPicture.Sources(steps: steps, mentions: mentions), now: time).device("Xiaomi", bank: nil)?.state.name
    }
    #expect(state([], at: Self.now.advanced(by: -1)) == "cooling")
    #expect(state([], at: Self.now) == "unquestioned")
    #expect(state([step(1, .confirmed, "Xiaomi", minutesAgo: 60)], at: Self.now.advanced(by: -1)) == "linked")
  }

  @Test("an unlink is undone as a re-link: the device is as it was, and the log holds both")
  func unlink() throws {
    let mentions = [mention("iPhone", .deviceBound, daysAgo: 400), mention("Xiaomi", .deviceBound, daysAgo: 0.1)]
    let unlink = step(1, .unbound, "Xiaomi", minutesAgo: 5)
    #expect(book([unlink], mentions).device("Xiaomi", bank: nil)?.state == .unlinked)
    let log = ArrangementLog([unlink])
    let last = try #require(log.lastUndoable(.devices))
    var relink = log.inverse(of: last, at: Self.now)
    #expect(relink.step == .device(.bound, LinkedDevice(id: "Xiaomi")))
    #expect(relink.undoes == 1)
    relink.id = 2
    let again = try #require(book([unlink, relink], mentions).device("Xiaomi", bank: nil))
    #expect(again.state.name == "cooling")
    #expect(again.since == mentions[1].last)
    #expect(ArrangementLog([unlink, relink]).lastUndoable(.devices) == nil)
  }

  @Test("an answer that is taken back is as if it had never been given, and so is its taking back")
  func answers() {
    let mentions = [mention("iPhone", .deviceBound, daysAgo: 400), mention("Xiaomi", .deviceBound, daysAgo: 0.1)]
    let reported = step(1, .reported, "Xiaomi", minutesAgo: 5)
    #expect(book([reported], mentions).device("Xiaomi", bank: nil)?.isReported == true)
    let back = step(2, .reported, "Xiaomi", minutesAgo: 4, undoes: 1)
    #expect(book([reported, back], mentions).device("Xiaomi", bank: nil)?.isReported == false)
  }

  @Test("a choice is undone as the choice before it")
  func choice() throws {
    func choose(_ id: Int64, _ channel: Channel) -> Arrangement {
      Arrangement(
        id: id, time: Self.now.advanced(by: id), bank: "sberbank", step: .channel(.category(.code), channel), by: Arrangement.client)
    }
    let log = ArrangementLog([choose(1, .sms), choose(2, .push)])
    let last = try #require(log.lastUndoable(.channels))
    #expect(log.inverse(of: last, at: Self.now).step == .channel(.category(.code), .sms))
    let only = ArrangementLog([choose(1, .push)])
    #expect(only.inverse(of: choose(1, .push), at: Self.now).step == .channel(.category(.code), nil))
  }

  @Test("a notice that notifications were switched turns the pushes to the device it names, and is a choice of its own")
  func switched() throws {
    let mentions = [
      mention("iPhone", .deviceBound, daysAgo: 400), mention("Xiaomi", .deviceBound, daysAgo: 0.01),
      mention("Xiaomi", .channelChanged, daysAgo: 0.005),
    ]
    let picture = self.picture(
      steps: [
        Arrangement(
          id: 1, time: Self.now.advanced(by: -300 * Self.day), bank: "sberbank", step: .channel(.all, .sms), by: Arrangement.client)
      ], mentions: mentions, traces: [])
    let plan = try #require(picture.plan("sberbank", .code))
    #expect(plan.decision.channel == .push)
    #expect(plan.decision.layers.first(where: \.isInForce)?.preference?.device == "Xiaomi")
    #expect(plan.steps.map(\.channel) == [.push, .sms])
    #expect(plan.readers.map(\.name) == ["Xiaomi"])
    #expect(plan.readers.map(\.isSuspect) == [true])
    #expect(picture.switching("sberbank", .code) == .sms)
  }

  @Test("what a notice of a switch says became what counts, with a device or without; what names no channel chooses none")
  func switchedTo() throws {
    var away = mention("iPhone", .channelChanged, daysAgo: 1)
    away.channel = .sms
    let log = ArrangementLog()
    func chosen(_ mentions: [DeviceMention]) -> Preference? {
      log.preferences(mentions).choice(bank: "sberbank", scope: .all, at: Self.now)
    }
    #expect(chosen([mention("iPhone", .channelChanged, daysAgo: 2), away])?.channel == .sms)
    let known = try #require(book([], [mention("iPhone", .deviceBound, daysAgo: 9), away]).device("iPhone", bank: nil))
    #expect(known.preferredAt == nil)
    away.device = nil
    away.channel = .push
    #expect(chosen([away])?.channel == .push)
    #expect(chosen([away])?.setBy == "message")
    #expect(book([], [away]).devices.isEmpty)
    away.channel = nil
    #expect(chosen([away]) == nil)
  }

  @Test("the only binding that is known isn't trusted for it when another device had been in use before")
  func lateHistory() throws {
    let mentions = [mention("iPhone", .login, daysAgo: 30), mention("Xiaomi", .deviceBound, daysAgo: 0.01)]
    let xiaomi = try #require(book([], mentions).device("Xiaomi", bank: "sberbank"))
    #expect(xiaomi.isSuspect)
    #expect(try #require(book([], Array(mentions.dropFirst())).device("Xiaomi", bank: "sberbank")).state == .linked)
  }

  @Test("what can't be switched comes with the reason")
  func refusals() {
    let picture = self.picture(
      steps: [], mentions: [], traces: [])
    #expect(picture.refusal("tbank", .payment) == .bankDecides)
    #expect(picture.refusal("homecredit", .code) == .fixed(.sms))
    #expect(picture.refusal("sberbank", .code) == nil)
    #expect(picture.refusal("nobody", .code) == .unknownBank)
    #expect(picture.switching("tbank", .payment) == nil)
  }

  @Test("the last month: parts and cost as it came and by SMS alone, and what push alone would have lost, with the reason")
  func month() throws {
    func trace(
      _ number: Int64, _ channel: Channel, _ status: DeliveryStatus, category: Model.Category = .payment, reason: String? = nil,
      daysAgo: Int64 = 1
    )
      -> DeliveryTrace
    {
      let time = Self.now.advanced(by: -daysAgo * Self.day + number)
      return DeliveryTrace(
        notification: NotificationID(time: Self.now.advanced(by: -daysAgo * Self.day), sequence: number), bank: "sberbank",
        category: category,
        channel: channel, endpoint: channel == .sms ? "+79000000012" : "iPhone", time: time, status: status, reason: reason,
        parts: channel == .sms ? 1 : nil, costMinor: channel == .sms ? 300 : nil, text: "Покупка 1240 ₽")
    }
    let picture = self.picture(
      steps: [], mentions: [],
      traces: [
        trace(1, .push, .seen), trace(2, .push, .failed, category: .code, reason: "no internet"),
        trace(2, .sms, .delivered, category: .code),
        trace(3, .sms, .delivered), trace(4, .push, .failed, reason: "no internet", daysAgo: 40),
      ])
    let use = picture.use("sberbank")
    #expect(use.notifications == 3)
    #expect(use.smsParts == 2)
    #expect(use.smsCostMinor == 600)
    #expect(use.pushes == 1)
    #expect(use.allSMSParts == 3)
    #expect(use.allSMSCostMinor == 900)
    #expect(use.lostAsPush == 1)
    #expect(use.lostCodes == 1)
    #expect(use.lostReason == "no internet")
    #expect(picture.number == "+79000000012")
  }
}
