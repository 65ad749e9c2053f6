import CZlib

/// The bytes of one file in a ZIP archive, unpacked as they are asked for.
final class InflateSource: ByteSource {
  private let archive: ByteInput
  private let entry: ZipEntry
  /// At an address of its own, which zlib remembers.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var checksum: uLong = 0
  /// How many packed bytes are still to come, where the archive says so.
  private var packedLeft: Int64?
  private var packed: Int64 = 0
  private var unpacked: Int64 = 0
  private(set) var isFinished = false

  /// Texts shrink to a fifth or a twentieth, a history of one repeated message perhaps to a hundredth. Deflate's utmost is 1032.
  private static let ratioLimit = 250
  /// Under so many bytes nothing is a bomb.
  private static let harmless: Int64 = 8 << 20

  /// The archive stands at the entry's first packed byte.
  init(_ archive: ByteInput, _ entry: ZipEntry) throws(InputError) {
    self.archive = archive
    self.entry = entry
    packedLeft = entry.packedSize
    stream.initialize(to: z_stream())
    switch entry.method {
    case .deflated: guard kolokol_inflate_raw(stream) == Z_OK else { throw broken }
    // Nothing says where a stored file ends whose size comes behind it.
    case .stored: guard entry.packedSize != nil else { throw InputError(file: archive.name, reason: .packedOtherwise(method: 0)) }
    case .other(let method): throw InputError(file: archive.name, reason: .packedOtherwise(method: method))
    }
  }

  deinit {
    if case .deflated = entry.method { inflateEnd(stream) }
    stream.deallocate()
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ByteSourceError) -> Int {
    guard !isFinished else { return 0 }
    do throws(InputError) {
      let count = entry.method == .stored ? try copy(buffer) : try inflate(buffer)
      unpacked += Int64(count)
      checksum = crc32(checksum, buffer.baseAddress, uInt(count))
      guard unpacked < Self.harmless || unpacked / Int64(Self.ratioLimit) <= packed else {
        throw InputError(file: archive.name, reason: .archiveBomb(ratio: Self.ratioLimit))
      }
      if isFinished { try passDescriptor() }
      return count
    } catch {
      throw .input(error)
    }
  }

  private func copy(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
    let left = packedLeft ?? 0
    guard left > 0 else {
      isFinished = true
      return 0
    }
    guard try archive.ensure(1) else { throw broken }
    let count = Int(min(Int64(min(buffer.count, archive.visible.count)), left))
    _ = buffer.update(fromContentsOf: archive.visible.prefix(count))
    pass(count)
    return count
  }

  private func inflate(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
    stream.pointee.next_out = buffer.baseAddress
    stream.pointee.avail_out = uInt(buffer.count)
    while stream.pointee.avail_out == uInt(buffer.count) {
      guard try archive.ensure(1), packedLeft != 0 else { throw broken }
      let given = Int(min(Int64(archive.visible.count), packedLeft ?? .max))
      stream.pointee.next_in = UnsafeMutablePointer(mutating: archive.visible.baseAddress)
      stream.pointee.avail_in = uInt(given)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      pass(given - Int(stream.pointee.avail_in))
      if status == Z_STREAM_END {
        isFinished = true
        break
      }
      guard status == Z_OK || status == Z_BUF_ERROR else { throw broken }
    }
    return buffer.count - Int(stream.pointee.avail_out)
  }

  private func pass(_ count: Int) {
    archive.position += count
    packed += Int64(count)
    packedLeft = packedLeft.map { $0 - Int64(count) }
  }

  /// Compares the checksum, which stands before the file or behind it.
  private func passDescriptor() throws(InputError) {
    let expected = try entry.checksum(behind: archive)
    guard expected == UInt32(truncatingIfNeeded: checksum) else { throw broken }
  }

  private var broken: InputError { InputError(file: archive.name, reason: .brokenArchive(byte: archive.offset)) }
}
