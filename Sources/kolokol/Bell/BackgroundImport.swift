import Foundation
import Ingest
import Interface
import Parsing
import Screen
import Storage
import Synchronization

/// An import that runs while the bell is open, on a thread of its own; the bell hears of it through actions.
final class BackgroundImport: Sendable {
  private let importer: Importer
  private let setting: Setting
  private let post: @Sendable (Action) -> Void
  private let cancellation = Cancellation()
  private let ended = DispatchSemaphore(value: 0)
  private let isRunningNow = Mutex(true)

  /// Starts importing what `path` stands for: a file, or the files directly in a directory.
  init(_ path: String, into store: Store, setting: Setting, post: @escaping @Sendable (Action) -> Void) {
    importer = Importer(store: store, parser: MessageParser(catalog: setting.catalog))
    self.setting = setting
    self.post = post
    let path = setting.paths.expanded(path)
    Thread.detachNewThread { [self] in
      post(outcome(of: path))
      isRunningNow.withLock { $0 = false }
      ended.signal()
    }
  }

  var isRunning: Bool { isRunningNow.withLock { $0 } }

  /// Asks it to stop behind the batch that is being written, and waits until it has. What is in stays; importing again goes on from there.
  func stop() {
    cancellation.cancel()
    ended.wait()
    ended.signal()
  }

  private func outcome(of path: String) -> Action {
    var added = 0
    var merged = 0
    var alreadyThere = 0
    var refused = 0
    do {
      for file in try InputPaths.files(at: path) where !cancellation.isCancelled {
        do throws(ImportError) {
          let report = try importer.run(file.path, cancellation: cancellation, onProgress: { tell($0) })
          added += report.added
          merged += report.merged
          alreadyThere += report.alreadyThere
          refused += report.refused
        } catch {
          switch error {
          case .store(let failure): return .importFailed(.store(failure))
          case .input(let failure):
            // In a directory full of files some are no messages.
            guard !file.isNamed, failure.isForeign else { return failed(failure) }
          }
        }
      }
    } catch {
      return failed(error)
    }
    return .imported(added: added, merged: merged, alreadyThere: alreadyThere, refused: refused)
  }

  private func failed(_ error: InputError) -> Action {
    .importFailed(.message(setting.strings.importStrings.inputError(error)))
  }

  private func tell(_ status: Ingest.ImportStatus) {
    let percent = status.totalBytes.map { $0 > 0 ? Int(status.bytes * 100 / $0) : 100 }
    post(.importProgress(BellState.ImportStatus(file: status.file.lastPathComponent, percent: percent, messages: status.messages)))
  }
}

extension String {
  fileprivate var lastPathComponent: String { (self as NSString).lastPathComponent }
}
