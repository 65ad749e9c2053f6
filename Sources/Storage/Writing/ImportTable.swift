import GRDB
import Ledger

/// The progress of imports as rows.
enum ImportTable {
  /// Writes the progress down over what was known of its source.
  /// - Returns: the import's number, which deliveries carry.
  static func save(_ progress: ImportProgress, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO import (source, path, format, offset, digest, read, added, merged, already_there, refused)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (source) DO UPDATE SET path = excluded.path, format = excluded.format, offset = excluded.offset,
          digest = excluded.digest, read = excluded.read, added = excluded.added, merged = excluded.merged, already_there = excluded.already_there, refused = excluded.refused
        """,
      arguments: [
        progress.source, progress.path, progress.format, progress.offset, progress.digest, progress.read, progress.added, progress.merged,
        progress.alreadyThere, progress.refused,
      ])
    return try Int64.fetchOne(db, sql: "SELECT id FROM import WHERE source = ?", arguments: [progress.source]) ?? 0
  }

  /// What the log remembers of an import; neither the path, which may name people, nor anything out of the file.
  static func entry(_ progress: ImportProgress) -> LedgerEntry {
    LedgerEntry(
      .imported, by: .user,
      [
        "source": .text(progress.source), "format": .text(progress.format), "bytes": .number(progress.offset),
        "digest": .text(progress.digest),
        "read": .number(Int64(progress.read)), "added": .number(Int64(progress.added)), "merged": .number(Int64(progress.merged)),
        "already_there": .number(Int64(progress.alreadyThere)), "refused": .number(Int64(progress.refused)),
      ])
  }

  /// Everything that is known of imports.
  static func all(_ db: Database) throws -> [ImportProgress] {
    try Row.fetchAll(db, sql: "SELECT * FROM import ORDER BY id").map(progress)
  }

  static func find(source: String, _ db: Database) throws -> ImportProgress? {
    try Row.fetchOne(db, sql: "SELECT * FROM import WHERE source = ?", arguments: [source]).map(progress)
  }

  private static func progress(_ row: Row) -> ImportProgress {
    ImportProgress(
      source: row["source"], path: row["path"], format: row["format"], offset: row["offset"], digest: row["digest"], read: row["read"],
      added: row["added"], merged: row["merged"], alreadyThere: row["already_there"], refused: row["refused"])
  }
}
