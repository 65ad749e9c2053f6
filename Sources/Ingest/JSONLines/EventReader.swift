import Foundation
import Model

/// Reads security events from our own JSON lines, one at a time, in bounded memory.
public struct EventReader {
  /// What stands on the next line that isn't empty.
  public enum Item: Sendable {
    case event(SecurityEvent)
    case refused(Refusal)
    /// A message or a finding.
    case other
  }

  private var reader: JSONLinesReader

  /// - Parameter path: a file, a pipe, or `-` for the standard input.
  /// - Throws: `InputError` when it can't be opened.
  public init(opening path: String) throws(InputError) {
    let file = try InputFile(opening: path)
    reader = try JSONLinesReader(file.input, ReadingContext(zone: .gmt, changed: file.changed))
  }

  /// The next item; nil after the last.
  /// - Throws: `InputError` when reading fails.
  public mutating func next() throws(InputError) -> Item? {
    guard let record = try reader.next() else { return nil }
    switch record.item {
    case .event(let event): return .event(event)
    case .refused(let refusal): return .refused(refusal)
    case .message, .skipped: return .other
    }
  }

  /// Keys that meant nothing, and texts that were mended, so far.
  public var notes: ReaderNotes { reader.notes }
}
