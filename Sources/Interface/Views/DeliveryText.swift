import Model
import Screen

/// How one copy of a notification came, in a line or two: channel, endpoint, times, status, parts, cost, reason.
struct DeliveryText {
  let delivery: Delivery
  let strings: Strings
  let timeText: TimeText
  /// Times of this day are written without their date.
  let day: Timestamp

  func lines(width: Int) -> [[Span]] {
    let head: [Span] = [
      Span("  " + strings.channel(delivery.channel), Style(.text, bold: true)),
      Span("  " + (delivery.endpoint.map(Self.masked) ?? strings.unknownEndpoint), Style(.text)),
      Span("  " + strings.status(delivery.status), statusStyle),
    ]
    let details = wrap(facts.joined(separator: " · "), width: max(width - 4, 8), limit: 4)
    var lines = [head] + details.map { [Span("    " + $0, Style(.muted))] }
    if let reason = delivery.reason {
      lines += wrap(Visible.text(reason), width: max(width - 4, 8), limit: 4).map { [Span("    " + $0, Style(.warning))] }
    }
    return lines
  }

  private var statusStyle: Style {
    switch delivery.status {
    case .delivered, .seen: Style(.good)
    case .failed, .expired, .notSent: Style(.critical)
    case .queued, .sent: Style(.warning)
    }
  }

  private var facts: [String] {
    var facts = [strings.sentAt(moment(delivery.time))]
    if let delivered = delivery.deliveredAt { facts.append(strings.deliveredAt(moment(delivered))) }
    if let seen = delivery.seenAt { facts.append(strings.seenAt(moment(seen))) }
    if let parts = delivery.parts { facts.append(strings.parts(parts)) }
    // Prices of Russian operators and banks: FACTS of the domain give all of them in roubles.
    if let cost = delivery.costMinor { facts.append(strings.money(Money(minorUnits: cost, currency: .rub))) }
    return facts
  }

  private func moment(_ time: Timestamp) -> String {
    timeText.day(time) == timeText.day(day) ? timeText.clockWithSeconds(time) : timeText.full(time)
  }

  /// A phone number with its middle covered: `+7 9•• ••• 12`. Anything else stays as it is.
  static func masked(_ endpoint: String) -> String {
    let digits = endpoint.filter(\.isNumber)
    guard digits.count >= 9, endpoint.allSatisfy({ $0.isNumber || "+-() ".contains($0) }) else { return endpoint }
    let country = digits.count > 10 ? digits.prefix(digits.count - 10) : ""
    let local = digits.dropFirst(country.count)
    return "+" + (country.isEmpty ? "" : country + " ") + local.prefix(1) + "•• ••• " + local.suffix(2)
  }
}
