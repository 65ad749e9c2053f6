import CNcurses
import Foundation

/// A terminal's description as terminfo holds it, to be changed and handed to ncurses.
struct Description {
  /// The standard capabilities, in the order of their names; nil for one the terminal hasn't.
  var flags: [Bool]
  var numbers: [Int32?]
  var texts: [[UInt8]?]
  /// Capabilities beyond the standard, by name.
  var extraFlags: [String] = []
  var extraNumbers: [String: Int32] = [:]
  var extraTexts: [String: [UInt8]] = [:]
  let name: String

  /// Reads the description of `name`; nil when there is none.
  init?(of name: String) {
    guard kolokol_load(name) else { return nil }
    defer { kolokol_unload() }
    self.name = name
    flags = Self.names(kolokol_flag_name).map { tigetflag($0) == 1 }
    numbers = Self.names(kolokol_number_name).map(Self.number)
    texts = Self.names(kolokol_text_name).map(Self.text)
    extraFlags = ["AX", "XT", "RGB"].filter { tigetflag($0) == 1 }
    if let number = Self.number("U8") { extraNumbers["U8"] = number }
    if let text = Self.text("XM") { extraTexts["XM"] = text }
    if Self.text("RGB") != nil || Self.number("RGB") != nil { extraFlags.append("RGB") }
  }

  /// How many colours it has, 0 for none.
  var colours: Int { Int(Self.index(of: "colors", kolokol_number_name).flatMap { numbers[$0] } ?? 0) }

  /// Whether the cursor can be put anywhere, without which there is no screen.
  var placesCursor: Bool { Self.index(of: "cup", kolokol_text_name).map { texts[$0] != nil } ?? false }

  /// Whether a colour's number is its red, green and blue.
  var isDirect: Bool { extraFlags.contains("RGB") }

  /// The description of a terminal that takes colours directly, for terminals that can (COLORTERM says so) where the machine has no
  /// `-direct` description.
  ///
  /// Numbers below 8 stay the palette's, as in ncurses' own descriptions of this kind. The colours are set with semicolons, which more
  /// terminals know than the colons of ISO 8613-6.
  func takingColoursDirectly() -> Description {
    var direct = self
    direct.set(flag: "ccc", to: false)
    direct.set(number: "colors", to: 0x100_0000)
    direct.set(number: "pairs", to: 0x1_0000)
    direct.set(text: "setaf", to: Self.colour(3))
    direct.set(text: "setab", to: Self.colour(4))
    direct.extraFlags.append("RGB")
    return direct
  }

  /// `%p1` is the colour; `%?…%t…%e…%;` is terminfo's if, then, else.
  private static func colour(_ plane: Int) -> [UInt8] {
    let parts = "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"
    return Array("\u{1B}[%?%p1%{8}%<%t\(plane)%p1%d%e\(plane)8;2;\(parts)%;m".utf8)
  }

  private mutating func set(flag: String, to value: Bool) {
    if let index = Self.index(of: flag, kolokol_flag_name) { flags[index] = value }
  }

  private mutating func set(number: String, to value: Int32) {
    if let index = Self.index(of: number, kolokol_number_name) { numbers[index] = value }
  }

  private mutating func set(text: String, to value: [UInt8]) {
    if let index = Self.index(of: text, kolokol_text_name) { texts[index] = value }
  }

  private static func index(of capability: String, _ name: (Int32) -> UnsafePointer<CChar>?) -> Int? {
    names(name).firstIndex(of: capability)
  }

  private static func names(_ name: (Int32) -> UnsafePointer<CChar>?) -> [String] {
    var names: [String] = []
    while let text = name(Int32(names.count)) { names.append(String(cString: text)) }
    return names
  }

  /// tigetnum answers -1 for a number the terminal hasn't, -2 for what is no number.
  private static func number(_ name: String) -> Int32? {
    let value = tigetnum(name)
    return value < 0 ? nil : value
  }

  /// tigetstr answers nothing for a text the terminal hasn't, -1 for what is no text.
  static func text(_ name: String) -> [UInt8]? {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
    return Array(UnsafeBufferPointer(start: text, count: strlen(text))).map { UInt8(bitPattern: $0) }
  }
}

extension Description {
  /// Compiled, in the extended number format of term(5): what a file of the terminfo database holds.
  var compiled: [UInt8] {
    let names = Array(name.utf8) + [0]
    let table = Self.table(texts)
    var bytes: [UInt8] = []
    bytes.append(shorts: [0o1036, names.count, flags.count, numbers.count, texts.count, table.strings.count])
    bytes += names
    bytes += flags.map { $0 ? 1 : 0 }
    bytes.pad()
    for number in numbers { bytes.append(long: number ?? -1) }
    bytes.append(shorts: table.offsets)
    bytes += table.strings
    bytes.pad()
    return bytes + compiledExtras
  }

  private var compiledExtras: [UInt8] {
    let flags = Set(extraFlags).sorted()
    let numbers = extraNumbers.sorted { $0.key < $1.key }
    let texts = extraTexts.sorted { $0.key < $1.key }
    let values = Self.table(texts.map(\.value))
    let names = Self.table((flags + numbers.map(\.key) + texts.map(\.key)).map { Array($0.utf8) })
    var bytes: [UInt8] = []
    bytes.append(shorts: [
      flags.count, numbers.count, texts.count, values.offsets.count + names.offsets.count, values.strings.count + names.strings.count,
    ])
    bytes += flags.map { _ in 1 }
    bytes.pad()
    for number in numbers { bytes.append(long: number.value) }
    bytes.append(shorts: values.offsets + names.offsets)
    return bytes + values.strings + names.strings
  }

  /// Strings one after another, each ended by 0, and where each begins; -1 for one there isn't.
  private static func table(_ texts: [[UInt8]?]) -> (offsets: [Int], strings: [UInt8]) {
    var offsets: [Int] = []
    var strings: [UInt8] = []
    for text in texts {
      offsets.append(text == nil ? -1 : strings.count)
      if let text { strings += text + [0] }
    }
    return (offsets, strings)
  }
}

extension [UInt8] {
  /// Little-endian, as the format is on every machine.
  fileprivate mutating func append(shorts: [Int]) {
    for short in shorts {
      let value = UInt16(truncatingIfNeeded: short)
      self += [UInt8(value & 0xFF), UInt8(value >> 8)]
    }
  }

  fileprivate mutating func append(long: Int32) {
    let value = UInt32(bitPattern: long)
    self += [0, 8, 16, 24].map { UInt8(value >> $0 & 0xFF) }
  }

  /// Numbers begin at even places.
  fileprivate mutating func pad() {
    if !count.isMultiple(of: 2) { append(0) }
  }
}
