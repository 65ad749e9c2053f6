import Model
import Parsing
import Testing

@testable import Demo

/// The demo fills in no facts of its own; what the parser reads from its texts has to be what was meant.
@Suite("What is read from the demo's texts")
struct FactsTests {
  private static let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
  private static let read: [(told: Composer.Told, meaning: Meaning)] = DemoHistoryTests.entries(
    DemoHistory(messages: 4_000, now: DemoHistoryTests.now)
  ).map { told in
    let shown = told.notification.deliveries[0]
    return (told, parser.parse(sender: shown.sender, channel: shown.channel, title: shown.title, text: shown.text))
  }

  /// How many of 100 are as expected.
  private func share<Element>(of elements: [Element], where isExpected: (Element) -> Bool) -> Int {
    elements.count(where: isExpected) * 100 / max(1, elements.count)
  }

  @Test("a bank's message is that bank's, and nobody else's is any bank's")
  func banks() {
    for (told, meaning) in Self.read {
      #expect(meaning.bank == told.plan.card.map { Wallet.cards[Int($0)].bank.key })
    }
  }

  @Test("a code is found in every code message, as it stands there, and in no other")
  func codes() {
    for (told, meaning) in Self.read {
      let text = told.notification.deliveries[0].text
      #expect((meaning.facts.code != nil) == told.plan.occasion.isCode, "\(text)")
      if let code = meaning.facts.code { #expect(text.contains(code) && (4...6).contains(code.count)) }
    }
  }

  @Test("money that moved is read with its sum, its card and what is left")
  func money() {
    let moved = Self.read.filter { $0.told.movement != nil }
    #expect(moved.count > 2_000)
    #expect(share(of: moved) { $0.meaning.facts.isTransaction } >= 97)
    #expect(share(of: moved) { $0.meaning.facts.balance?.minorUnits == $0.told.movement?.balance } >= 97)
    let card = { (told: Composer.Told) in told.movement.map { String(decoding: Wallet.cards[$0.card].tail, as: UTF8.self) } }
    #expect(share(of: moved) { $0.meaning.facts.card == card($0.told) } >= 97)
    let atHome = moved.filter { $0.told.plan.occasion != .abroadPurchase }
    #expect(share(of: atHome) { $0.meaning.facts.amount?.minorUnits == $0.told.movement?.amount } >= 93)
  }

  @Test("nothing moves where nothing moved")
  func stillness() {
    let still = Self.read.filter { $0.told.movement == nil }
    #expect(share(of: still) { !$0.meaning.facts.isTransaction } >= 97)
  }

  @Test("logins, devices and changes are security")
  func security() {
    let notices = Self.read.filter { $0.told.plan.occasion.isSecurity }
    #expect(notices.count > 50)
    #expect(share(of: notices) { $0.meaning.facts.category == .security && $0.meaning.facts.security != nil } >= 95)
  }
}
