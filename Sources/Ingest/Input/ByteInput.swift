#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of one file or stream, read once from front to back through a window of bounded size.
///
/// A reader looks at `window[position..<end]`, moves `position` on, and calls `ensure` or one of the `skip`s for more. What has been passed is
/// hashed and its lines are counted when it leaves the window, so positions in reports and the place to resume from cost nothing on the way.
final class ByteInput {
  /// The name that reports give: a path, or `-`.
  let name: String
  /// The encoding that the bytes were in before they were made UTF-8; nil when they are as they lie there.
  var encoding: TextEncoding? { decodedFrom() }
  private let decodedFrom: () -> TextEncoding?
  private let source: any ByteSource

  private(set) var window: UnsafeMutableBufferPointer<UInt8>
  /// The next byte to look at, as an index of `window`.
  var position = 0
  /// Where what has been read so far ends in `window`.
  private(set) var end = 0
  /// How far the input goes, as far as it is known: no byte comes after `end` any more.
  private(set) var isExhausted = false

  private var windowOffset: Int64 = 0
  private var digest = ContentDigest()
  private var digestedTo = 0
  private var linesBefore = 1
  private var linesCountedTo = 0
  private var mark: Int64 = -1
  private var markedBytes: [UInt8] = []

  /// How many bytes are asked of the system at a time.
  static let usualCapacity = 256 * 1024
  /// How much of a record a report shows, in bytes.
  static let excerptLimit = 160

  /// - Parameters:
  ///   - name: What reports call it.
  ///   - source: Where the bytes come from.
  ///   - capacity: The size of the window in bytes; small in tests, so that every record meets its edge. It grows when `ensure` asks for more.
  ///   - encoding: What the source makes UTF-8 of, if it does.
  init(
    name: String, source: any ByteSource, capacity: Int = ByteInput.usualCapacity, encoding: @escaping () -> TextEncoding? = { nil }
  ) {
    self.name = name
    decodedFrom = encoding
    self.source = source
    window = .allocate(capacity: max(capacity, 1))
  }

  deinit {
    window.deallocate()
  }

  /// How many bytes lie before `position`.
  var offset: Int64 { windowOffset + Int64(position) }

  /// The bytes seen and not passed yet.
  var visible: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: window[position..<end]) }

  /// Makes at least `count` bytes visible; fewer only where the input ends.
  /// - Returns: whether there are as many.
  @inline(__always)
  func ensure(_ count: Int) throws(InputError) -> Bool {
    if end - position >= count { return true }
    return try fetch(count)
  }

  private func fetch(_ count: Int) throws(InputError) -> Bool {
    while end - position < count {
      if isExhausted { return false }
      makeRoom(for: count)
      do {
        let got = try source.read(into: UnsafeMutableBufferPointer(rebasing: window[end...]))
        end += got
        if got == 0 { isExhausted = true }
      } catch {
        switch error {
        case .system(let code): throw InputError(file: name, reason: .readFailed(errno: code, byte: windowOffset + Int64(end)))
        case .input(let error): throw error
        }
      }
    }
    return true
  }

  /// Drops what has been passed, and enlarges the window when `count` bytes don't fit.
  private func makeRoom(for count: Int) {
    retire()
    let kept = end - position
    if count > window.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count, window.count * 2))
      if kept > 0, let target = larger.baseAddress, let source = window.baseAddress {
        memcpy(target, source + position, kept)
      }
      window.deallocate()
      window = larger
    } else if kept > 0, position > 0, let base = window.baseAddress {
      memmove(base, base + position, kept)
    }
    windowOffset += Int64(position)
    digestedTo = 0
    linesCountedTo = 0
    position = 0
    end = kept
  }

  /// Takes down what is still wanted of the bytes before `position`.
  private func retire() {
    if mark >= 0, markedBytes.count < Self.excerptLimit {
      let from = max(Int(mark - windowOffset), 0)
      let to = min(position, from + Self.excerptLimit - markedBytes.count)
      if from < to { markedBytes.append(contentsOf: window[from..<to]) }
    }
    addToDigest()
    _ = line
  }

  private func addToDigest() {
    guard digestedTo < position else { return }
    digest.add(UnsafeBufferPointer(rebasing: window[digestedTo..<position]))
    digestedTo = position
  }

  // MARK: Moving on

  /// Moves to the next `byte`, or to the end.
  /// - Returns: whether there is one.
  func skip(to byte: UInt8) throws(InputError) -> Bool {
    while try ensure(1) {
      if let found = firstIndex(of: byte, from: position) {
        position = found
        return true
      }
      position = end
    }
    return false
  }

  /// Moves behind the next occurrence of `bytes`, or to the end.
  /// - Returns: whether there is one.
  func skip(past bytes: [UInt8]) throws(InputError) -> Bool {
    guard let first = bytes.first else { return true }
    while try skip(to: first) {
      if try startsWith(bytes) {
        position += bytes.count
        return true
      }
      position += 1
    }
    return false
  }

  /// How many bytes come before the next line end, or before the end of the input. Nothing is passed yet.
  /// - Returns: nil when there are more than `limit`.
  func lineLength(limit: Int) throws(InputError) -> Int? {
    var searched = 0
    while true {
      if let found = firstIndex(of: UInt8(ascii: "\n"), from: position + searched) {
        return found - position <= limit ? found - position : nil
      }
      searched = end - position
      guard searched <= limit else { return nil }
      guard try ensure(searched + 1) else { return searched }
    }
  }

  /// Moves on to `offset`, or to the end if that comes first.
  func skip(toOffset target: Int64) throws(InputError) {
    while offset < target, try ensure(1) {
      position += Int(min(Int64(end - position), target - offset))
    }
  }

  /// Whether exactly these bytes come next.
  func startsWith(_ bytes: [UInt8]) throws(InputError) -> Bool {
    guard try ensure(bytes.count) else { return false }
    for (index, byte) in bytes.enumerated() where window[position + index] != byte { return false }
    return true
  }

  /// The index in `window` of the first `byte` at or after `index`, among those seen.
  func firstIndex(of byte: UInt8, from index: Int) -> Int? {
    guard index < end, let base = window.baseAddress, let hit = memchr(base + index, Int32(byte), end - index) else { return nil }
    return base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
  }

  // MARK: Where we are

  /// The number of the line that `position` is on, from 1. Looking back costs nothing more: each byte is counted once.
  var line: Int {
    if linesCountedTo < position {
      var count = 0
      for index in linesCountedTo..<position where window[index] == UInt8(ascii: "\n") { count += 1 }
      linesBefore += count
      linesCountedTo = position
    }
    return linesBefore
  }

  /// The digest of all bytes before `position`.
  var digestSoFar: ContentDigest {
    addToDigest()
    return digest
  }

  /// Remembers that a record begins here, so that `excerpt` can show it.
  func markRecord() {
    mark = offset
    markedBytes.removeAll(keepingCapacity: true)
  }

  /// The first bytes of the record that began at the last mark, up to `position` and `excerptLimit`, as text.
  var excerpt: String {
    guard mark >= 0 else { return "" }
    var bytes = markedBytes
    let from = max(Int(mark - windowOffset), 0)
    let to = min(position, from + Self.excerptLimit - bytes.count)
    if from < to { bytes.append(contentsOf: window[from..<to]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
