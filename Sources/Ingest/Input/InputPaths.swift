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
    let files = names.sorted().filter { !$0.hasPrefix(".") }.map { base + $0 }.filter { file in
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory) && !isDirectory.boolValue
    }
    guard !files.isEmpty else { throw InputError(file: path, reason: .emptyDirectory) }
    return files.map { File(path: $0, isNamed: false) }
  }
}
