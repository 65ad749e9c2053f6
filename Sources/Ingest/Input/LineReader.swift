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
  private var returned: Line?

  init(_ input: ByteInput) throws(InputError) {
    self.input = input
    if try input.startsWith(Head.byteOrderMark) { input.position += Head.byteOrderMark.count }
  }

  /// The next line; nil after the last.
  mutating func next() throws(InputError) -> Line? {
    if let line = returned {
      returned = nil
      return line
    }
    while try input.ensure(1) {
      let number = input.line
      let byte = input.offset
      guard let length = try input.lineLength(limit: Self.limit) else {
        _ = try input.skip(to: UInt8(ascii: "\n"))
        continue
      }
      var bytes = input.visible.prefix(length)
      if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
      let text = repair.string(UnsafeBufferPointer(rebasing: bytes))
      input.position += length
      if try input.ensure(1) { input.position += 1 }
      return Line(text: text, number: number, byte: byte)
    }
    return nil
  }

  /// Gives a line back, to be the next one again.
  mutating func putBack(_ line: Line) {
    returned = line
  }
}
