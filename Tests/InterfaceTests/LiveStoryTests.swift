import Model
import Screen
import Testing

@testable import Interface

/// The demo's story on a clock of its own.
@Suite("A story that unfolds")
struct LiveStoryTests {
  /// Three messages, a minute apart, the first in a minute.
  private func bell(width: Int = 120, language: Language = .english) throws -> TestBell {
    var bell = try TestBell(width: width, language: language, isDemo: true)
    bell.state.live = LiveStory(
      upcoming: (1...3).map { Fixtures.message("Сообщение \($0)", minutesAgo: -$0) }, from: TestBell.now)
    return bell
  }

  /// The wall's clock goes on to so many ms after the beginning.
  private func go(_ bell: inout TestBell, to milliseconds: Int64) {
    bell.others += bell.state.settle(.tick(TestBell.now.advanced(by: milliseconds)), with: bell.effects)
  }

  private func rung(_ bell: TestBell) -> [String] { bell.shownTexts.filter { $0.hasPrefix("Сообщение") } }

  @Test("messages come when the story's clock reaches them, which goes ten times as fast as the wall's")
  func goesOn() throws {
    var bell = try bell()
    go(&bell, to: 5_900)
    #expect(rung(bell) == [])
    go(&bell, to: 6_900)
    #expect(rung(bell) == ["Сообщение 1"])
    #expect(bell.state.now == TestBell.now.advanced(by: 69_000))
    #expect(bell.lines[0].contains("LIVE 14:11:09 ×10, next in 5 s"))
  }

  @Test("a stopped story stands; a step brings the next message and leaves it standing")
  func stopsAndSteps() throws {
    var bell = try bell()
    bell.type(",")
    go(&bell, to: 60_000)
    #expect(rung(bell) == [])
    #expect(bell.lines[0].contains("LIVE 14:10:00 stopped, ×10"))
    bell.type(".")
    #expect(rung(bell) == ["Сообщение 1"])
    bell.type(".")
    #expect(rung(bell) == ["Сообщение 2", "Сообщение 1"])
    go(&bell, to: 120_000)
    #expect(rung(bell).count == 2)
    // It goes on from where it stood: what passed meanwhile doesn't count.
    bell.type(",")
    go(&bell, to: 121_000)
    #expect(rung(bell).count == 2)
    go(&bell, to: 127_000)
    #expect(rung(bell).count == 3)
    #expect(bell.lines[0].contains("the end"))
  }

  @Test("a speaker hurries the story and slows it down, between as it happened and a minute a second")
  func changesSpeed() throws {
    var bell = try bell()
    bell.type("))))")
    #expect(bell.state.live?.speed == 60)
    bell.type("(((((((")
    #expect(bell.state.live?.speed == 1)
    go(&bell, to: 60_000)
    #expect(rung(bell) == ["Сообщение 1"])
  }

  @Test("in 80 columns the header has room for the clock alone: on every screen the status line says how the story goes")
  func narrow() throws {
    var bell = try bell(width: 80)
    for screen in "12345" {
      bell.type(String(screen))
      #expect(bell.lines[0].contains("14:10:00") && !bell.lines[0].contains("×10"))
      #expect(bell.lines[22].hasSuffix("×10, next in 6 s"), "\(screen)")
      bell.type(",)")
      #expect(bell.lines[22].hasSuffix("stopped, ×20"), "\(screen)")
      bell.type("(,")
    }
    bell.type(",...")
    #expect(bell.lines[22].hasSuffix("stopped, ×10"))
    bell.type(",")
    #expect(bell.lines[22].hasSuffix("the end"))
  }

  @Test("the same in Russian, beside what the status line tells else")
  func narrowInRussian() throws {
    var bell = try bell(width: 80, language: .russian)
    #expect(bell.lines[22].contains("3 непрочитанных") && bell.lines[22].hasSuffix("×10, следующее через 6 с"))
    bell.type(" ,)")
    #expect(bell.lines[22].contains("выбрано 1") && bell.lines[22].hasSuffix("стоп, ×20"))
    #expect(bell.lines.allSatisfy { TextWidth.of($0) <= 80 })
  }

  @Test("where the header tells it, the status line doesn't")
  func onlyOnce() throws {
    let bell = try bell()
    #expect(bell.screen.components(separatedBy: "×10").count == 2)
    #expect(bell.lines[0].contains("×10"))
  }

  @Test("where nothing unfolds the keys say what they are for")
  func onlyLive() throws {
    var bell = try TestBell()
    bell.type(":live-step")
    bell.press(.enter)
    #expect(bell.lines.last?.contains("kolokol demo --live") == true)
  }

  @Test("on a Russian layout the keys of / and ? search and help; while a story unfolds they do so once a Russian letter was typed")
  func russianLayout() throws {
    var quiet = try TestBell()
    quiet.type(".")
    #expect({ if case .line(let line, _) = quiet.state.mode { line.purpose == .search } else { false } }())
    quiet.press(.escape)
    quiet.type(",")
    #expect({ if case .help = quiet.state.mode { true } else { false } }())
    quiet.type(",")
    #expect({ if case .browse = quiet.state.mode { true } else { false } }())
    var bell = try bell()
    bell.type(",")
    #expect(bell.state.live?.isPaused == true)
    bell.type("о,")
    #expect({ if case .help = bell.state.mode { true } else { false } }())
    bell.press(.escape)
    bell.type(".")
    #expect({ if case .line = bell.state.mode { true } else { false } }())
    bell.press(.escape)
    // The keys of the story are letters there.
    bell.type("б")
    #expect(bell.state.live?.isPaused == false)
    bell.type("j,")
    #expect(bell.state.live?.isPaused == true)
  }

  @Test("F1 helps on every screen, and closes the help")
  func helpKey() throws {
    var bell = try TestBell()
    for screen in "12345" {
      bell.type(String(screen))
      bell.press(.function(1))
      #expect({ if case .help = bell.state.mode { true } else { false } }())
      bell.press(.function(1))
      #expect({ if case .browse = bell.state.mode { true } else { false } }())
    }
  }

  @Test(
    "another bell opens on top of a story without a question; the story stands where it stood when one comes back", arguments: ["5p", "d"])
  func onTop(keys: String) throws {
    var bell = try TestBell.takeover(policies: ["sberbank"])
    bell.state.live = LiveStory(upcoming: [Fixtures.message("Сообщение", minutesAgo: -1)], from: TestBell.now)
    bell.type(keys)
    #expect(bell.others.contains { if case .play = $0 { true } else { $0 == .openDemo } })
    let (screen, now) = (bell.state.screen, bell.state.now)
    bell.others += bell.state.settle(.returned(bell.state.size, now.advanced(by: 600_000), theme: "light"), with: bell.effects)
    #expect(bell.state.screen == screen && bell.state.now == now && bell.state.theme == "light")
    bell.wait(milliseconds: 601_000)
    #expect(bell.state.now == now.advanced(by: 10_000))
  }
}
