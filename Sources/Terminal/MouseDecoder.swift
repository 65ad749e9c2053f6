import CNcurses
import Screen

/// From ncurses' mouse events to ours. Two presses in one cell within 400 ms are a double click.
struct MouseDecoder {
  private static let doubleClick = Duration.milliseconds(400)

  private var lastPress: (point: Point, at: ContinuousClock.Instant)?

  /// nil for buttons and movements that mean nothing here.
  mutating func mouse(buttons: mmask_t, at point: Point, now: ContinuousClock.Instant) -> Mouse? {
    if buttons & KOLOKOL_WHEEL_UP != 0 { return Mouse(.wheelUp, at: point) }
    if buttons & KOLOKOL_WHEEL_DOWN != 0 { return Mouse(.wheelDown, at: point) }
    if buttons & KOLOKOL_RELEASED != 0, buttons & (KOLOKOL_PRESSED | KOLOKOL_CLICKED) == 0 { return Mouse(.release, at: point) }
    // A press and a release that came at once are one event of ncurses'.
    guard buttons & (KOLOKOL_PRESSED | KOLOKOL_CLICKED) != 0 else { return nil }
    if let last = lastPress, last.point == point, now - last.at <= Self.doubleClick {
      lastPress = nil
      return Mouse(.doubleClick, at: point)
    }
    lastPress = (point, now)
    return Mouse(.press, at: point)
  }
}
