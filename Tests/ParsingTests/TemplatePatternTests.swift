import Testing

@testable import Parsing

@Suite("The text of a template")
struct TemplatePatternTests {
  private func written(_ text: String) throws -> [String] {
    try TemplatePattern(text).alternatives.map { elements in
      elements.map { element in
        switch element {
        case .text(let text): text
        case .slot(let slot, _): "{\(slot.name)}"
        }
      }.joined()
    }
  }

  @Test("optional parts and choices are written out, each way once")
  func alternatives() throws {
    #expect(try written("Покупка {amount}[ в {merchant}]") == ["Покупка {amount} в {merchant}", "Покупка {amount}"])
    #expect(try written("(Pokupka|Oplata) {amount}") == ["Pokupka {amount}", "Oplata {amount}"])
    #expect(try written("a[b[c]]") == ["abc", "ab", "a"])
  }

  @Test("a backslash makes a bracket, a bar or itself an ordinary character")
  func escapes() throws {
    #expect(try written("a \\(b\\) \\[c\\] \\{d\\} \\| \\\\") == ["a (b) [c] {d} | \\"])
    #expect(try written("one|two") == ["one|two"])
  }

  @Test(
    "a mistake says what and where",
    arguments: [
      ("Pokupka {sum", TemplateProblem.unbalanced("{"), 8), ("Pokupka [x", .unbalanced("["), 8), ("Pokupka x)", .unbalanced(")"), 9),
      ("Pokupka {merchant}{skip}", .ambiguous("merchant", "skip"), 18), ("{amount} {card}", .noLiteral, 0),
      ("{merchant}: 1", .noLiteral, 0),
      ("[Pokupka ]{amount}", .noLiteral, 0), ("", .noLiteral, 0),
      ("a" + String(repeating: "[b]", count: 9), .tooManyAlternatives(limit: 256), 0),
    ])
  func mistakes(text: String, problem: TemplateProblem, offset: Int) {
    #expect(throws: TemplatePattern.Mistake(problem: problem, offset: offset)) { try TemplatePattern(text) }
  }

  @Test("an unknown placeholder is told with the known ones")
  func unknown() {
    let names = ["amount", "balance", "sum", "card", "time", "code", "number", "merchant", "device", "place", "from", "to", "skip"]
    #expect(throws: TemplatePattern.Mistake(problem: .unknownPlaceholder("ammount", allowed: names), offset: 8)) {
      try TemplatePattern("Pokupka {ammount}")
    }
  }
}
