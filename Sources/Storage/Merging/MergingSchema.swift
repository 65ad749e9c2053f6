/// The tables of merging.
enum MergingSchema {
  static let sql = """
    -- What copies of one notification have in common (MergingRule.mark). NULL: not worked out yet; 0: never merged; 1: held together.
    ALTER TABLE delivery ADD COLUMN mark INTEGER;

    -- Pairs that the user parted, the earlier first.
    CREATE TABLE kept_apart (
      first_time INTEGER NOT NULL,
      first_fingerprint INTEGER NOT NULL,
      second_time INTEGER NOT NULL,
      second_fingerprint INTEGER NOT NULL,
      PRIMARY KEY (first_time, first_fingerprint, second_time, second_fingerprint)
    ) STRICT, WITHOUT ROWID;

    -- Where each copy was before a step of the user's, and where it is since. The marks are the delivery's.
    CREATE TABLE undo_copy (
      step_id INTEGER NOT NULL REFERENCES undo_step,
      time INTEGER NOT NULL,
      fingerprint INTEGER NOT NULL,
      before_id INTEGER NOT NULL,
      before_ordinal INTEGER NOT NULL,
      before_mark INTEGER,
      before_flags INTEGER NOT NULL,
      after_id INTEGER NOT NULL,
      after_ordinal INTEGER NOT NULL,
      after_mark INTEGER,
      after_flags INTEGER NOT NULL,
      PRIMARY KEY (step_id, time, fingerprint)
    ) STRICT, WITHOUT ROWID;
    """
}
