import Ingest
import Ledger
import Model
import Storage

extension LedgerStrings {
  static let english: LedgerStrings = LedgerStrings(
    fault: faultInEnglish,
    verified: { verdict in
      let number = Strings.english.number(_:)
      return "OK: \(number(verdict.size)) \(Plural.english(verdict.size, "entry", "entries")), \(number(verdict.deliveries)) "
        + "\(Plural.english(verdict.deliveries, "delivery", "deliveries")) and \(number(verdict.records)) "
        + "\(Plural.english(verdict.records, "record", "records")) compared, \(number(verdict.erased)) erased, "
        + (verdict.withdrawn > 0 ? "\(number(verdict.withdrawn)) \(Plural.english(verdict.withdrawn, "event", "events")) withdrawn, " : "")
        + "held to \(number(verdict.checkpoints)) \(Plural.english(verdict.checkpoints, "checkpoint", "checkpoints"))"
        + (verdict.newestCheckpoint.map {
          ", the newest of the first \(number($0)) \(Plural.english($0, "entry", "entries")); the next one tells of it"
        } ?? "")
    },
    onlyItsOwn:
      "Every checkpoint it was held to is its own: whoever has the key could have made all of it anew. Keep one where he can't reach it "
      + "(kolokol ledger checkpoint), and verify against that: --checkpoint FILE",
    failed: { "FAIL: \(Strings.english.number($0)) \(Plural.english($0, "thing is", "things are")) not as written down" },
    readingsSame: {
      "OK: \(Strings.english.number($0)) \(Plural.english($0, "message", "messages")) read again, each as it is stored"
    },
    readingsDiffer: { report in
      let number = Strings.english.number(_:)
      let first = report.examples.first.map {
        ", message \($0.row.id.rawValue) first (\($0.fields.map(ReparseStrings.english.field).joined(separator: ", ")))"
      }
      return "FAIL: \(number(report.changed)) of \(number(report.read)) messages are stored otherwise than their texts read now"
        + "\(first ?? ""). "
        + "Either somebody edited them, or a program or bank file of another version read them; which, nobody wrote down. "
        + "To see what differs, and to put it right: kolokol reparse"
    },
    sealBroken: "log broken: kolokol ledger verify",
    moreFaults: { "… and \(Strings.english.number($0)) more" },
    moreOfKind: { "… and \(Strings.english.number($0)) more of this kind" },
    allFaults: "--all names each of them.",
    key: keyInEnglish,
    keyForeign: { "\($0): this is another log's key. Put the right one back, or begin a new one: kolokol ledger new-key" },
    noSuchLeaf: { "The log has no entry \($0)." },
    unreadableFile: { "\($0): can't be read." },
    holdsNoCheckpoint: { "\($0): holds no checkpoint. Name a file with what `kolokol ledger checkpoint` printed." },
    keepElsewhere:
      "Keep this where nobody who changes the database can change it too: on paper, in a mail to yourself, as a picture of the screen.",
    checkpointWasTorn: {
      "\($0) held no checkpoint, so it couldn't tell whether the log was cut; it was written anew. "
        + "To hold the log to a checkpoint that you kept: kolokol ledger verify --checkpoint FILE"
    },
    keyIsThere: { "The key in \($0) is there and is the log's; nothing was done. To begin another all the same: --replace" },
    keyReplaced: { "A new key lies in \($0); the log says so. Print a checkpoint and keep it elsewhere: kolokol ledger checkpoint" },
    nothingToExplain: { "At entry \($0) the clock wasn't set back; there is nothing to explain." },
    explained: { "Entry \($0) is explained in the log." },
    erasedText: "[erased; its entry in the log stays]",
    erased: {
      "\(Strings.english.number($0)) \(Plural.english($0, "message", "messages")) erased. Their entries stay in the log, without content. "
        + "Copies in backups and in files you imported aren't touched."
    },
    erasedWhileRead: {
      "\($0): it is erased, but another program is at work in the database, so copies of what was there stay in the file until it has finished. "
        + "Then run the same command again"
    },
    askErase: {
      "Erase \(Strings.english.number($0)) \(Plural.english($0, "message", "messages")) for good? It can't be undone. [y/N]"
    },
    notErased: "Nothing was erased.")

  static func schemaInEnglish(_ difference: SchemaDifference) -> String {
    let what = "the \(difference.type) \(difference.name)" + (difference.type == "table" ? "" : " on \(difference.table)")
    return switch difference.kind {
    case .foreign: what + " isn't the program's"
    case .missing: what + " is missing"
    case .changed: what + " isn't as the program makes it"
    }
  }

  /// What to do about it.
  static func dropInEnglish(_ differences: [SchemaDifference], _ path: String) -> String {
    guard differences.allSatisfy({ $0.kind == .foreign }) else {
      return " Put a backup back, or import the files again into a new database."
    }
    let drops = differences.map { "DROP \($0.type.uppercased()) \"\($0.name)\"" }.joined(separator: "; ")
    return " To remove it: sqlite3 '\(path)' '\(drops)'. What it hid: kolokol audit --from-the-beginning"
  }

