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
      SMSBackupReader.self, JSONReader<FossifySource>.self, JSONReader<MessageColumns>.self, JSONReader<QKSMSSource>.self,
      JSONReader<TermuxSource>.self, JSONReader<NotificationLogSource>.self, JSONReader<KDEConnectSource>.self,
      JSONReader<MakoSource>.self, JSONReader<DunstSource>.self, JSONReader<ModemJSONSource>.self, JSONReader<NtfySource>.self,
      JSONReader<GotifySource>.self, DatabaseReader.self, ArchiveReader.self, GammuBackupReader.self, ModemKeyValueReader.self,
      DumpsysReader.self, JSONLinesReader.self, CSVReader.self,
    ]
  }

  /// The reader of a format; of two, packed and not, the one whose files begin like this.
  static func reader(named name: String, for head: Head) -> (any MessageReader.Type)? {
    let readers = all.filter { reader in reader.formats.contains { $0.name == name } }
    return readers.first { (try? $0.recognises(head)) == true } ?? readers.first
  }
}

extension Format {
  /// The names `--format` takes.
  public static var names: [String] {
    var seen: Set<String> = []
    return Formats.all.flatMap { $0.formats }.map(\.name).filter { seen.insert($0).inserted }
  }
}

/// A format that is known by its first bytes and not read by this version.
public enum UnreadFormat: String, CaseIterable, Sendable {
  /// An archive that comes through a pipe, whose directory stands at its end.
  case sevenZip = "7z"
  case androidBackup = "android-backup"
  case pdf
  case html
  /// An export of Telegram's: chats, not what a bank sent to a phone.
  case telegram = "Telegram"
  /// A JSON array or object that spans lines: other programs' exports.
  case json
}

extension UnreadFormat {
  /// The program whose JSON this is, where it is known and not read.
  init?(_ shape: JSONShape) {
    let messages = shape.keys(below: "messages")
    let isChat = shape.keys.contains("messages") && !messages.isDisjoint(with: ["date_unixtime", "text_entities", "from_id"])
    guard isChat || shape.keys.contains("personal_information") && shape.keys.contains("chats") else { return nil }
    self = .telegram
  }
}
