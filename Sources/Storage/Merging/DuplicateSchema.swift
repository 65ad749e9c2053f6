import GRDB
import Model

/// The tables that tell one record from two when several programs keep it.
enum DuplicateSchema {
  static let sql = """
    -- The other times of a record that stands in `delivery` under one of them: those that its own telling or another program's gives.
    CREATE TABLE moment (
      at INTEGER NOT NULL,
      fingerprint INTEGER NOT NULL,        -- without the endpoint
      time INTEGER NOT NULL,               -- the delivery's key, also of one that is a duplicate by now
      holder INTEGER NOT NULL,
      PRIMARY KEY (at, fingerprint, time, holder)
    ) STRICT, WITHOUT ROWID;

    -- Deliveries that turned out to be told by another one, word for word as they were logged, and the one that stands for them.
    CREATE TABLE duplicate (
      time INTEGER NOT NULL,
      fingerprint INTEGER NOT NULL,
      standing_time INTEGER NOT NULL,
      standing_fingerprint INTEGER NOT NULL,
      account TEXT NOT NULL,
      channel INTEGER NOT NULL,
      status INTEGER NOT NULL,
      sender TEXT NOT NULL,
      endpoint TEXT,
      delivered_at INTEGER,
      seen_at INTEGER,
      reason TEXT,
      parts INTEGER,
      cost_minor INTEGER,
      title TEXT,
      text TEXT NOT NULL,
      source_id TEXT,
      import_id INTEGER REFERENCES import,
      leaf INTEGER,
      PRIMARY KEY (time, fingerprint)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX duplicate_by_standing ON duplicate (standing_time, standing_fingerprint);
    """

  /// Notes the times of what is stored. What an older program stored twice is found by them (`Store.uniteTellings`).
  static func fill(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO moment (at, fingerprint, time, holder)
        SELECT delivered_at, fingerprint, time, fingerprint FROM delivery WHERE delivered_at <> time ORDER BY delivered_at, fingerprint
        """)
    // Line ends and blanks behind lines counted in their fingerprints.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT d.time, d.fingerprint, d.delivered_at, d.channel, account.name AS account, sender.name AS sender,
          CASE WHEN d.text IS NULL THEN n.title ELSE d.title END AS title, coalesce(d.text, n.text) AS text
        FROM delivery d JOIN notification n ON n.id = d.notification_id JOIN account ON account.id = n.account_id
          JOIN sender ON sender.id = coalesce(d.sender_id, n.sender_id)
        """)
    let insertion = try db.makeStatement(sql: "INSERT OR IGNORE INTO moment (at, fingerprint, time, holder) VALUES (?, ?, ?, ?)")
    while let row = try rows.next() {
      let (title, text): (String?, String) = (row["title"], row["text"])
      guard Fingerprint.isLoose(text) || title.map(Fingerprint.isLoose) == true, let channel = Channel(rawValue: row["channel"]) else {
        continue
      }
      let telling = Telling(time: row["time"], deliveredAt: row["delivered_at"])
      let delivery = Delivery(
        channel: channel, time: Timestamp(milliseconds: telling.time), sender: row["sender"], title: title, text: text)
      let fingerprint = Fingerprint.of(delivery, account: row["account"])
      for moment in telling.moments {
        try insertion.execute(arguments: [moment, fingerprint, telling.time, row["fingerprint"] as Int64])
      }
    }
  }
}
