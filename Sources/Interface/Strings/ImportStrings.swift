import Ingest

/// The texts of importing, in one language.
public struct ImportStrings: Sendable {
  /// Why a file can't be read, and what to do.
  public let inputError: @Sendable (InputError) -> String
  /// What is wrong with a record.
  public let reason: @Sendable (Refusal.Reason) -> String
  /// The same, and where.
  public let refusal: @Sendable (Refusal) -> String
  /// What became of a file's messages, in one line.
  public let report: @Sendable (ImportReport) -> String
  /// Beside the report when there is more to say: where it went on, texts that were repaired, keys that were ignored.
  public let remarks: @Sendable (ImportReport) -> [String]
  /// Beside the progress bar: how far, how many, how fast, how long still.
  public let progress: @Sendable (ImportStatus) -> String
  public let moreRefused: @Sendable (_ n: Int) -> String
  public let cannotKeepRefused: @Sendable (_ file: String, _ reason: String) -> String
  public let stopped: String
  /// A file of a directory that was passed over.
  public let passedOver: @Sendable (InputError) -> String
  public let noSuchBank: @Sendable (_ name: String) -> String
}

extension Strings {
  /// A duration as a clock shows it: `0:05`, `12:40`, `1:02:03`.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 359_999).rounded(.up))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let twoDigits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(twoDigits(minutes)):\(twoDigits(rest))" : "\(minutes):\(twoDigits(rest))"
  }

  /// The place of a refused record, as compilers write it: `path:12:5: `; of a database its table and row: `path: message 17: `.
  static func place(_ refusal: Refusal) -> String {
    switch refusal.place {
    case .text(let line, let column, _): place(refusal.file, line, column)
    case .row(let table, let id): "\(refusal.file): \(table) \(id): "
    }
  }

  /// A format by the name of the program it comes from.
  static func formatName(_ name: String) -> String {
    switch name {
    case "sms-backup-restore": "SMS Backup & Restore"
    case "fossify": "Fossify Messages"
    case "sms-import-export": "SMS Import / Export"
    case "ios-sms": "iPhone (sms.db)"
    case "gammu-smsd": "gammu-smsd"
    case "gammu-backup": "Gammu"
    case "notification-log": "Notification Log"
    case "dumpsys": "dumpsys notification"
    case "dunst": "dunst"
    case "mako": "mako"
    case "qksms": "QKSMS"
    case "termux": "Termux"
    case "android-sms": "Android (mmssms.db)"
    case "kde-connect": "KDE Connect"
    case "mmcli-json": "mmcli -J"
    case "mmcli": "mmcli -K"
    case "ntfy": "ntfy"
    case "gotify": "Gotify"
    case "json-lines": "JSON lines"
    case "csv": "CSV"
    default: name
    }
  }
}
