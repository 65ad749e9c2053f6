/// How far the import of one source has come; saved together with the messages it counts, so that a killed import goes on from there.
public struct ImportProgress: Hashable, Sendable {
  /// What identifies the source, whatever it is called now: a digest of its beginning, say.
  public var source: String
  /// Where it lay when it was last read.
  public var path: String
  /// The format's name.
  public var format: String
  /// How many bytes are done with; reading goes on at this offset.
  public var offset: Int64
  /// A digest of the bytes before `offset`, so that a source that changed there is read again from its beginning.
  public var digest: String
  /// Records read, and what became of them.
  public var read: Int
  public var added: Int
  public var merged: Int
  public var alreadyThere: Int
  public var refused: Int

  public init(
    source: String, path: String, format: String, offset: Int64 = 0, digest: String = "", read: Int = 0, added: Int = 0, merged: Int = 0,
    alreadyThere: Int = 0,
    refused: Int = 0
  ) {
    self.source = source
    self.path = path
    self.format = format
    self.offset = offset
    self.digest = digest
    self.read = read
    self.added = added
    self.merged = merged
    self.alreadyThere = alreadyThere
    self.refused = refused
  }
}
