import Model
import Testing

@testable import Interface

@Suite("What became what, beside the list")
struct ChangePaneTests {
  @Test("a channel is named in words, a number with its middle covered, one that hides digits as it came")
  func pane() throws {
    func screen(_ fact: SecurityFact) throws -> String {
      let message = Fixtures.message("Изменено", minutesAgo: 5, category: .security, security: fact)
      return try TestBell([message], width: 120, height: 30, language: .english).screen
    }
    #expect(try screen(SecurityFact(kind: .channelChanged, from: "sms", to: "push")).contains("SMS → push"))
    #expect(try screen(SecurityFact(kind: .channelChanged, from: "sms")).contains("SMS → ?"))
    let numbers = try screen(SecurityFact(kind: .phoneChanged, from: "*0011", to: "+7 900 000-00-12"))
    #expect(numbers.contains("*0011 → +7 9•• ••• 12"))
    #expect(numbers.contains("Change"))
  }
}
