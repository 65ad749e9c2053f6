import Model
import Screen
import Testing

@testable import Interface

@Suite("The deliveries of a row")
struct DeliveryTableTests {
  private static let time = TestBell.now.advanced(by: -3_600_000)

  private static func delivery(
    _ channel: Channel, _ status: DeliveryStatus, after seconds: Int64 = 0, delivered: Int64? = nil, seen: Int64? = nil,
    endpoint: String? = nil, reason: String? = nil, parts: Int? = nil, cost: Int64? = nil
  ) -> Delivery {
    Delivery(
      channel: channel, endpoint: endpoint, time: time.advanced(by: seconds * 1000),
      deliveredAt: delivered.map { time.advanced(by: $0 * 1000) }, seenAt: seen.map { time.advanced(by: $0 * 1000) }, status: status,
      reason: reason, parts: parts, costMinor: cost, sender: channel == .sms ? "900" : "ru.sberbankmobile", text: "Покупка 310 ₽")
  }

  /// The lines of the table for a row with these deliveries, blanks joined; by what each begins with.
  private static func lines(_ deliveries: [Delivery], _ language: Language = .english, width: Int = 140) throws -> [String] {
    let row = Notification(bank: "sberbank", isRead: true, deliveries: deliveries)
    return try TestBell([row], width: width, height: 34, language: language).lines.map { line in
      line.split(separator: "│").last?.split(separator: " ").joined(separator: " ") ?? ""
    }
  }

  @Test("what a copy tells stands in its column: times, endpoint, parts, cost; a dash where it doesn't")
  func columns() throws {
    let lines = try Self.lines([
      Self.delivery(.push, .seen, delivered: 1, seen: 160, endpoint: "iPhone (Anna)"),
      Self.delivery(.sms, .delivered, after: 6, delivered: 10, endpoint: "+79000000012", parts: 1, cost: 300),
    ])
    for line in [
      "push SMS", "To iPhone (Anna) +7 9•• ••• 12", "Status seen delivered", "Sent 13:10:00 13:10:06", "Delivered 13:10:01 13:10:10",
      "Seen 13:12:40 —", "Parts — 1", "Cost — 3 ₽",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test("what was never sent has no time of sending, in either language", arguments: [DeliveryStatus.notSent, .queued])
  func neverSent(_ status: DeliveryStatus) throws {
    let deliveries = [
      Self.delivery(.push, status, endpoint: "Xiaomi 12", reason: "device unlinked"),
      Self.delivery(.sms, .expired, after: 6, reason: "phone switched off"),
    ]
    let english = try Self.lines(deliveries)
    #expect(english.contains("Status \(status == .queued ? "queued" : "not sent") 13:10:00 expired"))
    #expect(english.contains("Sent — 13:10:06"))
    #expect(english.contains("Why device unlinked phone switched off"))
    let russian = try Self.lines(deliveries, .russian)
    #expect(russian.contains("Состояние \(status == .queued ? "в очереди" : "не отправлено") 13:10:00 истекло"))
    #expect(russian.contains("Отправлено — 13:10:06"))
    #expect(russian.contains("Почему устройство отвязано телефон выключен"))
  }

  @Test(
    "why another way was taken is told in the user's language, with the device's name as it is",
    arguments: [
      ("the client chose SMS", "клиент выбрал СМС"), ("sent as push instead", "вместо этого ушло по push"),
      ("push chosen, by Xiaomi 12", "выбор: push, с Xiaomi 12"), ("Xiaomi 12 is preferred", "push идут на Xiaomi 12"),
      ("no internet", "нет интернета"),
    ])
  func chosenOtherwise(_ stored: String, _ russian: String) throws {
    let deliveries = [Self.delivery(.push, .notSent, reason: stored), Self.delivery(.sms, .delivered, after: 6)]
    #expect(try Self.lines(deliveries, width: 240).contains("Why \(stored) —"))
    #expect(try Self.lines(deliveries, .russian, width: 240).contains("Почему \(russian) —"))
  }

  @Test("a reason in the source's own words is shown as it stands, made safe")
  func ownReason() throws {
    let lines = try Self.lines(
      [Self.delivery(.push, .failed, reason: "gateway\u{1B}[2J said 4\nno"), Self.delivery(.sms, .sent, after: 6)], .russian)
    let why = try #require(lines.first { $0.hasPrefix("Почему") })
    #expect(why.contains("gateway") && why.contains("said 4") && !why.contains("\u{1B}"))
  }

  @Test("a copy of another day says which, and on a narrow screen the copies stand below each other")
  func otherDay() throws {
    let lines = try Self.lines([Self.delivery(.sms, .delivered, delivered: 86_400), Self.delivery(.push, .delivered, after: 9)])
    #expect(lines.contains { $0.hasPrefix("Delivered 2 March 2026") })
    var bell = try TestBell(
      [
        Notification(
          bank: "sberbank", isRead: true,
          deliveries: [Self.delivery(.push, .sent), Self.delivery(.sms, .failed, after: 6), Self.delivery(.messenger, .seen, after: 9)])
      ],
      width: 44, height: 40)
    bell.press(.enter)
    let heads = bell.lines.filter { $0.contains("push") || $0.contains("SMS") || $0.contains("messenger") }
    #expect(heads.contains { $0.contains("push") } && heads.contains { $0.contains("messenger") && !$0.contains("push") })
    #expect(bell.lines.allSatisfy { TextWidth.of($0) <= 44 })
  }
}
