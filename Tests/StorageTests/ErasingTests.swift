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
}
