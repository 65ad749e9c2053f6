import Model
import Testing

@Suite("Identifiers are time")
struct IdentifierTests {
  @Test("an identifier gives back its time and its place in the millisecond")
  func roundTrip() {
    let id = NotificationID(time: Timestamp(milliseconds: 1_772_362_931_000), sequence: 7)
    #expect(id.time == Timestamp(milliseconds: 1_772_362_931_000))
    #expect(id.sequence == 7)
  }

  @Test("later is larger, whatever the sequence")
  func order() {
    let early = NotificationID(time: Timestamp(milliseconds: 1_000), sequence: 1_048_575)
    let late = NotificationID(time: Timestamp(milliseconds: 1_001), sequence: 0)
    #expect(early < late)
  }

  @Test("times outside 1970 to 2248 stay at the ends instead of trapping", arguments: [Int64.min, -1, .max])
  func clamps(_ milliseconds: Int64) {
    let id = NotificationID(time: Timestamp(milliseconds: milliseconds))
    #expect(id.time == (milliseconds < 0 ? Timestamp(milliseconds: 0) : NotificationID.latest))
    #expect(id.rawValue >= 0)
  }
}
