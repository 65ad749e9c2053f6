import Model
import Testing

@testable import Parsing

/// Texts made to be slow to read. Steps are counted, not time: the same on every machine.
@Suite("Hostile texts")
struct WorstCaseTests {
  /// What words, numbers, masks, phones, dates and links begin with and are made of.
  private static let pieces = [
    "*", "**", "x", "X1", "1", "1.", "1,", "1-", "1/", "1:", "+7", "8", "(", ")", "-", ".", "..", "a.b", "a.", "1 111", "https://", "@",
    "код",
    "карта", "на", "от", "12.05", "12:31", "RUB", "р", "验证码", "元", "😀", "\u{301}", "KAFE",
  ]

  /// Texts of two or three pieces over and over, with every separator.
  private static func texts() -> [String] {
    var texts: [String] = []
    var random = RandomStream(seed: 11)
    for separator in ["", " ", "\n", "."] {
      for first in pieces {
        let others = [first, pieces[random.below(pieces.count)], pieces[random.below(pieces.count)]]
        texts.append((0..<120).map { _ in others[random.below(3)] + separator }.joined())
        texts.append(String(repeating: first + separator, count: 150))
      }
    }
    return texts
  }

  @Test("no piece of a text is looked at more often than the longest thing it could belong to is long")
  func composing() {
    for var text in Self.texts() {
      text.withUTF8 { bytes in
        withUnsafeTemporaryAllocation(of: Lexeme.self, capacity: min(bytes.count, Scanner.limit)) { room in
          let count = Scanner.scan(bytes, lexicon: .shared, into: room)
          #expect(count <= bytes.count)
          let (left, steps) = Composer.compose(UnsafeMutableBufferPointer(rebasing: room[..<count]), bytes: bytes)
          #expect(steps <= 3 * Composer.longest * count, "\(steps) steps for \(count) pieces")
          #expect(steps >= left)
        }
      }
    }
  }

  @Test("however many sums, words and fields a text has, only so many are looked at")
  func recognising() {
    for text in Self.texts() { _ = Sample.facts(text) }
    var many = String(repeating: "Покупка 100 ₽ KAFE код 1234 ", count: 500)
    many.withUTF8 { bytes in
      var pieces = Pieces()
      var items = ReusableBuffer<Sums.Item>()
      let message = Message(bytes: bytes, lexemes: pieces.cut(bytes), defaultCurrency: 0)
      #expect(Sums(message, in: &items).items.count == Sums.limit)
      #expect(message.count < Scanner.limit)
    }
  }

  @Test("the lexicon looks for every stem of the vocabulary by its first letters")
  func stems() {
    var builder = LexiconBuilder()
    for (concept, words) in WordBook(userDirectory: nil).meanings { builder.add(words, Lexicon.Entry(concept: concept)) }
    for currency in Currencies.all { builder.add(currency.words, Lexicon.Entry(concept: .currency)) }
    builder.addTransliterated()
    #expect(builder.stems.count > 500)
    for stem in builder.stems { #expect((Lexicon.shortestStem...Lexicon.longestStem).contains(stem.letters)) }
  }

  @Test("the currencies that rules name stand where the rules look")
  func currencies() {
    #expect(Currencies.rub == Currencies.place(of: "RUB"))
    #expect(Currencies.kzt == Currencies.place(of: "KZT"))
    #expect(Currencies.irr == Currencies.place(of: "IRR"))
    #expect(Currencies.zar == Currencies.place(of: "ZAR"))
  }

  @Test("every word of the vocabulary is found in the lexicon")
  func lexicon() {
    for (concept, words) in WordBook(userDirectory: nil).meanings {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) where !word.contains("*") && word.allSatisfy(\.isLetter) {
        var text = String(word)
        let first = text.withUTF8 { bytes -> Concept? in
          var pieces = Pieces()
          return pieces.cut(bytes).first?.concept
        }
        #expect(first != Concept.none, "\(word) of \(concept)")
      }
    }
  }
}
