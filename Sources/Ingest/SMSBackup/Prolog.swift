/// What stands before the root element of an XML file.
enum Prolog {
  /// Moves to the `<` of the root element.
  /// - Throws: for a DOCTYPE, another encoding than UTF-8, and a root that isn't `<smses>`.
  static func skip(_ input: ByteInput, scanner: TagScanner) throws(InputError) {
    if try input.startsWith(Head.byteOrderMark) { input.position += Head.byteOrderMark.count }
    while try input.skip(to: UInt8(ascii: "<")) {
      switch try scanner.markup() {
      case .startTag("smses"):
        return
      case .startTag("calls"):
        throw InputError(file: input.name, reason: .calls)
      case .startTag(let name):
        throw InputError(file: input.name, reason: .otherXML(root: name))
      case .documentType:
        throw InputError(file: input.name, reason: .documentType(line: input.line, byte: input.offset))
      case .comment:
        _ = try input.skip(past: Array("-->".utf8))
      case .instruction:
        try checkEncoding(input)
        _ = try input.skip(past: Array("?>".utf8))
      case .endTag, .characterData, .nothing, .cutOff:
        input.position += 1
      }
    }
    throw InputError(file: input.name, reason: .noRoot)
  }

  /// Files in other encodings would come in as rubbish, so the declaration is believed; it doesn't count where the encoding was found out.
  private static func checkEncoding(_ input: ByteInput) throws(InputError) {
    guard input.encoding == nil, try input.startsWith(Array("<?xml".utf8)) else { return }
    _ = try input.ensure(256)
    let bytes = input.visible.prefix(256)
    let declaration = String(decoding: bytes.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    guard let found = declaration.range(ofWord: "encoding") else { return }
    let rest = declaration[found...].drop { $0 == " " || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return }
    let encoding = String(rest.dropFirst().prefix { $0 != quote })
    guard !["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding.lowercased()) else { return }
    throw InputError(file: input.name, reason: .encoding(encoding))
  }
}

extension String {
  /// Where the first occurrence of `word` ends.
  fileprivate func range(ofWord word: String) -> String.Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return self[start...].dropFirst(word.count).startIndex }
      formIndex(after: &start)
    }
    return nil
  }
}
