import Model
import Screen
import Storage
import Testing

@testable import Interface

@Suite("The inbox")
struct InboxTests {
  @Test("newest first, grouped by day, other senders hidden but counted")
  func opening() throws {
    let bell = try TestBell()
    #expect(bell.currentText?.hasPrefix("Код") == true)
    let days = bell.lines.filter { $0.contains("── ") || $0.hasPrefix("─ ") }.joined()
    #expect(days.contains("Today") && days.contains("Yesterday"))
    #expect(!bell.screen.contains("Lavka"))
    #expect(bell.screen.contains("1 from other senders hidden"))
    #expect(bell.screen.contains("3 unread"))
  }

  @Test("opening a row marks it read, moving over it doesn't")
  func reading() throws {
    var bell = try TestBell()
    bell.press(.down, .up)
    #expect(bell.state.counters?.inbox.unread == 3)
    bell.press(.enter)
    #expect(bell.state.counters?.inbox.unread == 2)
    #expect(bell.state.inbox.paneHasKeys)
    bell.press(.escape)
    #expect(!bell.state.inbox.paneHasKeys)
  }

  @Test("a row that stops matching stays under the cursor until the list is read again")
  func staying() throws {
    var bell = try TestBell()
    bell.type("\\is:unread")
    bell.press(.enter)
    #expect(bell.shownTexts.count == 3)
    bell.press(.character("m"))
    #expect(bell.shownTexts.count == 3)
    #expect(bell.currentText?.hasPrefix("Код") == true)
    bell.press(.character("R"))
    #expect(bell.shownTexts.count == 2)
  }

  @Test("a code is covered in list, pane and copy; c shows it for ten seconds")
  func codes() throws {
    var bell = try TestBell(width: 140, height: 40)
    #expect(!bell.screen.contains("482913"))
    bell.press(.character("y"))
    #expect(bell.others.contains { if case .copy(let text) = $0 { !text.contains("482913") } else { false } })
    bell.press(.character("c"))
    #expect(bell.screen.contains("482913"))
    bell.wait(milliseconds: 9_000)
    #expect(bell.screen.contains("482913"))
    bell.wait(milliseconds: 1_000)
    #expect(!bell.screen.contains("482913"))
  }

  @Test("an old code takes two presses")
  func oldCode() throws {
    var bell = try TestBell([Fixtures.message("Код 5551", minutesAgo: 11, category: .code, code: "5551")])
    bell.press(.character("c"))
    #expect(!bell.screen.contains("5551"))
    bell.press(.character("c"))
    #expect(bell.screen.contains("5551"))
  }

  @Test("what may be a code is covered with a mark of its own, and shown by the same key")
  func doubtfulCode() throws {
    var message = Fixtures.message("Подтверждение 482913", minutesAgo: 1, category: .service)
    message.facts.covered = ["482913"]
    var bell = try TestBell([message])
    #expect(bell.screen.contains("○○○○○○") && !bell.screen.contains("482913"))
    bell.press(.character("c"))
    #expect(bell.screen.contains("482913"))
  }

  @Test("the search follows what is typed, Enter keeps it, Esc comes back to the row one was on")
  func searching() throws {
    var bell = try TestBell()
    bell.press(.down, .down)
    let before = bell.currentText
    bell.type("/поку")
    #expect(bell.shownTexts.count == 2)
    bell.press(.escape)
    #expect(bell.currentText == before)
    bell.type("/xiaomi")
    bell.press(.enter)
    #expect(bell.shownTexts == ["Новое устройство: Xiaomi 12. Если это не вы, звоните 900"])
    bell.press(.escape)
    #expect(bell.shownTexts.count == 6)
    #expect(bell.currentText?.contains("Xiaomi") == true)
  }

  @Test("a second search starts anew with the old words selected; Esc brings back what was")
  func secondSearch() throws {
    var bell = try TestBell()
    bell.type("/dns")
    bell.press(.enter)
    bell.type("/")
    #expect(bell.lines.last?.hasPrefix("/dns") == true)
    bell.type("код")
    #expect(bell.state.inbox.query.search == "код")
    bell.press(.escape)
    #expect(bell.state.inbox.query.search == "dns")
    bell.type("/")
    bell.press(.end)
    bell.type(" 1")
    #expect(bell.state.inbox.query.search == "dns 1")
  }

