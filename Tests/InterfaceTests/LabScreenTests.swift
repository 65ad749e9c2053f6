import Delivery
import Foundation
import Model
import Screen
import Testing

@testable import Interface

@Suite("The screen Lab")
struct LabScreenTests {
  @Test("in ASCII what has no bound and parts of a thousand have stand-ins")
  func asciiLab() throws {
    var bell = try TestBell(
      Fixtures.takeover, width: 140, height: 40, glyphs: .ascii, policies: PolicyBook.load(userDirectory: nil).book, isDemo: true)
    bell.type("5")
    let line = try #require(bell.lines.first { $0.contains("Sberbank ") })
    #expect(line.contains(" inf ") && !line.contains("?"))
    #expect(bell.screen.contains("lost /1000"))
  }

  @Test("a path plays in the demo; the user's own bell stays open and says where", arguments: [Language.english, .russian])
  func plays(language: Language) throws {
    var demo = try TestBell.takeover(language: language, policies: ["sberbank"])
    demo.type("5p")
    #expect(demo.others.contains { if case .play = $0 { true } else { false } })
    var own = try TestBell.takeover(language: language, isDemo: false, policies: ["sberbank"])
    own.type("5p")
    #expect(!own.others.contains { if case .play = $0 { true } else { false } })
    #expect(own.screen.contains("kolokol demo"))
    #expect(own.screen.contains("sberbank"))
  }

  @Test("a copy of a policy is edited, and its line moves: Sberbank with a cooling-off of 12 hours")
  func editInLab() throws {
    var bell = try TestBell.takeover(height: 40, policies: ["sberbank"])
    bell.type("5")
    let original = try #require(bell.lines.first { $0.contains("Sberbank") })
    #expect(original.contains("∞"))
    bell.type("e")
    bell.press(.down, .down, .right, .right)
    #expect(bell.screen.contains("cooling-off of a new device: 12 h"))
    let copy = try #require(bell.lines.first { $0.contains("Sberbank*") })
    #expect(copy.contains("2     yes"))
    bell.press(.escape)
    #expect(bell.lines.contains(original))
  }

  @Test("while the policies are still counted, a key that needs one says why it does nothing", arguments: ["e", "p", "s", "\n"])
  func keysWhileCounting(_ key: String) throws {
    let answers = [
      (Language.english, "Still counting: there is nothing to show of a policy yet."),
      (.russian, "Ещё считаю: показать о политике пока нечего."),
    ]
    for (language, words) in answers {
      var bell = try TestBell.takeover(width: 80, height: 24, language: language, policies: ["sberbank"])
      bell.state.lab.isComputing = true
      bell.type("5")
      if key == "\n" { bell.press(.enter) } else { bell.type(key) }
      #expect(bell.lines.last?.contains(words) == true)
      #expect(!bell.state.lab.showsDetail && bell.state.lab.sorting == nil)
      bell.others += bell.state.settle(.compared(LabState.compare(bell.state.surroundings.policies.policies)), with: bell.effects)
      #expect(bell.lines.last?.contains(words) == false)
    }
  }

  @Test("the policies are sorted by a column, the best first")
  func sortLab() throws {
    var bell = try TestBell.takeover(policies: ["sberbank", "strict-sms"])
    bell.type("5s")
    let names = bell.lines.compactMap { line in ["Sberbank ", "Strict SMS "].first { line.hasPrefix(" " + $0) && line.contains("%") } }
    #expect(names == ["Strict SMS ", "Sberbank "])
  }

  @Test("while the policies are still counted their names stand there, and the cursor moves among them and stays")
  func movingWhileCounting() throws {
    var bell = try TestBell.takeover(width: 80, height: 24, policies: ["sberbank", "strict-sms", "kolokol"])
    bell.state.lab.isComputing = true
    bell.type("5")
    #expect(bell.screen.contains("Strict SMS") && bell.screen.contains("Counting…"))
    bell.type("jjk")
    #expect(bell.state.lab.cursor == 1 && bell.state.notice == nil)
    bell.type("G")
    #expect(bell.state.lab.cursor == 2)
    bell.click(x: 3, y: bell.state.frame.body.y + 2)
    #expect(bell.state.lab.cursor == 1)
    bell.others += bell.state.settle(.compared(LabState.compare(bell.state.surroundings.policies.policies)), with: bell.effects)
    #expect(bell.state.lab.current?.policy.id == "strict-sms")
  }
}
