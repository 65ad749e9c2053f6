/// The markup of desktop notifications (Desktop Notifications Specification 1.2, "Markup"): five tags and entities.
enum Markup {
  private static let tags: Set<String> = ["b", "i", "u", "a", "img"]
  private static let entities: [String: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
  /// No tag or entity is longer; a longer one is text.
  private static let limit = 2048

  /// The text without its tags, with entities resolved. What is no markup stays as it is, since many programs don't write any.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      result += rest[..<start]
      let isTag = rest[start] == "<"
      let inside = rest[rest.index(after: start)...].prefix(limit)
      let end = inside.firstIndex(of: isTag ? ">" : ";")
      if let end, let replacement = isTag ? tag(inside[..<end]) : entity(inside[..<end]) {
        result += replacement
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(rest[start])
        rest = rest[rest.index(after: start)...]
      }
    }
    return result + rest
  }

  /// What stands for a tag: nothing, or the words of a picture; nil when it is none.
  private static func tag(_ inside: Substring) -> String? {
    let name = inside.drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
    guard tags.contains(name) else { return nil }
    guard name == "img", let start = inside.firstRange(of: "alt=\"")?.upperBound else { return "" }
    return plainEntities(inside[start...].prefix { $0 != "\"" })
  }

  private static func plainEntities(_ text: Substring) -> String {
    text.contains("&") ? plain(String(text.filter { $0 != "<" })) : String(text)
  }

  private static func entity(_ name: Substring) -> String? {
    if let known = entities[String(name)] { return known }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, number != 0, let scalar = Unicode.Scalar(number) else { return nil }
    return String(scalar)
  }
}
