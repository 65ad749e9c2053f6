/// The tables of events and findings.
enum SecurityTables {
  static let sql = """
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES account,
      event_id TEXT NOT NULL,              -- its own, unique within the account
      time INTEGER NOT NULL,               -- ms since 1970 UTC
      kind INTEGER NOT NULL,               -- EventKind
      bank_id INTEGER NOT NULL,            -- 0: none
      source INTEGER NOT NULL,             -- 1 file, 2 message, 3 simulator, 4 user
      notification_id INTEGER,             -- the message that tells of it
      device_id TEXT, device_name TEXT, device_platform TEXT,
      endpoint TEXT, done_by TEXT, confirmed_by TEXT, confirmed_on TEXT,
      code_age INTEGER,                    -- seconds
      place TEXT, scope TEXT, old TEXT, new TEXT,
      channel INTEGER,
      operation TEXT, about TEXT,
      amount_minor INTEGER, currency TEXT, direction INTEGER, payee TEXT, own INTEGER, balance_minor INTEGER,
      sent_at INTEGER,
      sender TEXT, sender_known INTEGER, hosts TEXT, code_host TEXT,
      UNIQUE (account_id, event_id)
    ) STRICT;
    CREATE INDEX event_time ON event (account_id, time);
    CREATE INDEX event_notification ON event (notification_id) WHERE notification_id IS NOT NULL;
    CREATE INDEX event_kind ON event (kind, time);

    CREATE TABLE finding (
      id TEXT PRIMARY KEY,
      rule INTEGER NOT NULL,
      severity INTEGER NOT NULL,
      account_id INTEGER NOT NULL REFERENCES account,
      bank_id INTEGER NOT NULL,            -- 0: none
      device_id TEXT, device_name TEXT, device_platform TEXT,
      anchor TEXT NOT NULL,                -- event_id
      time INTEGER NOT NULL,               -- ms since 1970 UTC
      state INTEGER NOT NULL,              -- FindingState
      resolution INTEGER,
      until INTEGER,                       -- suppressed up to here
      comment TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX finding_time ON finding (time);
    CREATE INDEX finding_open ON finding (severity, time) WHERE state = 1;
    CREATE TABLE evidence (
      finding_id TEXT NOT NULL REFERENCES finding,
      ordinal INTEGER NOT NULL,
      event_id TEXT NOT NULL,
      PRIMARY KEY (finding_id, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evidence_event ON evidence (event_id);

    CREATE TABLE transition (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      step INTEGER NOT NULL,               -- what was done at once has one number
      finding_id TEXT NOT NULL REFERENCES finding,
      at INTEGER NOT NULL,
      actor INTEGER NOT NULL,              -- 1 user, 2 detection
      old_state INTEGER NOT NULL, old_resolution INTEGER, old_until INTEGER, old_comment TEXT,
      new_state INTEGER NOT NULL, new_resolution INTEGER, new_until INTEGER, new_comment TEXT,
      undoes INTEGER                       -- the step that this one takes back
    ) STRICT;
    CREATE INDEX transition_finding ON transition (finding_id);
    CREATE INDEX transition_step ON transition (step);

    CREATE TABLE watched_account (
      account_id INTEGER PRIMARY KEY REFERENCES account,
      rules INTEGER NOT NULL,              -- what the rules were when this was written
      state BLOB NOT NULL                  -- AccountDetector.bytes
    ) STRICT;
    """

  /// Events that messages told once and don't tell any more, and answers that the user took back: out of `event`, so that nothing reckons
  /// with them and their ids are free again, but kept, so that they go on being held to their entries.
  static let withdrawn = """
    CREATE TABLE withdrawn_event (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES account,
      event_id TEXT NOT NULL,
      time INTEGER NOT NULL, kind INTEGER NOT NULL, bank_id INTEGER NOT NULL, source INTEGER NOT NULL, notification_id INTEGER,
      device_id TEXT, device_name TEXT, device_platform TEXT,
      endpoint TEXT, done_by TEXT, confirmed_by TEXT, confirmed_on TEXT, code_age INTEGER, place TEXT, scope TEXT, old TEXT, new TEXT,
      channel INTEGER, operation TEXT, about TEXT,
      amount_minor INTEGER, currency TEXT, direction INTEGER, payee TEXT, own INTEGER, balance_minor INTEGER,
      sent_at INTEGER, sender TEXT, sender_known INTEGER, hosts TEXT, code_host TEXT,
      leaf INTEGER,                        -- the entry of the log that tells of it
      withdrawal INTEGER                   -- the one that says that it was withdrawn
    ) STRICT;
    CREATE INDEX withdrawn_event_notification ON withdrawn_event (notification_id);
    CREATE INDEX withdrawn_event_id ON withdrawn_event (event_id);
    """

  /// Of a step that came with the client's answer to a finding: the entry of the log that tells of the answer.
  static let answers = "ALTER TABLE transition ADD COLUMN answer INTEGER;"
}
