/// Something to find in a folded text: a word, the beginning of a word, or several words in a row.
struct Needle: Hashable {
  /// As in `Words`: a blank, the words parted by blanks and, unless the last is only begun, a blank.
  let bytes: [UInt8]

  /// Nil when the text holds no word.
  init?(_ text: String, isPrefix: Bool = false) {
    var bytes = Words(text).bytes
    guard !bytes.isEmpty else { return nil }
    if isPrefix { bytes.removeLast() }
    self.bytes = bytes
  }

  /// Needles for words that may occur anywhere; the last one may be only begun unless something follows it.
  static func all(of search: String) -> [Needle] {
    let words = Words(search).list
    let isOpen = search.last.map { Words(String($0)).isEmpty } == false
    return words.enumerated().compactMap { index, word in Needle(word, isPrefix: isOpen && index == words.count - 1) }
  }

  var isPrefix: Bool { bytes.last != Words.blank }

  /// The words; the last one is only begun when this is a prefix.
  var words: [String] {
    bytes.split(separator: Words.blank).map { String(decoding: $0, as: UTF8.self) }
  }

  func occurs(in words: Words) -> Bool {
    bytes.withUnsafeBufferPointer { needle in
      words.bytes.withUnsafeBufferPointer { text in Self.occurs(needle, in: text) }
    }
  }

  /// Whether the bytes of a needle occur in those of folded words. Both are some hundred bytes, and few places begin alike, so a plain search
  /// is as fast as a clever one.
  static func occurs(_ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard needle.count > 1 else { return true }
    let second = needle[1]
    var start = 0
    while start + needle.count <= text.count {
      if text[start] == Words.blank, text[start + 1] == second {
        var length = 2
        while length < needle.count, text[start + length] == needle[length] { length += 1 }
        if length == needle.count { return true }
      }
      start += 1
    }
    return false
  }
}
