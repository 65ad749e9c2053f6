#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The data files of a folder of the user's.
enum UserFiles {
  /// A data file of a megabyte is a mistake; larger ones aren't read.
  static let largest = 1 << 20

  /// A file: its path, and its text or why there is none.
  typealias File = (path: String, contents: Result<String, DataFileProblem>)

  /// The `*.toml` files of `directory`, ordered by name, each with its text or why it can't be read. A folder that doesn't exist has none.
  static func read(in directory: String) -> [File] {
    guard let folder = opendir(directory) else {
      guard errno != ENOENT else { return [] }
      return [(directory, .failure(DataFileProblem(file: directory, reason: .unreadable(errno: errno))))]
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { name in
      let path = directory + "/" + name
      return (path, contents(of: path))
    }
  }

  private static func contents(of path: String) -> Result<String, DataFileProblem> {
    guard let file = fopen(path, "rb") else { return .failure(DataFileProblem(file: path, reason: .unreadable(errno: errno))) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: largest + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    guard ferror(file) == 0 else { return .failure(DataFileProblem(file: path, reason: .unreadable(errno: errno))) }
    guard count <= largest else { return .failure(DataFileProblem(file: path, reason: .unreadable(errno: EFBIG))) }
    return .success(String(decoding: bytes[..<count], as: UTF8.self))
  }
}
