import Foundation

/// The sequence that asks a terminal to fill the clipboard (OSC 52 of xterm's control sequences), which works through ssh as well.
enum Clipboard {
  /// What surely gets through: xterm and its kin drop longer sequences. In bytes of base64.
  static let limit = 74_994
  /// GNU screen drops strings of more than 768 bytes; it joins the pieces again.
  private static let screenPiece = 240

  /// The bytes to send, or nil when the text is too long. Under tmux the sequence goes out wrapped, for the terminal around tmux (which
  /// needs `allow-passthrough`), and plain, for tmux itself (which needs `set-clipboard on`); under GNU screen it is wrapped.
  static func sequence(for text: String, environment: [String: String]) -> [UInt8]? {
    let payload = Data(text.utf8).base64EncodedString()
    guard payload.utf8.count <= limit else { return nil }
    let plain = "\u{1B}]52;c;" + payload + "\u{07}"
    if isSet("TMUX", environment) {
      return Array(("\u{1B}Ptmux;" + plain.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\" + plain).utf8)
    }
    if isSet("STY", environment) {
      let bytes = Array(plain.utf8)
      return stride(from: 0, to: bytes.count, by: screenPiece).flatMap { start in
        Array("\u{1B}P".utf8) + bytes[start..<min(start + screenPiece, bytes.count)] + Array("\u{1B}\\".utf8)
      }
    }
    return Array(plain.utf8)
  }

  private static func isSet(_ name: String, _ environment: [String: String]) -> Bool {
    environment[name].map { !$0.isEmpty } ?? false
  }
}
