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

  @Test("a path plays on top of any bell, and what was edited is still there")
  func plays() throws {
    for isDemo in [true, false] {
      var bell = try TestBell.takeover(height: 40, isDemo: isDemo, policies: ["sberbank"])
      bell.type("5e")
      bell.press(.down, .down, .right)
      bell.type("p")
      #expect(bell.others.contains { if case .play(let policy, _) = $0 { policy.id == "sberbank*" } else { false } })
      bell.others += bell.state.settle(.returned(bell.state.size, bell.state.now, theme: "light"), with: bell.effects)
      #expect(bell.screen.contains("cooling-off of a new device: 60 min"))
    }
  }

  @Test("w writes the chosen policy as a file that reads as the same policy; a copy is no bank's, and replaces none")
  func saves() throws {
    var bell = try TestBell.takeover(height: 40, policies: ["sberbank"])
    bell.type("5w")
    bell.type("e")
    bell.press(.down, .down, .right)
    bell.type("w")
    let files = bell.others.compactMap { effect -> (String, String)? in
      if case .print(let name, let text) = effect { (name, text) } else { nil }
    }
    #expect(files.map(\.0) == ["kolokol-sberbank-20260301-141000.toml", "kolokol-sberbank-copy-20260301-141000.toml"])
    let all = PolicyBook.load(userDirectory: nil).book
    #expect(files.first?.1 == all.policy(id: "sberbank")?.toml)
    #expect(files.last?.1.contains("id = \"sberbank-copy\"") == true && files.last?.1.contains("banks") == false)
    #expect(files.last?.1.contains("cooling_off_s = 3600") == true)
  }

  @Test("the lab counts on over more clients, one after the other, and says over how many; what was counted for another copy doesn't count")
  func countsOn() throws {
    var bell = try TestBell.takeover(height: 40, policies: ["sberbank"])
    bell.state.surroundings.labClients = [20, 40, 60]
    bell.type("5")
    #expect(bell.state.lab.rows.map(\.result.clients) == [60] && !bell.state.lab.isComputing)
    #expect(bell.screen.contains("60 clients, 30 days"))
    #expect(bell.screen.contains("±"))
    let old = bell.state.lab.generation
    bell.type("e")
    #expect(bell.state.lab.rows.map(\.result.clients) == [60, 60])
    let before = bell.state.lab.rows.map(\.result)
    let policies = PolicyBook.load(userDirectory: nil).book.policies.prefix(1)
    bell.others += bell.state.settle(.recounted(LabComparison(clients: 20).run(Array(policies)), generation: old), with: bell.effects)
    #expect(bell.state.lab.rows.map(\.result) == before)
  }

  @Test("what may differ from the chosen policy by chance alone is drawn dimly")
  func dims() throws {
    var bell = try TestBell.takeover(width: 140, height: 40, policies: ["sberbank", "tbank", "strict-sms"])
    bell.type("5")
    let grid = bell.state.view()
    let lines = bell.lines
    func isDim(_ name: String) throws -> Bool {
      let row = try #require(lines.firstIndex { $0.hasPrefix(" " + name) })
      return grid.row(row).contains { $0.style.role == .faint }
    }
    #expect(try !isDim("Sberbank"))
    #expect(try isDim("T-Bank since"))
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
      bell.state.lab.counting = 500
      bell.type("5")
      if key == "\n" { bell.press(.enter) } else { bell.type(key) }
      #expect(bell.lines.last?.contains(words) == true)
      #expect(!bell.state.lab.showsDetail && bell.state.lab.sorting == nil)
      bell.others += bell.state.settle(.compared(bell.counted(), generation: 0), with: bell.effects)
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
    bell.state.lab.counting = 500
    bell.type("5")
    #expect(bell.screen.contains("Strict SMS") && bell.screen.contains("Counting…"))
    bell.type("jjk")
    #expect(bell.state.lab.cursor == 1 && bell.state.notice == nil)
    bell.type("G")
    #expect(bell.state.lab.cursor == 2)
    bell.click(x: 3, y: bell.state.frame.body.y + 2)
    #expect(bell.state.lab.cursor == 1)
    bell.others += bell.state.settle(.compared(bell.counted(), generation: 0), with: bell.effects)
    #expect(bell.state.lab.current?.policy.id == "strict-sms")
  }
}

extension TestBell {
  /// What the policies come to over the fewest clients.
  fileprivate func counted() -> [LabRow] {
    LabState.compare(state.surroundings.policies.policies, clients: state.surroundings.labClients[0]) ?? []
  }
}
