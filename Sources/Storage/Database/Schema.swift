import GRDB

/// The tables, and how older databases become this one.
enum Schema {
  /// Marks the file as ours: "Klkl" in ASCII, the `application_id` of the SQLite header.
  static let applicationID: Int32 = 0x4B6C_6B6C
  /// The `user_version` this program writes; a database with a larger one is refused.
  static let version = 14

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
    migrator.registerMigration("1 notifications") { db in
      try db.execute(sql: notifications)
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2 arrangements") { db in
      try db.execute(sql: arrangements)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3 merging") { db in
      try db.execute(sql: MergingSchema.sql)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4 events and findings") { db in
      try db.execute(sql: SecurityTables.sql)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("5 ledger") { db in
      try db.execute(sql: LedgerSchema.sql)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6 events and findings in the ledger") { db in
      try db.execute(sql: LedgerSchema.records)
      try db.execute(sql: "PRAGMA user_version = 6")
    }
    migrator.registerMigration("7 what a change was from and to") { db in
      try db.execute(sql: changes)
      try db.execute(sql: "PRAGMA user_version = 7")
    }
    migrator.registerMigration("8 snooze and quiet hours") { db in
      try db.execute(sql: quiet)
      try db.execute(sql: "PRAGMA user_version = 8")
    }
    migrator.registerMigration("9 withdrawn events") { db in
      try db.execute(sql: SecurityTables.withdrawn)
      try db.execute(sql: "PRAGMA user_version = 9")
    }
    migrator.registerMigration("10 answers that can be taken back") { db in
      try db.execute(sql: SecurityTables.answers)
      try db.execute(sql: "PRAGMA user_version = 10")
    }
    migrator.registerMigration("one record told by two programs") { db in
      try db.execute(sql: DuplicateSchema.sql)
      try DuplicateSchema.fill(db)
      try db.execute(sql: "PRAGMA user_version = 11")
    }
    migrator.registerMigration("money that came back") { db in
      try db.execute(sql: reversals)
      try db.execute(sql: "PRAGMA user_version = 12")
    }
    migrator.registerMigration("13 what a statement asks for") { db in
      try db.execute(sql: dues)
      try db.execute(sql: "PRAGMA user_version = 13")
    }
    migrator.registerMigration("14 what is covered besides the code") { db in
      try db.execute(sql: covered)
      try db.execute(sql: "PRAGMA user_version = 14")
    }
    return migrator
  }

  /// What must stay covered besides the code, or because it may be one: parted by blanks, NULL where there is nothing.
  private static let covered = "ALTER TABLE notification ADD COLUMN covered TEXT"

  /// Of a step about what can wait: its kind, 1 for a snooze and 2 for quiet hours; minutes from and until of the hours, the end in ms of a snooze.
  private static let quiet = """
    ALTER TABLE arrangement ADD COLUMN quiet INTEGER;
    ALTER TABLE arrangement ADD COLUMN quiet_from INTEGER;
    ALTER TABLE arrangement ADD COLUMN quiet_until INTEGER;
    """

  /// What a security fact says became what: channels by name, numbers as the text writes them.
  private static let changes = """
    ALTER TABLE notification ADD COLUMN security_from TEXT;
    ALTER TABLE notification ADD COLUMN security_to TEXT;
    """

  /// Whether money came back because an operation was taken back. Marks of copies no longer hold the sign of a sum, so they are worked out anew.
  private static let reversals = """
    ALTER TABLE notification ADD COLUMN is_reversal INTEGER NOT NULL DEFAULT 0;
    UPDATE delivery SET mark = NULL WHERE mark NOT IN (0, 1);
    """

  /// The last day to pay, as `DueDate.text` writes it, and the least that has to be paid. What older rows say is read by `kolokol reparse`.
  private static let dues = """
    ALTER TABLE notification ADD COLUMN due TEXT;
    ALTER TABLE notification ADD COLUMN minimum_minor INTEGER;
    ALTER TABLE notification ADD COLUMN minimum_currency_id INTEGER REFERENCES currency;
    """

