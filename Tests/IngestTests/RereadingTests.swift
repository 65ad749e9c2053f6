import Model
import Parsing
import Storage
import Testing

@testable import Ingest

@Suite("Reading anew")
struct RereadingTests {
  private let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)

  /// Payments of a known sender, stored as if nothing had been read of them.
  private func store(_ count: Int) throws -> Store {
    let store = try Store.temporary()
    let notifications = (0..<count).map { number in
      Notification(
        bank: nil, facts: Facts(),
        deliveries: [
          Delivery(
            channel: .sms, time: Timestamp(milliseconds: 1_772_362_931_000 + Int64(number)), sender: "900",
            text: "MIR-4417 12:31 Покупка \(number + 1)р METRO Баланс: 300р")
        ])
    }
    _ = try store.add(notifications)
    return store
  }

  @Test("looking changes nothing, and tells of every field with few examples")
  func looks() throws {
    let store = try store(30)
    let report = try Rereading(store: store, parser: parser).run(isApplied: false)
    #expect(report.read == 30)
    #expect(report.changed == 30)
    #expect(report.fields[.bank] == 30)
    #expect(report.fields[.amount] == 30)
    #expect(report.fields[.code] == nil)
    #expect(report.examples.count == RereadingReport.examplesPerField)
    #expect(try store.counters().others.total == 30)
  }

  @Test("a run that is stopped keeps what it wrote, and the next one does the rest")
  func resumes() throws {
    let store = try store(5001)
    let rereading = Rereading(store: store, parser: parser)
    let cancellation = Cancellation()
    let first = try rereading.run(isApplied: true, cancellation: cancellation) { _ in cancellation.cancel() }
    #expect(first.wasCancelled)
    #expect(first.changed == 5000)
    #expect(try store.counters().banks["sberbank"]?.total == 5000)
    let second = try rereading.run(isApplied: true)
    #expect(!second.wasCancelled)
    #expect(second.read == 5001)
    #expect(second.changed == 1)
    #expect(try rereading.run(isApplied: false).changed == 0)
  }

  @Test("a bank that the source named stays where nobody knows the sender; of several copies each is read")
  func copies() throws {
    let store = try Store.temporary()
    let push = Delivery(
      channel: .push, time: Timestamp(milliseconds: 1_772_362_931_000), sender: "Some app", text: "Покупка 60р METRO")
    let sms = Delivery(
      channel: .sms, time: Timestamp(milliseconds: 1_772_362_932_000), sender: "Some app", text: "Покупка 60р METRO Баланс: 300р")
    let id = try #require(try store.add([Notification(bank: "sberbank", facts: Facts(), deliveries: [push, sms])]).ids.first)
    _ = try Rereading(store: store, parser: parser).run(isApplied: true)
    let row = try #require(try store.rows([id]).first)
    #expect(row.bank == "sberbank")
    #expect(row.facts.amount == Money(minorUnits: -6000, currency: .rub))
    #expect(row.facts.balance == Money(minorUnits: 30_000, currency: .rub))
  }
}
