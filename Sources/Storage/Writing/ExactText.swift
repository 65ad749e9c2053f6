#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text that is the same only byte for byte, as it is for SQLite. Swift takes й in one scalar and in two for the same text, which would give one
/// of them the other's name; and it compares Cyrillic several times more slowly for it.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.isExactly(right.text)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// Whether the two are the same bytes.
  func isExactly(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    var (own, other) = (self, other)
    return own.withUTF8 { left in
      other.withUTF8 { right in
        guard let left = left.baseAddress, let start = right.baseAddress else { return true }
        return memcmp(left, start, right.count) == 0
      }
    }
  }
}
