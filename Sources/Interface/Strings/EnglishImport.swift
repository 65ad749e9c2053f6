import Ingest
import Parsing

extension ImportStrings {
  static let english: ImportStrings = ImportStrings(
    inputError: inputErrorInEnglish,
    reason: reasonInEnglish,
    refusal: { refusal in
      Strings.place(refusal) + reasonInEnglish(refusal.reason) + (refusal.byte.map { " (byte \($0))" } ?? "")
    },
    report: reportInEnglish,
    remarks: remarksInEnglish,
    progress: { status in
      var parts = ["\(Strings.english.number(status.messages)) \(Plural.english(status.messages, "message", "messages"))"]
      if status.rate >= 1 { parts.append("\(Strings.english.number(Int(status.rate)))/s") }
      if let left = status.secondsLeft { parts.append("\(Strings.clock(left)) left") }
      return parts.joined(separator: "  ")
    },
    moreRefused: { "… and \($0) more refused; --refused FILE keeps them all." },
    cannotKeepRefused: { "\($0): the refused records can't be kept there: \($1)." },
    stopped: "Stopped. What was read is in; the same command goes on from there.",
    passedOver: { "\($0.file): passed over, it is in no format Kolokol reads." },
    noSuchBank: { "--bank \($0): no such bank. `kolokol doctor` says where bank files lie; a file of your own adds one." })

  @Sendable private static func reportInEnglish(_ report: ImportReport) -> String {
    let number = Strings.english.number(_:)
    var parts = [
      "\(number(report.read)) read", "\(number(report.added)) added", "\(number(report.merged)) merged",
      "\(number(report.alreadyThere)) already there",
    ]
    if report.skippedTotal > 0 {
      let kinds = SkipReason.allCases.compactMap { kind in report.skipped[kind].map { "\(number($0)) \(skippedInEnglish(kind))" } }
      parts.append("\(number(report.skippedTotal)) skipped (\(kinds.joined(separator: ", ")))")
    }
    if report.events > 0 {
      parts.append("\(number(report.events)) \(Plural.english(report.events, "event", "events")), \(number(report.eventsAdded)) new")
    }
    parts.append("\(number(report.refused)) refused")
    return "\(report.file): \(Strings.formatName(report.format)): " + parts.joined(separator: ", ")
  }

  private static func skippedInEnglish(_ reason: SkipReason) -> String {
    switch reason {
    case .sent: "sent by the phone's owner"
    case .draft: "drafts"
    case .outbox: "in the outbox"
    case .failed: "failed to send"
    case .queued: "queued"
    case .noText: "without text"
    case .groupSummary: "group summaries"
    case .dismissed: "dismissals"
    case .receiving: "still being received"
    case .otherKind: "no messages"
    case .notDownloaded: "MMS never fetched"
    case .finding: "findings, which this version doesn't read"
    }
  }

  @Sendable private static func remarksInEnglish(_ report: ImportReport) -> [String] {
    var remarks: [String] = []
    if let offset = report.resumedAt {
      remarks.append("went on from byte \(Strings.english.number(Int(offset))), where an earlier import ended")
    }
    let repaired = report.notes.repairedTexts
    if repaired > 0 {
      remarks.append(
        "\(Strings.english.number(repaired)) \(Plural.english(repaired, "text", "texts")) with broken characters, shown as \u{FFFD}")
    }
    if let encoding = report.notes.encoding { remarks.append("read as \(encoding.rawValue); --encoding sets another") }
    remarks += clockRemarks(report.notes)
    if !report.notes.unknownKeys.isEmpty {
      let keys = report.notes.unknownKeys.keys.sorted().prefix(8).joined(separator: ", ")
      remarks.append("ignored: \(keys)")
    }
    return remarks
  }

  /// What was taken for granted about times and parts.
  private static func clockRemarks(_ notes: ReaderNotes) -> [String] {
    var remarks: [String] = []
    let number = Strings.english.number(_:)
    if notes.localTimes > 0 {
      remarks.append(
        "\(number(notes.localTimes)) \(Plural.english(notes.localTimes, "time", "times")) without a zone, taken for \(notes.zone ?? "UTC"); --timezone sets another"
      )
    }
    if notes.fileTimes > 0 {
      remarks.append(
        "\(number(notes.fileTimes)) \(Plural.english(notes.fileTimes, "record doesn't", "records don't")) say when they came; dated by the file's last change"
      )
    }
    if notes.incompleteMessages > 0 {
      let count = notes.incompleteMessages
      remarks.append(
        "\(number(count)) \(Plural.english(count, "message lacks", "messages lack")) parts; the parts there are stand each for itself")
    }
    return remarks
  }

