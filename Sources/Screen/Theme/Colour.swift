import Foundation

/// A colour as red, green and blue, 0…255 each.
public struct RGB: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#rrggbb`; nil when the text is anything else.
  public init?(hex: String) {
    guard hex.utf8.count == 7, hex.hasPrefix("#"), hex.dropFirst().allSatisfy(\.isHexDigit), let value = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }

  /// `#rrggbb`.
  public var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Contrast between two colours, 1…21 (WCAG 2.2, contrast ratio).
  public func contrast(with other: RGB) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// WCAG 2.2, relative luminance, 0…1.
  private var luminance: Double {
    0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
  }

  private static let linear: [Double] = (0...255).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}

/// What a terminal is told to colour with.
public enum Ink: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminalDefault
  /// A colour of the terminal's palette, 0…255.
  case palette(UInt8)
  case rgb(RGB)

  /// The colour seen, as far as it is known: the first 16 as xterm has them (a user may have changed them), nothing for the terminal's own.
  public var rgb: RGB? {
    switch self {
    case .terminalDefault: nil
    case .palette(let index): Palette.colours[Int(index)]
    case .rgb(let rgb): rgb
    }
  }
}

/// A colour of a theme: what it is in each depth.
public struct Colour: Hashable, Sendable {
  public let trueColour: Ink
  public let indexed: Ink
  public let sixteen: Ink
  public let eight: Ink

  /// What a theme doesn't give is derived from the next greater depth: the nearest colour there is.
  init(_ rgb: RGB?, indexed: UInt8? = nil, sixteen: Ink? = nil, eight: Ink? = nil) {
    trueColour = rgb.map { .rgb($0) } ?? .terminalDefault
    self.indexed = indexed.map { .palette($0) } ?? rgb.map { .palette(Palette.nearest(to: $0, in: 16..<256)) } ?? .terminalDefault
    self.sixteen = sixteen ?? rgb.map { .palette(Palette.nearest(to: $0, in: 0..<16)) } ?? .terminalDefault
    self.eight = eight ?? Self.dulled(self.sixteen)
  }

  /// What to send at a depth; nothing is coloured at `.none`.
  public func ink(_ depth: ColourDepth) -> Ink {
    switch depth {
    case .none: .terminalDefault
    case .eight: eight
    case .sixteen: sixteen
    case .indexed: indexed
    case .trueColour: trueColour
    }
  }

  /// Of the 16 colours the bright ones without their brightness; bright black would be unreadable as black, so it becomes white.
  private static func dulled(_ ink: Ink) -> Ink {
    guard case .palette(let index) = ink else { return ink }
    return .palette(index == 8 ? 7 : index % 8)
  }
}
