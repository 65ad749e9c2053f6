import Model
import Screen
import Testing

@testable import Interface

@Suite("What stands over a screen")
struct OverlayTests {
  /// Two months of purchases, and a stranger's device that the banner tells of.
  private static let months: [Model.Notification] =
    Fixtures.takeover + [
      Fixtures.message("Покупка 500 ₽ KOFE", minutesAgo: 30, category: .payment, amount: -50_000, merchant: "KOFE"),
      Fixtures.message("Покупка 700 ₽ KOFE", minutesAgo: 50 * 1_440, category: .payment, amount: -70_000, merchant: "KOFE"),
    ]

  @Test("the sums leave banner, status and footer free, and the footer has their keys", arguments: [(80, 24), (160, 50)])
  func spendingBox(width: Int, height: Int) throws {
    for language in [Language.english, .russian] {
      var bell = try TestBell(Self.months, width: width, height: height, language: language)
      let before = bell.lines
      #expect(bell.state.frame.banner != nil)
      bell.type("S")
      #expect(Array(bell.lines[0..<2]) == Array(before[0..<2]))
      #expect(bell.lines[height - 2] == before[height - 2])
      #expect(bell.lines.last?.contains(language == .english ? "Esc close" : "Esc закрыть") == true)
      #expect(bell.lines.last?.contains("Tab") == false)
      bell.press(.escape)
      #expect(bell.lines == before)
    }
  }

  @Test("the sums by merchant say which months they are of")
  func period() throws {
    var bell = try TestBell(Self.months)
    bell.type("S")
    #expect(bell.screen.contains("Where · Jan 2026 – Mar 2026"), "\(bell.screen)")
    var one = try TestBell([Self.months[2]], language: .russian)
    one.type("S")
    #expect(one.lines.contains { $0.contains("Где · фев 2026") })
  }

  @Test(
    "the help begins with the keys of the screen one is on, ends with those of every screen, and a search finds both",
    arguments: BellScreen.allCases)
  func help(screen: BellScreen) throws {
    var bell = try TestBell(isDemo: true)
    bell.type("\(screen.rawValue)?")
    guard case .help(var help) = bell.state.mode else {
      Issue.record("no help")
      return
    }
    let shared = Set(KeyMap.everywhere.map(\.operation))
    let places = help.entries.map { shared.contains($0.operation) }
    #expect(places.firstIndex(of: true) == places.lastIndex(of: false).map { $0 + 1 })
    #expect(Set(help.entries.map(\.operation)).count == help.entries.count)
    help.type("theme")
    #expect(help.entries.map(\.operation) == [.theme])
  }
}
