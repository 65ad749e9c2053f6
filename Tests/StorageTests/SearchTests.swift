import Model
import Testing

@testable import Storage

@Suite("Search")
struct SearchTests {
  /// A history that is only read; more than the rows that are walked without asking the index.
  private static let filled = Result {
    let store = try Store.temporary(calendar: Samples.moscow)
    var history = History(count: 2600, seed: 11)
    try history.fill(store)
    _ = try store.change(.archive, on: history.rows.prefix(30).map(\.id))
    try history.refresh(store)
    return (store, history)
  }

  private func hits(_ search: String) throws -> Set<NotificationID> {
    let (_, history) = try Self.filled.get()
    let needles = Needle.all(of: search)
    return Set(
      zip(history.rows, history.notifications).filter { _, notification in
        let words = Words(notification.deliveries.map { ($0.title ?? "") + "\0" + $0.text }.joined(separator: "\0"))
        return needles.allSatisfy { $0.occurs(in: words) }
      }.map(\.0.id))
  }

  @Test("every search finds, in every order and tab, exactly the rows that hold its words")
  func matchesReference() throws {
    let (store, history) = try Self.filled.get()
    let searches = ["код", "ко", "п", "покуп", "ЁЛК", "списание пя", "1", "12 ", "№7", "код щ"]
    for search in searches {
      let hits = try hits(search)
      for query in [
        ListQuery(search: search), ListQuery(search: search, order: .oldest), ListQuery(search: search, order: .amount),
        ListQuery(place: .others, search: search), ListQuery(bank: "vtb", category: .code, search: search),
        ListQuery(place: .archive, search: search), ListQuery(place: .everything, bank: "sberbank", search: search),
      ] {
        let expected = history.list(query) { hits.contains($0.id) }
        let direction: PageDirection = expected.count.isMultiple(of: 2) ? .onward : .back
        #expect(try store.allRows(query, limit: 900, direction: direction) == expected, "\(query)")
        #expect(try store.count(query) == expected.count)
      }
    }
  }

  @Test("ё is е, case folds, and a word is found by its beginning")
  func folding() throws {
    let store = try Samples.store([Samples.sms("Оплата ПЯТЁРОЧКА 1 240,50 ₽. Ёж")])
    for search in ["пятерочка", "ПЯТЁР", "Пятёрочка", "еж", "ёж", "240", "оплата пят"] {
      #expect(try store.texts(ListQuery(search: search)).count == 1, "\(search)")
    }
    for search in ["ятерочка", "пят оплата", "1240", "оплат "] {
      #expect(try store.texts(ListQuery(search: search)).isEmpty, "\(search)")
    }
  }

  @Test("titles, and texts of every copy, are found")
  func everyCopy() throws {
    var notification = Samples.sms("Покупка 10р", title: "Сбербанк")
    notification.deliveries.append(Samples.delivery("Списание десяти рублей", channel: .push, at: Samples.noon.advanced(by: 2000)))
    let store = try Samples.store([notification])
    for search in ["сбербанк", "покупка", "списание", "десяти покупка"] {
      #expect(try store.texts(ListQuery(search: search)).count == 1, "\(search)")
      #expect(try store.count(ListQuery(search: search)) == 1, "\(search)")
    }
    #expect(try store.texts(filter: "\"покупка 10р\" десяти").count == 1)
    #expect(try store.texts(filter: "\"10р списание\"").isEmpty)
  }

  @Test(
    "what is typed is words, never the index's own language",
    arguments: [
      "\"", "*", "-код", "код*", "NEAR(код, 5)", "код AND", "код OR вход", "NOT код", "^код", "words:код", "{words}:код", "(код", "код)",
      "код\" OR \"1", "'; DROP TABLE notification; --", "\u{0}", "код\u{0}", "\u{E000}b1", "%", "_", "\\", "🔔", "́", "+", "NEAR",
      "код + код",
      "\u{202E}код",
    ])
  func harmless(_ search: String) throws {
    let (store, history) = try Self.filled.get()
    let query = ListQuery(place: .everything, search: search)
    let hits = try hits(search)
    #expect(try store.allRows(query, limit: 1000, direction: .onward) == history.list(query) { hits.contains($0.id) })
  }

