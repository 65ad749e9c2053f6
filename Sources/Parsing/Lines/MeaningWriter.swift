import Model

/// Writes what messages say as JSON lines, straight into bytes: `kolokol parse --json`.
///
/// The fields are those of `docs/parsing.md`, always all of them. Control characters and direction marks come out as escapes, so that no
/// text can fool a terminal.
public struct MeaningWriter {
  private var output = ByteBuffer()
  private let form = MeaningLine()

  public init() {}

  /// Takes what was written since the last call.
  public mutating func take() -> [UInt8] {
    output.take()
  }

  /// Writes one line. Its `id` is that of the message's line, or the line's number where it has none. With `explains` it also says which
  /// template fits and where each value stands.
  public mutating func write(_ message: ReadMessage, explains: Bool = false) {
    let explanation = explains ? message.explanation : nil
    output.append(atMost: MeaningLine.mostBytes(of: message) + (explanation.map(MeaningLine.mostBytes) ?? 0)) { line in
      form.write(message, to: &line)
      if let explanation { form.write(explanation, to: &line) }
      line.write("}\n")
    }
  }
}
