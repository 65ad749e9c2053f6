import Foundation
import Screen
import Testing

@testable import Interface

/// Whole screens as text, compared with the files in `Screens/`. After a wanted change, `KOLOKOL_RECORD=1 swift test --filter InterfaceTests`
/// writes them anew; then look at the difference.
enum Golden {
  static func check(_ bell: TestBell, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Screens/\(name).txt")
    let screen = bell.screen + "\n"
    if ProcessInfo.processInfo.environment["KOLOKOL_RECORD"] == "1" {
      try screen.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(screen == expected, "Screens/\(name).txt")
    // Whatever is drawn, every line fits.
    for line in bell.lines { #expect(TextWidth.of(line) <= bell.state.size.width) }
  }
}
