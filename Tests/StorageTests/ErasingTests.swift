import Foundation
import Ledger
import Model
import Testing

@testable import Storage

@Suite("Erasing")
struct ErasingTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  @Test("what is erased is gone from the file, its row and its entries stay, and the log is good")
  func erases() throws {
    let secret = "Секретныйтекст"
    let (id, erased) = try bell.open { store in
      _ = try store.add((0..<30).map(TamperedBell.message))
      var message = Samples.sms("\(secret) 777", sender: "Secretsender", at: Samples.noon.advanced(by: 5))
      message.deliveries.append(
        Samples.delivery("иначе \(secret)", title: "Секретныйзаголовок", channel: .push, at: Samples.noon.advanced(by: 9)))
      let id = try #require(try store.add([message]).ids.first)
      return (id, try store.erase([id]))
    }
    #expect(erased.count == 1)
    #expect(erased.leaves.count == 2)
    try bell.open { store in
      let detail = try #require(try store.detail(id))
      #expect(detail.row.flags.contains(.erased))
      #expect(detail.text.isEmpty)
      #expect(detail.deliveries.map(\.text) == ["", ""])
      #expect(detail.deliveries.map(\.sender) == ["", ""])
      #expect(try store.page(ListQuery(place: .everything, search: secret), from: nil, limit: 5).rows.isEmpty)
      #expect(try store.ledgerProof(of: erased.leaves[0])?.holds == true)
      #expect(try store.integrity() == ["ok"])
      #expect(try store.erase([id]) == Erased())
    }
    for suffix in ["", "-wal"] {
      let bytes = FileManager.default.contents(atPath: bell.path + suffix) ?? Data()
      for word in [secret, secret.lowercased(), "Секретныйзаголовок"] {
        #expect(bytes.firstRange(of: Data(word.utf8)) == nil, "\(word)\(suffix)")
      }
    }
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.erased == 2)
  }

  @Test("the neighbours of an erased message can still be checked, and are still held to what arrived")
  func neighbours() throws {
    let ids = try bell.fill(70)
    _ = try bell.open { try $0.erase([ids[20], ids[21], ids[50]]) }
    #expect(try bell.verdict().isGood)
    try bell.edit("UPDATE notification SET text = 'x' WHERE id = \(ids[22].rawValue)")
    #expect(try bell.reasons().allSatisfy { $0 == .messageChanged(ids[22]) })
    #expect(try !bell.verdict().isGood)
  }

  @Test("an entry's salt is destroyed, also for entries that come into the same part later")
  func salts() throws {
    let ids = try bell.fill(2)
    try bell.open { store in
      let erased = try store.erase([ids[0]])
      _ = try store.add([TamperedBell.message(7)])
      try store.writer.write { db, _ in
        for leaf in erased.leaves {
          for use in [Salt.Use.whole, .covered] {
            let salt = try LedgerSalts.salt(of: leaf, use: use, db)
            #expect(salt == nil)
          }
        }
      }
    }
    #expect(try bell.verdict().isGood)
  }

  @Test("an erased message comes back as a new one when its file is imported again")
  func importedAgain() throws {
    let ids = try bell.fill(3)
    try bell.open { store in
      _ = try store.erase([ids[1]])
      let again = try store.add((0..<3).map(TamperedBell.message))
      #expect(again.added == 1)
      #expect(again.alreadyThere == 2)
    }
    #expect(try bell.verdict().isGood)
  }

  @Test("a shop, a sender, a number and an account that nothing else uses go from tables and file; those in use stay")
  func names() throws {
    func message(_ number: Int) -> Model.Notification {
      let time = Samples.noon.advanced(by: Int64(number) * 60_000)
      var notification = Samples.sms(
        "Покупка \(number)", sender: "Отправитель\(number)", at: time, facts: Facts(category: .payment, merchant: "Магазинчик\(number)"))
      notification.account = "Счётец\(number)"
      notification.deliveries[0].endpoint = "+7900000\(number)"
      notification.deliveries.append(
        Samples.delivery("иначе \(number)", channel: .push, sender: "Приложеньице\(number)", at: time.advanced(by: 9)))
      return notification
    }
    // So many that the trees of the names were split and put together anew before the erasing.
    let numbers = (1000..<3000).map { ($0 * 7919) % 2000 + 1000 }
    let erased = [1000, 1500, 2345, 2999]
    try bell.open { store in
      _ = try store.add(numbers.map(message))
      let again = try store.add(
        [1001, 2345].map { number in
          var again = message(number)
          again.deliveries.removeLast()
          again.deliveries[0].time = again.deliveries[0].time.advanced(by: 5_003)
          return again
        })
      #expect(again.added == 2)
      let rows = try store.page(ListQuery(place: .everything), from: nil, limit: 4000).rows
      let ids = rows.filter { row in erased.contains { row.text == "Покупка \($0)" } }.map(\.id)
      #expect(ids.count == 5)
      // Of 2345 one message stays.
      #expect(try store.erase(ids.filter { $0 != again.ids[1] }).count == 4)
      let kept = try #require(try store.detail(again.ids[1]))
      #expect(kept.row.facts.merchant == "Магазинчик2345")
      #expect(kept.row.account == "Счётец2345")
      #expect(kept.deliveries.map(\.sender) == ["Отправитель2345"])
      #expect(kept.deliveries.map(\.endpoint) == ["+79000002345"])
      #expect(try store.integrity() == ["ok"])
      #expect(try store.page(ListQuery(place: .everything), from: nil, limit: 4000).rows.count == 2002)
    }
    for number in [1000, 1500, 2999] {
      for name in ["Магазинчик", "Отправитель", "Приложеньице", "Счётец", "+7900000"] {
        for suffix in ["", "-wal"] {
          let bytes = FileManager.default.contents(atPath: bell.path + suffix) ?? Data()
          #expect(bytes.firstRange(of: Data("\(name)\(number)".utf8)) == nil, "\(name)\(number)\(suffix)")
        }
      }
    }
    #expect(try bell.verdict().isGood)
  }

  @Test("a bell that stays open writes a shop's name down anew after another process erased it")
  func elsewhere() throws {
    func message(_ number: Int) -> Model.Notification {
      Samples.sms(
        "Покупка \(number)", sender: "Отправитель", at: Samples.noon.advanced(by: Int64(number) * 60_000),
        facts: Facts(category: .payment, merchant: "Магазинчик"))
    }
    try bell.open { open in
      let first = try open.add([message(1)])
      let erased = try bell.open { try $0.erase(first.ids) }
      #expect(erased.count == 1)
      let second = try #require(try open.add([message(2)]).ids.first)
      let detail = try #require(try open.detail(second))
      #expect(detail.row.facts.merchant == "Магазинчик")
      #expect(detail.deliveries.map(\.sender) == ["Отправитель"])
    }
    #expect(try bell.verdict().isGood)
  }

  @Test("what lay in free pages before the erasing is gone as well")
  func freePages() throws {
    let trace = "Следочек"
    func isInFile() -> Bool { FileManager.default.contents(atPath: bell.path)?.firstRange(of: Data(trace.utf8)) != nil }
    let ids = try bell.fill(3)
    try bell.edit("PRAGMA secure_delete = OFF; CREATE TABLE gone (name TEXT); INSERT INTO gone VALUES ('\(trace)'); DROP TABLE gone")
    #expect(isInFile())
    _ = try bell.open { try $0.erase([ids[0]]) }
    #expect(!isInFile())
    #expect(try bell.verdict().isGood)
  }
}
