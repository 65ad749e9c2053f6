import Detection
import Model
import Testing

@Suite("Accounts that were written down and damaged")
struct DamagedBytesTests {
  private func detector(of events: [SecurityEvent], _ book: RuleBook) -> AccountDetector {
    var detector = AccountDetector(account: "anna")
    var changes: [Finding] = []
    for event in events { detector.take(event, book, into: &changes) }
    return detector
  }

  @Test("whatever byte is another, the account is refused or goes on; nothing stops the program")
  func flipped() throws {
    let book = RuleBook(banks: Story.banks)
    let last = try #require(RuleCase.all.flatMap { $0.before + $0.events }.map(\.time).max())
    var refused = 0
    var read = 0
    for (number, test) in RuleCase.all.enumerated() {
      let whole = detector(of: test.before + test.events, book).bytes
      // Every fifth byte of each, another fifth with each case: all places are the same few kinds.
      for place in stride(from: number % 5, to: whole.count, by: 5) {
        for value in [0x7F, 0xFF] as [UInt8] where value != whole[place] {
          var damaged = whole
          damaged[place] = value
          guard var detector = AccountDetector(account: "anna", bytes: damaged) else {
            refused += 1
            continue
          }
          read += 1
          var changes: [Finding] = []
          var event = SecurityEvent(id: "after", time: last.advanced(by: 1), kind: .transfer, account: "anna", bank: "sberbank")
          event.amount = Money(minorUnits: 5_000_000, currency: .rub)
          detector.take(event, book, into: &changes)
          detector.wait(until: nil, book, into: &changes)
        }
      }
    }
    #expect(refused > 0 && read > 0)
  }
}
