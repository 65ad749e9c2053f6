import Model

/// What a notification is, as a word of the full-text index, so that a search within one bank or for one merchant reads no other's entries.
enum Tag: Hashable {
  /// The bank's row; 0 for senders that are no known bank.
  case bank(Int64)
  case category(Category?)
  case sender(Int64)
  case merchant(Int64)
  /// The last digits of a card or account; nothing but digits.
  case card(String)
  case security(SecurityFact.Kind)

  /// U+E000, a private character, which folding removes from every text.
  private static let lead: [UInt8] = [0xEE, 0x80, 0x80]

  /// Whether a card or account can be a tag.
  static func isCard(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Writes the tag as UTF-8: the private character, a letter for the kind, digits.
  func write(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: Self.lead)
    switch self {
    case .bank(let id): Self.write("b", id, to: &bytes)
    case .category(let category): Self.write("c", Int64(category?.rawValue ?? 0), to: &bytes)
    case .sender(let id): Self.write("s", id, to: &bytes)
    case .merchant(let id): Self.write("m", id, to: &bytes)
    case .security(let kind): Self.write("v", Int64(kind.rawValue), to: &bytes)
    case .card(let digits):
      bytes.append(UInt8(ascii: "k"))
      bytes.append(contentsOf: digits.utf8)
    }
  }

  private static func write(_ kind: Unicode.Scalar, _ number: Int64, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: kind))
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
