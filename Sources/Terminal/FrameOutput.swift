import CNcurses
import Foundation

/// Where ncurses writes to: the terminal, and for a frame a file in memory, so that the frame goes out in one piece.
///
/// ncurses writes whenever it moves the cursor, some sixty times a frame. Each time the terminal's emulator is woken, which on a busy machine takes the
/// processor from us; in one piece a half page of the list is there a fifth sooner, and nobody sees half a frame.
final class FrameOutput {
  /// The descriptor that ncurses gets. It stays open for as long as the process lives, as ncurses may still hold it.
  let descriptor: Int32
  private let memory: Int32
  private var buffer: [UInt8] = []

  init() {
    descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    memory = kolokol_memory_file()
  }

  deinit {
    if memory >= 0 { close(memory) }
  }

  /// Runs something that writes, and sends all of it at once.
  func inOnePiece(_ body: () -> Void) {
    guard memory >= 0, lseek(memory, 0, SEEK_SET) == 0, dup2(memory, descriptor) >= 0 else { return body() }
    body()
    dup2(STDOUT_FILENO, descriptor)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // Both descriptors were of one open file, and so had one place in it.
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return }
    if buffer.count < count { buffer = [UInt8](repeating: 0, count: count) }
    let got = buffer.withUnsafeMutableBytes { pread(memory, $0.baseAddress, count, 0) }
    Sequences.send(buffer[..<max(got, 0)])
  }
}
