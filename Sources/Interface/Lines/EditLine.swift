/// One line of text being typed: the search, the filter, a command.
public struct EditLine: Hashable, Sendable {
  /// What is being typed, and so what it does when it changes and when it's entered.
  public enum Purpose: Hashable, Sendable { case search, filter, command, comment }

  /// What it is for, and what has been typed.
  public let purpose: Purpose
  public private(set) var characters: [Character]
  /// Where the next character goes, 0 to the number of characters.
  public private(set) var cursor: Int
  /// Whether all of it is selected, so that what is typed takes its place.
  public private(set) var isSelected = false

  /// A line that already holds `text`, with the cursor at its end; selected, so that typing begins anew, where it is wanted.
  public init(_ purpose: Purpose, text: String = "", isSelected: Bool = false) {
    self.purpose = purpose
    characters = Array(text)
    cursor = characters.count
    self.isSelected = isSelected && !text.isEmpty
  }

  /// What is selected goes.
  /// - Returns: whether anything was.
  private mutating func deleteSelected() -> Bool {
    guard isSelected else { return false }
    isSelected = false
    characters = []
    cursor = 0
    return true
  }

  /// What has been typed, as one string.
  public var text: String { String(characters) }

  /// Types text at the cursor; line breaks and tabs, as in a paste, become spaces.
  public mutating func insert(_ text: String) {
    _ = deleteSelected()
    let typed = text.prefix(Self.limit).map { $0.isNewline || $0 == "\t" ? " " : Self.bounded($0) }.filter { character in
      character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
    let room = max(Self.limit - characters.count, 0)
    characters.insert(contentsOf: typed.prefix(room), at: cursor)
    cursor += min(typed.count, room)
  }

  /// A character without the marks that nobody's letter has: one that is a megabyte of accents would be drawn anew on every key.
  private static func bounded(_ character: Character) -> Character {
    guard character.utf8.count > mostScalars, character.unicodeScalars.count > mostScalars else { return character }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: character.unicodeScalars.prefix(mostScalars))
    return String(kept).first ?? " "
  }

  /// Backspace: the character before the cursor.
  public mutating func deleteBackward() {
    guard !deleteSelected(), cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  /// Delete: the character under the cursor.
  public mutating func deleteForward() {
    guard !deleteSelected(), cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  /// ^W: the word before the cursor, with the spaces after it.
  public mutating func deleteWord() {
    guard !deleteSelected() else { return }
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  /// ^U: everything before the cursor.
  public mutating func deleteToStart() {
    guard !deleteSelected() else { return }
    characters.removeSubrange(0..<cursor)
    cursor = 0
  }

  /// Moves the cursor by so many characters, left when negative; it stops at the ends.
  public mutating func move(by count: Int) {
    isSelected = false
    cursor = min(max(cursor + count, 0), characters.count)
  }

  /// Home.
  public mutating func moveToStart() {
    isSelected = false
    cursor = 0
  }

  /// End.
  public mutating func moveToEnd() {
    isSelected = false
    cursor = characters.count
  }

  /// Puts `replacement` in the place of a range of characters and the cursor behind it.
  public mutating func replace(_ range: Range<Int>, with replacement: String) {
    isSelected = false
    let clamped = range.clamped(to: 0..<characters.count)
    characters.replaceSubrange(clamped, with: replacement)
    cursor = clamped.lowerBound + replacement.count
  }

  /// Characters a line takes at most.
  static let limit = 1_000
  /// Scalars of one character; the longest emoji of a family has 10.
  private static let mostScalars = 16
}
