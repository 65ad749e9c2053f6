import SwiftCSV

/// The columns of rows, read by SwiftCSV.
enum CSVRows {
  /// The columns of whole rows.
  /// - Returns: each row's columns; nil when the library finds a quotation mark out of place.
  static func parse(_ text: String, delimiter: UInt8) -> [[String]]? {
    let rows = Rows()
    do {
      // The library takes the first row for a header and would read it apart; a short one of ours costs nothing.
      let table = try CSV<Unloaded>(
        string: "-\n" + text, delimiter: CSVDelimiter(unicodeScalarLiteral: Character(Unicode.Scalar(delimiter))))
      try table.enumerateAsArray(startAt: 1, rowLimit: nil) { rows.all.append($0) }
    } catch {
      return nil
    }
    return rows.all
  }

  /// Whether a mark in the row is hidden from the library, which compares characters: one that combines with a separator or a quotation mark
  /// before it makes another character of it.
  static func hidesMark(_ row: String, delimiter: UInt8) -> Bool {
    var previous: Unicode.Scalar = "x"
    for scalar in row.unicodeScalars {
      // No combining mark comes before U+0300.
      if scalar.value >= 0x300, previous == "\"" || previous == Unicode.Scalar(delimiter) {
        var pair = String.UnicodeScalarView()
        pair.append(previous)
        pair.append(scalar)
        if String(pair).count == 1 { return true }
      }
      previous = scalar
    }
    return false
  }

  /// Where the library's callback leaves the rows.
  private final class Rows {
    var all: [[String]] = []
  }

  /// A view of a table that holds nothing: rows are asked for one by one, unpadded, so that a short row can be told from a long one.
  private struct Unloaded: CSVView {
    let rows: [[String]] = []
    let columns: [String]? = nil

    init(header: [String], text: String, delimiter: CSVDelimiter, loadColumns: Bool, rowLimit: Int?) {}

    func serialize(header: [String], delimiter: CSVDelimiter) -> String { "" }
  }
}
