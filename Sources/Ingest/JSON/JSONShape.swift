import Parsing

/// What the JSON at the beginning of a file looks like: enough to tell whose it is.
struct JSONShape {
  /// Whether the first value is an array.
  let isArray: Bool
  /// The keys of the first object, as far as it was seen; of an array its first element.
  private(set) var keys: Set<String> = []
  /// What stands there under `type`, when that is a text.
  private(set) var type: String?
  /// Whether the first line is an object, or fails to be one for another reason than that it goes on.
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
    isLines = !isArray && Self.firstLineIsWhole(bytes)
    let input = ByteInput(name: "", source: MemorySource(bytes), capacity: bytes.count)
    var walk = JSONWalk(input, lines: false) { path, isArray in path.isEmpty }
    while walk.objectsClosed == 0, let step = try? walk.next() {
      if let key = walk.path.first { keys.insert(key) }
      guard case .value(let length) = step else { continue }
      if walk.path == ["type"], let text = JSONValue.string(input.visible.prefix(length)) { type = text }
      input.position += length
    }
  }

  private static func firstLineIsWhole(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let line = bytes.drop(while: TagScanner.isSpace).prefix { $0 != UInt8(ascii: "\n") }
      var scanner = JSONObjectScanner(UnsafeBufferPointer(rebasing: line))
      do throws(JSONProblem) {
        while try scanner.next() != nil {}
        return true
      } catch {
        return error.index < line.count || line.endIndex == bytes.endIndex
      }
    }
  }
}
