import Screen

/// HTML as it is written piece by piece. Whatever comes from outside goes through `text`.
struct HTML {
  private(set) var code = ""

  /// Adds code of our own.
  mutating func add(_ code: String) { self.code += code }

  /// Adds an element that holds a text.
  mutating func element(_ tag: String, _ text: String, attributes: String = "") {
    code += "<\(tag)\(attributes.isEmpty ? "" : " " + attributes)>\(Self.text(text))</\(tag.prefix { $0 != " " })>\n"
  }

  /// Adds a list.
  mutating func list(_ tag: String, _ items: [String]) {
    code += "<\(tag)>" + items.map { "<li>\(Self.text($0))</li>" }.joined(separator: "\n") + "</\(tag)>\n"
  }

  /// Adds a table; cells are texts.
  mutating func table(_ columns: [String], _ rows: [[String]], kind: String = "") {
    code += "<table class=\"\(kind)\"><thead><tr>" + columns.map { "<th>\(Self.text($0))</th>" }.joined() + "</tr></thead><tbody>\n"
    for row in rows { code += "<tr>" + row.map { "<td>\(Self.text($0))</td>" }.joined() + "</tr>\n" }
    code += "</tbody></table>\n"
  }

  /// A text from outside as HTML shows it: controls and bidi marks visible, markup harmless.
  static func text(_ text: String) -> String {
    var safe = ""
    for character in Visible.text(text).unicodeScalars {
      switch character {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\n": safe += "<br/>"
      default: safe.unicodeScalars.append(character)
      }
    }
    return safe
  }
}
