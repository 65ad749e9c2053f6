import Model
import Testing

@Suite("The channels of a notification")
struct ChannelsTests {
  private func copy(_ channel: Channel, _ status: DeliveryStatus) -> Delivery {
    Delivery(channel: channel, time: Timestamp(milliseconds: 0), status: status, sender: "900", text: "text")
  }

  @Test("are those it came by; a push that failed or was never sent isn't one")
  func arrived() {
    #expect(Notification(deliveries: [copy(.push, .failed), copy(.sms, .seen)]).channels == .sms)
    #expect(Notification(deliveries: [copy(.push, .delivered), copy(.sms, .notSent)]).channels == .push)
    #expect(Notification(deliveries: [copy(.push, .sent), copy(.sms, .queued)]).channels == [.push, .sms])
  }

  @Test("are those that were tried when nothing arrived")
  func lost() {
    #expect(Notification(deliveries: [copy(.push, .failed), copy(.sms, .expired)]).channels == [.push, .sms])
    #expect(Notification(deliveries: []).channels == [])
  }
}
