import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A directory of our own in `TMPDIR` that goes away with everything in it: when it is let go, or at the latest when the program exits.
final class ThrowawayDirectory: Sendable {
  let path: String

  private static let existing = Mutex<Set<String>>([])
  private static let removesAtExit: Void = {
    atexit {
      for path in ThrowawayDirectory.existing.withLock({ $0 }) { ThrowawayDirectory.remove(path) }
    }
  }()

  init() throws(StoreError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/kolokol-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreError(path: parent, errno: errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.path = path
    Self.removesAtExit
    Self.existing.withLock { _ = $0.insert(path) }
  }

  deinit {
    remove()
  }

  /// Removes the files in it, then itself; what isn't there any more is no error.
  func remove() {
    Self.remove(path)
    Self.existing.withLock { _ = $0.remove(path) }
  }

  private static func remove(_ path: String) {
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
