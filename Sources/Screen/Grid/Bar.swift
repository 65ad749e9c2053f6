/// Bars drawn with parts of a block.
public enum Bar {
  /// A bar of `value` × `width` cells, padded with spaces to `width`. A value over 0 shows at least the thinnest part.
  /// `value` is 0…1; what is beyond counts as the nearest end, and what is not a number as 0.
  public static func horizontal(value: Double, width: Int, glyphs: Glyphs = .unicode) -> String {
    guard width > 0, let full = glyphs.barSteps.last else { return "" }
    let steps = glyphs.barSteps.count
    let share = value.isNaN ? 0 : min(1, max(0, value))
    var filled = Int((share * Double(width * steps)).rounded())
    if share > 0 { filled = max(1, filled) }
    var bar = String(repeating: full, count: filled / steps)
    if filled % steps > 0 { bar += glyphs.barSteps[filled % steps - 1] }
    return bar + String(repeating: " ", count: width - (filled + steps - 1) / steps)
  }
}
