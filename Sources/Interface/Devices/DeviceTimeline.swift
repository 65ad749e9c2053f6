import Delivery
import Model
import Screen

/// What happened on the number and the devices of one bank, drawn as lanes.
///
/// Not to scale: a month of nothing and a minute of fraud would leave either of them unreadable. Every moment at which something happened gets a
/// column of its own, in order; the axis says when.
struct DeviceTimeline {
  let state: BellState

  /// What can happen on a lane. Of several that fall together the last of these shows.
  enum Kind: Int, CaseIterable, Sendable {
    case login, notice, code, switched, unbound, bound

    var sign: String {
      switch self {
      case .login: "l"
      case .notice: "n"
      case .code: "c"
      case .switched: "P"
      case .unbound: "U"
      case .bound: "B"
      }
    }

    var role: Role {
      switch self {
      case .login: .muted
      case .notice, .unbound: .warning
      case .code: .code
      case .switched, .bound: .critical
      }
    }
  }

  /// One thing on one lane.
  private struct Happening {
    var time: Timestamp
    var lane: String
    var kind: Kind
  }

  /// Those linked or unlinked, and of those that messages only mention the ones that something came to or was switched from.
  private let devices: [KnownDevice]
  /// The number that the bank's last SMS went to, and whatever else something came to that is none of the devices; each has a lane.
  private let endpoints: [String]
  private let happenings: [Happening]
  var laneCount: Int { devices.count + endpoints.count }

  private static let labelWidth = 18

  init(state: BellState, bank: String) {
    self.state = state
    let traces = state.picture?.traces.filter { $0.bank == bank } ?? []
    let number = traces.last { $0.channel == .sms && $0.endpoint != nil }?.endpoint
    let arrived = traces.filter { $0.status.arrived && ($0.category == .code || $0.category == .security) }
    let reached = Set(arrived.compactMap(\.endpoint))
    let choices = state.picture?.preferences.history.filter { $0.bank == bank } ?? []
    let devices = state.deviceRows.filter { device in
      device.isLinked || device.state == .unlinked || reached.contains(where: device.receives)
        || choices.contains { $0.device == device.device.id }
    }
    let others = reached.filter { endpoint in endpoint != number && !devices.contains { $0.receives(endpoint) } }
    self.devices = devices
    endpoints = (number.map { [$0] } ?? []) + others.sorted()
    happenings = Self.happenings(arrived, devices, choices)
  }

  func timeline(width: Int) -> Timeline {
    let columns = max(width - Self.labelWidth - 1, 10)
    // The latest moments that fit, two columns each.
    let moments = Array(Set(happenings.map(\.time)).sorted().suffix(columns / 2))
    let step = moments.isEmpty ? 2 : max(2, min(8, columns / moments.count))
    func column(_ time: Timestamp) -> Int? { moments.firstIndex(of: time).map { $0 * step + 1 } }
    let end = moments.isEmpty ? columns : min(columns, moments.count * step + 1)
    var lanes: [Timeline.Lane] = []
    for endpoint in endpoints { lanes.append(lane(endpoint, endpoint, 0..<end, .text, column)) }
    for device in devices {
      let extent = extent(of: device, moments, step, end)
      let role: Role = device.needsAnswer ? .critical : device.state == .linked ? .good : device.isLinked ? .text : .faint
      lanes.append(lane(device.device.id, device.device.label, extent, role, column))
    }
    return Timeline(lanes: lanes, ticks: ticks(moments, step), labelWidth: Self.labelWidth)
  }

  private func lane(
    _ id: String, _ label: String, _ extent: Range<Int>, _ role: Role, _ column: (Timestamp) -> Int?
  ) -> Timeline.Lane {
    let marks = happenings.filter { $0.lane == id }.sorted { $0.kind.rawValue < $1.kind.rawValue }.compactMap { happening in
      column(happening.time).map { Timeline.Mark(column: $0, sign: Span(happening.kind.sign, Style(happening.kind.role, bold: true))) }
    }
    return Timeline.Lane(label: Span(DeliveryTable.masked(label.oneLine), Style(role)), extents: [extent], style: Style(role), marks: marks)
  }

  /// From its binding to its unlinking, as far as they lie within what is shown.
  private func extent(of device: KnownDevice, _ moments: [Timestamp], _ step: Int, _ end: Int) -> Range<Int> {
    func place(_ time: Timestamp) -> Int { (moments.firstIndex { $0 >= time } ?? moments.count) * step + 1 }
    let start = device.since.map { $0 <= (moments.first ?? $0) ? 0 : min(place($0), end) } ?? 0
    let stop = device.state == .unlinked ? device.until.map { min(place($0), end) } ?? end : end
    return start..<max(start, stop)
  }

  private func ticks(_ moments: [Timestamp], _ step: Int) -> [Timeline.Tick] {
    let today = state.timeText.day(state.now)
    var last = ""
    return moments.enumerated().compactMap { place, time in
      let day = state.timeText.day(time)
      let label = day == today ? state.timeText.clock(time) : state.timeText.dayAndMonth(time)
      defer { last = label }
      return label == last ? nil : Timeline.Tick(column: place * step + 1, label: label)
    }
  }

  /// What happened last, the newest first: when, what, where.
  func latest(_ count: Int) -> [[Span]] {
    let names = Dictionary(devices.map { ($0.device.id, $0.device.label.oneLine) }) { first, _ in first }
    return happenings.sorted { ($0.time, $0.kind.rawValue) > ($1.time, $1.kind.rawValue) }.prefix(count).map { happening in
      let name = names[happening.lane] ?? DeliveryTable.masked(happening.lane.oneLine)
      let isSuspect = devices.contains { $0.device.id == happening.lane && $0.isSuspect }
      return [
        Span(state.timeText.dayAndMonth(happening.time) + " " + state.timeText.clockWithSeconds(happening.time) + "  ", Style(.muted)),
        Span(happening.kind.sign + " ", Style(happening.kind.role, bold: true)),
        Span(state.strings.deliveryStrings.happened(happening.kind, name), Style(isSuspect ? .critical : .text)),
      ]
    }
  }

  private static func happenings(_ arrived: [DeliveryTrace], _ devices: [KnownDevice], _ choices: [Preference]) -> [Happening] {
    var found: [Happening] = []
    for trace in arrived {
      guard let endpoint = trace.endpoint else { continue }
      let lane = devices.first { $0.receives(endpoint) }?.device.id ?? endpoint
      let kind: Kind =
        switch trace.security {
        case .login: .login
        // The switch itself is marked below, on the device that made it.
        case nil where trace.category == .code: .code
        default: .notice
        }
      found.append(Happening(time: trace.time, lane: lane, kind: kind))
    }
    for device in devices {
      if let since = device.since { found.append(Happening(time: since, lane: device.device.id, kind: .bound)) }
      if device.state == .unlinked, let until = device.until {
        found.append(Happening(time: until, lane: device.device.id, kind: .unbound))
      }
    }
    for choice in choices {
      guard let device = choice.device else { continue }
      found.append(Happening(time: choice.setAt, lane: device, kind: .switched))
    }
    return found
  }
}
