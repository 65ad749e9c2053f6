extension Grid {
  /// Writes a text of plain scalars, each a cell, straight from its bytes: most of what is on a screen. Does what the way by pieces does.
  /// - Returns: the cells used, counted from `at`; nil, with nothing written, when as much of the text as fits isn't plain.
  mutating func writePlain(_ span: Span, at: Point, room: Int, alignment: Alignment) -> Int? {
    var text = span.text
    return text.withUTF8 { bytes in
      guard let count = PlainScalars.count(of: bytes, limit: room) else { return nil }
      if count <= room {
        let start = at.x + alignment.offset(of: count, in: room)
        putPlain(bytes, count: count, x: start, y: at.y, style: span.style)
        return start + count - at.x
      }
      let mark = glyphs.ellipsis
      guard mark.unicodeScalars.count == 1, TextWidth.of(mark) == 1 else { return nil }
      putPlain(bytes, count: room - 1, x: at.x, y: at.y, style: span.style)
      return room - 1 + write(mark, at: Point(x: at.x + room - 1, y: at.y), width: 1, style: span.style)
    }
  }

  /// Puts so many scalars beside each other, all of them inside the grid; halves of wide characters that lose the other become spaces.
  private mutating func putPlain(_ bytes: UnsafeBufferPointer<UInt8>, count: Int, x: Int, y: Int, style: Style) {
    guard count > 0 else { return }
    let start = y * size.width + x
    if slots[start].isRightHalf, x > 0 { slots[start - 1].code = Slot.space }
    if x + count < size.width, slots[start + count].isRightHalf { slots[start + count].code = Slot.space }
    var scalars = PlainScalars(bytes)
    slots.withUnsafeMutableBufferPointer { slots in
      for index in start..<start + count { slots[index] = Slot(code: scalars.next(), style: style) }
    }
  }
}

/// Reads UTF-8 of scalars that take one cell and are drawn as they are, none of which can join the one before it.
private struct PlainScalars {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// The bytes must have passed `count(of:limit:)`, and no more scalars be read than that counted.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next scalar's number.
  mutating func next() -> UInt32 {
    let first = UInt32(bytes[index])
    switch first {
    case 0..<0x80:
      index += 1
      return first
    case 0x80..<0xE0:
      index += 2
      return (first & 0x1F) << 6 | UInt32(bytes[index - 1] & 0x3F)
    default:
      index += 3
      return (first & 0x0F) << 12 | UInt32(bytes[index - 2] & 0x3F) << 6 | UInt32(bytes[index - 1] & 0x3F)
    }
  }

  /// How many scalars there are, or `limit + 1` when there are more; nil when one of those counted isn't plain.
  static func count(of bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    var scalars = PlainScalars(bytes)
    var count = 0
    while scalars.index < bytes.count, count <= limit {
      let first = bytes[scalars.index]
      guard first < 0xF0 else { return nil }
      if !(0x20...0x7E ~= first), Unicode.Scalar(scalars.next())?.isPlain != true { return nil }
      if 0x20...0x7E ~= first { scalars.index += 1 }
      count += 1
    }
    return count
  }
}
