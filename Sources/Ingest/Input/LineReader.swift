/// Hands out the lines of an input, one at a time.
struct LineReader {
  /// A line without its end, and where it begins.
  struct Line {
    var text: String
    var number: Int
    var byte: Int64
  }

  /// How long a line may be, in bytes; a longer one is read past.
  static let limit = AttributeValues.limit

  private let input: ByteInput
  private(set) var repair = TextRepair()
  /// The line that was looked at and not passed, and its length in bytes.
  private var seen: (line: Line, length: Int)?

  init(_ input: ByteInput) throws(InputError) {
    self.input = input
    if try input.startsWith(Head.byteOrderMark) { input.position += Head.byteOrderMark.count }
  }

  /// The next line; nil after the last. It is passed.
  mutating func next() throws(InputError) -> Line? {
    let line = try peek()
    try pass()
    return line
  }

  /// The next line; nil after the last. The input stays where it is.
  mutating func peek() throws(InputError) -> Line? {
    if let seen { return seen.line }
    while try input.ensure(1) {
      let number = input.line
      let byte = input.offset
      guard let length = try input.lineLength(limit: Self.limit) else {
        _ = try input.skip(to: UInt8(ascii: "\n"))
        continue
      }
      var bytes = input.visible.prefix(length)
      if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
      let line = Line(text: repair.string(UnsafeBufferPointer(rebasing: bytes)), number: number, byte: byte)
      seen = (line, length)
      return line
    }
    return nil
  }

  /// Moves behind the line that was looked at.
  mutating func pass() throws(InputError) {
    guard let length = seen?.length else { return }
    seen = nil
    input.position += length
    if try input.ensure(1) { input.position += 1 }
  }
}
