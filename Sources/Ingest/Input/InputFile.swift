#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Model

/// Opens what a path names.
struct InputFile {
  let input: ByteInput
  /// In bytes; nil for a pipe.
  let size: Int64?
  /// When it was last changed; nil for a pipe.
  let changed: Timestamp?
  /// Whether it can be read again from its beginning.
  var isRegular: Bool { size != nil }

  /// Opens a file, a pipe, or the standard input for `-`.
  init(opening path: String) throws(InputError) {
    let isStandardInput = path == "-"
    let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw InputError(file: path, reason: .notFound)
      case EACCES, EPERM: throw InputError(file: path, reason: .noPermission)
      case ENXIO: throw InputError(file: path, reason: .notAFile)
      case let code: throw InputError(file: path, reason: .cannotOpen(errno: code))
      }
    }
    input = ByteInput(name: path, source: DescriptorSource(descriptor, owned: !isStandardInput))
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputError(file: path, reason: .cannotOpen(errno: errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: size = Int64(status.st_size) - max(Int64(lseek(descriptor, 0, SEEK_CUR)), 0)
    case S_IFIFO, S_IFSOCK, S_IFCHR: size = nil
    default: throw InputError(file: path, reason: .notAFile)
    }
    changed = size.map { _ in Timestamp(milliseconds: Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000) }
  }

  /// The first bytes; nothing is passed.
  func head() throws(InputError) -> Head {
    _ = try input.ensure(Head.size)
    return Head(Array(input.visible.prefix(Head.size)))
  }
}