  @Test("a search and a filter say how many they let through, and which is under the cursor")
  func hitCounts() throws {
    var bell = try TestBell()
    bell.type("/покупка")
    #expect(bell.lines[bell.lines.count - 2].hasPrefix(" 1 of 2"))
    bell.press(.enter, .down)
    #expect(bell.lines[bell.lines.count - 2].hasPrefix(" 2 of 2"))
    try bell.arrive([Fixtures.message("Покупка 5 ₽", minutesAgo: 1, category: .payment, amount: -500)])
    #expect(bell.lines[bell.lines.count - 2].hasPrefix(" 3 of 3"))
    bell.press(.escape)
    bell.type("\\is:unread")
    bell.press(.enter)
    #expect(bell.lines[bell.lines.count - 2].contains(" of "))
    bell.type("/щъ")
    #expect(bell.lines[bell.lines.count - 2].hasPrefix(" 0 hits"))
    bell.press(.escape, .escape, .escape)
    #expect(bell.lines[bell.lines.count - 2].contains("unread"))
    bell.type("/покупка")
    bell.state.inbox.hits?.count = InboxState.Hits.limit + 1
    #expect(bell.lines[bell.lines.count - 2].contains("1 of 100 000+"))
  }

  @Test("n and N go along the hits of the last search in the whole list")
  func hits() throws {
    var bell = try TestBell()
    bell.press(.character("n"))
    #expect(bell.screen.contains("No search yet"))
    bell.type("/покупка")
    bell.press(.enter, .escape, .character("g"), .character("n"))
    #expect(bell.currentText?.contains("PYATEROCHKA") == true)
    bell.press(.character("n"))
    #expect(bell.currentText?.contains("DNS") == true)
    bell.press(.character("n"))
    #expect(bell.screen.contains("No more hits"))
    bell.press(.character("N"))
    #expect(bell.currentText?.contains("PYATEROCHKA") == true)
  }

  @Test("nothing found says what was looked for and how to get back")
  func noHits() throws {
    var bell = try TestBell()
    bell.type("/жираф")
    #expect(bell.screen.contains("Nothing holds “жираф”"))
  }

  @Test("a wrong filter stays open with a mark under the mistake, and can be repaired")
  func filterError() throws {
    var bell = try TestBell()
    bell.type("\\bank:sbre код")
    bell.press(.enter)
    guard case .line(let line, let error?) = bell.state.mode else {
      Issue.record("the line was closed")
      return
    }
    #expect(line.text == "bank:sbre код")
    let status = try #require(bell.lines.dropLast().last)
    let marker = try #require(status.firstIndex(of: "▾"))
    #expect(status.distance(from: status.startIndex, to: marker) == error.column + 1)
    bell.press(.control("u"))
    bell.type("bank:sber")
    bell.press(.enter)
    #expect(bell.state.inbox.list.rows.allSatisfy { $0.bank == "sberbank" })
    #expect(bell.shownTexts.count == 4)
  }

  @Test("marking all asks with the count, and one undo takes all of it back")
  func markingAll() throws {
    var bell = try TestBell()
    bell.press(.character("M"))
    #expect(bell.screen.contains("Mark 3 messages as read?"))
    bell.press(.character("x"))
    #expect(bell.state.counters?.inbox.unread == 3)
    bell.press(.character("M"), .character("y"))
    #expect(bell.state.counters?.inbox.unread == 0)
    #expect(bell.screen.contains("3 marked read"))
    bell.press(.character("z"))
    #expect(bell.state.counters?.inbox.unread == 3)
    #expect(bell.state.inbox.list.rows.filter(\.isUnread).count == 3)
    bell.press(.character("Z"))
    #expect(bell.state.counters?.inbox.unread == 0)
  }

  @Test("picked rows and a range are changed together")
  func selecting() throws {
    var bell = try TestBell()
    bell.press(.character(" "), .character(" "))
    #expect(bell.screen.contains("2 selected"))
    bell.press(.character("p"))
    #expect(bell.state.inbox.list.rows.filter { $0.flags.contains(.pinned) }.count == 2)
    bell.press(.character("g"), .character("v"), .down, .down, .character("a"))
    #expect(bell.state.inbox.list.rows.filter { $0.flags.contains(.archived) }.count == 3)
    #expect(bell.state.counters?.archive.total == 3)
  }

