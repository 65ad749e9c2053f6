/// A one-time code that says which site it is for: a message whose last line is `@host #code`.
///
/// The rules are those of the WICG's "Origin-bound one-time codes delivered via SMS": exactly one space between the values, nothing before the
/// host, anything behind them ignored. Its embedded host has the sigil `@`, as in the messages that are sent today. A host with a character
/// that the URL standard forbids in hosts is none.
public struct OriginBoundCode: Hashable, Sendable {
  /// The host of the site, in lower case.
  public var host: String
  /// The host of the frame inside the site that asks for the code; nil where the message names none.
  public var embeddedHost: String?
  /// The code as it stands there.
  public var code: String
  /// Everything before the last line.
  public var explanation: String

  /// `https://example.com`: the scheme is always https.
  public var origin: String { "https://" + host }

  /// Reads a message; nil when its last line isn't of that form.
  public init?(_ message: String) {
    var copy = message
    let parts = copy.withUTF8 { bytes in
      Self.places(in: bytes).map { places in
        (
          Self.host(places.host, in: bytes), places.embedded.map { Self.host($0, in: bytes) }, Self.text(places.code, in: bytes),
          Self.text(0..<places.host.lowerBound - 1, in: bytes)
        )
      }
    }
    guard let parts else { return nil }
    (host, embeddedHost, code, explanation) = parts
  }

  /// Where the values stand in a message, in bytes and without their sigils.
  struct Places {
    var host: Range<Int>
    var code: Range<Int>
    var embedded: Range<Int>?
  }

  static func places(in bytes: UnsafeBufferPointer<UInt8>) -> Places? {
    let start = bytes.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    guard let host = token(marked: 0x40, at: start, in: bytes), isHost(host, in: bytes), host.upperBound < bytes.count,
      bytes[host.upperBound] == 0x20, let code = token(marked: 0x23, at: host.upperBound + 1, in: bytes)
    else { return nil }
    var places = Places(host: host, code: code)
    if code.upperBound < bytes.count, bytes[code.upperBound] == 0x20,
      let embedded = token(marked: 0x40, at: code.upperBound + 1, in: bytes), isHost(embedded, in: bytes)
    {
      places.embedded = embedded
    }
    return places
  }

  /// What stands behind the sigil at `start`, up to white space.
  private static func token(marked sigil: UInt8, at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard start < bytes.count, bytes[start] == sigil else { return nil }
    var end = start + 1
    while end < bytes.count, !isWhiteSpace(bytes[end]) { end += 1 }
    return end > start + 1 ? start + 1..<end : nil
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
    default: false
    }
  }

  /// The forbidden host code points of the URL standard that white space hasn't ended the token at.
  private static let forbidden = Set("\0#%/:<>?@[\\]^|".utf8)

  private static func isHost(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes[range].contains { forbidden.contains($0) }
  }

  private static func host(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    text(range, in: bytes).lowercased()
  }

  private static func text(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
