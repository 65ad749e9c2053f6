/// A file ready for its reader: in UTF-8.
struct OpenedInput {
  let file: InputFile
  let text: Text
  /// The first bytes as they lie there, by which the file is known.
  let firstBytes: [UInt8]

  /// How many of the first bytes a file is known by.
  private static let keySize = 4096

  /// `encoding`: what the user says the text is in; nil to find out.
  init(opening path: String, encoding: TextEncoding?) throws(InputError) {
    file = try InputFile(opening: path)
    _ = try file.input.ensure(Self.keySize)
    firstBytes = Array(file.input.visible.prefix(Self.keySize))
    text = try Text(file.input, encoding)
  }

  /// An input in UTF-8, if it is a text at all.
  struct Text {
    let input: ByteInput
    let head: Head
    private let decoding: DecodingSource?

    /// The encoding that it is in, as far as it was read; nil for UTF-8.
    var encoding: TextEncoding? { decoding?.encoding == .utf8 ? nil : decoding?.encoding }

    init(_ raw: ByteInput, _ encoding: TextEncoding?) throws(InputError) {
      let first = try Self.head(of: raw)
      guard try Self.needsDecoding(first, encoding, raw.name) else {
        (input, head, decoding) = (raw, first, nil)
        return
      }
      let source = DecodingSource(raw, encoding)
      input = ByteInput(name: raw.name, source: source, encoding: { source.encoding })
      head = try Self.head(of: input)
      decoding = source
    }

    /// The first bytes; nothing is passed.
    private static func head(of input: ByteInput) throws(InputError) -> Head {
      _ = try input.ensure(Head.size)
      return Head(Array(input.visible.prefix(Head.size)))
    }

    /// Whether it isn't UTF-8, or not known to be yet.
    private static func needsDecoding(_ head: Head, _ wanted: TextEncoding?, _ name: String) throws(InputError) -> Bool {
      guard head.isText || wanted == .utf16BigEndian || wanted == .utf16LittleEndian else { return false }
      if let wanted { return wanted != .utf8 }
      if head.bytes.allSatisfy({ $0 < 0x80 }) { return head.bytes.count >= Head.size - Head.byteOrderMark.count }
      do throws(InputError.Reason) {
        return try TextEncoding.detect(head.bytes) != nil
      } catch {
        throw InputError(file: name, reason: error)
      }
    }
  }
}

extension Head {
  /// Whether the bytes can be a text in an encoding of one byte a character: no control characters but those that texts have.
  var isText: Bool {
    !bytes.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x1B } && !Encryption.isNoise(self)
  }
}
