import Foundation
import Ingest
import Interface
import Model

/// The new file that keeps what an import refused, one JSON object a line. Excerpts may hold codes, so only the user may read it.
final class RefusalLog {
  private let file: FileHandle
  private let path: String
  private let strings: ImportStrings
  private var buffer = ""
  private var hasFailed = false

  /// - Throws: `CommandFailure` when the file can't be written.
  init(_ path: String, strings: ImportStrings) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandFailure(message: strings.cannotKeepRefused(path, String(cString: strerror(errno))), status: ExitStatus.badUsage)
    }
    fchmod(descriptor, 0o600)
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    self.path = path
    self.strings = strings
  }

  func add(_ refusal: Refusal) {
    var object = JSONObject()
    object.add("file", refusal.file)
    object.add("line", refusal.line.map(Int64.init))
    object.add("column", refusal.column.map(Int64.init))
    object.add("byte", refusal.byte)
    if case .row(let table, let id) = refusal.place {
      object.add("table", table)
      object.add("row", id)
    }
    object.add("reason", strings.reason(refusal.reason))
    object.add("excerpt", refusal.excerpt)
    buffer += object.line + "\n"
    if buffer.utf8.count > 64 * 1024 { flush() }
  }

  /// Writes what is waiting. When that fails it says so once; the import goes on.
  func flush() {
    defer { buffer = "" }
    do {
      try file.write(contentsOf: Data(buffer.utf8))
    } catch {
      if !hasFailed { Console.error(strings.cannotKeepRefused(path, error.localizedDescription)) }
      hasFailed = true
    }
  }
}