  @Test("tabs go through the banks, the other senders and round again")
  func tabs() throws {
    var bell = try TestBell()
    bell.press(.right)
    #expect(bell.state.inbox.query.bank == "sberbank")
    bell.press(.right, .right)
    #expect(bell.state.inbox.query.place == .others)
    #expect(bell.shownTexts == ["Ваш заказ уже едет"])
    bell.press(.right)
    #expect(bell.state.inbox.query == ListQuery())
    bell.press(.character(">"))
    #expect(bell.state.inbox.query.category == .code)
  }

  @Test("] and [ jump between unread rows")
  func unreadJumps() throws {
    var bell = try TestBell()
    bell.press(.character("G"), .character("["))
    #expect(bell.currentText?.contains("PYATEROCHKA") == true)
    bell.press(.character("]"))
    #expect(bell.screen.contains("Nothing unread"))
  }

  @Test("a message that arrives goes above; the cursor stays on its row")
  func arriving() throws {
    var bell = try TestBell()
    let before = bell.currentText
    try bell.arrive([Fixtures.message("Зачисление 90000 ₽", minutesAgo: 0, category: .payment, amount: 9_000_000, isRead: false)])
    #expect(bell.currentText == before)
    #expect(bell.shownTexts.first == "Зачисление 90000 ₽")
    #expect(bell.state.counters?.inbox.unread == 4)
  }

  @Test("while one reads further down, what arrives is announced at the top")
  func announcing() throws {
    let many = (0..<200).map { Fixtures.message("Сообщение \($0)", minutesAgo: $0 + 10) }
    var bell = try TestBell(many)
    bell.press(.pageDown, .pageDown, .pageDown)
    let before = bell.lines.dropFirst(3).first
    try bell.arrive([
      Fixtures.message("Раз", minutesAgo: 1), Fixtures.message("Два", minutesAgo: 2), Fixtures.message("Где-то внизу", minutesAgo: 3_000),
    ])
    #expect(bell.screen.contains("2 new ↑"))
    #expect(bell.lines.dropFirst(3).first == before)
    bell.press(.character("g"))
    #expect(!bell.screen.contains("new ↑"))
    #expect(bell.currentText == "Раз")
  }

  @Test("End reaches the oldest of thousands and Home comes back, with a bounded window")
  func farEnds() throws {
    let many = (0..<5_000).map { Fixtures.message("Сообщение \($0)", minutesAgo: $0) }
    var bell = try TestBell(many)
    bell.press(.end)
    #expect(bell.currentText == "Сообщение 4999")
    for _ in 0..<600 { bell.press(.pageUp) }
    #expect(bell.currentText == "Сообщение 0")
    #expect(bell.state.inbox.list.rows.count <= ListWindow<NotificationRow>.capacity + 200)
    bell.press(.home)
    #expect(bell.currentText == "Сообщение 0")
  }

  @Test("sorting goes newest, oldest, largest amount")
  func sorting() throws {
    var bell = try TestBell()
    bell.press(.character("o"))
    #expect(bell.state.inbox.query.order == .oldest)
    bell.press(.character("o"))
    #expect(bell.currentText?.contains("DNS") == true)
    bell.press(.character("o"))
    #expect(bell.state.inbox.query.order == .newest)
  }

  @Test("the help is searchable and runs the chosen row")
  func help() throws {
    var bell = try TestBell()
    bell.press(.character("?"))
    bell.type("next theme")
    bell.press(.enter)
    #expect(bell.others.contains(.useTheme("light")))
    #expect(bell.state.theme == "light")
  }

  @Test("the command line runs operations by word, with completion, and says what it doesn't know")
  func commands() throws {
    var bell = try TestBell()
    bell.type(":sort old")
    bell.press(.tab, .enter)
    #expect(bell.state.inbox.query.order == .oldest)
    bell.type(":bank tbank")
    bell.press(.enter)
    #expect(bell.state.inbox.query.bank == "tbank")
    bell.type(":frobnicate")
    bell.press(.enter)
    #expect(bell.screen.contains("No command “frobnicate”"))
    bell.type(":theme pink")
    bell.press(.enter)
    #expect(bell.screen.contains("is none of: kolokol, light, mono"))
  }

  @Test("q goes back one step at a time and leaves at the root, Q leaves at once")
  func leaving() throws {
    var bell = try TestBell()
    bell.type("/код")
    bell.press(.enter, .enter, .character("q"), .character("q"))
    #expect(!bell.state.isFinished)
    #expect(bell.state.inbox.query.search.isEmpty)
    bell.press(.character("q"))
    #expect(bell.state.isFinished)
    var other = try TestBell()
    other.press(.enter, .character("Q"))
    #expect(other.state.isFinished)
  }