  @Sendable private static func inputErrorInEnglish(_ error: InputError) -> String {
    let file = error.file
    switch error.reason {
    case .notFound: return "\(file): there is no such file."
    case .emptyDirectory: return "\(file): there is no file in this directory. Directories below it aren't looked into; name them."
    case .empty: return "\(file): the file is empty."
    case .noPermission: return "\(file): access denied. Check the permissions of the file and of its directory."
    case .notAFile: return "\(file): this is no file. Name a file, a pipe, or - for the standard input."
    case .cannotOpen(let number): return "\(file): can't be opened: \(Strings.systemMessage(number))."
    case .readFailed(let number, let byte):
      return "\(file): reading failed at byte \(byte): \(Strings.systemMessage(number)). What came before is in."
    case .notReadYet(let format): return "\(file): this is \(unreadInEnglish(format))"
    case .encrypted(let kind): return "\(file): \(encryptedInEnglish(kind))"
    case .noMessagesInArchive(let found):
      return found.isEmpty
        ? "\(file): the archive is empty."
        : "\(file): nothing in the archive is in a format Kolokol reads; it holds \(found.joined(separator: ", "))."
    case .archiveBomb(let ratio):
      return "\(file): the archive unpacks to more than \(ratio) times its size, which no messages do; it isn't read on."
    case .brokenArchive(let byte):
      return
        "\(file): the archive is damaged or ends early at byte \(byte). What came before is in; `zip -FF FILE --out NEW` may mend a ZIP."
    case .otherDatabase(let tables):
      return
        "\(file): an SQLite database of another program (\(tables.joined(separator: ", "))). Read are an iPhone's sms.db, Android's mmssms.db and the one of gammu-smsd; export others as CSV or JSON lines."
    case .missingInDatabase(let table, let columns):
      return "\(file): the table \(table) lacks \(columns.joined(separator: ", ")); this version of the database isn't known."
    case .damagedDatabase(let message):
      return "\(file): SQLite can't read it: \(message). `sqlite3 FILE .recover | sqlite3 NEW` may save what is left."
    case .changedMeanwhile:
      return "\(file): another program wrote to the database while it was read. What was read is in; import it again to have the rest."
    case .cannotCopy(let number):
      return "\(file): a private copy can't be made: \(Strings.systemMessage(number)). TMPDIR names the directory for it."
    case .gammuSettings:
      return "\(file): a backup of a phone's settings, without SMS. Save those with `gammu backupsms FILE`."
    case .calls: return "\(file): this is a backup of calls (<calls>). Messages are in the other file, sms-….xml."
    case .otherXML(let root): return "\(file): XML with the root <\(root)>, not an SMS backup; expected <smses>."
    case .noRoot: return "\(file): expected the element <smses>, found none."
    case .documentType(let line, let byte):
      return
        "\(file):\(line): a DOCTYPE at byte \(byte). No SMS backup has one, and entities are never expanded; remove it if you trust the file."
    case .unknownEncoding:
      return "\(file): the text isn't UTF-8, and its encoding can't be told. Say it: --encoding windows-1251, koi8-r, cp866 …"
    case .otherEncoding(let encoding, let byte):
      return
        "\(file): not in \(encoding.rawValue): the byte at \(byte) stands for nothing there. Say another one with --encoding. What came before is in."
    case .nothingRead: return "\(file): there is nothing in it that Kolokol reads."
    case .phoneBackupWithoutMessages:
      return
        "\(file): an iPhone's backup without its messages, which are the file 3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28. Make a backup on this computer, without encryption."
    case .utf16: return "\(file): the text is in UTF-16; expected UTF-8. Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW"
    case .encoding(let name):
      return
        "\(file): says that it is in \(name); expected UTF-8. Convert it: iconv -f \(name) -t UTF-8 FILE > NEW, and change its first line."
    case .missingColumns(let missing, let found):
      return "\(file): the table has no column \(missing.joined(separator: ", ")); it has \(found.joined(separator: ", "))."
    case .badHeader: return "\(file): expected a first line with the names of columns."
    case .unknownFormat(let name, let known): return "--format \(name): no such format; there are \(known.joined(separator: ", "))."
    case .unrecognised:
      return
        "\(file): not a format Kolokol knows. docs/formats.md lists them; other messages can come as CSV with a header or as JSON lines."
    }
  }

