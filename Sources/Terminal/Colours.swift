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

  /// Starts colours, unless `wanted` is none. True colour needs a description with RGB; without it, the nearest of 256 stand in.
  init(wanted: ColourDepth) {
    guard wanted > .none, has_colors() else {
      (depth, isDirect, hasDefaults, limit) = (.none, false, false, 0)
      return
    }
    start_color()
    isDirect = tigetflag("RGB") == 1 || tigetnum("RGB") > 0 || Self.hasText("RGB")
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
    case .palette(let index): return Int32(index)
    case .rgb(let rgb):
      let value = Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue)
      // The direct descriptions keep 0…7 for the palette; a blue of 8 can't be told from black.
      return value == 0 ? 0 : max(8, value)
    }
  }

  private static func hasText(_ name: String) -> Bool {
    // tigetstr answers -1 for a capability that is no string.
    guard let text = tigetstr(name) else { return false }
    return Int(bitPattern: text) != -1
  }
}
