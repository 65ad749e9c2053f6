import Screen

/// A key's sequence that isn't in the terminal's description, read by the rules of ECMA-48 (5.4) and the habits of xterm, rxvt, the Linux
/// console and tmux.
///
/// TERM is often not quite what the terminal is. Without this, such a key would be taken for Escape and a few letters, each of which does
/// something.
struct EscapeSequence {
  /// What reading one more character came to.
  enum Step: Equatable {
    case more
    /// The sequence is complete; nil when it is no key that we know.
    case done(Key?)
    /// This is no sequence: the characters are what they look like.
    case none
  }

  private enum Kind {
    case escape
    /// `ESC [`
    case control
    /// `ESC O`
    case single
    /// `ESC [ [`, the Linux console's function keys.
    case console
  }

  private var kind = Kind.escape
  private var parameters = ""

  /// Reads the character after those read so far; the first is the one after ESC.
  mutating func read(_ character: UInt32) -> Step {
    switch (kind, character) {
    case (.escape, 0x5B): return become(.control)
    case (.escape, 0x4F): return become(.single)
    case (.escape, _): return .none
    case (.control, 0x5B) where parameters.isEmpty: return become(.console)
    case (.control, 0x20...0x3F):
      parameters.unicodeScalars.append(Unicode.Scalar(UInt8(character)))
      return parameters.utf8.count <= 32 ? .more : .done(nil)
    case (.control, 0x40...0x7E): return .done(controlKey(UInt8(character)))
    case (.single, 0x21...0x7E): return .done(Self.letters[UInt8(character)])
    case (.console, 0x41...0x45): return .done(.function(Int(character) - 0x40))
    case (.console, 0x21...0x7E): return .done(nil)
    default: return .none
    }
  }

  private mutating func become(_ kind: Kind) -> Step {
    self.kind = kind
    return .more
  }

  /// The key; Shift, Ctrl and Alt, which come as a second parameter, make no difference.
  private func controlKey(_ final: UInt8) -> Key? {
    // With other than digits it is a report of the terminal's; `ESC [ M` begins one of the mouse.
    guard parameters.allSatisfy({ $0.isNumber || $0 == ";" }), final != UInt8(ascii: "M") else { return nil }
    guard final == UInt8(ascii: "~") else { return Self.letters[final] }
    let number = Int(parameters.prefix { $0 != ";" }) ?? 0
    return Self.numbers[number]
  }

  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home,
    UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter, UInt8(ascii: "P"): .function(1),
    UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  /// The numbers before `~`, which leave out 9, 10, 16, 22, 27 and 30 as the keyboards of DEC's terminals did.
  private static let numbers: [Int: Key] = {
    var keys: [Int: Key] = [1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end]
    let functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
    for (index, number) in functions.enumerated() { keys[number] = .function(index + 1) }
    return keys
  }()
}
