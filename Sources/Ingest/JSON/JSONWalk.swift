import Parsing

/// Walks through JSON of any size and stops at each value that isn't gone into.
///
/// It finds where values end by their brackets and quotation marks; whether they are well-formed is for whoever reads them. So a broken value costs
/// itself alone, and a file that is cut off keeps what is whole.
struct JSONWalk {
  /// What comes next.
  enum Step {
    /// A value of so many bytes, which begins where the input stands and isn't passed yet.
    case value(length: Int)
    /// Bytes that can't stand there; they are passed.
    case misplaced(JSONProblem.Expectation)
    /// The input ends inside a value.
    case cutOff
    /// A value longer than the limit; it is passed.
    case tooLong
    /// The input ends before the objects and arrays around the last value do.
    case endsEarly
  }

  /// How many bytes a value may have.
  static let limit = AttributeValues.limit
  private static let depthLimit = JSONObjectScanner.depthLimit

  private let input: ByteInput
  private let lines: Bool
  private let opens: (_ path: [String], _ isArray: Bool) -> Bool
  /// What was gone into and isn't closed yet: whether it is an array, and how many keys led there.
  private var levels: [(isArray: Bool, keys: Int)] = []
  /// The keys that lead to the value at hand; arrays add nothing.
  private(set) var path: [String] = []
  /// How many objects that were gone into, and lie in no other, have been closed.
  private(set) var topObjectsClosed = 0
  /// Where the last step's value begins.
  private(set) var line = 1
  private(set) var byte: Int64 = 0
  /// Whether it is the first on its line.
  private(set) var startsLine = true
  private var isFinished = false

  /// With `lines` each line is a value of its own, so that a broken one ends with it. `opens` says whether to go into the object or array at a
  /// path; arrays at the top always are.
  init(_ input: ByteInput, lines: Bool, opens: @escaping (_ path: [String], _ isArray: Bool) -> Bool) {
    self.input = input
    self.lines = lines
    self.opens = opens
  }

  /// The next step; nil at the end.
  mutating func next() throws(InputError) -> Step? {
    while try skipSpace() {
      let here = input.window[input.position]
      switch here {
      case UInt8(ascii: ","):
        input.position += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let step = close(here == UInt8(ascii: "]")) { return step }
      default:
        if let level = levels.last, !level.isArray {
          if let step = try key() { return step }
          guard try skipSpace() else { continue }
        }
        if let step = try value() { return step }
      }
    }
    guard !levels.isEmpty, !isFinished else { return nil }
    isFinished = true
    mark()
    return .endsEarly
  }

  private mutating func close(_ isArray: Bool) -> Step? {
    mark()
    input.position += 1
    guard let level = levels.last, level.isArray == isArray else { return .misplaced(.value) }
    levels.removeLast()
    if !isArray, levels.allSatisfy(\.isArray) { topObjectsClosed += 1 }
    path.removeLast(path.count - (levels.last?.keys ?? 0))
    return nil
  }

  /// Passes a key and its colon.
  private mutating func key() throws(InputError) -> Step? {
    mark()
    path.removeLast(path.count - (levels.last?.keys ?? 0))
    guard input.window[input.position] == UInt8(ascii: "\"") else { return try skipMisplaced(.key) }
    switch try length() {
    case .whole(let length):
      path.append(JSONValue.string(input.visible.prefix(length)) ?? "")
      input.position += length
    case .unfinished: return try cutOff()
    case .tooLong: return .tooLong
    }
    guard try skipSpace() else { return try cutOff() }
    guard input.window[input.position] == UInt8(ascii: ":") else { return try skipMisplaced(.colon) }
    input.position += 1
    return nil
  }

  private mutating func value() throws(InputError) -> Step? {
    mark()
    if levels.last?.isArray ?? true { path.removeLast(path.count - (levels.last?.keys ?? 0)) }
    let first = input.window[input.position]
    let isArray = first == UInt8(ascii: "[")
    if isArray || first == UInt8(ascii: "{"), levels.count < Self.depthLimit,
      isArray && path.isEmpty && levels.isEmpty || opens(path, isArray)
    {
      levels.append((isArray, path.count))
      input.position += 1
      return nil
    }
    if lines, levels.isEmpty {
      guard let length = try input.lineLength(limit: Self.limit) else {
        _ = try input.skip(to: UInt8(ascii: "\n"))
        return .tooLong
      }
      return .value(length: length)
    }
    guard first == UInt8(ascii: "\"") || Self.opensOrIsWord(first) else { return try skipMisplaced(.value) }
    switch try length() {
    case .whole(let length): return .value(length: length)
    case .unfinished: return try cutOff()
    case .tooLong: return .tooLong
    }
  }

  private static func opensOrIsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"),
      UInt8(ascii: "f"),
      UInt8(ascii: "n"):
      true
    default: false
    }
  }

  // MARK: Where values end

  private enum Length {
    case whole(Int)
    case unfinished
    case tooLong
  }

  /// How long the value is that begins here. One past the limit is passed on the way.
  private func length() throws(InputError) -> Length {
    var frame = JSONFrame()
    var seen = 0
    var passed = 0
    while true {
      let bytes = UnsafeBufferPointer(rebasing: input.visible.dropFirst(seen))
      if let end = frame.end(in: bytes) {
        if passed == 0, seen + end <= Self.limit { return .whole(seen + end) }
        input.position += seen + end
        return .tooLong
      }
      seen += bytes.count
      if seen > Self.limit || passed > 0 {
        passed += seen
        input.position += seen
        seen = 0
      }
      guard try input.ensure(seen + 1) else {
        if frame.isWord, passed == 0 { return .whole(seen) }
        return .unfinished
      }
    }
  }

  // MARK: Moving on

  private mutating func mark() {
    input.markRecord()
    let newLine = input.line
    startsLine = lines || newLine > line || input.offset == 0
    line = newLine
    byte = input.offset
  }

  private mutating func cutOff() throws(InputError) -> Step {
    try input.skip(toOffset: .max)
    isFinished = true
    return .cutOff
  }

  /// Passes what can't stand here, up to where something could begin.
  private mutating func skipMisplaced(_ expected: JSONProblem.Expectation) throws(InputError) -> Step {
    repeat {
      input.position += 1
    } while try input.ensure(1) && !Self.couldBegin(input.window[input.position])
    return .misplaced(expected)
  }

  private static func couldBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "\""),
      UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  private func skipSpace() throws(InputError) -> Bool {
    while try input.ensure(1) {
      if !TagScanner.isSpace(input.window[input.position]) { return true }
      input.position += 1
    }
    return false
  }
}

/// Finds the end of a JSON value whose bytes come in pieces.
struct JSONFrame {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var hasBegun = false
  /// Whether it is a number, `true`, `false` or `null`, which end where something else begins.
  private(set) var isWord = false

  /// The index behind the value's last byte; nil when it goes on behind these.
  mutating func end(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for (index, byte) in bytes.enumerated() {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 0 { return index + 1 }
        } else if byte == UInt8(ascii: "\n") {
          // No string of JSON goes over a line's end. A forgotten quotation mark costs the rest of its line.
          isInString = false
          if depth == 0 { return index }
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        if isWord { return index }
        isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if isWord { return index }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if isWord { return index }
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: ","):
        if isWord { return index }
      default:
        if isWord, TagScanner.isSpace(byte) { return index }
        if !hasBegun { isWord = true }
      }
      hasBegun = true
    }
    return nil
  }
}
