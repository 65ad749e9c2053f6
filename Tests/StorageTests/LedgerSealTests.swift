import Foundation
import Testing

@testable import Storage

@Suite("The seal")
struct LedgerSealTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  private func seal() throws -> LedgerSeal { try bell.open { try $0.ledgerSeal() } }

  @Test("a new bell's seal is whole, with or without a checkpoint")
  func whole() throws {
    try bell.open { _ = try $0.add([TamperedBell.message(1)]) }
    #expect(try seal() == .whole(size: 2))
    try bell.fill(300, from: 5)
    #expect(try seal() == .whole(size: 2 + 400 + 1))
  }

  @Test("an older copy, a lost key, cut entries and another log break it")
  func broken() throws {
    try bell.fill(300)
    try FileManager.default.copyItem(atPath: bell.path, toPath: bell.path + ".old")
    try bell.fill(5, from: 400)
    let (size, key) = (402 + 6 + 1, try Data(contentsOf: URL(fileURLWithPath: bell.keyFile)))
    #expect(try seal() == .whole(size: size))
    try FileManager.default.removeItem(atPath: bell.keyFile)
    #expect(try seal() == .broken(LedgerFault(leaf: nil, reason: .key(.missing(path: bell.keyFile)))))
    try key.write(to: URL(fileURLWithPath: bell.keyFile))
    try bell.edit("DELETE FROM ledger_run WHERE first > 0")
    guard case .broken = try seal() else {
      Issue.record("cut entries were not noticed")
      return
    }
    try FileManager.default.removeItem(atPath: bell.path)
    try FileManager.default.moveItem(atPath: bell.path + ".old", toPath: bell.path)
    guard case .broken(let fault) = try seal(), case .rolledBack = fault.reason else {
      Issue.record("the older copy was not noticed")
      return
    }
  }
}
