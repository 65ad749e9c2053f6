import ArgumentParser
import Foundation
import Interface
import Model
import Storage

/// `kolokol list`: the bell's list as lines of text or JSON.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print notifications, newest first.",
    discussion: """
      QUERY is the language of the bell's filter line: kolokol list 'bank:sber is:unread amount>1000 since:2026-01-01 code'. \
      Codes are covered unless --reveal-codes is given.
      """)

  @Argument(help: ArgumentHelp("What to list; nothing for everything in the inbox.", valueName: "query"))
  var query: [String] = []
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "One JSON object a line.")
  var json = false
  @Option(help: ArgumentHelp("How many at most; default: 100 on a terminal, else all.", valueName: "n"))
  var limit: Int?
  @Flag(help: "As many as there are, on a terminal too.")
  var all = false
  @Flag(help: "Also the archive and senders that are no known bank.")
  var everywhere = false
  @Flag(help: "Print one-time codes in the open; on a terminal it asks first.")
  var revealCodes = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit \(limit): expected a number from 1 up.") }
  }

  /// What a person is given who hasn't said how much.
  private static let screenful = 100

  func run() throws {
    let setting = Setting()
    let store = try database.open(setting, for: .reading)
    try CodeConsent.ask(revealCodes, setting: setting)
    let isForPeople = Console.outputIsTerminal && !json
    try Self.print(
      query: Self.query(query.joined(separator: " "), everywhere: everywhere, setting: setting), store: store, setting: setting,
      limit: limit ?? (isForPeople && !all ? Self.screenful : .max), json: json, revealsCodes: revealCodes)
  }

  /// Reads a query of the filter line's language.
  ///
  /// - Throws: `CommandFailure` that shows the query with a mark under the place that is wrong.
  static func query(_ text: String, everywhere: Bool, setting: Setting) throws -> ListQuery {
    var query = ListQuery(place: everywhere ? .everything : .inbox)
    guard !text.isEmpty else { return query }
    do {
      query.filter = try Filter(parsing: text, names: FilterNames(banks: setting.bankNames))
    } catch {
      let mark = String(repeating: " ", count: error.column) + String(repeating: "^", count: max(error.length, 1))
      throw CommandFailure(message: "\(text)\n\(mark)\n\(setting.strings.filterError(error))", status: ExitStatus.badUsage)
    }
    return query
  }

  /// Prints page by page, so that a history of millions needs no more memory than one of fifty.
  static func print(query: ListQuery, store: Store, setting: Setting, limit: Int, json: Bool, revealsCodes: Bool) throws {
    let text = PlainText(surroundings: setting.surroundings(), now: Setting.now, revealsCodes: revealsCodes)
    var cursor: Cursor?
    var left = limit
    do throws(StoreError) {
      while left > 0 {
        let page = try store.page(query, from: cursor, limit: min(left, 500))
        var output = Printout()
        for row in page.rows {
          if json {
            guard let detail = try store.detail(row.id) else { continue }
            output += Printout(NotificationJSON.object(detail, text: text))
          } else {
            output += Printout("\(text.line(row))\n")
          }
        }
        Console.output(output)
        left -= page.rows.count
        guard let last = page.rows.last else {
          if cursor == nil { try tellElsewhere(query, store, setting) }
          return
        }
        guard !page.reachesEnd else { return }
        cursor = Cursor(row: last, order: query.order)
      }
      Console.error(setting.strings.listCut(String(limit)))
    } catch {
      throw CommandFailure(message: setting.strings.storeError(error), status: ExitStatus.database)
    }
  }

  /// An empty inbox beside messages of unknown senders, or an archive, shouldn't look as if an import had lost them: says how many of
  /// these the query meets.
  private static func tellElsewhere(_ query: ListQuery, _ store: Store, _ setting: Setting) throws(StoreError) {
    guard query.place == .inbox else { return }
    var everywhere = query
    everywhere.place = .everything
    let count = try store.count(everywhere)
    if count > 0 { Console.error(setting.strings.listElsewhere(setting.strings.number(count))) }
  }
}
