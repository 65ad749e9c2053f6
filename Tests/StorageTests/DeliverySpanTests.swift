import Model
import Testing

@testable import Storage

@Suite("Where the deliveries of a notification are looked for")
struct DeliverySpanTests {
  @Test("distances that nobody but a stranger's hand can have stored are no distances, and no reason to stop")
  func foreign() {
    let id = NotificationID(time: Samples.noon, sequence: 0)
    let noon = Samples.noon.milliseconds
    #expect(DeliverySpan(before: -100_000, after: -5).times(of: id) == noon...noon)
    #expect(DeliverySpan(before: .min, after: .min).times(of: id) == noon...noon)
    #expect(DeliverySpan(before: 5, after: 7).times(of: id) == noon - 5...noon + 7)
  }
}
