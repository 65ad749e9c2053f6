import Foundation
import Model
import Testing

@testable import Interface

@Suite("Words and figures")
struct FormattingTests {
  @Test(
    "Russian plurals",
    arguments: [
      (1, "сообщение"), (2, "сообщения"), (4, "сообщения"), (5, "сообщений"), (11, "сообщений"), (12, "сообщений"), (21, "сообщение"),
      (22, "сообщения"), (111, "сообщений"), (0, "сообщений"), (1_000_001, "сообщение"),
    ])
  func russianPlurals(count: Int, form: String) {
    #expect(Plural.russian(count, "сообщение", "сообщения", "сообщений") == form)
  }

  @Test("English plurals", arguments: [(0, "messages"), (1, "message"), (2, "messages"), (11, "messages")])
  func englishPlurals(count: Int, form: String) {
    #expect(Plural.english(count, "message", "messages") == form)
  }

  @Test("money is grouped, and the minor unit is written only where there is one")
  func money() {
    let strings = Strings.english
    #expect(strings.money(Money(minorUnits: -124_000, currency: .rub), signed: true) == "−1 240 ₽")
    #expect(strings.money(Money(minorUnits: 5, currency: .rub), signed: true) == "+0.05 ₽")
    #expect(Strings.russian.money(Money(minorUnits: 123_456_789, currency: .rub)) == "1 234 567,89 ₽")
    #expect(strings.money(Money(minorUnits: 1_500, currency: Currency(code: "JPY"))) == "1 500 ¥")
    #expect(strings.money(Money(minorUnits: 1_005, currency: Currency(code: "KWD"))) == "1.005 KWD")
    #expect(strings.money(Money(minorUnits: .min, currency: .rub)).hasPrefix("−92 233"))
  }

  @Test("days are told from now, in the user's zone")
  func days() throws {
    let moscow = try #require(TimeZone(identifier: "Europe/Moscow"))
    // 2026-03-01 00:30 in Moscow is still February in UTC.
    let now = Timestamp(milliseconds: 1_772_314_200_000)
    let text = TimeText(now: now, zone: moscow, language: .english)
    #expect(text.day(now) == "Today")
    #expect(text.clock(now) == "00:30")
    #expect(text.day(now.advanced(by: -3_600_000)) == "Yesterday")
    #expect(text.day(now.advanced(by: -3 * 86_400_000)) == "Thu 26 February 2026")
    #expect(now.rfc3339 == "2026-02-28T21:30:00Z")
    #expect(now.advanced(by: 7).rfc3339 == "2026-02-28T21:30:00.007Z")
  }

  @Test(
    "the calendar agrees with Foundation's over four centuries",
    arguments: Array(stride(from: -2_000_000_000, to: 10_000_000_000, by: 97_234_567)))
  func calendar(seconds: Int) {
    let civil = Civil(Timestamp(milliseconds: Int64(seconds) * 1_000), in: .gmt)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second, .weekday], from: Date(timeIntervalSince1970: Double(seconds)))
    #expect(parts.year == civil.year)
    #expect(parts.month == civil.month)
    #expect(parts.day == civil.day)
    #expect(parts.hour == civil.hour)
    #expect(parts.minute == civil.minute)
    #expect(parts.second == civil.second)
    #expect(parts.weekday == (civil.weekday + 1) % 7 + 1)
  }

  @Test(
    "a phone number shows its ends only, other endpoints stay",
    arguments: [
      ("+79001234512", "+7 9•• ••• 12"), ("89001234512", "+8 9•• ••• 12"), ("iPhone 13 (Anna)", "iPhone 13 (Anna)"), ("900", "900"),
    ])
  func endpoints(endpoint: String, shown: String) {
    #expect(DeliveryTable.masked(endpoint) == shown)
  }

  @Test("every operation has a text in both languages, and every key only one operation")
  func operations() {
    for strings in [Strings.english, .russian] {
      let texts = Operation.allCases.map { strings.operation($0) }
      #expect(Set(texts).count == texts.count)
      #expect(texts.allSatisfy { !$0.isEmpty })
    }
    for screen in BellScreen.allCases {
      let keys = Operation.allCases.flatMap { screen.keyMap.keys(for: $0) }
      #expect(Set(keys).count == keys.count)
      #expect(!keys.contains(.control("s")) && !keys.contains(.control("q")))
    }
    #expect(Operation.allCases.allSatisfy { operation in BellScreen.allCases.contains { !$0.keyMap.keys(for: operation).isEmpty } })
  }

  @Test("a Russian layout's letters are the keys they stand on")
  func russianLayout() {
    #expect(KeyMap.standard.operation(for: .character("о")) == .down)
    #expect(KeyMap.standard.operation(for: .character("Ь")) == .markAllRead)
    #expect(KeyMap.standard.operation(for: .character("ё")) == nil)
  }

  @Test(
    "line ends and tabs of every kind become spaces, and other texts stay as they are",
    arguments: [
      ("", ""), ("Покупка — 5 ₽", "Покупка — 5 ₽"), ("a\r\nb", "a b"), ("\ta\u{0B}b\u{0C}", "a b"), ("a\u{85}b", "a b"),
      ("a\u{2028}\u{2029}b", "a b"), ("a\u{A8}b\u{A9}", "a\u{A8}b\u{A9}"), ("“…”", "“…”"), ("\n", ""), ("Å\u{85}", "Å"),
    ])
  func oneLine(text: String, line: String) {
    #expect(text.oneLine == text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " "))
    #expect(text.oneLine == line)
  }
}
