/// The tables of the log. They hold hashes and what the program itself wrote down; no message text.
enum LedgerSchema {
  /// What they are called.
  static let tables = ["ledger_state", "ledger_run", "ledger_node", "ledger_salt", "ledger_checkpoint"]

  static let sql = """
    -- One row: which log this is, and what is needed to go on growing it.
    CREATE TABLE ledger_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      log_id INTEGER NOT NULL,
      size INTEGER NOT NULL,
      frontier BLOB NOT NULL,              -- the roots of its complete subtrees, 32 bytes each, the largest subtree's first
      at INTEGER NOT NULL,                 -- when the last entry was written down
      key TEXT NOT NULL                    -- what checkpoints are checked with
    ) STRICT;

    -- Runs of entries that follow one another: for each its length (2 bytes), the first 4 bytes of its hash, itself. A run never goes
    -- beyond 256 entries counted from a multiple of 256.
    CREATE TABLE ledger_run (first INTEGER PRIMARY KEY, leaves BLOB NOT NULL) STRICT;

    -- The roots of complete subtrees of 256 entries and more.
    CREATE TABLE ledger_node (
      level INTEGER NOT NULL,              -- 2 to the power of it is the number of entries
      position INTEGER NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (level, position)
    ) STRICT, WITHOUT ROWID;

    -- What the salts of 64 entries each come from: a seed of 32 bytes or, once one of them was destroyed, the salts themselves.
    CREATE TABLE ledger_salt (part INTEGER PRIMARY KEY, secret BLOB NOT NULL) STRICT;

    CREATE TABLE ledger_checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;

    -- The entry of the log that tells of a delivery's arrival.
    ALTER TABLE delivery ADD COLUMN leaf INTEGER;
    """

  /// The entry of the log that tells of each; of a finding the last one.
  static let records = """
    ALTER TABLE event ADD COLUMN leaf INTEGER;
    ALTER TABLE finding ADD COLUMN leaf INTEGER;
    ALTER TABLE transition ADD COLUMN leaf INTEGER;
    ALTER TABLE arrangement ADD COLUMN leaf INTEGER;
    """
}
