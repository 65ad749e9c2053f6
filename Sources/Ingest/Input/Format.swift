/// A format that is read, by the name reports and `--format` use.
public struct Format: Hashable, Sendable {
  /// Lower-case words joined by dashes: `sms-backup-restore`.
  public let name: String

  init(name: String) {
    self.name = name
  }
}

/// The formats that are read, in the order in which they are tried.
enum Formats {
  static var all: [any MessageReader.Type] {
    [
      SMSBackupReader.self, JSONReader<FossifySource>.self, JSONReader<MessageColumns>.self, JSONReader<NotificationLogSource>.self,
      JSONReader<KDEConnectSource>.self, JSONReader<DunstSource>.self, JSONReader<ModemJSONSource>.self, JSONReader<NtfySource>.self,
      JSONReader<GotifySource>.self, JSONLinesReader.self, CSVReader.self,
    ]
  }

  /// The names `--format` takes.
  static var names: [String] { all.map { $0.format.name } }

  static func reader(named name: String) -> (any MessageReader.Type)? {
    all.first { $0.format.name == name }
  }
}

extension Format {
  /// The names `--format` takes.
  public static var names: [String] { Formats.names }
}

/// A format that is known by its first bytes and not read by this version.
public enum UnreadFormat: String, CaseIterable, Sendable {
  case zip
  case gzip
  case bzip2
  case xz
  case zstandard
  case sevenZip = "7z"
  case rar
  case androidBackup = "android-backup"
  case pdf
  case html
  /// A JSON array or object that spans lines: other programs' exports.
  case json
}
