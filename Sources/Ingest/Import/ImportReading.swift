import Storage

/// The first half of an import: reads a file and what its texts say, on a thread of its own, and hands on batches.
struct ImportReading: Sendable {
  let path: String
  let options: ImportOptions
  let filing: MessageFiling
  let store: Store?
  let queue: BoundedQueue<Step>
  /// Set when nobody wants any more batches.
  let stop: Cancellation

  /// What the second half gets, in this order: one `began`, any number of `batch`, and one of the last two. Or a `failed` alone.
  enum Step: Sendable {
    case began(Beginning)
    case batch(ImportBatch)
    case ended(ReaderNotes)
    case failed(ImportError)
  }

  struct Beginning: Sendable {
    var format: Format
    var key: String
    var size: Int64?
    var before: ImportProgress?
  }

  func run() {
    do {
      var source = try ImportSource(opening: path, options: options, store: store)
      queue.put(.began(Beginning(format: source.format, key: source.key, size: source.size, before: source.before)))
      do {
        try readAll(&source)
        queue.put(.ended(source.notes))
      } catch {
        queue.put(.failed(.input(error)))
      }
    } catch {
      queue.put(.failed(error))
    }
  }

  private func readAll(_ source: inout ImportSource) throws(InputError) {
    var gathering = ImportGathering()
    var checkpoint =
      source.resumes
      ? ImportBatch.Checkpoint(offset: source.input.offset, digest: source.input.digestSoFar) : ImportBatch.Checkpoint()
    // The bytes of what was gathered; the reader is one record further.
    var gathered = source.input.offset
    defer {
      // What was read before the input failed is handed on as well.
      queue.put(.batch(gathering.take(upTo: checkpoint, bytes: gathered, rule: filing.rule)))
    }
    var group = CopyGroup()
    var isAtCheckpoint = false
    while var record = try source.reader.next() {
      if case .message(let message) = record.item { record.item = .message(options.mapping.applied(to: message)) }
      // The copies of one notification stay in one batch.
      let continues = group.continues(with: record.item)
      if !continues {
        if stop.isCancelled { return }
        if isAtCheckpoint, gathering.isFull {
          queue.put(.batch(gathering.take(upTo: checkpoint, bytes: gathered, rule: filing.rule)))
        }
      }
      group.read(record.item)
      switch record.item {
      case .message(let message) where message.overlongName != nil:
        gathering.refuse(
          Refusal(
            file: source.input.name, line: source.input.line, byte: gathered,
            reason: .nameTooLong(field: message.overlongName ?? "", limit: InboundMessage.longestName),
            excerpt: message.text.excerpt(ByteInput.excerptLimit)))
      case .message(let message) where continues: gathering.addCopy(message, filing)
      case .message(let message): gathering.add(filing.notification(of: message), isUpdate: message.isUpdate)
      case .event(let event): gathering.add(filing.event(event))
      case .refused(let refusal): gathering.refuse(refusal)
      case .skipped(let reason): gathering.skip(reason)
      }
      gathered = source.input.offset
      isAtCheckpoint = !source.resumes || record.resumeOffset == source.input.offset
      if source.resumes, isAtCheckpoint {
        checkpoint = ImportBatch.Checkpoint(offset: record.resumeOffset, digest: source.input.digestSoFar)
      }
    }
  }
}
