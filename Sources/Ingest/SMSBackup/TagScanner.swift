/// A pull scanner for the tags of a backup, forgiving where a parser of the standard has to stop.
///
/// Attribute values nobody asks for (the base64 of attachments) are read past without being kept. A value or a tag that runs into the
/// beginning of another record is broken off there, so one broken record never takes its neighbours along.
struct TagScanner {
  let input: ByteInput

  /// How a start tag ended.
  enum End {
    /// With `>`.
    case open
    /// With `/>`.
    case closed
    /// Another record begins inside; the input stands at its `<`.
    case record
    /// It isn't well-formed; the input stands where that shows.
    case malformed
    /// With the file.
    case cutOff
  }

  /// Enough to see any name, mark or character reference whole.
  static let lookahead = 64

  /// What stands at a `<`.
  enum Markup {
    case comment
    case instruction
    case characterData
    case documentType
    case startTag(String)
    case endTag(String)
    case nothing
    case cutOff
  }

  /// Looks at what begins at the `<` under the position, without moving. Names are cut after 32 bytes.
  func markup() throws(InputError) -> Markup {
    let isWhole = try input.ensure(Self.lookahead)
    let bytes = input.visible
    guard bytes.count > 1 else { return .cutOff }
    switch bytes[1] {
    case UInt8(ascii: "!"):
      if try input.startsWith(Array("<!--".utf8)) { return .comment }
      if try input.startsWith(Array("<![CDATA[".utf8)) { return .characterData }
      if try input.startsWith(Array("<!DOCTYPE".utf8)) { return .documentType }
      return isWhole ? .nothing : .cutOff
    case UInt8(ascii: "?"):
      return .instruction
    case UInt8(ascii: "/"):
      return name(in: bytes, from: 2, isWhole: isWhole).map(Markup.endTag) ?? .cutOff
    default:
      guard Self.startsName(bytes[1]) else { return .nothing }
      return name(in: bytes, from: 1, isWhole: isWhole).map(Markup.startTag) ?? .cutOff
    }
  }

  private func name(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isWhole: Bool) -> String? {
    var index = start
    while index < bytes.count, index - start < 32, Self.isNamePart(bytes[index]) { index += 1 }
    if index == bytes.count, !isWhole { return nil }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Moves behind a start tag whose `<` is under the position, keeping the attributes that `values` asks for.
  func startTag(into values: inout AttributeValues) throws(InputError) -> End {
    input.position += 1
    try skipName()
    while true {
      guard try skipSpace() else { return .cutOff }
      switch input.window[input.position] {
      case UInt8(ascii: ">"):
        input.position += 1
        return .open
      case UInt8(ascii: "/"):
        guard try input.ensure(2) else { return .cutOff }
        guard input.window[input.position + 1] == UInt8(ascii: ">") else { return .malformed }
        input.position += 2
        return .closed
      case UInt8(ascii: "<"):
        return try recordStarts() ? .record : .malformed
      default:
        if let end = try attribute(into: &values) { return end }
      }
    }
  }

  /// One attribute; nil when the tag goes on behind it.
  private func attribute(into values: inout AttributeValues) throws(InputError) -> End? {
    _ = try input.ensure(Self.lookahead)
    let start = input.position
    var index = start
    while index < input.end, Self.isNamePart(input.window[index]) { index += 1 }
    guard index > start else { return .malformed }
    let slot = values.slot(for: UnsafeBufferPointer(rebasing: input.window[start..<index]))
    input.position = index
    if index - start >= Self.lookahead { try skipName() }
    guard try skipSpace() else { return .cutOff }
    guard input.window[input.position] == UInt8(ascii: "=") else { return .malformed }
    input.position += 1
    guard try skipSpace() else { return .cutOff }
    let quote = input.window[input.position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return try recordStarts() ? .record : .malformed
    }
    input.position += 1
    guard let slot else { return try skipValue(quote: quote) }
    return try value(quote: quote, into: slot, of: &values)
  }

  /// Moves behind a value nobody wants.
  private func skipValue(quote: UInt8) throws(InputError) -> End? {
    while try input.ensure(1) {
      let stop = input.firstIndex(of: quote, from: input.position) ?? input.end
      if let bracket = input.firstIndex(of: UInt8(ascii: "<"), from: input.position), bracket < stop {
        input.position = bracket
        if try recordStarts() { return .record }
        input.position += 1
        continue
      }
      input.position = stop
      if stop < input.end {
        input.position += 1
        return nil
      }
    }
    return .cutOff
  }

  /// Moves behind a value, keeping it with its references resolved.
  private func value(quote: UInt8, into slot: Int, of values: inout AttributeValues) throws(InputError) -> End? {
    while try input.ensure(1) {
      let start = input.position
      var index = start
      while index < input.end {
        let byte = input.window[index]
        if byte == quote || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") { break }
        index += 1
      }
      if index > start { values.append(UnsafeBufferPointer(rebasing: input.window[start..<index]), to: slot) }
      input.position = index
      guard index < input.end else { continue }
      switch input.window[index] {
      case quote:
        input.position += 1
        return nil
      case UInt8(ascii: "&"):
        try reference(into: slot, of: &values)
      default:
        if try recordStarts() { return .record }
        values.append("<", to: slot)
        input.position += 1
      }
    }
    return .cutOff
  }

  // MARK: Names and space

  /// Whether a record, or the end of the file's root or of an MMS, begins at the `<` under the position.
  func recordStarts() throws(InputError) -> Bool {
    _ = try input.ensure(8)
    for word in Self.recordMarks {
      let bytes = input.visible
      guard bytes.count > word.count else { continue }
      if bytes.prefix(word.count).elementsEqual(word), !Self.isNamePart(bytes[word.count]) { return true }
    }
    return false
  }

  private static let recordMarks = ["<sms", "<mms", "</smses", "</mms"].map { Array($0.utf8) }

  private func skipName() throws(InputError) {
    while try input.ensure(1), Self.isNamePart(input.window[input.position]) { input.position += 1 }
  }

  /// - Returns: whether something stands behind the space.
  func skipSpace() throws(InputError) -> Bool {
    while try input.ensure(1) {
      guard Self.isSpace(input.window[input.position]) else { return true }
      input.position += 1
    }
    return false
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  static func isNamePart(_ byte: UInt8) -> Bool {
    startsName(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }
}
