import Foundation

/// The files behind the paths a user names.
public enum InputPaths {
  /// A file to import, and whether the user named it himself or it lies in a directory he named.
  public struct File: Hashable, Sendable {
    public var path: String
    /// Files of a directory that are in no format we know are passed over; one that was named is an error.
    public var isNamed: Bool
  }

  /// The path itself when it is no directory, whether or not anything is there; for a directory the files directly in it, in the order of
  /// their names, without hidden ones and without those in directories below.
  /// - Throws: when the directory can't be read or holds no file.
  public static func files(at path: String) throws(InputError) -> [File] {
    var isDirectory: ObjCBool = false
    guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
      return [File(path: path, isNamed: true)]
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw InputError(file: path, reason: .noPermission)
    }
    let base = path.hasSuffix("/") ? path : path + "/"
    if !Set(names).isDisjoint(with: ["Manifest.db", "Manifest.mbdb", "Manifest.plist"]) {
      return [File(path: try phoneMessages(in: base), isNamed: true)]
    }
    let files = names.sorted().filter { !$0.hasPrefix(".") }.map { base + $0 }.filter { file in
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory) && !isDirectory.boolValue
    }
    if files.isEmpty { return try phoneBackups(in: base, names, of: path) }
    return files.map { File(path: $0, isNamed: false) }
  }

  /// The file in which iTunes and the Finder keep an iPhone's `sms.db`: the SHA-1 of its domain and path. Since iOS 10 in a directory of its first
  /// two digits.
  private static let phoneMessages = "3d0d7e5fb2ce288813306e4d4636395e047a3d28"

  private static func phoneMessages(in base: String) throws(InputError) -> String {
    let places = ["3d/" + phoneMessages, phoneMessages].map { base + $0 }
    guard let found = places.first(where: FileManager.default.fileExists) else {
      throw InputError(file: String(base.dropLast()), reason: .phoneBackupWithoutMessages)
    }
    return found
  }

  /// The backups of iPhones that lie in a directory each, as iTunes keeps them.
  private static func phoneBackups(in base: String, _ names: [String], of path: String) throws(InputError) -> [File] {
    let backups = names.sorted().map { base + $0 + "/" }.filter { FileManager.default.fileExists(atPath: $0 + "Manifest.db") }
    guard !backups.isEmpty else { throw InputError(file: path, reason: .emptyDirectory) }
    var files: [File] = []
    for backup in backups { files.append(File(path: try phoneMessages(in: backup), isNamed: true)) }
    return files
  }
}