  @Test("a search as long as a page is answered like any other")
  func longSearch() throws {
    let (store, _) = try Self.filled.get()
    let search = (0..<3000).map { "слово\($0)" }.joined(separator: " ")
    #expect(try store.texts(ListQuery(place: .everything, search: search)).isEmpty)
    #expect(try store.texts(ListQuery(place: .everything, search: String(repeating: "код ", count: 500)), limit: 5).count == 5)
    #expect(try store.texts(ListQuery(place: .everything, search: String(repeating: "ы", count: 200_000))).isEmpty)
  }

  @Test("the index keeps up when facts are read anew and copies join")
  func indexKeepsUp() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    var history = History(count: 2200, seed: 12)
    try history.fill(store)
    let row = try #require(history.rows.first { $0.bank == "vtb" })
    var facts = row.facts
    facts.merchant = "Zoo"
    try store.rewriteFacts([(row.id, "raiffeisen", facts)])
    _ = try store.add([
      Notification(
        bank: "raiffeisen",
        deliveries: try #require(try store.detail(row.id)).deliveries
          + [Samples.delivery("Кенгуру", channel: .messenger, at: row.time.advanced(by: 60_000))])
    ])
    #expect(try store.page(ListQuery(place: .everything, search: "кенг"), from: nil, limit: 5).rows.map(\.id) == [row.id])
    #expect(try store.page(ListQuery(bank: "raiffeisen"), from: nil, limit: 5).rows.map(\.id) == [row.id])
    let filter = try Filter(parsing: "merchant:zoo")
    #expect(try store.page(ListQuery(place: .everything, filter: filter), from: nil, limit: 5).rows.map(\.id) == [row.id])
    try store.writer.write { db, _ in try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')") }
  }
}

@Suite("Words")
struct WordsTests {
  @Test(
    "words are folded and parted",
    arguments: [
      ("", []), ("Код 1234.", ["код", "1234"]), ("ПЯТЁРОЧКА", ["пятерочка"]), ("T-Банк", ["t", "банк"]),
      ("1\u{A0}240,50₽", ["1", "240", "50"]),
      ("и\u{306}од", ["йод"]), ("е\u{308}ж", ["еж"]), ("café cafe\u{301}", ["café", "cafe"]), ("ΑΒΓ", ["αβγ"]), ("日本", ["日本"]),
      ("İstanbul", ["istanbul"]), ("со\u{AD}ба\u{200B}ка", ["собака"]), ("Ѐ Ӂ ѣ", ["ѐ", "ӂ", "ѣ"]), ("a\u{E000}b", ["a", "b"]),
      ("👩‍👩‍👧 мама", ["мама"]), ("हिन्दी", ["हिन्दी"]), ("x\u{0}y", ["x", "y"]),
    ])
  func folds(_ text: String, _ words: [String]) {
    #expect(Words(text).list == words)
    #expect(Words(words.joined(separator: " ")).list == words)
  }

  @Test("bytes that aren't UTF-8 part words and harm nothing")
  func brokenUTF8() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xD0, 0x20, 0xF0, 0x9F, 0xD0, 0xBA, 0xE2, 0x82]
    var words = Words()
    bytes.withUnsafeBufferPointer { words.append($0) }
    #expect(words.list == ["a", "b", "к"])
  }

  @Test("a needle is found at word boundaries only")
  func needles() {
    let words = Words("Покупка 100р в Перекрёстке")
    func isIn(_ text: String, isPrefix: Bool = false) -> Bool { Needle(text, isPrefix: isPrefix)?.occurs(in: words) == true }
    #expect(isIn("покупка"))
    #expect(isIn("перекрестке"))
    #expect(isIn("Покупка 100р"))
    #expect(isIn("100р в пере", isPrefix: true))
    #expect(!isIn("покуп"))
    #expect(!isIn("купка"))
    #expect(!isIn("покупка в"))
    #expect(Needle("…") == nil)
  }
}
