/// Why a whole file can't be read, or can't be read on.
public struct InputError: Error, Hashable, Sendable {
  /// The file's path, or `-`.
  public var file: String
  public var reason: Reason

  public init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// What is wrong with the file, with what the user needs to mend it.
  public enum Reason: Error, Hashable, Sendable {
    case notFound
    /// A directory without a single file.
    case emptyDirectory
    case empty
    case noPermission
    /// A socket, a device or another thing that isn't read.
    case notAFile
    /// Opening failed; the system's error number.
    case cannotOpen(errno: Int32)
    /// Reading failed behind this many bytes; the system's error number.
    case readFailed(errno: Int32, byte: Int64)
    /// Known, but not read by this version.
    case notReadYet(UnreadFormat)
    /// A backup that only its password opens.
    case encrypted(Encryption)
    /// An archive without a file that is in a format we read; what it holds instead, at most five names.
    case noMessagesInArchive(found: [String])
    /// The archive unpacks to more than this many times its size.
    case archiveBomb(ratio: Int)
    /// The archive is damaged or ends early, behind this many bytes.
    case brokenArchive(byte: Int64)
    /// A database without the tables of any program that is known; those it has, at most five.
    case otherDatabase(tables: [String])
    /// A database of a known program in a version that lacks these columns.
    case missingInDatabase(table: String, columns: [String])
    /// SQLite can't read the database; in its words.
    case damagedDatabase(String)
    /// Another program wrote to the database while it was read.
    case changedMeanwhile
    /// A private copy couldn't be made; the system's error number.
    case cannotCopy(errno: Int32)
    /// A backup of a phone's settings by Gammu, which never holds SMS.
    case gammuSettings
    /// A call log of SMS Backup & Restore: `<calls>`.
    case calls
    /// An XML file with another root element.
    case otherXML(root: String)
    /// XML without a root element: what the file holds up to its end.
    case noRoot
    /// A DOCTYPE: entities are never expanded and nothing is fetched.
    case documentType(line: Int, byte: Int64)
    case utf16
    /// The text isn't UTF-8, and its encoding can't be told.
    case unknownEncoding
    /// A byte that stands for nothing in the encoding that the file was taken for.
    case otherEncoding(TextEncoding, byte: Int64)
    /// A directory or archive in which nothing could be read.
    case nothingRead
    /// An iPhone's backup without its messages: they are encrypted, or lie elsewhere.
    case phoneBackupWithoutMessages
    /// The XML declaration names another encoding than UTF-8.
    case encoding(String)
    /// Columns a table needs and its header doesn't have.
    case missingColumns([String], found: [String])
    /// The header line itself can't be read.
    case badHeader
    /// The format that was asked for doesn't exist.
    case unknownFormat(String, known: [String])
    case unrecognised
  }
}
