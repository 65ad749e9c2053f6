/// The text of a template, read into its pieces: words, `{placeholders}`, `[optional parts]` and `(one|or another)`.
///
/// A backslash before a bracket, a bar or itself makes it an ordinary character.
struct TemplatePattern {
  /// What a template is made of, optional parts and choices resolved.
  enum Element: Hashable {
    case text(String)
    /// `offset` counts characters from the template's start.
    case slot(Slot, offset: Int)
  }

  /// A mistake in a template's text; `offset` counts characters from its start.
  struct Mistake: Error, Hashable {
    var problem: TemplateProblem
    var offset: Int
  }

  /// Optional parts and choices multiply; beyond this it is no template any more.
  static let mostAlternatives = 256

  /// Brackets inside brackets, and characters in all; no bank's text comes near.
  static let deepest = 16
  static let longest = 4_000

  /// Every way the template can be written out.
  let alternatives: [[Element]]

  init(_ text: String) throws(Mistake) {
    guard text.utf8.count <= 4 * Self.longest, text.count <= Self.longest else {
      throw Mistake(problem: .tooLong(limit: Self.longest), offset: 0)
    }
    var reader = Reader(characters: Array(text))
    let written = try reader.choices(until: nil)
    for elements in written {
      guard elements.contains(where: { if case .text(let text) = $0 { Self.hasWord(text) } else { false } }) else {
        throw Mistake(problem: .noLiteral, offset: 0)
      }
      for (first, second) in zip(elements, elements.dropFirst()) {
        if case .slot(let one, _) = first, case .slot(let other, let offset) = second, one.isFree, other.isFree {
          throw Mistake(problem: .ambiguous(one.name, other.name), offset: offset)
        }
      }
    }
    alternatives = written
  }

  private static func hasWord(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Goes through the template once, character by character.
  private struct Reader {
    let characters: [Character]
    var position = 0
    private var depth = 0

    init(characters: [Character]) {
      self.characters = characters
    }

    /// Sequences with bars between them, up to the bracket `end`.
    mutating func choices(until end: Character?) throws(Mistake) -> [[Element]] {
      var choices: [[Element]] = []
      while true {
        choices += try sequence(until: end)
        guard position < characters.count, characters[position] == "|", end != nil else { break }
        position += 1
      }
      return try limited(choices)
    }

    private mutating func sequence(until end: Character?) throws(Mistake) -> [[Element]] {
      var written: [[Element]] = [[]]
      while position < characters.count {
        let character = characters[position]
        let start = position
        if character == end || character == "|" && end != nil { break }
        position += 1
        switch character {
        case "{": written = Self.append(.slot(try slot(from: start), offset: start), to: written)
        case "[": written = try multiply(written, by: try bracketed(until: "]", from: start) + [[]])
        case "(": written = try multiply(written, by: try bracketed(until: ")", from: start))
        case "]", ")", "}": throw Mistake(problem: .unbalanced(character), offset: start)
        case "\\" where position < characters.count && "\\{}[]()|".contains(characters[position]):
          written = Self.append(.text(String(characters[position])), to: written)
          position += 1
        default: written = Self.append(.text(String(character)), to: written)
        }
      }
      return written
    }

    private mutating func bracketed(until end: Character, from start: Int) throws(Mistake) -> [[Element]] {
      depth += 1
      defer { depth -= 1 }
      guard depth <= TemplatePattern.deepest else {
        throw Mistake(problem: .tooDeep(limit: TemplatePattern.deepest), offset: start)
      }
      let choices = try choices(until: end)
      guard position < characters.count else { throw Mistake(problem: .unbalanced(characters[start]), offset: start) }
      position += 1
      return choices
    }

    private mutating func slot(from start: Int) throws(Mistake) -> Slot {
      guard let end = characters[position...].firstIndex(of: "}") else { throw Mistake(problem: .unbalanced("{"), offset: start) }
      let name = String(characters[position..<end])
      position = end + 1
      guard let slot = Slot(name: name) else {
        throw Mistake(problem: .unknownPlaceholder(name, allowed: Slot.allCases.map(\.name)), offset: start)
      }
      return slot
    }

    private func multiply(_ written: [[Element]], by choices: [[Element]]) throws(Mistake) -> [[Element]] {
      var result: [[Element]] = []
      for elements in written {
        for choice in choices { result.append(choice.reduce(into: elements) { $0 = Self.append($1, to: $0) }) }
      }
      return try limited(result)
    }

    private func limited(_ written: [[Element]]) throws(Mistake) -> [[Element]] {
      guard written.count <= TemplatePattern.mostAlternatives else {
        throw Mistake(problem: .tooManyAlternatives(limit: TemplatePattern.mostAlternatives), offset: 0)
      }
      return written
    }

    private static func append(_ element: Element, to written: [[Element]]) -> [[Element]] {
      written.map { append(element, to: $0) }
    }

    /// Texts beside each other become one.
    private static func append(_ element: Element, to elements: [Element]) -> [Element] {
      guard case .text(let text) = element, case .text(let before)? = elements.last else { return elements + [element] }
      return elements.dropLast() + [.text(before + text)]
    }
  }
}
