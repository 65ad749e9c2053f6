/// Finds where the rows of a table end, without reading their columns: a line end between quotation marks belongs to its row.
struct RowSplitter {
  let input: ByteInput
  let delimiter: UInt8

  enum Row {
    /// This many bytes, then a line end or the end of the input.
    case whole(Int)
    /// A quotation mark that nothing closes within `limit` bytes or within the input.
    case unclosed
    /// The line itself is longer than `limit`.
    case tooLong
  }

  /// How long a row may be, in bytes.
  static let limit = AttributeValues.limit

  private enum State {
    case fieldStart
    case plain
    case quoted
    case afterQuote
  }

  /// Looks at the row that begins at the position; nothing is passed yet.
  func row() throws(InputError) -> Row {
    var state = State.fieldStart
    var length = 0
    while try input.ensure(length + 1) {
      while input.position + length < input.end {
        let byte = input.window[input.position + length]
        if byte == UInt8(ascii: "\n"), state != .quoted { return length > Self.limit ? .tooLong : .whole(length) }
        advance(&state, byte)
        length += 1
      }
      if length > Self.limit { return state == .quoted ? .unclosed : .tooLong }
    }
    return state == .quoted ? .unclosed : .whole(length)
  }

  @inline(__always)
  private func advance(_ state: inout State, _ byte: UInt8) {
    switch state {
    case .quoted:
      if byte == UInt8(ascii: "\"") { state = .afterQuote }
    case .afterQuote:
      if byte == UInt8(ascii: "\"") {
        state = .quoted
      } else if byte == delimiter {
        state = .fieldStart
      }
    case .fieldStart, .plain:
      if byte == delimiter {
        state = .fieldStart
      } else if state == .fieldStart, byte == UInt8(ascii: "\"") {
        state = .quoted
      } else if byte != UInt8(ascii: " ") {
        state = .plain
      }
    }
  }
}
