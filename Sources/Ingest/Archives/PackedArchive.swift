import CArchive
import Foundation

/// The files of an archive, or the one file that a compressed file is, from front to back, unpacked by libarchive as they are asked for.
///
/// Only formats and filters are turned on that work within the process; libarchive knows others that start programs.
final class PackedArchive {
  private let archive: OpaquePointer
  private let source: Source
  private var unpacked: Int64 = 0

  /// Texts shrink to a fifth or a twentieth, a history of one repeated message perhaps to a hundredth. Deflate's utmost is 1032.
  private static let ratioLimit: Int64 = 250
  /// Under so many bytes nothing is a bomb.
  private static let harmless: Int64 = 8 << 20

  /// AE_IFREG, a macro that Swift can't see. Some formats don't say what a file is.
  private static let regular: mode_t = 0o100000

  /// A file in the archive.
  struct File {
    /// As it stands; no file of that name is ever made.
    var name: String
    var isEncrypted: Bool
    var input: ByteInput
  }

  /// Where libarchive gets the packed bytes: what an input shows stays where it is until the next is asked for.
  private final class Source {
    let input: ByteInput
    var given = 0
    var error: InputError?

    init(_ input: ByteInput) {
      self.input = input
    }

    func next() throws(InputError) -> UnsafeBufferPointer<UInt8> {
      input.position += given
      given = 0
      _ = try input.ensure(1)
      given = input.visible.count
      return input.visible
    }
  }

  /// `isFile`: whether the input's name is a file's, which 7z archives take: their directory stands at the end.
  init(_ input: ByteInput, isFile: Bool) throws(InputError) {
    guard let archive = archive_read_new() else { throw InputError(file: input.name, reason: .brokenArchive(byte: 0)) }
    self.archive = archive
    source = Source(input)
    for turnOn in [
      archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz, archive_read_support_filter_lzma,
      archive_read_support_filter_zstd, archive_read_support_filter_lz4, archive_read_support_format_zip, archive_read_support_format_tar,
      archive_read_support_format_7zip, archive_read_support_format_rar, archive_read_support_format_rar5, archive_read_support_format_raw,
    ] { _ = turnOn(archive) }
    let isSevenZip = input.visible.starts(with: [0x37, 0x7A, 0xBC, 0xAF])
    guard !isSevenZip || isFile else { throw InputError(file: input.name, reason: .notReadYet(.sevenZip)) }
    let status =
      isSevenZip
      ? archive_read_open_filename(archive, input.name, ByteInput.usualCapacity)
      : archive_read_open(
        archive, Unmanaged.passUnretained(source).toOpaque(), nil,
        { _, context, bytes in
          guard let context else { return -1 }
          let source = Unmanaged<Source>.fromOpaque(context).takeUnretainedValue()
          do throws(InputError) {
            let next = try source.next()
            bytes?.pointee = UnsafeRawPointer(next.baseAddress)
            return next.count
          } catch {
            source.error = error
            return -1
          }
        }, nil)
    guard status == ARCHIVE_OK else { throw failure }
  }

  deinit {
    archive_read_free(archive)
  }

  /// Where it goes wrong: how many packed bytes libarchive took.
  private var failure: InputError {
    source.error ?? InputError(file: source.input.name, reason: .brokenArchive(byte: max(archive_filter_bytes(archive, -1), 0)))
  }

  /// What went wrong while a file was looked at that nobody wanted.
  func check() throws(InputError) {
    if let error = source.error { throw error }
  }

  /// The next file, directories and links passed over; nil behind the last.
  func next() throws(InputError) -> File? {
    var entry: OpaquePointer?
    while true {
      switch archive_read_next_header(archive, &entry) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN: break
      default: throw failure
      }
      guard let entry, [Self.regular, 0].contains(archive_entry_filetype(entry)) else { continue }
      // A compressed file alone has no name of its own.
      let isAlone = archive_format(archive) == ARCHIVE_FORMAT_RAW
      let stated = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      let name = isAlone ? "" : stated.map { String(cString: $0) } ?? ""
      let shown = isAlone ? source.input.name : "\(source.input.name):\(name.excerpt(80))"
      return File(
        name: name, isEncrypted: archive_entry_is_encrypted(entry) != 0, input: ByteInput(name: shown, source: FileSource(self)))
    }
  }

  /// The bytes of the file that the archive stands at.
  private final class FileSource: ByteSource {
    private let archive: PackedArchive

    init(_ archive: PackedArchive) {
      self.archive = archive
    }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ByteSourceError) -> Int {
      do throws(InputError) {
        return try archive.read(into: buffer)
      } catch {
        throw .input(error)
      }
    }
  }

  private func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    guard count >= 0 else {
      let error = failure
      source.error = error
      throw error
    }
    unpacked += Int64(count)
    guard unpacked < Self.harmless || unpacked / Self.ratioLimit <= archive_filter_bytes(archive, -1) else {
      let error = InputError(file: source.input.name, reason: .archiveBomb(ratio: Int(Self.ratioLimit)))
      source.error = error
      throw error
    }
    return count
  }
}
