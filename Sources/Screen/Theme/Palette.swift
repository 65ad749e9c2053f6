/// The 256 colours of xterm: 16 named, a cube of 6×6×6, 24 greys.
enum Palette {
  static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red", "bright-green", "bright-yellow",
    "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  static let colours: [RGB] = named + cube + greys

  /// Nearest by weighted distance, which follows the eye better than the plain one (CompuPhase's "redmean").
  static func nearest(to colour: RGB, in range: Range<Int>) -> UInt8 {
    let best = range.min { distance(colours[$0], colour) < distance(colours[$1], colour) }
    return UInt8(best ?? 0)
  }

  private static func distance(_ a: RGB, _ b: RGB) -> Int {
    let mean = (Int(a.red) + Int(b.red)) / 2
    let (r, g, b) = (Int(a.red) - Int(b.red), Int(a.green) - Int(b.green), Int(a.blue) - Int(b.blue))
    return ((512 + mean) * r * r) >> 8 + 4 * g * g + ((767 - mean) * b * b) >> 8
  }

  /// As xterm's app-defaults have them.
  private static let named: [RGB] = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
    RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0), RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255),
    RGB(255, 255, 255),
  ]

  private static let cube: [RGB] = {
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    return levels.flatMap { red in levels.flatMap { green in levels.map { RGB(red, green, $0) } } }
  }()

  private static let greys: [RGB] = (0..<24).map { step in
    let level = UInt8(8 + 10 * step)
    return RGB(level, level, level)
  }
}
