#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A directory of our own in `TMPDIR` that goes away with everything in it.
final class ThrowawayDirectory: Sendable {
  let path: String

  init() throws(StoreError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/kolokol-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreError(path: parent, errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    remove()
  }

  /// Removes the files in it, then itself; what isn't there any more is no error.
  func remove() {
    guard let directory = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    closedir(directory)
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