  @Test("an import from within says how far it is and what became of it, and what it brought is shown")
  func importing() throws {
    var bell = try TestBell()
    bell.state.settle(.importProgress(BellState.ImportStatus(file: "phone.xml", percent: 40, messages: 1_200)), with: bell.effects)
    #expect(bell.screen.contains("importing phone.xml: 40 %"))
    _ = try bell.store.add([Fixtures.message("Брошена монетка", minutesAgo: 1)])
    bell.state.settle(.imported(added: 1, merged: 0, alreadyThere: 3, refused: 0), with: bell.effects)
    #expect(bell.screen.contains("Imported: 1 added, 0 merged, 3 already there, 0 refused"))
    #expect(!bell.screen.contains("importing"))
    #expect(bell.screen.contains("Брошена монетка"))
  }

  @Test("an import that fails no longer says that it runs, and what it had brought stays")
  func failedImport() throws {
    var bell = try TestBell()
    bell.state.settle(.importProgress(BellState.ImportStatus(file: "pipe", percent: nil, messages: 7)), with: bell.effects)
    #expect(bell.screen.contains("importing pipe: 7"))
    _ = try bell.store.add([Fixtures.message("Брошена монетка", minutesAgo: 1)])
    bell.state.settle(.importFailed(.message("pipe: ends in the middle of a record")), with: bell.effects)
    #expect(bell.screen.contains("ends in the middle"))
    #expect(!bell.screen.contains("importing"))
    #expect(bell.screen.contains("Брошена монетка"))
  }

  @Test("only money that moved stands in the column of amounts")
  func unmovedMoney() throws {
    var offer = Fixtures.message("Вам доступно 50 000 ₽", minutesAgo: 1, category: .marketing, amount: 50_000_00)
    offer.facts.isTransaction = false
    let bell = try TestBell([offer])
    let row = try #require(bell.lines.first { $0.contains("Вам доступно") })
    #expect(!row.contains("+50"))
    let plain = PlainText(surroundings: bell.state.surroundings, now: TestBell.now)
    #expect(!plain.line(try #require(bell.state.inbox.list.current)).text.contains("+50"))
  }

  @Test("a click puts the cursor on a row, a second one opens it, and tabs can be clicked")
  func mouse() throws {
    var bell = try TestBell()
    let y = try #require(bell.lines.firstIndex { $0.contains("PYATEROCHKA") })
    bell.click(x: 20, y: y)
    #expect(bell.currentText?.contains("PYATEROCHKA") == true)
    let line = try #require(bell.lines.firstIndex { $0.contains("  All") })
    let tab = try #require(bell.lines[line].range(of: "T-Bank"))
    bell.click(x: bell.lines[line].distance(from: bell.lines[line].startIndex, to: tab.lowerBound), y: line)
    #expect(bell.state.inbox.query.bank == "tbank")
  }

  @Test("the log is signed once a quarter of an hour while the bell is open, and not more often")
  func sealing() throws {
    var bell = try TestBell()
    #expect(try bell.store.verifyLedger().checkpoints == 0)
    bell.seal()
    try bell.arrive([Fixtures.message("Новое", minutesAgo: 0)])
    bell.wait(milliseconds: 890_000)
    #expect(try bell.store.verifyLedger().checkpoints == 1)
    bell.wait(milliseconds: 20_000)
    #expect(try bell.store.verifyLedger().checkpoints == 2)
  }

  @Test("a key asks first for what its frame shows, then for rows beyond the screen; one that moves nothing asks for nothing")
  func asking() throws {
    var bell = try TestBell((0..<300).map { Fixtures.message("Message \($0)", minutesAgo: $0) })
    #expect(bell.state.update(.input(.key(.up))).isEmpty)
    #expect(bell.state.update(.tick(bell.state.now)).allSatisfy { !$0.isForNextFrame })
    for _ in 0..<39 { bell.press(.down) }
    let effects = bell.state.update(.input(.key(.down)))
    #expect(effects.map(\.isForNextFrame) == [true, true, false])
    guard case .loadMore = effects.last else {
      Issue.record("no rows beyond the screen are asked for")
      return
    }
  }
}
