import Model
import Parsing
import Storage

/// Reads what is stored anew, after the parser or a bank file has changed, and compares or rewrites what was read before.
///
/// It goes from the oldest to the newest in batches, each of which is a transaction of its own. Nothing is noted down about how far it came: what
/// is rewritten reads the same the next time, so a run that was interrupted is simply run again.
public struct Rereading: Sendable {
  private let store: Store
  private let parser: MessageParser

  /// As many as an import writes at once.
  private static let batch = 5000

  /// - Parameters:
  ///   - store: What is read and rewritten.
  ///   - parser: What reads the texts today.
  public init(store: Store, parser: MessageParser) {
    self.store = store
    self.parser = parser
  }

  /// Reads everything.
  /// - Parameters:
  ///   - isApplied: Whether what differs is written; otherwise nothing is changed.
  ///   - cancellation: Asks it to stop behind the batch at hand.
  ///   - onProgress: Called after every batch.
  /// - Returns: what is read otherwise, and has been rewritten if that was asked for.
  /// - Throws: when the database can't be read or written; batches before that stay rewritten.
  public func run(
    isApplied: Bool, cancellation: Cancellation = Cancellation(), onProgress: (RereadingStatus) -> Void = { _ in }
  ) throws(StoreError) -> RereadingReport {
    var report = RereadingReport()
    report.united = try unite(isApplied: isApplied, cancellation)
    let total = try store.counters().everything.total
    var last: NotificationID?
    while true {
      if cancellation.isCancelled {
        report.wasCancelled = true
        return report
      }
      let texts = try store.scan(after: last, limit: Self.batch)
      // Of an erased message nothing is left to read.
      var changes = texts.filter { !$0.row.flags.contains(.erased) }
        .map { RereadingChange($0, meaning: meaning(of: $0)) }.filter { !$0.fields.isEmpty }
      let told = try store.factsTold(by: changes.map(\.row.id))
      for index in changes.indices { changes[index].told = told[changes[index].row.id] ?? [] }
      if isApplied, !changes.isEmpty {
        try store.rewriteFacts(changes.map { ($0.row.id, $0.meaning.bank, $0.meaning.facts) })
      }
      changes.forEach { report.add($0) }
      report.read += texts.count
      onProgress(RereadingStatus(read: report.read, total: max(total, report.read)))
      guard texts.count == Self.batch else { return report }
      last = texts.last?.row.id
    }
  }

  /// Makes one of what several programs told of one message; how many copies that concerns.
  private func unite(isApplied: Bool, _ cancellation: Cancellation) throws(StoreError) -> Int {
    guard isApplied else { return try store.toldTwice() }
    var united = 0
    while !cancellation.isCancelled {
      let count = try store.uniteTellings()
      guard count > 0 else { break }
      united += count
    }
    return united
  }

  /// What a notification says: its first copy, and of the others what that one leaves open. The sender tells the bank; where nobody knows the
  /// sender, the bank that the source or the user named when it was imported stays.
  private func meaning(of stored: StoredText) -> Meaning {
    var whole = parser.meaning(
      of: Delivery(
        channel: stored.channel, time: stored.row.time, sender: stored.row.sender, title: stored.row.title, text: stored.text),
      orFrom: stored.row.bank)
    for other in stored.others { whole.facts.fill(from: parser.meaning(of: other, orFrom: stored.row.bank).facts) }
    return whole
  }
}
