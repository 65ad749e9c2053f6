import Parsing

/// A record that couldn't be read, and where it stands. The records around it are kept.
public struct Refusal: Hashable, Sendable {
  /// The file's path, or `-`.
  public var file: String
  /// From 1.
  public var line: Int
  /// In Unicode scalars, from 1; nil where only the record's beginning is known.
  public var column: Int?
  /// How many bytes of the file lie before the place.
  public var byte: Int64
  public var reason: Reason
  /// The record's first bytes as they stand, at most 160. Untrusted, and it may hold a code.
  public var excerpt: String

  /// What is wrong with the record, and what stood there.
  public enum Reason: Error, Hashable, Sendable {
    /// The file ends inside the record.
    case cutOff
    /// The file ends before the closing tag of its root; what followed is missing.
    case endsEarly
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
    /// The line isn't a JSON object.
    case notJSON(JSONProblem.Expectation)
    /// Neither text nor title.
    case noText
    /// The field holds another kind of value than it may.
    case wrongKind(field: String)
    /// The field's word isn't one of those known.
    case unknownWord(field: String, found: String, known: [String])
    /// An event without a field that its kind needs.
    case missing(field: String)
    /// The line's `type` is none of ours.
    case unknownType(String)
    /// Quotation marks that don't pair.
    case quotes
    /// The row has more columns than the header.
    case columns(found: Int, header: Int)
  }
}
