#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cuts input that comes in blocks of any size into lines.
struct InputLines {
  /// A longer line is passed over.
  static let longest = 16 << 20

  /// A line, without its end.
  enum Line {
    case whole(UnsafeBufferPointer<UInt8>)
    case tooLong
  }

  /// The beginning of a line whose end hasn't come yet.
  private var rest: [UInt8] = []
  private var isPassing = false

  /// Hands over every line that ends in `input`.
  mutating func feed(_ input: UnsafeBufferPointer<UInt8>, _ body: (Line) -> Void) {
    var start = 0
    while start < input.count {
      guard let end = Self.lineEnd(in: UnsafeBufferPointer(rebasing: input[start...])) else {
        keep(UnsafeBufferPointer(rebasing: input[start...]))
        return
      }
      let piece = UnsafeBufferPointer(rebasing: input[start..<start + end])
      if rest.isEmpty, !isPassing {
        body(Self.line(piece))
      } else {
        keep(piece)
        finish(body)
      }
      start += end + 1
    }
  }

  /// Hands over what is left behind the last line's end.
  mutating func finish(_ body: (Line) -> Void) {
    if isPassing {
      body(.tooLong)
    } else if !rest.isEmpty {
      rest.withUnsafeBufferPointer { body(Self.line($0)) }
    }
    rest.removeAll(keepingCapacity: true)
    isPassing = false
  }

  private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress, let place = memchr(base, 0x0A, bytes.count) else { return nil }
    return UnsafeRawPointer(place) - UnsafeRawPointer(base)
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>) -> Line {
    bytes.count > longest ? .tooLong : .whole(bytes.last == 0x0D ? UnsafeBufferPointer(rebasing: bytes.dropLast()) : bytes)
  }

  private mutating func keep(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !isPassing else { return }
    if rest.count + piece.count > Self.longest {
      isPassing = true
      rest = []
    } else {
      rest.append(contentsOf: piece)
    }
  }
}
