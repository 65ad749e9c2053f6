import Foundation
import Ingest
import Interface
import Screen

/// The progress bar of an import, on standard error when that is a terminal.
struct ImportProgressLine {
  let strings: ImportStrings
  private var lastShown = ContinuousClock.now - .seconds(1)
  private var isShown = false

  private static let barWidth = 24

  init(strings: ImportStrings) {
    self.strings = strings
  }

  /// Shows how far the import is, ten times a second at most.
  mutating func show(_ status: ImportStatus) {
    guard Console.errorIsTerminal, lastShown.duration(to: .now) > .milliseconds(100) else { return }
    lastShown = .now
    isShown = true
    var line = strings.progress(status)
    if let total = status.totalBytes, total > 0 {
      let share = min(Double(status.bytes) / Double(total), 1)
      let percent = String(Int(share * 100))
      let bar = Bar.horizontal(value: share, width: Self.barWidth, glyphs: .ascii)
      let padding = String(repeating: " ", count: max(Self.barWidth - TextWidth.of(bar), 0))
      line = String(repeating: " ", count: 3 - min(percent.count, 3)) + "\(percent) % [\(bar)\(padding)] \(line)"
    }
    Console.status(line)
  }

  mutating func clear() {
    if isShown { Console.clearStatus() }
    isShown = false
  }
}
