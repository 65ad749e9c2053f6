import GRDB
import Model

/// What a stored delivery is found by.
struct CopyKey: Hashable, Comparable {
  var time: Int64
  var fingerprint: Int64

  static func < (left: CopyKey, right: CopyKey) -> Bool {
    (left.time, left.fingerprint) < (right.time, right.fingerprint)
  }
}

/// One stored copy of a notification.
struct StoredCopy {
  var key: CopyKey
  var ordinal: Int
  /// nil until it is worked out.
  var mark: Int64?
  var delivery: Delivery
}

/// A notification as it stands in the tables, with everything it takes to write it anew.
struct StoredGroup {
  let id: NotificationID
  let label: Drawer.Label
  let tags: SearchIndex.Tags
  let bank: String?
  let account: String
  let facts: Facts
  /// By ordinal.
  let copies: [StoredCopy]

  /// Title and text of the first copy and of every other that reads otherwise; what the full-text index holds.
  var texts: [(title: String?, text: String)] { copies.map(\.delivery).distinctTexts }

  /// The copies as notifications of their own, by ordinal.
  func singles(rule: (any MergingRule)?) -> [Notification] {
    copies.enumerated().map { place, copy in
      let own =
        copies.count == 1
        ? facts : rule?.facts(of: copy.delivery, bank: bank) ?? (place == 0 ? facts : Facts(category: facts.category))
      return Notification(bank: bank, account: account, facts: own, isRead: label.flags.contains(.read), deliveries: [copy.delivery])
    }
  }
}

extension [Delivery] {
  /// Title and text of the first and of every other that reads otherwise.
  var distinctTexts: [(title: String?, text: String)] {
    enumerated().filter { place, delivery in place == 0 || !delivery.reads(like: self[0].title, self[0].text) }
      .map { (title: $1.title, text: $1.text) }
  }
}

extension StoredGroup {
  /// Reads notifications with statements that are prepared once.
  struct Reader {
    private let row: GRDB.Statement
    private let copies: GRDB.Statement

    init(_ db: Database) throws {
      row = try db.cachedStatement(
        sql: """
          SELECT drawer.bank_id, bank.key, drawer.category, drawer.channels, drawer.flags, account.name, n.sender_id, sender.name, n.title,
            n.text, n.before_ms, n.after_ms, n.is_transaction, n.direction, n.amount_minor, amount.name, n.balance_minor, balance.name,
            n.card, n.merchant_id, merchant.name, n.code, n.security_kind, n.security_device, n.security_place,
            n.security_from, n.security_to, n.is_reversal, n.due, n.minimum_minor, minimum.name, n.covered
          FROM notification n JOIN drawer ON drawer.id = n.drawer_id JOIN account ON account.id = n.account_id
            JOIN sender ON sender.id = n.sender_id LEFT JOIN bank ON bank.id = drawer.bank_id LEFT JOIN merchant ON merchant.id = n.merchant_id
            LEFT JOIN currency amount ON amount.id = n.currency_id LEFT JOIN currency balance ON balance.id = n.balance_currency_id
            LEFT JOIN currency minimum ON minimum.id = n.minimum_currency_id
          WHERE n.id = ?
          """)
      copies = try db.cachedStatement(
        sql: """
          SELECT d.time, d.fingerprint, d.ordinal, d.mark, d.channel, endpoint.name, d.delivered_at, d.seen_at, d.status, d.reason, d.parts,
            d.cost_minor, sender.name, d.title, d.text, d.source_id
          FROM delivery d LEFT JOIN endpoint ON endpoint.id = d.endpoint_id LEFT JOIN sender ON sender.id = d.sender_id
          WHERE d.time BETWEEN ? AND ? AND d.notification_id = ?
          """)
    }

    /// Nil when there is no such notification.
    func read(_ id: NotificationID) throws -> StoredGroup? {
      row.bind(id.rawValue, at: 1)
      defer { row.rewind() }
      guard try row.step() else { return nil }
      let category = Category(rawValue: Int(row.integer(2)))
      let facts = facts(category)
      let merchantID = row.integerOrNull(19)
      return StoredGroup(
        id: id,
        label: Drawer.Label(
          bankID: row.integer(0), category: category, channels: ChannelSet(rawValue: Int(row.integer(3))),
          flags: NotificationRow.Flags(rawValue: Int(row.integer(4)))),
        tags: SearchIndex.Tags(bankID: row.integer(0), senderID: row.integer(6), merchantID: merchantID, facts: facts),
        bank: row.textOrNull(1), account: row.text(5), facts: facts, copies: try readCopies(id))
    }

    private func facts(_ category: Category?) -> Facts {
      let security = row.integerOrNull(22).flatMap { SecurityFact.Kind(rawValue: Int($0)) }
        .map {
          SecurityFact(
            kind: $0, device: row.textOrNull(23), place: row.textOrNull(24), from: row.textOrNull(25), to: row.textOrNull(26))
        }
      return Facts(
        category: category, isTransaction: row.integer(12) != 0, direction: row.integerOrNull(13).flatMap { Direction(rawValue: Int($0)) },
        isReversal: row.integer(27) != 0, amount: money(14), balance: money(16), due: row.textOrNull(28).flatMap { DueDate($0) },
        minimum: money(29), card: row.textOrNull(18), merchant: row.textOrNull(20), code: row.textOrNull(21),
        covered: FactsColumns.covered(row.textOrNull(31)), security: security)
    }

    private func money(_ column: Int32) -> Money? {
      guard let minor = row.integerOrNull(column), let currency = row.textOrNull(column + 1) else { return nil }
      return Money(minorUnits: minor, currency: Currency(code: currency))
    }

    private func readCopies(_ id: NotificationID) throws -> [StoredCopy] {
      let times = DeliverySpan(before: row.integer(10), after: row.integer(11)).times(of: id)
      let (sender, title, text) = (row.text(7), row.textOrNull(8), row.text(9))
      copies.bind(times.lowerBound, at: 1)
      copies.bind(times.upperBound, at: 2)
      copies.bind(id.rawValue, at: 3)
      var found: [StoredCopy] = []
      while try copies.step() {
        let ownText = copies.textOrNull(14)
        let delivery = Delivery(
          channel: Channel(rawValue: Int(copies.integer(4))) ?? .sms, endpoint: copies.textOrNull(5),
          time: Timestamp(milliseconds: copies.integer(0)), deliveredAt: copies.integerOrNull(6).map(Timestamp.init(milliseconds:)),
          seenAt: copies.integerOrNull(7).map(Timestamp.init(milliseconds:)),
          status: DeliveryStatus(rawValue: Int(copies.integer(8))) ?? .delivered, reason: copies.textOrNull(9),
          parts: copies.integerOrNull(10).map(Int.init), costMinor: copies.integerOrNull(11), sender: copies.textOrNull(12) ?? sender,
          title: ownText == nil ? title : copies.textOrNull(13), text: ownText ?? text, sourceID: copies.textOrNull(15))
        found.append(
          StoredCopy(
            key: CopyKey(time: copies.integer(0), fingerprint: copies.integer(1)), ordinal: Int(copies.integer(2)),
            mark: copies.integerOrNull(3), delivery: delivery))
      }
      return found.sorted { $0.ordinal < $1.ordinal }
    }
  }
}
