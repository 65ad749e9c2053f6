import Delivery
import Foundation
import Model
import Screen
import Storage
import Testing

@testable import Interface

@Suite("Screens")
struct ScreenTests {
  private func check(_ bell: TestBell, _ name: String) throws { try Golden.check(bell, name) }

  @Test("the list at 80×24, in English and Russian")
  func list() throws {
    try check(TestBell(), "list-80x24")
    try check(TestBell(language: .russian), "list-80x24-ru")
  }

  @Test("the list with the pane beside it at 160×50")
  func wide() throws {
    try check(TestBell(width: 160, height: 50), "list-160x50")
    try check(TestBell(width: 160, height: 50, language: .russian), "list-160x50-ru")
  }

  @Test("a row told by push and SMS shows both deliveries in its pane")
  func merged() throws {
    var bell = try TestBell(width: 130, height: 30)
    bell.type("/dns")
    bell.press(.enter)
    try check(bell, "merged-row")
  }

  @Test("the smallest screen, and one that is too small")
  func small() throws {
    try check(TestBell(width: 40, height: 10), "smallest")
    var bell = try TestBell(width: 39, height: 9)
    try check(bell, "too-small")
    bell.press(.down)
    #expect(bell.state.inbox.list.cursor == 0)
    bell.resize(width: 80, height: 24)
    #expect(bell.screen.contains("Today"))
  }

  @Test("an opened text on a low screen takes the list's place")
  func lowPane() throws {
    var bell = try TestBell(width: 60, height: 14)
    bell.press(.enter)
    try check(bell, "low-pane")
  }

  @Test("before anything was read")
  func loading() throws {
    var bell = try TestBell()
    bell.state.inbox = InboxState()
    try check(bell, "loading")
  }

  @Test("an empty bell offers what to do; one with other senders only says so")
  func empty() throws {
    try check(TestBell([]), "empty")
    try check(TestBell([], language: .russian), "empty-ru")
    try check(TestBell([Fixtures.message("Привет", minutesAgo: 1, bank: nil, sender: "Мама")]), "empty-others")
  }

  @Test("a log that is whole has a mark in the header; one that isn't says what to do, in both languages")
  func seal() throws {
    var bell = try TestBell()
    bell.seal()
    try check(bell, "seal-whole")
    try FileManager.default.removeItem(atPath: bell.store.path + ".key")
    bell.seal()
    #expect(bell.screen.contains("the key is lost"))
    bell.press(.down)
    try check(bell, "seal-broken")
    var russian = try TestBell(language: .russian)
    try FileManager.default.removeItem(atPath: russian.store.path + ".key")
    russian.seal()
    russian.press(.down)
    try check(russian, "seal-broken-ru")
  }

  @Test("a search with hits, and one without")
  func search() throws {
    var bell = try TestBell()
    bell.type("/покупка")
    try check(bell, "search")
    bell.type("щ")
    try check(bell, "search-no-hits")
  }

  @Test("a filter with a mistake, and its completions")
  func filter() throws {
    var bell = try TestBell()
    bell.type("\\bank:sbre is:unread")
    try check(bell, "filter-error")
    bell.press(.control("u"))
    bell.type("is:")
    try check(bell, "filter-completions")
  }

  @Test("help, question and sums lie over the list")
  func overlays() throws {
    var bell = try TestBell()
    bell.press(.character("?"))
    try check(bell, "help")
    bell.press(.escape, .character("M"))
    try check(bell, "confirm")
    bell.press(.escape, .character("S"))
    try check(bell, "spending")
  }

  @Test("where the locale isn't UTF-8 every mark is ASCII")
  func ascii() throws {
    let english = Fixtures.message(
      "Purchase 1240 RUB", minutesAgo: 5, category: .payment, amount: -124_000, merchant: "SHOP", isRead: false)
    let bell = try TestBell([english], glyphs: .ascii)
    try check(bell, "ascii")
    let strangers = bell.screen.filter { !$0.isASCII }
    #expect(strangers.isEmpty)
  }

  @Test("where the locale isn't UTF-8 texts are spelled out in list and pane, and a search still marks its hits")
  func asciiTexts() throws {
    let login = SecurityFact(kind: .login, place: "Щёкино")
    var bell = try TestBell(
      [Fixtures.message("Щёлково: вход с нового устройства", minutesAgo: 5, category: .service, security: login)], glyphs: .ascii)
    #expect(bell.screen.contains("Shchyokino"))
    #expect(bell.lines.count { $0.contains("Shchyolkovo: vkhod s novogo ustroystva") } == 2)
    bell.type("/щёл")
    let grid = bell.state.view()
    let marked = (0..<24).reduce(0) { $0 + grid.row($1).count { $0.style.role == .match } }
    #expect(marked == 2 * "Shchyolkovo".count)
  }

  @Test("texts that try to harm the terminal or the layout are drawn safely and aligned")
  func hostile() throws {
    let texts = [
      "\u{1B}[2J\u{1B}]0;owned\u{07}\u{9B}31m red", "\u{202E}drawkcab\u{2066}x", "a" + String(repeating: "\u{301}", count: 10_000) + "b",
      "👨‍👩‍👧‍👦 семья 🇷🇺 日本語 ｆｕｌｌ", "нуль\u{0}ширина\u{200B}\u{FEFF}ноль", String(repeating: "длинно ", count: 140_000),
    ]
    var bell = try TestBell(texts.enumerated().map { Fixtures.message($1, minutesAgo: $0 + 1) }, width: 130, height: 24)
    for _ in texts {
      #expect(
        !bell.screen.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B || $0.value == 0x07 || $0.properties.isBidiControl })
      for line in bell.lines { #expect(TextWidth.of(line) <= 130) }
      bell.press(.down)
    }
    try check(bell, "hostile")
  }

  @Test("channels, devices and the lab, in English and Russian, small and large")
  func deliveryScreens() throws {
    let all = PolicyBook.load(userDirectory: nil).book
    let policies = PolicyBook(["sberbank", "tbank"].compactMap(all.policy(id:)))
    for (name, key, width, height, language) in [
      ("channels-80x24", "2", 80, 24, Language.english), ("channels-160x50-ru", "2", 160, 50, .russian),
      ("devices-80x24-ru", "3", 80, 24, .russian), ("devices-160x50", "3", 160, 50, .english), ("lab-80x24", "5", 80, 24, .english),
    ] {
      var bell = try TestBell(Fixtures.takeover, width: width, height: height, language: language, policies: policies)
      bell.type(key)
      try check(bell, name)
    }
  }
}
