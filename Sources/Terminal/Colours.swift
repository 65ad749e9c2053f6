import CNcurses
import Screen

/// Colour pairs, made when they are first needed.
final class Colours {
  /// What this terminal shows through ncurses.
  let depth: ColourDepth
  /// Whether a colour's number is its red, green and blue (terminfo's RGB).
  private let isDirect: Bool
  private let hasDefaults: Bool
  private let limit: Int32
  private var pairs: [Pair: Int32] = [:]

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// Starts colours, unless `wanted` is none; true colour where the description that ncurses started with takes colours directly.
  init(wanted: ColourDepth) {
    guard wanted > .none, has_colors() else {
      (depth, isDirect, hasDefaults, limit) = (.none, false, false, 0)
      return
    }
    start_color()
    isDirect = kolokol_colours() >= 0x100_0000
    depth = isDirect ? .trueColour : min(wanted, .indexed, ColourDepth(colours: Int(kolokol_colours())))
    hasDefaults = use_default_colors() != ERR
    limit = kolokol_pairs()
  }

  /// The number of the pair; 0, the terminal's own, when there are no colours or no more pairs.
  func pair(_ foreground: Ink, _ background: Ink) -> Int32 {
    guard depth > .none else { return 0 }
    let pair = Pair(foreground: number(foreground, otherwise: 7), background: number(background, otherwise: 0))
    if let known = pairs[pair] { return known }
    let next = Int32(pairs.count + 1)
    guard next < limit, init_extended_pair(next, pair.foreground, pair.background) != ERR else { return 0 }
    pairs[pair] = next
    return next
  }

  private func number(_ ink: Ink, otherwise: Int32) -> Int32 {
    switch ink {
    case .terminalDefault: return hasDefaults ? -1 : otherwise
    case .palette(let index) where !isDirect || index < 8: return Int32(index)
    case .palette, .rgb:
      let rgb = ink.rgb ?? RGB(0, 0, 0)
      // Direct descriptions keep 0…7 for the palette; the darkest of blues can't be told from black.
      return max(8, Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue))
    }
  }
}
