import Parsing

/// What the JSON at the beginning of a file looks like: enough to tell whose it is.
struct JSONShape {
  /// Whether the first value is an array.
  let isArray: Bool
  /// The keys of the first object, as far as it was seen; of an array its first element.
  private(set) var keys: Set<String> = []
  /// The keys of the objects below each of these, directly or in arrays.
  private(set) var inner: [String: Set<String>] = [:]
  /// What stands there under `type`, when that is a text.
  private(set) var type: String?
  /// Whether each line is a value of its own: the first line is an object, or fails to be one for another reason than that it goes on.
  let isLines: Bool

  /// Nothing to tell by; taken for lines.
  static let unknown = JSONShape()

  private init() {
    isArray = false
    isLines = true
  }

  /// - Returns: nil when it is no JSON object or array.
  init?(_ bytes: [UInt8]) {
    guard let first = bytes.first(where: { !TagScanner.isSpace($0) }), first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return nil
    }
    isArray = first == UInt8(ascii: "[")
    isLines = !isArray && !Self.firstLineGoesOn(bytes)
    let input = ByteInput(name: "", source: MemorySource(bytes), capacity: bytes.count)
    // What is empty is gone into and gives no value.
    var opened: Set<String> = []
    var walk = JSONWalk(input, lines: false) { path, _ in
      if let key = path.first { opened.insert(key) }
      return path.count < 2
    }
    while walk.topObjectsClosed == 0, let step = try? walk.next() {
      guard let key = walk.path.first else { continue }
      keys.insert(key)
      if walk.path.count > 1 { inner[key, default: []].insert(walk.path[1]) }
      guard case .value(let length) = step else { continue }
      if walk.path == ["type"], let text = JSONValue.string(input.visible.prefix(length)) { type = text }
      input.position += length
    }
    keys.formUnion(opened)
  }

  /// The keys of the objects below a key.
  func keys(below key: String) -> Set<String> { inner[key] ?? [] }

  /// Whether what the first line leaves open goes on in the next ones. Where a line was cut, what stands below can't follow it: no string goes
  /// over a line's end, and the next line begins anew.
  private static func firstLineGoesOn(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes.drop(while: TagScanner.isSpace))
      let line = text.prefix { $0 != UInt8(ascii: "\n") }
      guard let end = problem(in: UnsafeBufferPointer(rebasing: line)), end.index >= line.count else { return false }
      guard let next = text[line.endIndex...].firstIndex(where: { !TagScanner.isSpace($0) }) else { return false }
      // An object that is closed went on; what stands behind it is the next.
      guard let misfit = problem(in: text), misfit.expected != .endOfLine, misfit.index < text.count else { return true }
      if misfit.index <= next { return false }
      return text[misfit.index] != UInt8(ascii: "{") || !startsLine(misfit.index, in: text)
    }
  }

  private static func problem(in bytes: UnsafeBufferPointer<UInt8>) -> JSONProblem? {
    var scanner = JSONObjectScanner(bytes)
    do throws(JSONProblem) {
      while try scanner.next() != nil {}
      return nil
    } catch {
      return error
    }
  }

  private static func startsLine(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[..<index].last { $0 == UInt8(ascii: "\n") || !TagScanner.isSpace($0) } == UInt8(ascii: "\n")
  }
}
