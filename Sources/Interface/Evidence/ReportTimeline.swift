import Model
import Screen

/// The chain of events as an SVG: a lane for each device and number, a mark for each event. Distances are shortened, so that years before and
/// seconds within an attack fit on one page; the time stands under each moment.
struct ReportTimeline {
  /// What is drawn: at most so many events, those that findings rest on first.
  static let limit = 40

  private struct Mark {
    var x: Double
    var lane: Int
    var letter: String
    var isGrave: Bool
    var event: SecurityEvent
  }

  private let lanes: [String]
  private let marks: [Mark]
  private let ticks: [(x: Double, time: Timestamp)]
  private let timeText: TimeText

  private static let left = 190.0
  private static let laneHeight = 34.0
  private static let width = 960.0

  /// - Parameters:
  ///   - events: in order of time.
  ///   - grave: the events that findings rest on.
  ///   - names: what people call devices, by id.
  ///   - timeText: how moments are written.
  init(_ events: [SecurityEvent], grave: Set<String>, names: [String: String], timeText: TimeText) {
    self.timeText = timeText
    let shown = Self.chosen(events, grave)
    var places: [Double] = []
    var place = 0.0
    for (index, event) in shown.enumerated() {
      if index > 0 { place += Self.step(event.time.milliseconds - shown[index - 1].time.milliseconds) }
      places.append(place)
    }
    let scale = (Self.width - Self.left - 70) / max(place, 1)
    var lanes: [String] = []
    var marks: [Mark] = []
    for (event, place) in zip(shown, places) {
      let name = Self.lane(of: event, names)
      let lane = lanes.firstIndex(of: name) ?? lanes.count
      if lane == lanes.count { lanes.append(name) }
      marks.append(
        Mark(x: Self.left + 16 + place * scale, lane: lane, letter: Self.letter(event), isGrave: grave.contains(event.id), event: event))
    }
    self.lanes = lanes
    self.marks = marks
    var ticks: [(x: Double, time: Timestamp)] = []
    for mark in marks where ticks.last.map({ mark.x - $0.x > 13 }) ?? true { ticks.append((mark.x, mark.event.time)) }
    self.ticks = ticks
  }

  var isEmpty: Bool { marks.isEmpty }

  /// Steps grow with the logarithm of the time between two events: a second is 1, a year about 8.
  private static func step(_ milliseconds: Int64) -> Double {
    var step = 1.0
    var rest = Double(milliseconds) / 1_000
    while rest > 10 {
      rest /= 10
      step += 1
    }
    return step
  }

  private static func chosen(_ events: [SecurityEvent], _ grave: Set<String>) -> [SecurityEvent] {
    guard events.count > limit else { return events }
    let first = events.filter { grave.contains($0.id) }.prefix(limit)
    let others = events.filter { !grave.contains($0.id) && $0.kind != .messageReceived }.suffix(limit - first.count)
    return (first + others).sorted { SecurityEvent.inOrder($0, $1) }
  }

  private static func lane(of event: SecurityEvent, _ names: [String: String]) -> String {
    let id = event.device?.id ?? event.endpoint ?? event.by ?? event.account
    return names[id] ?? event.device?.label ?? id
  }

  private static func letter(_ event: SecurityEvent) -> String {
    switch event.kind {
    case .deviceBound: "B"
    case .deviceUnbound: "U"
    case .devicePreferred: "P"
    case .channelChanged:
      switch event.to.flatMap(Channel.init(name:)) {
      case .push: "P"
      case .sms: "S"
      case .messenger: "M"
      case nil: "•"
      }
    case .codeDelivered: "C"
    case .noticeSent, .noticeRead, .noticeDeleted, .messageReceived: "N"
    case .transfer, .loanIssued, .loanPaidOut: "T"
    default: "•"
    }
  }

  /// The drawing as an SVG element, to stand within HTML or by itself.
  /// - Parameter title: what it is called, for readers that don't see it.
  /// - Returns: the element.
  func svg(title: String) -> String {
    let height = Double(lanes.count) * Self.laneHeight + 120
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(height))" role="img" font-family="sans-serif" font-size="12">
      <title>\(HTML.text(title))</title>

      """
    for (index, name) in lanes.enumerated() {
      let y = Self.y(index)
      svg += "<text x=\"0\" y=\"\(y + 4)\">\(HTML.text(Self.short(name, 26)))</text>\n"
      svg += line(Self.left, y, Self.width, y, "#bbb", 1)
      for span in bars(of: index) { svg += line(span.lowerBound, y, span.upperBound, y, "#888", 5) }
    }
    for tick in ticks {
      let bottom = Self.y(lanes.count)
      svg += line(tick.x, 14, tick.x, bottom - 14, "#e4e4e4", 1)
      svg += "<text x=\"\(tick.x + 4)\" y=\"\(bottom - 6)\" transform=\"rotate(60 \(tick.x) \(bottom - 6))\" font-size=\"10\">"
      svg += "\(HTML.text(timeText.dayAndMonth(tick.time) + " " + timeText.clockWithSeconds(tick.time)))</text>\n"
    }
    for mark in marks { svg += draw(mark) }
    return svg + "</svg>\n"
  }

  private func draw(_ mark: Mark) -> String {
    let y = Self.y(mark.lane)
    let (fill, ink) = mark.isGrave ? ("#b00020", "#fff") : ("#fff", "#000")
    return "<circle cx=\"\(mark.x)\" cy=\"\(y)\" r=\"9\" fill=\"\(fill)\" stroke=\"\(mark.isGrave ? "#b00020" : "#444")\"/>"
      + "<text x=\"\(mark.x)\" y=\"\(y + 4)\" text-anchor=\"middle\" font-size=\"11\" fill=\"\(ink)\">\(mark.letter)</text>\n"
  }

  /// From where to where a lane's device was bound.
  private func bars(of lane: Int) -> [ClosedRange<Double>] {
    var bars: [ClosedRange<Double>] = []
    var start: Double?
    for mark in marks where mark.lane == lane {
      if mark.event.kind == .deviceBound { start = start ?? mark.x }
      if mark.event.kind == .deviceUnbound, let begun = start {
        bars.append(begun...mark.x)
        start = nil
      }
    }
    if let start { bars.append(start...Self.width) }
    return bars
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, _ width: Int) -> String {
    "<line x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\" stroke=\"\(colour)\" stroke-width=\"\(width)\"/>\n"
  }

  private static func y(_ lane: Int) -> Double { 22 + Double(lane) * laneHeight }

  private static func short(_ name: String, _ limit: Int) -> String {
    name.count <= limit ? name : name.prefix(limit - 1) + "…"
  }
}
