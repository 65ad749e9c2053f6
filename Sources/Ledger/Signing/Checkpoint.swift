import Foundation

/// The whole log at one moment in three lines: which log, how many entries, and the root over them (https://c2sp.org/tlog-checkpoint).
///
/// Kept somewhere else, it holds the log to all that it held then.
public struct Checkpoint: Hashable, Sendable {
  /// The log's name.
  public var origin: String
  /// How many entries it has.
  public var size: Int
  public var root: Hash

  public init(origin: String, size: Int, root: Hash) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads the text of a checkpoint; further lines, which the specification allows, are passed over. Nil when it isn't one.
  public init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.last == "", !lines[0].isEmpty, let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = Data(base64Encoded: String(lines[2])), let hash = Hash(root)
    else { return nil }
    self.init(origin: String(lines[0]), size: size, root: hash)
  }

  /// A checkpoint's text as it was, where mail, a chat or an editor gave it a byte order mark or line ends of its own, or took its last line end away.
  public static func undoingEditors(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var isBehindReturn = false
    for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
      if scalar != "\n" || !isBehindReturn { plain.append(scalar == "\r" ? "\n" : scalar) }
      isBehindReturn = scalar == "\r"
    }
    while let last = plain.last, last.properties.isWhitespace { plain.removeLast() }
    return String(plain) + "\n"
  }

  /// The three lines, each with its line feed.
  public var text: String {
    "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n"
  }

  /// Signs it under its origin's name.
  /// - Throws: what the library does when it can't sign.
  public func signed(by key: SigningKey) throws -> SignedCheckpoint {
    SignedCheckpoint(checkpoint: self, note: try key.sign(text, name: origin))
  }
}

/// A checkpoint with its signature.
public struct SignedCheckpoint: Hashable, Sendable {
  public let checkpoint: Checkpoint
  public let note: SignedNote

  init(checkpoint: Checkpoint, note: SignedNote) {
    self.checkpoint = checkpoint
    self.note = note
  }

  /// Reads a signed checkpoint; whether the signature is good is another question. Nil when it isn't one.
  public init?(_ text: String) {
    guard let note = SignedNote(text), let checkpoint = Checkpoint(text: note.text) else { return nil }
    self.init(checkpoint: checkpoint, note: note)
  }

  /// The text to be kept.
  public var text: String { note.note }

  /// Whether this key signed it, under the log's own name.
  public func isSigned(by key: VerifierKey) -> Bool {
    key.name == checkpoint.origin && note.isSigned(by: key)
  }
}
