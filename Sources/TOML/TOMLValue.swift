/// Where something stands in a TOML text.
public struct TOMLPlace: Hashable, Sendable, Comparable {
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (one: Self, other: Self) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

/// A value of a TOML text, and where it stands.
public struct TOMLValue: Hashable, Sendable {
  /// The kinds of values that TOML knows.
  public enum Content: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case float(Double)
    case boolean(Bool)
    /// A date, a time or both, as written.
    case moment(String)
    case array([TOMLValue])
    case table(TOMLTable)
  }

  /// What it is.
  public let content: Content
  /// Where its key begins; for an element of an array, where the element does; for a table with a header, where that does.
  public let keyPlace: TOMLPlace
  /// Where it begins itself. A text's place is that of its first character inside the quotes, a table's that of its header or its brace.
  public let place: TOMLPlace

  /// The text, when it is one.
  public var string: String? { if case .string(let text) = content { text } else { nil } }
  /// The whole number, when it is one.
  public var int: Int? { if case .integer(let number) = content { number } else { nil } }
  /// True or false, when it is one of them.
  public var bool: Bool? { if case .boolean(let flag) = content { flag } else { nil } }
  /// The elements, when it is an array, or several tables under one `[[name]]`.
  public var array: [TOMLValue]? { if case .array(let elements) = content { elements } else { nil } }
  /// The table, when it is one.
  public var table: TOMLTable? { if case .table(let table) = content { table } else { nil } }
}

/// A table of a TOML text: values by their keys, in the order of the text.
public struct TOMLTable: Hashable, Sendable {
  /// In the order of the text.
  public let keys: [String]
  /// Where its header or its brace stands; the first line's beginning for the whole text.
  public let place: TOMLPlace
  private let values: [String: TOMLValue]

  init(_ entries: [(key: String, value: TOMLValue)], place: TOMLPlace) {
    keys = entries.map(\.key)
    values = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    self.place = place
  }

  /// The value under a key; nil where there is none.
  public subscript(key: String) -> TOMLValue? { values[key] }

  /// Where a key stands; the table's own place when it doesn't have it.
  public func place(of key: String) -> TOMLPlace { values[key]?.keyPlace ?? place }
}
