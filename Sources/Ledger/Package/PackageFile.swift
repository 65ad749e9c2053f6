/// The files of an evidence package.
public enum PackageFile: String, CaseIterable, Sendable {
  case report = "report.html"
  /// Copies of messages, events, and other entries of the log, a JSON object a line; each names its entry by number.
  case messages = "messages.jsonl"
  case events = "events.jsonl"
  case log = "log.jsonl"
  /// Findings in OCSF.
  case findings = "findings.jsonl"
  /// Devices ever bound, and the rules by which findings were found.
  case devices = "devices.jsonl"
  case rules = "rules.json"
  /// The signed checkpoint, and the key it is checked with.
  case checkpoint = "checkpoint.txt"
  case key = "key.txt"
  /// Earlier checkpoints with the proofs that the log only grew.
  case earlier = "checkpoints.jsonl"
  /// For each entry a line: its number, its bytes, and the path to the checkpoint's root, in hexadecimal digits.
  case proofs = "proofs.txt"
  /// The SHA-256 of all files above, as `sha256sum` writes them, and a note with the log's signature that names the manifest's own.
  case manifest = "manifest.txt"
  case manifestNote = "manifest.note"

  /// Whether the manifest lists it.
  public var isListed: Bool { self != .manifest && self != .manifestNote }

  /// Whether a name is one that a file of a package may have: letters, digits, points, dashes and underscores, no directory.
  public static func isSafe(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "."), name.utf8.count <= 100 else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
  }

  /// What the manifest's note says.
  /// - Parameters:
  ///   - origin: the log's name.
  ///   - manifest: the SHA-256 of the manifest.
  /// - Returns: three lines.
  public static func noteText(origin: String, manifest: Hash) -> String {
    "\(origin)\nevidence\n\(manifest.hex)\n"
  }
}
