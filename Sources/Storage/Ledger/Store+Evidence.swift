import GRDB
import Ledger
import Model

extension Store {
  /// Collects what an evidence package holds, and signs a checkpoint that vouches for it.
  ///
  /// The checkpoint is made first, so everything that is collected stands in the log below it.
  public func evidence(_ choice: EvidenceChoice, unless interruption: Interruption? = nil) throws(StoreError) -> EvidenceSource {
    let checkpoint = try makeCheckpoint()
    return try totals.read(unless: interruption) { db, _ in
      let key = try LedgerState.load(db)?.key ?? ""
      var collector = try EvidenceCollector(db, choice, key: key, checkpoint: checkpoint)
      return try collector.collect()
    }
  }

  /// Signs a short text with the log's key, under the log's name.
  public func signWithLedgerKey(_ text: String) throws(StoreError) -> SignedNote {
    let name = try lists.read { db, _ in try LedgerState.load(db)?.log.origin ?? "" }
    do {
      return try LedgerKey.read(besides: path).sign(text, name: name)
    } catch {
      throw StoreError(path: path, error)
    }
  }

  /// Writes into the log that a package was handed out: the digest of its manifest, and how much is in it.
  public func logExport(manifest digest: Hash, messages: Int, events: Int, findings: Int, isWhole: Bool) throws(StoreError) {
    let at = calendar.now()
    let entry = LedgerEntry(
      .export, by: .user,
      [
        "manifest": .text(digest.hex), "messages": .number(Int64(messages)), "events": .number(Int64(events)),
        "findings": .number(Int64(findings)), "whole": .flag(isWhole),
      ])
    try writable().write(durably: true) { db, _ in try LedgerAppender.append([entry], at: at, db) }
  }
}
