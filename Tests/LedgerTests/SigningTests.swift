import Foundation
import Ledger
import Testing

@Suite struct SigningTests {
  /// The example of golang.org/x/mod/sumdb/note, which the specification was written after.
  private static let published = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """
  private static let publishedKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

  private let root = Hash(of: Array("root".utf8))

  @Test("the published note is signed by the published key")
  func publishedNote() throws {
    let note = try #require(SignedNote(Self.published))
    let key = try #require(VerifierKey(Self.publishedKey))
    #expect(note.isSigned(by: key))
    #expect(note.note == Self.published)
    #expect(key.description == Self.publishedKey)
  }

  @Test("the published secret key is the published verifier key's (RFC 8032)")
  func publishedSecret() throws {
    let secret = try #require(Data(base64Encoded: "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"))
    let key = try #require(SigningKey(seed: Array(secret.dropFirst())))
    #expect(key.verifier(name: "PeterNeumann").description == Self.publishedKey)
    let text = try #require(SignedNote(Self.published)).text
    #expect(try key.sign(text, name: "PeterNeumann").note == Self.published)
  }

  @Test("a note with one character changed, anywhere, isn't signed any more")
  func changedNote() throws {
    let key = try #require(VerifierKey(Self.publishedKey))
    let characters = Array(Self.published)
    for index in characters.indices {
      var changed = characters
      changed[index] = changed[index] == "x" ? "y" : "x"
      #expect(SignedNote(String(changed))?.isSigned(by: key) != true, "\(index)")
      changed.remove(at: index)
      #expect(SignedNote(String(changed))?.isSigned(by: key) != true, "\(index)")
    }
  }

  @Test("a checkpoint is signed, written, read and checked")
  func roundTrip() throws {
    let key = SigningKey()
    let signed = try Checkpoint(origin: "kolokol/0123456789abcdef", size: 42, root: root).signed(by: key)
    let read = try #require(SignedCheckpoint(signed.text))
    #expect(read == signed)
    #expect(read.isSigned(by: key.verifier(name: "kolokol/0123456789abcdef")))
    #expect(!read.isSigned(by: key.verifier(name: "kolokol/another")))
    #expect(!read.isSigned(by: SigningKey().verifier(name: "kolokol/0123456789abcdef")))
    #expect(signed.text.hasPrefix("kolokol/0123456789abcdef\n42\n"))
  }

  @Test(
    "what isn't a checkpoint is refused",
    arguments: [
      "", "x", "a\n1\n", "a\n-1\nAAAA\n", "a\n01\n\(Data(count: 32).base64EncodedString())\n", "a\n1\nAAAA\n",
      "\n1\n\(Data(count: 32).base64EncodedString())\n", "a\n1\n\(Data(count: 32).base64EncodedString())",
    ])
  func malformed(text: String) {
    #expect(Checkpoint(text: text) == nil)
    #expect(SignedCheckpoint(text) == nil)
  }

  @Test("an unsigned checkpoint is refused, also with an empty line behind it")
  func unsigned() {
    let text = Checkpoint(origin: "kolokol/0123456789abcdef", size: 1, root: root).text
    #expect(SignedCheckpoint(text) == nil)
    #expect(SignedCheckpoint(text + "\n") == nil)
  }

  @Test("a key file is the user's alone, reads back, and is never overwritten")
  func keyFile() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "kolokol-key-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let file = KeyFile(besides: directory + "/kolokol.db")
    #expect(throws: KeyFile.Failure.missing(path: file.path)) { try file.read() }
    let key = SigningKey()
    try file.create(key, name: "kolokol/0123456789abcdef")
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    let read = try file.read()
    #expect(read.name == "kolokol/0123456789abcdef")
    #expect(read.key.seed == key.seed)
    #expect(throws: KeyFile.Failure.self) { try file.create(SigningKey(), name: "other") }
    #expect(try file.read().key.seed == key.seed)

    let line = try String(contentsOfFile: file.path, encoding: .utf8)
    for text in [
      "", "key", String(line.dropLast(5)), line.replacing("PRIVATE", with: "PUBLIC"), line.replacing("kolokol/0", with: "kolokol/1"),
    ] {
      try text.write(toFile: file.path, atomically: false, encoding: .utf8)
      #expect(throws: KeyFile.Failure.malformed(path: file.path)) { try file.read() }
    }
  }

  @Test("a checkpoint that went through mail, a chat or an editor is the one it was")
  func editors() throws {
    let signed = try Checkpoint(origin: "kolokol/0123456789abcdef", size: 1, root: root).signed(by: SigningKey())
    let text = signed.text
    let forms = [
      text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"), String(text.dropLast()), "\u{FEFF}" + text,
      "\u{FEFF}" + text.replacing("\n", with: "\r\n").dropLast(), text + "\n\n \t\n",
    ]
    for form in forms {
      #expect(Checkpoint.undoingEditors(form) == text)
      #expect(SignedCheckpoint(Checkpoint.undoingEditors(form)) == signed)
    }
    #expect(Checkpoint.undoingEditors(signed.checkpoint.text) == signed.checkpoint.text)
    #expect(SignedCheckpoint(Checkpoint.undoingEditors("")) == nil)
  }
}
