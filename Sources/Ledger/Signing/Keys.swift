import Crypto
import Foundation

/// The key that checkpoints are signed with (Ed25519, RFC 8032).
public struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A new one.
  public init() {
    key = Curve25519.Signing.PrivateKey()
  }

  /// The key with a seed of 32 bytes; nil for any other number of bytes.
  public init?(seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.key = key
  }

  /// 32 bytes, the secret itself.
  public var seed: [UInt8] { Array(key.rawRepresentation) }

  /// What others check its signatures with, under the signer's name.
  public func verifier(name: String) -> VerifierKey {
    VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
  }

  /// A note of this text with its signature.
  ///
  /// `text`: ends with a line feed.
  /// `name`: the signer's, without blank and plus sign.
  /// Throws what the library does when it can't sign.
  public func sign(_ text: String, name: String) throws -> SignedNote {
    let signature = try key.signature(for: Data(text.utf8))
    return SignedNote(
      text: text, signatures: [SignedNote.Signature(name: name, keyHint: verifier(name: name).hint, bytes: Array(signature))])
  }
}

/// What a signature is checked with.
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
  /// The signer's name.
  public var name: String
  /// 32 bytes.
  public var publicKey: [UInt8]

  /// The kind of signature, Ed25519, in the specification's numbers.
  private static let algorithm: UInt8 = 1

  public init(name: String, publicKey: [UInt8]) {
    self.name = name
    self.publicKey = publicKey
  }

  /// Reads `name+hint+key`, as the specification writes verifier keys; nil when the hint doesn't belong to name and key.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let data = Data(base64Encoded: String(parts[2])), data.count == 33, data.first == Self.algorithm else {
      return nil
    }
    self.init(name: String(parts[0]), publicKey: Array(data.dropFirst()))
    guard Hexadecimal.text(hint) == parts[1] else { return nil }
  }

  /// `name+hint+key`.
  public var description: String {
    "\(name)+\(Hexadecimal.text(hint))+\(Data([Self.algorithm] + publicKey).base64EncodedString())"
  }

  /// The first four bytes of SHA-256(name ‖ line feed ‖ 0x01 ‖ key).
  public var hint: [UInt8] {
    Array(Hash(of: Array(name.utf8) + [0x0A, Self.algorithm] + publicKey).bytes.prefix(4))
  }

  func verifies(_ signature: [UInt8], of text: String) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
    return key.isValidSignature(signature, for: Data(text.utf8))
  }
}
