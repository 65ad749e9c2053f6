import Model
import Testing

@testable import Demo

@Suite("Anna's money")
struct MoneyTests {
  static let entries = DemoHistoryTests.entries(DemoHistory(messages: 12_000, now: DemoHistoryTests.now))

  @Test("adds up on every card, message by message, and never goes below nothing or above a credit card's limit")
  func balances() {
    var balances = Wallet.cards.map(\.opening)
    var moved = 0
    for movement in Self.entries.compactMap(\.movement) {
      balances[movement.card] += movement.amount
      #expect(balances[movement.card] == movement.balance)
      #expect(movement.balance >= 0)
      let card = Wallet.cards[movement.card]
      if card.isCredit && movement.amount > 0 { #expect(movement.balance <= card.limit + 10_000_000) }
      moved += 1
    }
    #expect(moved > 6_000)
  }

  @Test("is what the texts say is left")
  func texts() {
    for entry in Self.entries {
      guard let movement = entry.movement else { continue }
      for delivery in entry.notification.deliveries where delivery.channel == .sms {
        let digits = String(decoding: delivery.text.utf8.filter { (48...57).contains($0) }, as: UTF8.self)
        let balance = movement.balance.quotientAndRemainder(dividingBy: 100)
        let cents = balance.remainder == 0 ? "" : (balance.remainder < 10 ? "0" : "") + String(balance.remainder)
        #expect(digits.contains(String(balance.quotient) + cents), "\(delivery.text)")
      }
    }
  }

  @Test("that leaves one bank of hers for another arrives there within seconds")
  func ownTransfers() throws {
    var left = 0
    for (index, entry) in Self.entries.enumerated() where entry.plan.occasion == .ownOut {
      let arrival = try #require(Self.entries[index...].prefix(12).first { $0.plan.seed == entry.plan.seed && $0.plan.occasion == .ownIn })
      #expect(arrival.movement?.amount == entry.movement.map { -$0.amount })
      #expect(arrival.plan.time - entry.plan.time < 10_000)
      left += 1
    }
    #expect(left > 50)
  }

  @Test("that can't be paid is declined with what is left")
  func declines() {
    for entry in Self.entries where entry.plan.occasion == .decline {
      #expect(entry.movement == nil)
    }
  }

  @Test("comes twice a month, never on a weekend")
  func salary() {
    for entry in Self.entries where entry.plan.occasion == .salary || entry.plan.occasion == .advance {
      let date = CivilDate(inMoscow: Timestamp(milliseconds: entry.plan.time))
      #expect(!date.isWeekend)
      #expect([3, 4, 5, 18, 19, 20].contains(date.day))
    }
  }

  @Test("moves as the code before it said")
  func codes() throws {
    var confirmed = 0
    for (index, entry) in Self.entries.enumerated() where entry.plan.occasion == .purchaseCode || entry.plan.occasion == .transferCode {
      guard entry.plan.scene == nil else { continue }
      let next = try #require(Self.entries[index...].dropFirst().prefix(12).first { $0.plan.seed == entry.plan.seed })
      #expect((10_000...75_000).contains(next.plan.time - entry.plan.time))
      confirmed += 1
    }
    #expect(confirmed > 100)
  }
}
