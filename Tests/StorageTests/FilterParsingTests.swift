import Model
import Testing

@testable import Storage

@Suite("The filter line")
struct FilterParsingTests {
  static let names = FilterNames(
    banks: [
      BankName(key: "sberbank", name: "Сбербанк", aliases: ["сбер", "900"]),
      BankName(key: "tbank", name: "T-Bank", aliases: ["tinkoff", "тинькофф"]),
      BankName(key: "vtb", name: "ВТБ"), BankName(key: "alfabank", name: "Alfa-Bank"), BankName(key: "akbars", name: "Ак Барс"),
    ],
    senders: ["900", "Tinkoff", "Red Bank"], accounts: ["main"], currencies: ["RUB", "USD"])

  private static func parse(_ text: String) throws -> FilterNode {
    try Filter(parsing: text, names: names).node
  }

  @Test(
    "means what it says",
    arguments: [
      ("", FilterNode.all([])), ("код", .term(.text("код", isPrefix: false))), ("КОД**", .term(.text("код", isPrefix: true))),
      ("\"не сообщайте\"", .term(.text("не сообщайте", isPrefix: false))), ("«не сообщ*»", .term(.text("не сообщ", isPrefix: true))),
      ("14:02", .word("14 02")), ("Т-Банк", .word("т банк")),
      ("bank:сбер", .term(.bank("sberbank"))), ("БАНК:Сбербанк", .term(.bank("sberbank"))), ("bank:alf", .term(.bank("alfabank"))),
      ("банк:а", .term(.bank("akbars"))), ("bank=vtb", .term(.bank("vtb"))), ("sender:\"Red Bank\"", .term(.sender("red bank"))),
      ("канал:пуш", .term(.channel(.push))),
      ("category:code,security", .any([.term(.category(.code)), .term(.category(.security))])), ("is:unread", .term(.state(.unread))),
      ("это:непрочитанные", .term(.state(.unread))), ("is:code", .term(.category(.code))), ("is:archived", .term(.state(.archived))),
      ("has:amount", .term(.has(.amount))), ("есть:сумма", .term(.has(.amount))), ("security:any", .term(.has(.security))),
      ("security:login", .term(.security(.login))), ("amount>1000", .term(.amount(from: 1_000_001, to: nil))),
      ("сумма>=1000", .term(.amount(from: 1_000_000, to: nil))), ("amount<99,5", .term(.amount(from: nil, to: 99_499))),
      ("amount<=1k", .term(.amount(from: nil, to: 1_000_000))), ("amount:-500", .term(.amount(from: 500_000, to: 500_000))),
      ("amount=2.125", .term(.amount(from: 2125, to: 2125))), ("amount:500..1000", .term(.amount(from: 500_000, to: 1_000_000))),
      ("amount:..1m", .term(.amount(from: nil, to: 1_000_000_000))), ("amount:5к..", .term(.amount(from: 5_000_000, to: nil))),
      ("currency:₽", .term(.currency("RUB"))), ("валюта:usd", .term(.currency("USD"))), ("card:*1234", .term(.card("1234"))),
      ("merchant:пят", .term(.merchant("пят"))), ("account:main", .term(.account("main"))), ("since:2026", .term(.since(.year(2026)))),
      ("с:2026-01", .term(.since(.month(2026, month: 1)))), ("по:2026-02-28", .term(.until(.day(2026, month: 2, day: 28)))),
      ("за:вчера", .term(.on(.yesterday))), ("since:today", .term(.since(.today))), ("since:7d", .term(.since(.ago(7, .days)))),
      ("since:12ч", .term(.since(.ago(12, .hours)))), ("a b", .all([.word("a"), .word("b")])), ("a or b", .any([.word("a"), .word("b")])),
      ("a или b c", .any([.word("a"), .all([.word("b"), .word("c")])])),
      ("(a or b) c", .all([.any([.word("a"), .word("b")]), .word("c")])),
      ("-a", .not(.word("a"))), ("not a b", .all([.not(.word("a")), .word("b")])), ("--a", .not(.not(.word("a")))),
      ("-(a b)", .not(.all([.word("a"), .word("b")]))), ("a-b", .word("a b")), ("  a  ", .word("a")), ("\"or\"", .word("or")),
    ])
  func parses(_ text: String, _ node: FilterNode) throws {
    #expect(try Self.parse(text) == node)
  }

