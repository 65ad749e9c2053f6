/// Sender ids as they are compared: phones, operators and banks write the same one in many ways.
enum SenderName {
  /// Lower case, look-alike letters made one, without spaces, points, hyphens and the plus; a Russian number in the form 7….
  static func folded(_ sender: String) -> String {
    var result = ""
    var onlyDigits = true
    for scalar in sender.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", ".", "-", "_", "+", "\u{2011}", "(", ")": continue
      default:
        let folded = Folding.folded(scalar)
        if !("0"..."9").contains(folded) { onlyDigits = false }
        result.unicodeScalars.append(folded)
      }
    }
    if onlyDigits, result.utf8.count == 11, result.hasPrefix("8") { return "7" + result.dropFirst() }
    return result
  }

  /// The name inside an Indian sender id, which has the operator and circle in front and the kind of message behind: `HDFCBK` of `VM-HDFCBK-S`.
  /// nil where `sender` isn't of that form. Source: TRAI, TCCCPR 2018, headers.
  static func header(of sender: String) -> String? {
    let parts = sender.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].utf8.count == 2, parts[1].utf8.count >= 3 else { return nil }
    if parts.count == 3, parts[2].utf8.count != 1 { return nil }
    return String(parts[1])
  }
}
