import Model
import Testing

@testable import Delivery

@Suite("Preferences")
struct PreferenceTests {
  private static let t0 = Bench.now

  private func set(_ book: inout PreferenceBook, _ bank: String?, _ scope: Preference.Scope, _ channel: Channel?, after seconds: Int64 = 0)
  {
    book.add(
      Preference(bank: bank, scope: scope, channel: channel, setAt: Self.t0.advanced(by: seconds * 1_000), setBy: "client", device: "d1"))
  }

  @Test("event wins over category, category over bank, bank over account, account over what the policy does by itself")
  func precedence() throws {
    let policy = try Bench.policy("sberbank")
    var book = PreferenceBook()
    func decide() -> Decision {
      book.decision(policy, bank: "sberbank", category: .security, event: .credentialChanged, at: Self.t0.advanced(by: 60_000))
    }
    func expect(_ channel: Channel, _ kind: Decision.Kind) {
      #expect(decide().channel == channel)
      #expect(decide().layers.first(where: \.isInForce)?.kind == kind)
    }
    expect(.sms, .initial)
    set(&book, nil, .all, .push)
    expect(.push, .account)
    set(&book, "sberbank", .all, .sms)
    expect(.sms, .bank)
    set(&book, "sberbank", .category(.security), .push)
    expect(.push, .category)
    set(&book, "sberbank", .event(.credentialChanged), .sms)
    expect(.sms, .event)
    #expect(decide().layers.map(\.kind) == Decision.Kind.allCases)
    #expect(decide().layers.map(\.channel) == [nil, .sms, .push, .sms, .push, .sms])
    #expect(decide().layers[2].preference?.device == "d1")
  }

  @Test("what the policy fixes wins over every choice")
  func fixed() throws {
    var book = PreferenceBook()
    set(&book, "homecredit", .category(.code), .push)
    let homeCredit = try Bench.policy("homecredit")
    #expect(book.decision(homeCredit, bank: "homecredit", category: .code, at: Self.t0).layers[0].isInForce)
    #expect(book.decision(homeCredit, bank: "homecredit", category: .code, at: Self.t0).channel == .sms)
    set(&book, "tbank", .all, .sms)
    let tbank = try Bench.policy("tbank")
    #expect(book.decision(tbank, bank: "tbank", category: .payment, at: Self.t0).channel == .push)
    set(&book, "vtb", .all, .push)
    let vtb = try Bench.policy("vtb")
    #expect(book.decision(vtb, bank: "vtb", category: .security, event: .login, at: Self.t0).channel == .sms)
    #expect(book.decision(vtb, bank: "vtb", category: .security, event: .credentialChanged, at: Self.t0).channel == .push)
  }

  @Test("a choice counts from its own time on, the later one wins, and one can be taken back; the history keeps all")
  func history() throws {
    let policy = try Bench.policy("alfabank")
    var book = PreferenceBook()
    set(&book, "alfabank", .all, nil, after: 20)
    set(&book, "alfabank", .all, .push, after: 10)
    func channel(_ seconds: Int64) -> Channel {
      book.channel(policy, bank: "alfabank", category: .payment, at: Self.t0.advanced(by: seconds * 1_000))
    }
    #expect([channel(9), channel(10), channel(19), channel(20)] == [.sms, .push, .push, .sms])
    #expect(book.history.map(\.channel) == [.push, nil])
  }

  @Test("a choice for one bank says nothing of another")
  func apart() throws {
    var book = PreferenceBook()
    set(&book, "vtb", .all, .push)
    #expect(book.channel(try Bench.policy("alfabank"), bank: "alfabank", category: .payment, at: Self.t0) == .sms)
  }

  @Test("every word of a scope means the scope", arguments: Preference.Scope.names)
  func words(name: String) {
    #expect(Preference.Scope(name: name)?.name == name)
  }
}