  @Sendable private static func keyInEnglish(_ failure: KeyFile.Failure) -> String {
    switch failure {
    case .missing(let path):
      "\(path): the key is lost, so no checkpoint can be signed. Put it back from a backup, or begin a new one: kolokol ledger new-key"
    case .malformed(let path):
      "\(path): this isn't a key. Put it back from a backup, or begin a new one: kolokol ledger new-key"
    case .system(let path, let errno): "\(path): \(Strings.systemMessage(errno))"
    }
  }

  private static func name(_ record: LedgerFault.Record) -> String {
    switch record {
    case .event(let id): id.isEmpty ? "the event" : "event \(id)"
    case .finding(let id): "finding \(id)"
    case .triage(let id): "step \(id) in dealing with findings"
    case .preference(let id): "preference \(id)"
    case .device(let id): "device step \(id)"
    }
  }

  private static func place(_ place: LedgerFault.CheckpointPlace) -> String {
    switch place {
    case .database: "a checkpoint in the database"
    case .file(let path): "the checkpoint in \(path)"
    }
  }

  /// What to do when it was the user who did it.
  private static func restored(_ from: LedgerFault.CheckpointPlace) -> String {
    guard case .file(let path) = from else { return "" }
    return " If you restored a backup yourself, put \(path) away and import what came since"
  }

  @Sendable private static func faultInEnglish(_ fault: LedgerFault) -> String {
    let entry = fault.leaf.map { "entry \($0): " } ?? ""
    return switch fault.reason {
    case .nothing: "there is nothing to verify: the log holds no entry"
    case .tableMissing(let table): "the log's table \(table) is missing: this is no database as the program left it"
    case .schema(let difference):
      schemaInEnglish(difference) + ": it may have kept messages and alerts out. What it hid: kolokol audit --from-the-beginning"
    case .stateMalformed: "the row that says how far the log goes is missing or damaged"
    case .leafMissing: entry + "missing; entries were deleted"
    case .leafMalformed: entry + "its bytes are no entry"
    case .leafMoved: entry + "belongs to another place or another log"
    case .leafChanged: entry + "its bytes were changed"
    case .leavesChanged(let last): entry + "it or one up to \(last) was changed"
    case .sizeDiffers(let expected): entry + "the log should have \(expected) entries; entries were deleted or added by hand"
    case .rootDiffers: "the entries don't give the root that the log goes on from"
    case .clockSetBack(let milliseconds):
      entry + "the clock was set back by \(Strings.clock(Double(milliseconds) / 1000)); times around it can't be trusted. "
        + "If you know why: kolokol ledger explain \(fault.leaf ?? 0) \"…\""
    case .messageChanged(let id): entry + "message \(id.rawValue) isn't what arrived: its text, sender, time or another part was changed"
    case .messageMissing: entry + "the message it tells of was deleted, and not by kolokol erase"
    case .messageUnlogged(let id): "message \(id.rawValue) was put into the database by hand; the log doesn't know it"
    case .messageEntryLost(let id): entry + "message \(id.rawValue) can't be checked: the log breaks off before that entry"
    case .messageTwice(let id): entry + "message \(id.rawValue) claims the entry of another"
    case .saltMissing(let id): entry + "message \(id.rawValue) can't be checked: its salt was deleted"
    case .recordChanged(let record): entry + "\(name(record)) isn't what was written down"
    case .recordMissing(let record): entry + "\(name(record)), of which it tells, was deleted"
    case .recordUnlogged(let record): entry + "\(name(record)) was put into the database by hand; the log doesn't know it"
    case .recordEntryLost(let record): entry + "\(name(record)) can't be checked: the log breaks off before that entry"
    case .withdrawalUnfounded(let leaf):
      entry + "it withdraws entry \(leaf), which is neither an event that a message told nor an answer that was taken back"
    case .importChanged(let source): entry + "the import \(source) isn't as it was written down"
    case .checkpointMalformed(let size): "the checkpoint of \(size) entries in the database isn't signed by the log's key"
    case .checkpointMissing(let size): entry + "the checkpoint of \(size) entries, of which it tells, was deleted from the database"
    case .checkpointUnlogged(let size):
      "the checkpoint of \(size) entries was put into the database by hand; the log doesn't know it, though its key signed it"
    case .checkpointDiffers(let size, let from): "the first \(size) entries aren't those of \(place(from)): the log was rewritten"
    case .rolledBack(let size, let from):
      entry + "\(place(from)) saw \(size) entries: the log was cut, or the database put back to an older copy."
        + restored(from)
    case .otherLog(let origin, let from):
      "\(place(from)) is of another log, \(origin): the database was replaced. If you began anew on purpose, remove that file"
    case .checkpointUnsigned(let from): "\(place(from)) isn't signed by the log's key"
    case .checkpointUnreadable(let from):
      "\(place(from)) isn't a checkpoint, so it can't tell whether the log was cut. To write it anew: kolokol ledger checkpoint"
    case .checkpointFileMissing(let path):
      "\(path) is missing, so a database put back to an older copy wouldn't be noticed. "
        + "To write it again: kolokol ledger checkpoint"
    case .key(let failure): keyInEnglish(failure)
    case .keyForeign(let path): english.keyForeign(path)
    }
  }
}
