/// What verifying a package found.
public struct PackageVerdict: Hashable, Sendable {
  /// What is wrong, in the order it was found; none when all is well.
  public var faults: [PackageFault] = []
  /// The log it is from, how many entries that had, and the root over them.
  public var checkpoint: Checkpoint?
  /// What was proven: copies of messages, events, other entries, findings.
  public var messages = 0
  public var events = 0
  public var entries = 0
  public var findings = 0
  /// Messages and events that the package names without their content.
  public var withheld = 0
  /// To how many checkpoints kept elsewhere it was held.
  public var kept = 0

  /// Whether everything in it is what the log holds. A package with nothing to prove isn't.
  public var isGood: Bool { faults.isEmpty }
}

/// What is wrong with a package. Names are untrusted.
public enum PackageFault: Error, Hashable, Sendable {
  /// There is no package, or it can't be read.
  case unreadable(String)
  /// The archive at this path ends before its end.
  case cutShort(String)
  /// With the file at this path the package has more than `limit` bytes.
  case tooLarge(String, limit: Int)
  /// The directory or archive at this path holds neither manifest nor its signature.
  case noPackage(String)
  /// Nothing is in it that could be proven.
  case nothing
  /// A name that a package's file can't have: it would lie elsewhere.
  case unsafeName(String)
  /// A directory or a link.
  case notAFile(String)
  /// Two files of one name.
  case twice(String)
  case missing(String)
  case added(String)
  /// The file isn't what the manifest says.
  case changed(String)
  /// A line that can't be read; from 1.
  case malformed(PackageFile, line: Int)
  /// Not signed by the key in the package.
  case manifestUnsigned
  case checkpointUnsigned
  /// The key in the package isn't the one the log names.
  case foreignKey
  /// The entry's path doesn't lead to the checkpoint's root, or it is another log's.
  case notInLog(entry: Int)
  /// The line is about an entry that the package doesn't prove, or that is of another kind.
  case unproven(PackageFile, line: Int)
  /// What the line says isn't what the entry vouches for.
  case differs(PackageFile, line: Int, entry: Int)
  /// The checkpoint kept elsewhere, by its path: isn't one, or isn't signed by the log's key; is another log's; saw entries that this log lacks
  /// or has otherwise; can't be compared, as the package has no proof from it.
  case keptUnsigned(String)
  case keptOfOtherLog(String)
  case keptDiffers(String, size: Int)
  case keptUncompared(String, size: Int)
}
