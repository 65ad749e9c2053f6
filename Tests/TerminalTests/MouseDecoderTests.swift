import CNcurses
import Screen
import Testing

@testable import Terminal

@Suite("The mouse")
struct MouseDecoderTests {
  private let start = ContinuousClock.now
  private let point = Point(x: 4, y: 2)

  @Test("buttons and the wheel are what they say")
  func kinds() {
    var decoder = MouseDecoder()
    #expect(decoder.mouse(buttons: KOLOKOL_PRESSED, at: point, now: start) == Mouse(.press, at: point))
    #expect(decoder.mouse(buttons: KOLOKOL_RELEASED, at: point, now: start) == Mouse(.release, at: point))
    #expect(decoder.mouse(buttons: KOLOKOL_WHEEL_UP, at: point, now: start) == Mouse(.wheelUp, at: point))
    #expect(decoder.mouse(buttons: KOLOKOL_WHEEL_DOWN, at: point, now: start) == Mouse(.wheelDown, at: point))
    #expect(decoder.mouse(buttons: 0, at: point, now: start) == nil)
  }

  @Test("a press that comes together with its release is one")
  func atOnce() {
    var decoder = MouseDecoder()
    #expect(decoder.mouse(buttons: KOLOKOL_CLICKED, at: point, now: start) == Mouse(.press, at: point))
    #expect(
      decoder.mouse(buttons: KOLOKOL_PRESSED | KOLOKOL_RELEASED, at: point, now: start + .milliseconds(200))
        == Mouse(.doubleClick, at: point))
  }

  @Test("two presses in one cell within 0.4 s are a double click, a third begins anew")
  func doubleClick() {
    var decoder = MouseDecoder()
    let kinds = [0, 300, 500].map { decoder.mouse(buttons: KOLOKOL_PRESSED, at: point, now: start + .milliseconds($0))?.kind }
    #expect(kinds == [.press, .doubleClick, .press])
  }

  @Test("slow presses, and presses in two cells, are single")
  func single() {
    var decoder = MouseDecoder()
    let slow = [0, 401].map { decoder.mouse(buttons: KOLOKOL_PRESSED, at: point, now: start + .milliseconds($0))?.kind }
    #expect(slow == [.press, .press])
    #expect(decoder.mouse(buttons: KOLOKOL_PRESSED, at: Point(x: 5, y: 2), now: start + .milliseconds(500))?.kind == .press)
  }
}
