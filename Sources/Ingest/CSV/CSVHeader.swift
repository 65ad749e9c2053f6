/// The first row of a table: which column holds what.
struct CSVHeader {
  /// The field of each column; nil for columns that mean nothing here.
  let fields: [MessageField?]
  /// The columns' headings as they stand.
  let headings: [String]
  let delimiter: UInt8

  /// Separators that are tried, most usual first.
  private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// The header in a line, by the separator under which most columns mean something; nil when the line can't be read as columns under any. `named`:
  /// what columns mean, by their headings, where the user says so.
  init?(line: String, named: [String: String] = [:]) {
    var best: CSVHeader?
    for delimiter in Self.delimiters {
      guard let header = CSVHeader(line: line, delimiter: delimiter, named) else { continue }
      if header.rank > (best?.rank ?? -1) { best = header }
    }
    guard let best else { return nil }
    self = best
  }

  private init?(line: String, delimiter: UInt8, _ named: [String: String]) {
    guard let headings = CSVRows.parse(line, delimiter: delimiter)?.first else { return nil }
    self.headings = headings
    self.delimiter = delimiter
    var seen = Set(named.values.compactMap { MessageField(name: $0) })
    var times = 0
    fields = headings.map { heading in
      if let name = named[heading] { return MessageField(name: name) }
      guard let field = MessageField(heading: heading) else { return nil }
      // Date and time of day may stand in columns of their own.
      if field == .time, times < 2, times == 1 || !seen.contains(.time) {
        times += 1
        seen.insert(field)
        return field
      }
      return seen.insert(field).inserted ? field : nil
    }
  }

  private var rank: Int { knownCount * 1000 + min(headings.count, 999) }

  /// How many columns mean something.
  var knownCount: Int { fields.count { $0 != nil } }

  /// The columns a table can't do without and this one lacks.
  var missing: [String] {
    var missing: [String] = []
    if !fields.contains(.time) { missing.append(MessageField.time.rawValue) }
    if !fields.contains(.text), !fields.contains(.title) { missing.append(MessageField.text.rawValue) }
    return missing
  }
}
