/// Swift source with the contents of comments and string literals blanked out, so that a rule about code sees code alone.
/// Lines and columns stay where they are; what stands in `\( … )` of a string is code and stays.
struct SwiftCode {
  let text: String

  init(_ source: String) {
    var scanner = Scanner(bytes: Array(source.utf8))
    scanner.skipCode(untilParenthesis: false)
    text = String(decoding: scanner.bytes, as: UTF8.self)
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  private struct Scanner {
    var bytes: [UInt8]
    var position = 0

    private func byte(_ offset: Int = 0) -> UInt8? {
      position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private func starts(with text: StaticString, at offset: Int = 0) -> Bool {
      text.withUTF8Buffer { wanted in
        position + offset + wanted.count <= bytes.count
          && wanted.indices.allSatisfy { bytes[position + offset + $0] == wanted[$0] }
      }
    }

    private mutating func blank(_ count: Int = 1) {
      for _ in 0..<count where position < bytes.count {
        if bytes[position] != UInt8(ascii: "\n") { bytes[position] = UInt8(ascii: " ") }
        position += 1
      }
    }

    /// Runs over code to the end, or, inside an interpolation, to the parenthesis that closes it.
    mutating func skipCode(untilParenthesis: Bool) {
      var depth = 0
      while let current = byte() {
        if starts(with: "//") {
          while let next = byte(), next != UInt8(ascii: "\n") { blank() }
        } else if starts(with: "/*") {
          blankBlockComment()
        } else if let hashes = hashesBeforeQuote() {
          position += hashes
          blankString(hashes: hashes)
        } else {
          if current == UInt8(ascii: "(") { depth += 1 }
          if current == UInt8(ascii: ")") {
            if untilParenthesis && depth == 0 { return }
            depth -= 1
          }
          position += 1
        }
      }
    }

    private func hashesBeforeQuote() -> Int? {
      var hashes = 0
      while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
      return byte(hashes) == UInt8(ascii: "\"") ? hashes : nil
    }

    private mutating func blankBlockComment() {
      var depth = 0
      repeat {
        if starts(with: "/*") {
          depth += 1
          blank(2)
        } else if starts(with: "*/") {
          depth -= 1
          blank(2)
        } else {
          blank()
        }
      } while depth > 0 && position < bytes.count
    }

    /// Blanks a literal from its opening quote on; the quotes stay. A one-line literal that isn't closed ends with its line.
    private mutating func blankString(hashes: Int) {
      let isMultiline = starts(with: "\"\"\"")
      position += isMultiline ? 3 : 1
      while let current = byte() {
        if current == UInt8(ascii: "\n") && !isMultiline { return }
        if isMultiline ? starts(with: "\"\"\"") : current == UInt8(ascii: "\"") {
          let quotes = isMultiline ? 3 : 1
          if (0..<hashes).allSatisfy({ byte(quotes + $0) == UInt8(ascii: "#") }) {
            position += quotes + hashes
            return
          }
        }
        if current == UInt8(ascii: "\\"), (0..<hashes).allSatisfy({ byte(1 + $0) == UInt8(ascii: "#") }) {
          if byte(1 + hashes) == UInt8(ascii: "(") {
            blank(1 + hashes)
            position += 1
            skipCode(untilParenthesis: true)
          } else {
            blank(2 + hashes)
          }
        } else {
          blank()
        }
      }
    }
  }
}
