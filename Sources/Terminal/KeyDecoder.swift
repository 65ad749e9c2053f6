import CNcurses
import Screen

/// From what ncurses reads to keys.
enum KeyDecoder {
  /// A character as it came from the keyboard; nil for one that no key makes.
  static func key(character: UInt32) -> Key? {
    switch character {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x00: .control(" ")
    case 0x01...0x1A: control(character + 0x60)
    case 0x1C...0x1F: control(character + 0x40)
    case 0x80...0x9F: nil
    default: Unicode.Scalar(character).map { .character(Character($0)) }
    }
  }

  /// A key that ncurses found in the terminal's description, by its code.
  static func key(code: Int32) -> Key? {
    if let key = named[code] { return key }
    let function = code - KEY_F0
    return 1...63 ~= function ? .function(Int(function)) : nil
  }

  private static func control(_ value: UInt32) -> Key? {
    Unicode.Scalar(value).map { .control(Character($0)) }
  }

  private static let named: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_SR: .up, KEY_SF: .down, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_HOME: .home, KEY_FIND: .home, KEY_A1: .home, KEY_END: .end, KEY_LL: .end, KEY_SELECT: .end, KEY_C1: .end, KEY_A3: .pageUp,
    KEY_C3: .pageDown, KEY_BTAB: .backTab, KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert,
  ]
}
