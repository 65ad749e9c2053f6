/// One-time codes in texts.
public enum Codes {
  /// The one-time code in a text, as the user has to type it; nil where there is none.
  public static func find(in text: String) -> String? {
    var digits = ""
    let folded = text.lowercased()
    guard ["код", "kod", "code", "пароль", "parol", "otp"].contains(where: { folded.contains($0) }) else { return nil }
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
      } else {
        if (4...8).contains(digits.count) { return digits }
        digits = ""
      }
    }
    return (4...8).contains(digits.count) ? digits : nil
  }
}
