import Foundation

/// The tool behind the `EmbedFiles` plugin: `embed ROOT OUTPUT FILE…` writes one Swift file that holds every FILE as a string,
/// keyed by its path below ROOT.
@main
enum Embed {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { throw Failure.usage }
    let root = arguments[1].hasSuffix("/") ? arguments[1] : arguments[1] + "/"
    var source = """
      // Written by the EmbedFiles plugin.
      enum Embedded {
        /// The files below the target's folder: path and contents, ordered by path.
        static let files: [(path: String, contents: String)] = [

      """
    for file in arguments[3...] {
      let contents = try String(contentsOfFile: file, encoding: .utf8)
      let path = file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
      source += "    (path: \(literal(path)), contents: \(literal(contents))),\n"
    }
    source += "  ]\n}\n"
    try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }

  /// A one-line Swift string literal with every character that could end it or change it escaped.
  static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  enum Failure: Error { case usage }
}
