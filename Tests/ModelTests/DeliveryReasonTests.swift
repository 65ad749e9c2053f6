import Model
import Testing

@Suite("Reasons of deliveries")
struct DeliveryReasonTests {
  @Test(
    "a reason is read from the text that deliveries carry",
    arguments: [
      (DeliveryReason.offline, "no internet"), (.unlinked, "device unlinked"), (.chosen(.sms), "the client chose SMS"),
      (.sentInstead(.push), "sent as push instead"), (.chosenFrom(.push, device: "Xiaomi 12"), "push chosen, by Xiaomi 12"),
      (.chosenFrom(.sms, device: "A, by B is preferred"), "SMS chosen, by A, by B is preferred"),
      (.preferred(device: "Xiaomi 12"), "Xiaomi 12 is preferred"),
    ])
  func text(_ reason: DeliveryReason, _ text: String) {
    #expect(reason.text == text)
    #expect(DeliveryReason(text) == reason)
  }

  @Test("anything else is somebody else's reason", arguments: ["", "No internet", "no internet today", "the client chose", "is preferred"])
  func foreign(_ text: String) {
    #expect(DeliveryReason(text) == nil)
  }
}
