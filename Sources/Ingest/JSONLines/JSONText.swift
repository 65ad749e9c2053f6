import Parsing

/// The strings of JSON as texts.
enum JSONText {
  /// The text between the quotation marks. The scanner has seen that every escape is well-formed.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>, hasEscapes: Bool, repair: inout TextRepair) -> String {
    guard hasEscapes else { return repair.string(bytes) }
    var unescaped: [UInt8] = []
    let mended = JSONEscapes.undo(bytes, into: &unescaped)
    return unescaped.withUnsafeBufferPointer { repair.string($0, mended: mended) }
  }
}
