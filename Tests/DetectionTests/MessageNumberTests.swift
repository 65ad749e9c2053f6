import Model
import Testing

@testable import Detection

@Suite("Phone numbers in messages")
struct MessageNumberTests {
  @Test(
    "a number is an endpoint only with its country code",
    arguments: [
      ("+7 900 000-00-12", "+79000000012"), ("8 (900) 000-00-12", "+79000000012"), ("79000000012", "+79000000012"),
      ("+81 3 1234 5678", "+81312345678"), ("+81 90 1234 567", "+81901234567"), ("900 000-00-12", nil), ("+7 900 ***-**-12", nil),
    ])
  func endpoint(text: String, endpoint: String?) throws {
    let facts = Facts(category: .security, security: SecurityFact(kind: .simChanged, device: nil, to: text))
    let delivery = Delivery(channel: .sms, time: Timestamp(milliseconds: 1_772_362_931_000), sender: "900", text: "SIM")
    let notification = Notification(bank: "sberbank", facts: facts, deliveries: [delivery])
    let event = try #require(MessageEvents.fact(of: notification, id: NotificationID(rawValue: 1)))
    #expect(event.endpoint == endpoint)
    #expect(event.to == (endpoint == nil ? text : nil))
  }
}
