import Foundation
import Parsing
import Storage

/// Brings files into the database: read on one thread, written on the calling one, in batches that are each one transaction together with
/// how far the file is done. Importing a file again adds nothing; one that was interrupted or has grown goes on where it stopped.
public struct Importer: Sendable {
  private let store: Store?
  private let parser: MessageParser

  /// How many batches may wait to be written.
  private static let waitingBatches = 3

  /// - Parameters:
  ///   - store: where to; nil to read and report alone. Copies of one notification are merged in it from now on.
  ///   - parser: reads the texts.
  public init(store: Store?, parser: MessageParser) {
    self.store = store
    self.parser = parser
    store?.register(merging: BankMerging(parser: parser))
  }

  /// Imports one file.
  /// - Parameters:
  ///   - path: A file, a pipe, or `-` for the standard input.
  ///   - options: What to take for granted.
  ///   - cancellation: Asks it to stop behind the batch being written.
  ///   - onProgress: Called after every batch.
  ///   - onRefusal: Called for every record that can't be read, in the file's order.
  /// - Returns: what was read, and what became of it.
  /// - Throws: when the file as a whole can't be read (on), or the database can't be written. What was written before stays.
  public func run(
    _ path: String, options: ImportOptions = ImportOptions(), cancellation: Cancellation = Cancellation(),
    onProgress: (ImportStatus) -> Void = { _ in }, onRefusal: (Refusal) -> Void = { _ in }
  ) throws(ImportError) -> ImportReport {
    let stop = Cancellation()
    let queue = BoundedQueue<ImportReading.Step>(capacity: Self.waitingBatches)
    let reading = ImportReading(
      path: path, options: options, filing: MessageFiling(parser: parser, bank: options.bank, account: options.account), store: store,
      queue: queue, stop: stop)
    Thread.detachNewThread { reading.run() }
    // Whatever happens here, the reader mustn't wait for somebody to fetch its next batch.
    defer {
      stop.cancel()
      queue.close()
    }
    var writing = ImportWriting(file: path, store: store)
    while !cancellation.isCancelled {
      guard let step = queue.take(withinMilliseconds: 100) else { continue }
      switch step {
      case .began(let beginning):
        writing.begin(beginning)
      case .batch(let batch):
        batch.refusals.forEach(onRefusal)
        try writing.write(batch)
        onProgress(writing.status)
      case .ended(let notes):
        return try writing.end(notes)
      case .failed(let error):
        throw error
      }
    }
    return try writing.cancel()
  }
}
