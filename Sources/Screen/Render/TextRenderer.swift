extension Grid {
  /// The frame as plain text: a line a row, without spaces at the ends of lines and without empty lines at the end.
  public func text() -> String {
    var lines = (0..<size.height).map { y in
      var line = ""
      for x in 0..<size.width { line += text(of: slots[y * size.width + x]) }
      while line.utf8.last == 0x20 { line.removeLast() }
      return line
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
