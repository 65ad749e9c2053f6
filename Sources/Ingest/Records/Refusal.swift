import Parsing

/// A record that couldn't be read, and where it stands. The records around it are kept.
public struct Refusal: Hashable, Sendable {
  /// The file's path, or `-`.
  public var file: String
  public var place: Place
  public var reason: Reason
  /// The record's first bytes as they stand, at most 160. Untrusted, and it may hold a code.
  public var excerpt: String

  /// Where a record stands.
  public enum Place: Hashable, Sendable {
    /// The line, from 1; the column in Unicode scalars, from 1, nil where only the record's beginning is known; and how many bytes lie before.
    case text(line: Int, column: Int?, byte: Int64)
    /// A row of a database, by its `rowid`.
    case row(table: String, id: Int64)
  }

  init(file: String, line: Int, column: Int? = nil, byte: Int64, reason: Reason, excerpt: String) {
    self.init(file: file, place: .text(line: line, column: column, byte: byte), reason: reason, excerpt: excerpt)
  }

  init(file: String, place: Place, reason: Reason, excerpt: String) {
    self.file = file
    self.place = place
    self.reason = reason
    self.excerpt = excerpt
  }

  /// The line of a record in a text.
  public var line: Int? {
    if case .text(let line, _, _) = place { line } else { nil }
  }

  /// The column, where it is known.
  public var column: Int? {
    if case .text(_, let column, _) = place { column } else { nil }
  }

  /// How many bytes of a text lie before the record.
  public var byte: Int64? {
    if case .text(_, _, let byte) = place { byte } else { nil }
  }

  /// What is wrong with the record, and what stood there.
  public enum Reason: Error, Hashable, Sendable {
    /// The file ends inside the record.
    case cutOff
    /// The file ends before the closing tag of its root; what followed is missing.
    case endsEarly
    /// The file ends before its arrays and objects are closed; what followed is missing.
    case endsBeforeClosing
    /// Its time counts from the start of a machine, which wasn't this one's last.
    case otherStart
    /// Android blacked out its text.
    case redacted
    /// A line that isn't a key, a colon and a value.
    case badPair
    /// Its text is packed in a way that can't be unpacked.
    case badAttributedBody
    /// Another record begins before this one ends.
    case notClosed
    /// The tag isn't well-formed.
    case badTag
    /// Characters between two records, where nothing should stand.
    case strayText
    /// An element that this format doesn't have.
    case unknownElement(String)
    /// The record says nothing at all.
    case nothingInside
    /// There is no time in it.
    case noTime
    /// The time isn't one; as it stands.
    case badTime(String)
    /// The time lies before 1970 or after 2248.
    case timeOutOfRange(String)
    /// The time doesn't say in which zone.
    case timeWithoutZone(String)
    /// The record is longer than this many bytes of text.
    case tooLong(limit: Int)
    /// A name, number or id is longer than this many bytes.
    case nameTooLong(field: String, limit: Int)
    /// More records than the format's own program ever writes.
    case tooMany(limit: Int)
    /// The line isn't a JSON object.
    case notJSON(JSONProblem.Expectation)
    /// Neither text nor title.
    case noText
    /// The field holds another kind of value than it may.
    case wrongKind(field: String)
    /// The field's word isn't one of those known.
    case unknownWord(field: String, found: String, known: [String])
    /// A record without a field that its kind needs.
    case missing(field: String)
    /// The line's `type` is none of ours.
    case unknownType(String)
    /// Quotation marks that don't pair.
    case quotes
    /// The row has more columns than the header.
    case columns(found: Int, header: Int)
  }
}
