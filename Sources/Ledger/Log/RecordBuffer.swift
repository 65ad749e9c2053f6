import Model

/// Room for one record after another, each behind 32 bytes for its salt, so that many are hashed without memory being asked for anew.
///
/// An array would do but for the time: it makes sure before each of the thirty pieces of a record that nobody else has it too.
public struct RecordBuffer: ~Copyable {
  private var memory: UnsafeMutableRawBufferPointer
  private var count = Salt.size

  private static let usualSize = 4_096

  /// An empty one.
  public init() {
    memory = .allocate(byteCount: Self.usualSize, alignment: 8)
  }

  deinit {
    memory.deallocate()
  }

  /// The record, without what is before it.
  public var bytes: [UInt8] { Array(memory[Salt.size..<count]) }

  /// Makes room for the next record.
  public mutating func clear() { count = Salt.size }

  /// SHA-256(salt ‖ record): what stands in the log.
  public mutating func hash(with salt: Salt) -> Hash {
    salt.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: memory[..<Salt.size]).copyMemory(from: $0) }
    return Hash(of: UnsafeRawBufferPointer(rebasing: memory[..<count]))
  }

  @inline(__always)
  mutating func append(_ literal: StaticString) {
    append(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func append(_ piece: UnsafeRawBufferPointer) {
    guard let start = piece.baseAddress else { return }
    reserve(piece.count)
    memory.baseAddress?.advanced(by: count).copyMemory(from: start, byteCount: piece.count)
    count += piece.count
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    memory[count] = byte
    count += 1
  }

  /// Adds a number in decimal digits, with a sign when it is below zero.
  mutating func append(decimal number: Int64) {
    number.withDecimalDigits { append(UnsafeRawBufferPointer($0)) }
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if memory.count - count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * (count + more), alignment: 8)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
    memory.deallocate()
    memory = larger
  }
}
