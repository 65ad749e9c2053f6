/// Bytes that are in memory already.
final class MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ByteSourceError) -> Int {
    let count = min(buffer.count, rest.count)
    for (index, byte) in rest.prefix(count).enumerated() { buffer[index] = byte }
    rest = rest.dropFirst(count)
    return count
  }
}