  private static func encryptedInEnglish(_ kind: Encryption) -> String {
    switch kind {
    case .archive: "the archive is locked with a password. Unpack it (7z x FILE) and import the files in it."
    case .androidBackup:
      "an Android backup (adb) locked with a password. Make a backup with SMS Backup & Restore instead, without encryption."
    case .openSSL, .pgp, .age: "encrypted (\(kind.rawValue)). Decrypt it first and import what comes out."
    case .noise: "nothing but noise: most likely encrypted. Decrypt it first, or make the backup without a password."
    }
  }

  private static func unreadInEnglish(_ format: UnreadFormat) -> String {
    switch format {
    case .sevenZip: "a 7z archive, whose directory stands at its end; name the file instead of piping it."
    case .androidBackup: "an Android backup (adb). Make a backup with SMS Backup & Restore instead, without encryption."
    case .pdf: "a PDF. Statements aren't read; export messages instead."
    case .html: "a web page. Export as XML, CSV or JSON lines instead."
    case .telegram:
      "an export of Telegram, which isn't read: what a bot writes isn't what the bank sent. Export the phone's messages instead."
    case .json: "JSON of another program, which this version doesn't read. Write one message a line, as docs/formats.md says."
    }
  }

  @Sendable private static func reasonInEnglish(_ reason: Refusal.Reason) -> String {
    switch reason {
    case .cutOff: "the file ends inside the record"
    case .endsEarly: "the file ends before </smses>; what followed is missing"
    case .endsBeforeClosing: "the file ends before its brackets are closed; what followed is missing"
    case .otherStart: "its time counts from a machine's start, and not this machine's last one; save it to a file there, and import that"
    case .redacted: "Android blacked out the text; run `dumpsys notification --noredact`"
    case .badPair: "expected a key, a colon and a value, as `mmcli -K` prints them"
    case .badAttributedBody: "the text is packed in a way that can't be unpacked"
    case .notClosed: "the record isn't closed before the next one begins"
    case .badTag: "not a well-formed tag; expected attribute=\"value\""
    case .strayText: "text between records, where nothing should stand"
    case .unknownElement(let name): "an element <\(name)>, which SMS backups don't have"
    case .nothingInside: "a record without anything in it"
    case .noTime: "no time; expected date or time"
    case .badTime(let found): "“\(found)” is no time; expected ms since 1970, or 2026-03-01T14:02:11+03:00 where the format takes it"
    case .timeOutOfRange(let found): "the time \(found) lies outside 1970 to 2248"
    case .timeWithoutZone(let found): "“\(found)” has no zone; expected Z or +03:00 at its end"
    case .tooLong(let limit): "longer than \(limit / 1_048_576) MB"
    case .nameTooLong(let field, let limit): "\(field) is too long; names and ids may have \(limit) bytes"
    case .tooMany(let limit): "more than \(limit) records in one file of this format; split it"
    case .notJSON(let expected): "not JSON; expected \(expectedInEnglish(expected))"
    case .noText: "neither text nor title"
    case .wrongKind(let field): "\(field) holds another kind of value than it may"
    case .unknownWord(let field, let found, let known): "\(field) is “\(found)”; expected \(known.joined(separator: ", "))"
    case .missing(let field): "no \(field), which a record of this kind needs"
    case .unknownType(let found): "type is “\(found)”; expected message, event or finding"
    case .quotes: "quotation marks that don't pair"
    case .columns(let found, let header):
      "\(found) columns, but the header has \(header); put quotation marks around text that holds the separator"
    }
  }

  static func expectedInEnglish(_ expected: JSONProblem.Expectation) -> String {
    switch expected {
    case .object: "{"
    case .key: "a key in quotation marks"
    case .colon: ":"
    case .value: "a value"
    case .commaOrBrace: ", or }"
    case .commaOrBracket: ", or ]"
    case .endOfString: "the end of the string"
    case .escape: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
    case .noControlCharacter: "an escape instead of a control character"
    case .digit: "a digit"
    case .endOfLine: "the end of the line"
    case .lessDepth: "at most 64 levels"
    }
  }
}