  @Test(
    "points at the column of what is wrong and suggests what was meant",
    arguments: [
      ("bnak:sber", 0, 4, .unknownKey("bnak", suggestions: ["bank"])),
      ("код bank:sbre", 9, 4, .unknownValue(key: "bank", value: "sbre", suggestions: ["bank:sberbank"])),
      ("bank:a", 5, 1, .unknownValue(key: "bank", value: "a", suggestions: ["bank:alfabank", "bank:akbars"])),
      ("is:unraed", 3, 6, .unknownValue(key: "is", value: "unraed", suggestions: ["is:unread"])),
      ("channel:push,smz", 13, 3, .unknownValue(key: "channel", value: "smz", suggestions: ["channel:sms"])),
      ("category:", 0, 9, .missingValue(key: "category")), ("bank>sber", 0, 5, .comparison(key: "bank", sign: ">")),
      ("amount>много", 7, 5, .notANumber("много")), ("amount>1.2345", 7, 6, .notANumber("1.2345")),
      ("amount:1000..500", 7, 9, .emptyRange("1000..500")), ("amount<0", 7, 1, .emptyRange("<0")),
      ("amount:99999999999999999999", 7, 20, .notANumber("99999999999999999999")), ("since:2026-13", 6, 7, .notADate("2026-13")),
      ("since:2026-02-29", 6, 10, .notADate("2026-02-29")), ("on:soon", 3, 4, .notADate("soon")),
      ("card:12345678", 5, 8, .notACard("12345678")),
      ("currency:рубль", 9, 5, .unknownValue(key: "currency", value: "рубль", suggestions: [])), ("a \"b c", 2, 4, .unclosedQuote),
      ("sender:\"b", 7, 2, .unclosedQuote), ("(a b", 0, 1, .unclosedParenthesis), ("a)", 1, 1, .unexpectedParenthesis),
      ("()", 1, 1, .unexpectedParenthesis), ("a or", 2, 2, .missingOperand(of: "or")), ("or a", 0, 2, .missingOperand(of: "or")),
      ("a not", 2, 3, .missingOperand(of: "not")), ("(a or) b", 3, 2, .missingOperand(of: "or")), ("a !!!", 2, 3, .noWord("!!!")),
    ] as [(String, Int, Int, FilterError.Reason)])
  func errors(_ text: String, _ column: Int, _ length: Int, _ reason: FilterError.Reason) {
    #expect(throws: FilterError(column: column, length: length, reason: reason)) { try Self.parse(text) }
  }

  @Test("nesting and length have limits instead of an end of the stack")
  func limits() {
    let deep = String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
    #expect(throws: FilterError(column: 30, length: 1, reason: .tooDeep(limit: 30))) { try Self.parse(deep) }
    let negated = String(repeating: "-", count: 5000) + "a"
    #expect(throws: FilterError(column: 30, length: 1, reason: .tooDeep(limit: 30))) { try Self.parse(negated) }
    let long = String(repeating: "a ", count: 5000)
    #expect(throws: FilterError(column: 200, length: 1, reason: .tooLong(limit: 100))) { try Self.parse(long) }
    for endless in [String(repeating: "1", count: 40_000), "amount>" + String(repeating: "9", count: 40_000)] {
      #expect(throws: FilterError(column: 0, length: 0, reason: .longLine(limit: 20_000))) { try Self.parse(endless) }
    }
  }

  @Test("what is printed reads as the same filter", arguments: 1...300)
  func roundTrip(_ seed: Int) throws {
    var random = Xorshift(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let node = RandomFilter.node(depth: 4, &random)
    let printed = node.description
    #expect(try Self.parse(printed) == node, "\(printed)")
  }

  @Test("garbage is a filter or an error with a place in the line, never more", arguments: 1...40)
  func garbage(_ seed: Int) {
    var random = Xorshift(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<50 {
      let text = RandomFilter.garbage(&random)
      do {
        let node = try Self.parse(text)
        #expect(try Self.parse(node.description) == node, "\(text)")
      } catch let error as FilterError {
        #expect(error.column >= 0 && error.length >= 0 && error.column + error.length <= text.count, "\(text)")
      } catch {
        Issue.record(error)
      }
      for column in -1...text.count + 1 {
        for completion in Filter.completions(of: text, at: column, names: Self.names) {
          #expect(completion.range.lowerBound >= 0 && completion.range.upperBound <= text.count, "\(text)")
        }
      }
    }
  }

  @Test(
    "completes what is begun at the cursor, in the language it is begun in",
    arguments: [
      ("ba", 2, 0..<2, "bank:"), ("код бан", 7, 4..<7, "банк:"), ("bank:sb", 7, 5..<7, "sberbank"), ("bank:сб", 7, 5..<7, "sberbank"),
      ("is:unr", 6, 3..<6, "unread"), ("это:непр", 8, 4..<8, "непрочитано"), ("is:unr amount>5", 6, 3..<6, "unread"),
      ("category:code,sec", 17, 14..<17, "security"), ("sender:r", 8, 7..<8, "\"Red Bank\""), ("-is:pin", 7, 4..<7, "pinned"),
      ("(cha", 4, 1..<4, "channel:"), ("unre", 4, 0..<4, "is:unread"), ("currency:u", 10, 9..<10, "USD"),
    ])
  func completes(_ text: String, _ column: Int, _ range: Range<Int>, _ completed: String) {
    let first = Filter.completions(of: text, at: column, names: Self.names).first
    #expect(first?.range == range)
    #expect(first?.text == completed)
  }

  @Test("an empty line offers the keys, an unknown key nothing")
  func offersKeys() {
    let keys = Filter.completions(of: "", at: 0, names: Self.names)
    #expect(keys.map(\.text).starts(with: ["bank:", "sender:", "channel:"]))
    #expect(keys.allSatisfy { if case .key = $0.meaning { true } else { false } })
    #expect(Filter.completions(of: "zzz:a", at: 5, names: Self.names).isEmpty)
  }
}

extension FilterNode {
  fileprivate static func word(_ text: String) -> FilterNode { .term(.text(text, isPrefix: false)) }
}
