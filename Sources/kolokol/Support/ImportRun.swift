import Foundation
import Ingest
import Interface
import Model
import Screen
import Storage

/// Imports path after path and tells the user about it.
struct ImportRun {
  let importer: Importer
  let options: ImportOptions
  let json: Bool
  /// Whether the database is one that is thrown away.
  let isDryRun: Bool
  let setting: Setting
  let log: RefusalLog?
  let cancellation: Cancellation

  /// How many refused records are named one by one; the rest is counted.
  private static let namedRefusals = 5

  /// Imports what a path stands for.
  ///
  /// - Returns: the exit status.
  /// - Throws: `CommandFailure` when the database can't be written.
  func importAll(at path: String) throws -> Int32 {
    let files: [InputPaths.File]
    do {
      files = try InputPaths.files(at: path)
    } catch {
      tell(error)
      return ExitStatus.badUsage
    }
    var status = ExitStatus.done
    var hasRead = false
    for file in files where !cancellation.isCancelled {
      switch try importFile(file) {
      case .read: hasRead = true
      case .passedOver: break
      case .failed:
        hasRead = true
        status = ExitStatus.badUsage
      }
    }
    if !hasRead, !cancellation.isCancelled {
      tell(InputError(file: path, reason: .nothingRead))
      return ExitStatus.badUsage
    }
    return status
  }

  /// What became of a file.
  private enum Outcome {
    case read
    /// In a directory, and in no format that is read.
    case passedOver
    case failed
  }

  private func importFile(_ file: InputPaths.File) throws -> Outcome {
    let strings = setting.strings.importStrings
    var progress = ImportProgressLine(strings: strings)
    var refusals = 0
    defer { log?.flush() }
    do {
      let report = try importer.run(
        file.path, options: options, cancellation: cancellation, onProgress: { progress.show($0) },
        onRefusal: { refusal in
          refusals += 1
          log?.add(refusal)
          guard refusals <= Self.namedRefusals else { return }
          progress.clear()
          Console.listError(strings.refusal(refusal))
        })
      progress.clear()
      if refusals > Self.namedRefusals { Console.error(strings.moreRefused(refusals - Self.namedRefusals)) }
      tell(report)
      return report.hasOnlyRefusals ? .failed : .read
    } catch {
      progress.clear()
      switch error {
      case .store(let failure):
        throw CommandFailure(message: setting.strings.storeError(failure), status: ExitStatus.database)
      case .input(let failure):
        guard file.isNamed || !failure.isForeign else {
          Console.listError(strings.passedOver(failure))
          return .passedOver
        }
        tell(failure)
        return .failed
      }
    }
  }

  private func tell(_ error: InputError) {
    let message = setting.strings.importStrings.inputError(error)
    Console.listError(message)
    guard json else { return }
    var object = JSONObject()
    object.add("file", error.file)
    object.add("error", message)
    Console.output(object)
  }

  private func tell(_ report: ImportReport) {
    let strings = setting.strings.importStrings
    guard json else {
      Console.output(SafeText(line: strings.report(report)) + "\n")
      for remark in strings.remarks(report) { Console.output("  " + SafeText(line: remark) + "\n") }
      return
    }
    var object = JSONObject()
    object.add("file", report.file)
    object.add("format", report.format)
    object.add("read", Int64(report.read))
    object.add("added", Int64(report.added))
    object.add("merged", Int64(report.merged))
    object.add("already_there", Int64(report.alreadyThere))
    object.add("refused", Int64(report.refused))
    object.add("events", Int64(report.events))
    object.add("events_added", Int64(report.eventsAdded))
    object.add("skipped", Int64(report.skippedTotal))
    for reason in SkipReason.allCases {
      if let count = report.skipped[reason] { object.add("skipped_" + reason.rawValue, Int64(count)) }
    }
    object.add("repaired_texts", Int64(report.notes.repairedTexts))
    object.add("unknown_keys", Int64(report.notes.unknownKeys.values.reduce(0, +)))
    object.add("encoding", report.notes.encoding?.rawValue)
    object.add("local_times", Int64(report.notes.localTimes))
    object.add("file_times", Int64(report.notes.fileTimes))
    object.add("incomplete_messages", Int64(report.notes.incompleteMessages))
    object.add("resumed_at", report.resumedAt)
    object.add("complete", !report.wasCancelled)
    object.add("dry_run", isDryRun)
    Console.output(object)
  }
}

extension ImportReport {
  /// Whether there were records, and none of them could be read: bad input, though its file could be.
  fileprivate var hasOnlyRefusals: Bool { refused > 0 && read == 0 && events == 0 && skippedTotal == 0 }
}

extension InputError {
  /// Whether the file is simply something else than messages, which is no fault in a directory full of files.
  var isForeign: Bool {
    switch reason {
    case .unrecognised, .notReadYet, .otherXML, .calls, .empty, .notAFile, .otherDatabase, .noMessagesInArchive, .gammuSettings,
      .nothingRead:
      true
    default: false
    }
  }
}
