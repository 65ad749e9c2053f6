import Crypto
import Foundation

/// A short text with signatures, as the C2SP specification "signed note" writes it: the text, an empty line, and for each signature a line of an em
/// dash, the signer's name and Base64 of 4 bytes that hint at the key and the 64 bytes of an Ed25519 signature (https://c2sp.org/signed-note).
public struct SignedNote: Hashable, Sendable {
  /// The text, with its last line feed.
  public var text: String
  public var signatures: [Signature]

  /// One signature.
  public struct Signature: Hashable, Sendable {
    public var name: String
    /// The first four bytes of a hash of name and key, which tell one key of a name from another.
    public var keyHint: [UInt8]
    public var bytes: [UInt8]
  }

  public init(text: String, signatures: [Signature]) {
    self.text = text
    self.signatures = signatures
  }

  /// Reads a note; nil when it has no signature, or anything in it isn't as the specification wants it.
  public init?(_ note: String) {
    guard let gap = note.range(of: "\n\n", options: [.backwards, .literal]), note.hasSuffix("\n") else { return nil }
    text = String(note[..<gap.lowerBound]) + "\n"
    signatures = []
    for line in note[gap.upperBound...].dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "\u{2014}", let data = Data(base64Encoded: String(parts[2])), data.count > 4 else { return nil }
      signatures.append(Signature(name: String(parts[1]), keyHint: Array(data.prefix(4)), bytes: Array(data.dropFirst(4))))
    }
    guard !signatures.isEmpty else { return nil }
  }

  /// The note as it is handed on.
  public var note: String {
    text + "\n"
      + signatures.map { "\u{2014} \($0.name) \(Data($0.keyHint + $0.bytes).base64EncodedString())\n" }.joined()
  }

  /// Whether a key has signed this text.
  public func isSigned(by key: VerifierKey) -> Bool {
    signatures.contains { $0.name == key.name && $0.keyHint == key.hint && key.verifies($0.bytes, of: text) }
  }
}