  /// A drawer holds the notifications that have bank, category, channels and marks in common. Every list on screen is a merge of drawers,
  /// and the counters are sums over them, so that neither depends on how many messages there are.
  private static let notifications = """
    CREATE TABLE bank (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE sender (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE merchant (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE currency (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE endpoint (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

    CREATE TABLE drawer (
      id INTEGER PRIMARY KEY,
      bank_id INTEGER NOT NULL,            -- 0: no known bank
      category INTEGER NOT NULL,           -- 0: none
      channels INTEGER NOT NULL,           -- ChannelSet
      flags INTEGER NOT NULL,              -- NotificationRow.Flags
      total INTEGER NOT NULL DEFAULT 0,    -- kept by the triggers below
      UNIQUE (bank_id, category, channels, flags)
    ) STRICT;

    CREATE TABLE notification (
      id INTEGER PRIMARY KEY,              -- NotificationID: ms since 1970 << 20 | sequence
      drawer_id INTEGER NOT NULL REFERENCES drawer,
      account_id INTEGER NOT NULL REFERENCES account,
      sender_id INTEGER NOT NULL REFERENCES sender,
      title TEXT,
      text TEXT NOT NULL,
      is_transaction INTEGER NOT NULL,
      direction INTEGER,
      magnitude INTEGER NOT NULL,          -- thousandths of the major unit without sign; -1: no amount
      amount_minor INTEGER,
      currency_id INTEGER REFERENCES currency,
      balance_minor INTEGER,
      balance_currency_id INTEGER REFERENCES currency,
      card TEXT,
      merchant_id INTEGER REFERENCES merchant,
      code TEXT,
      security_kind INTEGER,
      security_device TEXT,
      security_place TEXT,
      more_deliveries INTEGER NOT NULL,    -- beyond the first
      before_ms INTEGER NOT NULL,          -- how far its earliest delivery lies before its own time,
      after_ms INTEGER NOT NULL            -- and its latest behind it: where to look for its deliveries
    ) STRICT;
    CREATE INDEX notification_by_time ON notification (drawer_id);

    -- Each drawer by amount. Amounts come in no order, so each new one would touch a page of its own; they wait in amount_due and are put in
    -- place many at a time (AmountOrder).
    CREATE TABLE amount_order (
      drawer_id INTEGER NOT NULL,
      magnitude INTEGER NOT NULL,
      id INTEGER NOT NULL,
      PRIMARY KEY (drawer_id, magnitude, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE amount_due (id INTEGER PRIMARY KEY) STRICT;

    -- No "or ignore" here: the policy of the statement that fires a trigger would replace it.
    CREATE TRIGGER notification_inserted AFTER INSERT ON notification BEGIN
      UPDATE drawer SET total = total + 1 WHERE id = NEW.drawer_id;
      INSERT INTO amount_due (id) VALUES (NEW.id);
    END;
    CREATE TRIGGER notification_deleted AFTER DELETE ON notification BEGIN
      UPDATE drawer SET total = total - 1 WHERE id = OLD.drawer_id;
      DELETE FROM amount_order WHERE drawer_id = OLD.drawer_id AND magnitude = OLD.magnitude AND id = OLD.id;
      DELETE FROM amount_due WHERE id = OLD.id;
    END;
    CREATE TRIGGER notification_moved AFTER UPDATE OF drawer_id ON notification WHEN NEW.drawer_id <> OLD.drawer_id BEGIN
      UPDATE drawer SET total = total - 1 WHERE id = OLD.drawer_id;
      UPDATE drawer SET total = total + 1 WHERE id = NEW.drawer_id;
    END;
    CREATE TRIGGER notification_reordered AFTER UPDATE OF drawer_id, magnitude ON notification
    WHEN NEW.drawer_id <> OLD.drawer_id OR NEW.magnitude <> OLD.magnitude BEGIN
      DELETE FROM amount_order WHERE drawer_id = OLD.drawer_id AND magnitude = OLD.magnitude AND id = OLD.id;
      INSERT INTO amount_due (id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM amount_due WHERE id = NEW.id);
    END;

    CREATE TABLE import (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL UNIQUE,
      path TEXT NOT NULL,
      format TEXT NOT NULL,
      offset INTEGER NOT NULL,
      digest TEXT NOT NULL,                -- of the bytes before offset
      read INTEGER NOT NULL,
      added INTEGER NOT NULL,
      merged INTEGER NOT NULL,
      already_there INTEGER NOT NULL,
      refused INTEGER NOT NULL
    ) STRICT;

    -- Append-only. Its key is also what makes importing idempotent, and it begins with the time so that new rows go to the end.
    CREATE TABLE delivery (
      time INTEGER NOT NULL,
      fingerprint INTEGER NOT NULL,        -- of channel, account, sender, title and text
      notification_id INTEGER NOT NULL REFERENCES notification,
      ordinal INTEGER NOT NULL,
      channel INTEGER NOT NULL,
      status INTEGER NOT NULL,
      endpoint_id INTEGER REFERENCES endpoint,
      delivered_at INTEGER,
      seen_at INTEGER,
      reason TEXT,
      parts INTEGER,
      cost_minor INTEGER,
      sender_id INTEGER REFERENCES sender, -- NULL: as the notification's
      title TEXT,
      text TEXT,                           -- NULL: title and text are the notification's
      source_id TEXT,
      import_id INTEGER REFERENCES import,
      PRIMARY KEY (time, fingerprint)
    ) STRICT, WITHOUT ROWID;

    -- Rows are notification ids. Neither positions nor texts are kept; the words arrive folded and parted by blanks.
    CREATE VIRTUAL TABLE search USING fts5 (words, content='', detail=none, columnsize=0, tokenize='ascii');
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab (search, instance);

    CREATE TABLE undo_step (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      change INTEGER NOT NULL,
      count INTEGER NOT NULL,
      at INTEGER NOT NULL,
      is_undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE undo_row (
      step_id INTEGER NOT NULL REFERENCES undo_step,
      notification_id INTEGER NOT NULL,
      PRIMARY KEY (step_id, notification_id)
    ) STRICT, WITHOUT ROWID;
    """

  /// Steps of channels and devices, only ever added: what holds follows from all of them. The index serves the devices that messages name; few do.
  private static let arrangements = """
    CREATE TABLE arrangement (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      time INTEGER NOT NULL,
      account_id INTEGER NOT NULL REFERENCES account,
      bank TEXT,                           -- NULL: every bank of the account
      scope TEXT,                          -- of a choice of channel: all, code, login…
      channel INTEGER,                     -- Channel; NULL with a scope: the choice is taken back
      device_step INTEGER,                 -- Arrangement.DeviceStep
      device TEXT,
      device_name TEXT,
      platform TEXT,
      by TEXT NOT NULL,
      from_device TEXT,
      undoes INTEGER REFERENCES arrangement
    ) STRICT;
    CREATE INDEX notification_by_device ON notification (security_device, security_kind, account_id, drawer_id)
    WHERE security_device IS NOT NULL;
    """
}
