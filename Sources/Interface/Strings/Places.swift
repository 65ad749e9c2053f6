import Foundation

extension Strings {
  /// `path:12:5: `, as compilers write it.
  static func place(_ file: String, _ line: Int?, _ column: Int?) -> String {
    file + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "") + ": "
  }

  /// The system's own words for an error number.
  static func systemMessage(_ number: Int32) -> String {
    String(cString: strerror(number))
  }
}
